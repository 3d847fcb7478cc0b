#pragma once

#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/ReadJobs.h"
#include "core/catalogue/ReadProtocols.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace seamfinder {

class SectionHeading;
class StudySession;
struct ProtocolMove;

/// An interview that is under way goes on with a newer version of its protocol: what that would do to each
/// answer is shown first. No answer is lost, and undo takes it all back.
class MovePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit MovePanel(StudySession &session, QWidget *parent = nullptr);

    /// The interviews that follow an older version of a protocol; `chosen` first, if it is one of them.
    void begin(ProtocolId protocol, InterviewId chosen = {});

Q_SIGNALS:
    void moved(const QString &sentence, seamfinder::InterviewId interview);
    void cancelled();
    void failed(const QString &sentence, const QString &detail);

private:
    void list(ProtocolId protocol, InterviewId chosen);
    void preview();
    void show(const ProtocolMove &move);
    void say(const QString &sentence);
    void move();
    [[nodiscard]] const Interview *interview() const;

    StudySession &m_session;
    Generation m_generation;
    QVector<Interview> m_interviews;
    std::optional<ProtocolEntry> m_to;
    SectionHeading *m_heading;
    QComboBox *m_which;
    QLabel *m_summary;
    QTreeWidget *m_answers;
    QPushButton *m_move, *m_cancel;
};

} // namespace seamfinder
