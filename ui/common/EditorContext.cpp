#include "ui/common/EditorContext.h"

#include "core/catalogue/StudySession.h"
#include "core/domain/Term.h"
#include "core/protocol/SpokenLabels.h"

namespace seamfinder {

bool EditorContext::isWritable() const
{
    return session.isWritable() && !readOnly;
}

const SpokenLabels &EditorContext::labels() const
{
    return spoken ? spoken() : SpokenLabels::in({});
}

QString EditorContext::termLabel(const Term &term) const
{
    return labels().term(term.facet, term.key, term.label);
}

} // namespace seamfinder
