#include "ui/common/EditorContext.h"

#include "core/catalogue/StudySession.h"

namespace seamfinder {

bool EditorContext::isWritable() const
{
    return session.isWritable() && !readOnly;
}

} // namespace seamfinder
