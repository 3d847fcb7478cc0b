#pragma once

#include "ui/study/StudyOverview.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

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

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    [[nodiscard]] static QString interviewsInWords(const StudyOverview &overview);

    Figure *m_participants, *m_interviews, *m_examples, *m_gaps;
    QWidget *m_saturation;
    QLabel *m_sentence;
    SaturationBars *m_bars;
    QVBoxLayout *m_column;
    QHBoxLayout *m_line;
    bool m_hasSteps = false;
};

/// "The last interview brought 2 information items nobody named before."
[[nodiscard]] QString saturationSentence(const QVector<SaturationStep> &steps);

} // namespace seamfinder
