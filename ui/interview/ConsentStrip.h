#pragma once

#include "core/domain/Field.h"
#include "core/domain/Id.h"
#include "ui/common/EditorContext.h"

#include <QVector>
#include <QWidget>

class QLabel;

namespace seamfinder {

class FlowLayout;
class InterviewSession;
class OptionInput;

/// What was agreed to, above the question from anywhere in the interview: each choice can be narrowed or
/// withdrawn at once, says what follows from it, and is a step that undo takes back. Erasing for good is
/// asked for elsewhere.
class ConsentStrip final : public QWidget
{
    Q_OBJECT

public:
    /// `practice`: nobody can withdraw from what is not kept.
    ConsentStrip(InterviewSession &session, const EditorContext &context, bool practice,
                 QWidget *parent = nullptr);

    /// Shows it with the focus in it.
    void open();
    void close();

Q_SIGNALS:
    void closed();
    void withdrawalWanted(seamfinder::ParticipantId participant);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addChoice(const Field &field);
    void refresh();
    [[nodiscard]] QString whatFollows() const;

    struct Choice
    {
        const Field *field;
        OptionInput *input;
    };
    InterviewSession &m_session;
    EditorContext m_context;
    FlowLayout *m_flow;
    QLabel *m_follows;
    QVector<Choice> m_choices;
};

} // namespace seamfinder
