#pragma once

#include "core/domain/Field.h"
#include "core/domain/Id.h"
#include "ui/common/EditorContext.h"

#include <QVector>
#include <QWidget>

class QBoxLayout;
class QLabel;

namespace seamfinder {

class FlowLayout;
class ScrollPane;
class InterviewSession;
class OptionInput;

/// What was agreed to, above the question from anywhere in the interview: each choice can be narrowed or
/// withdrawn at once, says what follows from it, and is a step that undo takes back. Each of several
/// participants has a line of their own. Erasing for good is asked for elsewhere.
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
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// The choices and buttons of those who are interviewed now.
    void build();
    /// `place`: of one of several participants; -1: there is one alone.
    void addLine(int place);
    void addChoice(const Field &field, int place, FlowLayout *line);
    void refresh();
    void fitLines();
    [[nodiscard]] QString whatFollows() const;
    /// Of several, who takes no part while others do.
    [[nodiscard]] QStringList whoTakesNoPart() const;

    struct Choice
    {
        const Field *field;
        int place;
        OptionInput *input;
    };
    InterviewSession &m_session;
    EditorContext m_context;
    bool m_practice;
    ScrollPane *m_scroll;         ///< around the lines: of many, not all have room above the question
    QBoxLayout *m_foot;           ///< what follows, and the buttons
    QWidget *m_lines, *m_buttons; ///< made anew with who is interviewed, together: Tab goes as it is read
    QLabel *m_follows;
    QVector<Choice> m_choices;
    QVector<QString> m_people; ///< the pseudonyms shown
};

} // namespace seamfinder
