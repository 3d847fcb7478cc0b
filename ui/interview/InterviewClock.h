#pragma once

#include "core/interview/InterviewTime.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace seamfinder {

class InterviewSession;

/// The clock of the interview and of the section that is being asked, against what is planned. Being over is
/// said by colour and words, never by a pop-up. While it runs late, optional questions fold away until they
/// are asked for.
class InterviewClock final : public QWidget
{
    Q_OBJECT

public:
    explicit InterviewClock(InterviewSession &session, QWidget *parent = nullptr);

    /// Shows the optional questions that are folded away, or folds them.
    void toggleFolding();

Q_SIGNALS:
    /// Once a second while something changes.
    void ticked(const seamfinder::InterviewTime &time);

private:
    void tick();
    void showTotal(const InterviewTime &time);
    void showSection(const InterviewTime &time);
    void showRecording(const InterviewTime &time);
    void fold(const InterviewTime &time);
    [[nodiscard]] bool isLate(const InterviewTime &time) const;

    InterviewSession &m_session;
    QLabel *m_total;
    QLabel *m_section;
    QLabel *m_recording; ///< how far into the recording, once it was said to start
    QToolButton *m_folded;
    bool m_foldedByUs = false;
};

/// "4:05", "1:12:40".
[[nodiscard]] QString clockText(qint64 milliseconds);

} // namespace seamfinder
