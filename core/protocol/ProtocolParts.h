#pragma once

#include "core/protocol/Protocol.h"

#include <functional>

namespace seamfinder {

/// Every text, expression and source of choices of a question, without its children, or of a section without
/// its questions: one list of them for all who rename, translate or quote.

using TextVisitor = std::function<void(TranslatableText &)>;
using ExpressionVisitor = std::function<void(Expression &)>;
using SourceVisitor = std::function<void(ChoiceSource &)>;

void visitTexts(Question &question, const TextVisitor &visit);
void visitTexts(Section &section, const TextVisitor &visit);
/// Of the whole protocol, all questions included.
void visitTexts(Protocol &protocol, const TextVisitor &visit);

void visitExpressions(Question &question, const ExpressionVisitor &visit);
void visitSources(Question &question, const SourceVisitor &visit);

/// Every question, those inside of groups and repeats included, in order.
void visitQuestions(QVector<Question> &questions, const std::function<void(Question &)> &visit);
void visitQuestions(Protocol &protocol, const std::function<void(Question &)> &visit);

} // namespace seamfinder
