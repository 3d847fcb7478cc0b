#include "ui/protocol/SectionForm.h"

#include "core/protocol/ProtocolEdit.h"
#include "core/protocol/ProtocolIndex.h"
#include "ui/protocol/ExpressionEdit.h"
#include "ui/protocol/TranslatedText.h"

#include <QCheckBox>
#include <QSpinBox>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int mostMinutes = 600;
}

SectionForm::SectionForm(ProtocolDraft &draft, QWidget *parent)
    : DraftForm(draft, parent)
{
    addText(
        tr("Title"), tr("What this part of the interview is about"), u"title"_s,
        [this]() -> TranslatableText & { return m_section.title; }, TranslatedText::Lines::One);
    QSpinBox *minutes =
        addNumber(tr("Minutes"), mostMinutes, [this]() -> int & { return m_section.minutes; });
    minutes->setObjectName(u"sectionMinutes"_s);
    addFlag(tr("For the interviewer alone, never read aloud"),
            [this]() -> bool & { return m_section.interviewerOnly; });
    addExpression(tr("Asked only if"), tr("always"), u"relevance"_s,
                  [this]() -> Expression & { return m_section.relevance; });
}

void SectionForm::setSection(const DraftPlace &place)
{
    m_place = place;
    refresh();
}

bool SectionForm::load()
{
    for (const Section &section : draft().protocol().sections) {
        if (section.key == m_place.section) {
            m_section = section;
            m_section.questions.clear();
            return true;
        }
    }
    return false;
}

void SectionForm::store(bool typed)
{
    const auto put = [now = m_section](Protocol &protocol) {
        if (Section *section = findSection(protocol, now.key)) {
            const QVector<Question> questions = section->questions;
            *section = now;
            section->questions = questions;
        }
    };
    const QString action = tr("Edit the section “%1”").arg(m_section.key);
    if (typed)
        draft().type(action, m_place, put);
    else
        draft().change(action, m_place, put);
}

bool SectionForm::concerns(const ProtocolProblem &problem) const
{
    return problem.question.isEmpty() && !m_section.key.isEmpty() && problem.section == m_section.key;
}

QStringList SectionForm::names() const
{
    QStringList names;
    const ProtocolIndex index(draft().protocol());
    for (const IndexedQuestion &entry : index.questions()) {
        if (draft().protocol().sections[entry.section].key == m_section.key)
            break;
        if (takesAnswer(entry.question->type) || entry.question->type == QuestionType::Calculated)
            names.append(entry.question->name);
    }
    return names;
}

} // namespace seamfinder
