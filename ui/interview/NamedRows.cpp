#include "ui/interview/NamedRows.h"

#include "core/protocol/Flow.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

bool listsWhatWasNamed(const Step &step)
{
    const QuestionType type = step.question->type;
    return (type == QuestionType::Rank || type == QuestionType::Note) &&
           choiceKind(*step.question) == ChoiceSource::Kind::Rows;
}

QString namedRows(const Flow &flow, const Step &step)
{
    const bool isNumbered = step.question->type == QuestionType::Note;
    QString list;
    int number = 0;
    for (const StepChoice &choice : flow.choices(step)) {
        if (!choice.label.isEmpty())
            list += (isNumbered ? u"%1. "_s.arg(++number) : u"- "_s) + choice.label + u'\n';
    }
    return list;
}

} // namespace seamfinder
