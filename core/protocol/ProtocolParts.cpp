#include "core/protocol/ProtocolParts.h"

namespace seamfinder {

void visitTexts(Question &question, const TextVisitor &visit)
{
    for (TranslatableText *text :
         {&question.label, &question.hint, &question.reword, &question.guidance, &question.body,
          &question.lowLabel, &question.highLabel, &question.constraintMessage})
        visit(*text);
    for (TranslatableText &text : question.labelByTerm)
        visit(text);
    for (AnswerChoice &probe : question.probes)
        visit(probe.label);
    for (AnswerChoice &choice : question.choices.fixed)
        visit(choice.label);
}

void visitTexts(Section &section, const TextVisitor &visit)
{
    visit(section.title);
}

void visitTexts(Protocol &protocol, const TextVisitor &visit)
{
    visit(protocol.title);
    visit(protocol.description);
    for (Section &section : protocol.sections)
        visitTexts(section, visit);
    visitQuestions(protocol, [&visit](Question &question) { visitTexts(question, visit); });
}

void visitExpressions(Question &question, const ExpressionVisitor &visit)
{
    for (Expression *expression : {&question.relevance, &question.constraint, &question.calculation,
                                   &question.defaultValue, &question.choices.filter, &question.repeat.count,
                                   &question.repeat.over.filter, &question.repeat.first})
        visit(*expression);
    for (Expression &preset : question.repeat.presets)
        visit(preset);
}

void visitSources(Question &question, const SourceVisitor &visit)
{
    visit(question.choices);
    visit(question.repeat.over);
}

void visitQuestions(QVector<Question> &questions, const std::function<void(Question &)> &visit)
{
    for (Question &question : questions) {
        visit(question);
        visitQuestions(question.children, visit);
    }
}

void visitQuestions(Protocol &protocol, const std::function<void(Question &)> &visit)
{
    for (Section &section : protocol.sections)
        visitQuestions(section.questions, visit);
}

} // namespace seamfinder
