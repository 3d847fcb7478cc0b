#pragma once

#include "core/domain/Id.h"
#include "ui/common/TypingPause.h"

#include <QWidget>

namespace seamfinder {

class Chip;
class InterviewSession;
class LineEdit;

/// A participant of the interview. Enter, F2 or a click makes the pseudonym a field in its place; it saves by
/// itself, Enter and Esc lead back to the chip.
class PseudonymChip final : public QWidget
{
    Q_OBJECT

public:
    PseudonymChip(InterviewSession &session, ParticipantId participant, QWidget *parent = nullptr);
    ~PseudonymChip() override;

    /// `removable`: may be taken out of the interview.
    void setRemovable(bool removable);
    /// Who it is called now, unless something newer is being typed.
    void refresh();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void edit();
    void leave();
    void flush();
    void write();
    [[nodiscard]] QString stored() const;

    InterviewSession &m_session;
    ParticipantId m_participant;
    Chip *m_chip;
    LineEdit *m_edit;
    TypingPause m_pause;
    int m_visit = 0;
};

} // namespace seamfinder
