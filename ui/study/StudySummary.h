#pragma once

#include "ui/study/StudyOverview.h"

#include <QWidget>

class QLabel;

namespace seamfinder {

class Figure;
class SaturationBars;

/// The band over the table: how many of what, and how saturated.
class StudySummary final : public QWidget
{
    Q_OBJECT

public:
    explicit StudySummary(QWidget *parent = nullptr);

    void setOverview(const StudyOverview &overview);

Q_SIGNALS:
    void examplesWanted();
    void interviewExamplesWanted(qint64 interview);

private:
    Figure *m_participants, *m_interviews, *m_examples, *m_gaps;
    QWidget *m_saturation;
    QLabel *m_sentence;
    SaturationBars *m_bars;
};

/// "The last interview brought 2 information items nobody named before."
[[nodiscard]] QString saturationSentence(const QVector<SaturationStep> &steps);

} // namespace seamfinder
