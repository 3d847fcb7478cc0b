#include "core/protocol/ProtocolEdit.h"
#include "core/protocol/ProtocolJson.h"
#include "ui/protocol/ProtocolEditor.h"
#include "ui/protocol/ProtocolOutline.h"
#include "ui/protocol/QuestionForm.h"
#include "ui/protocol/SectionForm.h"

#include <QMenu>
#include <QToolButton>

/// What the editor does to the structure of its draft.
namespace seamfinder {

using namespace Qt::StringLiterals;

void ProtocolEditor::fillAddMenu()
{
    const auto offer = [this](QuestionType type) {
        QAction *action = m_addMenu->addAction(typeName(type), this, [this, type] { add(type); });
        action->setObjectName(u"add-"_s + keyOf(type));
    };
    for (const QuestionType type : {QuestionType::Text, QuestionType::SelectOne, QuestionType::SelectMany,
                                    QuestionType::Integer, QuestionType::Scale, QuestionType::Note})
        offer(type);
    m_addMenu->addSeparator();
    for (const QuestionType type :
         {QuestionType::Decimal, QuestionType::Date, QuestionType::Rank, QuestionType::Acknowledge,
          QuestionType::Card, QuestionType::Calculated, QuestionType::Group, QuestionType::Repeat})
        offer(type);
    m_addMenu->addSeparator();
    m_addMenu->addAction(tr("Section"), this, &ProtocolEditor::addSection)->setObjectName(u"add-section"_s);
}

void ProtocolEditor::offerToAdd()
{
    if (!mayChange())
        return;
    m_addMenu->popup(m_add->mapToGlobal(QPoint(0, m_add->height())));
    m_addMenu->setActiveAction(m_addMenu->actions().constFirst());
}

QString ProtocolEditor::nameOf(const DraftPlace &place) const
{
    return place.question.isEmpty() ? place.section : place.question;
}

void ProtocolEditor::add(QuestionType type)
{
    const DraftPlace at = m_outline->current();
    QString name;
    m_draft->change(tr("Add a question"), at, [&](Protocol &protocol) {
        const Question *current = findQuestion(std::as_const(protocol), at.question);
        const bool holds =
            current && (current->type == QuestionType::Group || current->type == QuestionType::Repeat);
        if (protocol.sections.isEmpty())
            seamfinder::addSection(protocol, {}, tr("Section"));
        if (holds && current->children.isEmpty())
            name = addQuestionInto(protocol, at.question, type);
        else if (current)
            name = addQuestionAfter(protocol, at.question, type);
        else
            name =
                addQuestion(protocol, at.section.isEmpty() ? protocol.sections.last().key : at.section, type);
    });
    m_outline->select({sectionOf(m_draft->protocol(), name), name});
    m_question->nameByItsText(name);
    m_question->focusPart(u"label"_s);
}

void ProtocolEditor::addSection()
{
    QString key;
    m_draft->change(tr("Add a section"), {}, [&](Protocol &protocol) {
        key = seamfinder::addSection(protocol, m_outline->current().section, tr("New section"));
    });
    m_outline->select({key, {}});
    m_section->focusPart(u"title"_s);
}

void ProtocolEditor::remove()
{
    const DraftPlace at = m_outline->current();
    if (at.section.isEmpty() || !mayChange())
        return;
    // What stands above it is what one looks at then.
    QTreeWidgetItem *above = m_outline->itemAbove(m_outline->currentItem());
    if (above)
        m_outline->setCurrentItem(above);
    m_draft->change(tr("Remove “%1”").arg(nameOf(at)), at, [&at](Protocol &protocol) {
        if (at.question.isEmpty())
            removeSection(protocol, at.section);
        else
            removeQuestion(protocol, at.question);
    });
    Q_EMIT said(tr("“%1” is removed. Ctrl+Z brings it back.").arg(nameOf(at)));
}

void ProtocolEditor::duplicate()
{
    const DraftPlace at = m_outline->current();
    if (at.section.isEmpty() || !mayChange())
        return;
    QString copy;
    m_draft->change(tr("Double “%1”").arg(nameOf(at)), at, [&](Protocol &protocol) {
        copy = at.question.isEmpty() ? duplicateSection(protocol, at.section)
                                     : duplicateQuestion(protocol, at.question);
    });
    m_outline->select(at.question.isEmpty() ? DraftPlace{copy, {}} : DraftPlace{at.section, copy});
}

void ProtocolEditor::move(int step)
{
    const DraftPlace at = m_outline->current();
    if (at.section.isEmpty() || !mayChange())
        return;
    Protocol probe = m_draft->protocol();
    const bool moves =
        at.question.isEmpty() ? moveSection(probe, at.section, step) : moveQuestion(probe, at.question, step);
    if (!moves)
        return;
    m_draft->change(tr("Move “%1”").arg(nameOf(at)), at, [&probe](Protocol &protocol) { protocol = probe; });
    m_outline->select(at.question.isEmpty() ? at : DraftPlace{sectionOf(probe, at.question), at.question});
}

void ProtocolEditor::moveIntoGroup()
{
    const DraftPlace at = m_outline->current();
    Protocol probe = m_draft->protocol();
    if (!m_draft->isWritable() || !moveQuestionIntoGroup(probe, at.question)) {
        Q_EMIT said(tr("There is no group or repeat right before it."));
        return;
    }
    m_draft->change(tr("Move “%1” into the group").arg(at.question), at,
                    [&probe](Protocol &protocol) { protocol = probe; });
    m_outline->select(at);
}

/// The first problem after the place where one is, and from the last on to the first.
void ProtocolEditor::nextProblem()
{
    const QVector<ProtocolProblem> &problems = m_draft->problems();
    if (problems.isEmpty())
        return;
    const DraftPlace at = m_outline->current();
    qsizetype next = 0;
    for (qsizetype i = 0; i < problems.size(); ++i) {
        if (problems[i].section == at.section && problems[i].question == at.question)
            next = i + 1;
    }
    const ProtocolProblem problem = problems[next % problems.size()];
    m_outline->select({problem.section, problem.question});
    showPlace(m_outline->current());
    currentForm()->focusPart(problem.part);
}

void ProtocolEditor::tryOut()
{
    m_draft->endVisit();
    if (!m_draft->problems().isEmpty()) {
        Q_EMIT said(
            tr("It can be tried out once its problems are mended: %1").arg(m_draft->problems().first().what));
        nextProblem();
        return;
    }
    Q_EMIT tryRequested(writeProtocolJson(m_draft->protocol()));
}

} // namespace seamfinder
