#pragma once

#include "core/protocol/Protocol.h"

#include <QHash>

namespace seamfinder {

/// An expression that was written with XPath's meaning in mind, so that it means the same here: in XPath an
/// unanswered question is an empty text, keys are numbers if they look like it, numbers are texts where one
/// is asked for, and a tick is 'OK'. Unchanged to the letter where nothing of that matters. `types` by name;
/// `self`: that of what "." stands for.
[[nodiscard]] Expression withMeaningOfXPath(const Expression &expression,
                                            const QHash<QString, QuestionType> &types,
                                            std::optional<QuestionType> self = {});

} // namespace seamfinder
