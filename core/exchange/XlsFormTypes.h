#pragma once

#include "core/protocol/Protocol.h"

namespace seamfinder {

/// What the cell "type" of an XLSForm says: "select_one sizes or_other".
struct FormType
{
    enum class Kind : quint8 {
        Question,   ///< `type`
        BeginGroup, ///< and EndGroup, BeginRepeat, EndRepeat
        EndGroup,
        BeginRepeat,
        EndRepeat,
        Metadata, ///< kept by the device, not asked: start, deviceid, …
        AsText,   ///< asked, but not in a way that an interview can: a photo, a place
        Unknown,
    };
    Kind kind = Kind::Unknown;
    QuestionType type = QuestionType::Text;
    QString list;         ///< of a select or rank
    bool orOther = false; ///< a choice "other" is to be added
    /// Of an unknown type: "begin grop" leaves an end without its begin, which is no other error.
    bool isMeantToBegin = false, isMeantToEnd = false;
};

/// By the reference table and the spellings of older forms; upper and lower case, " " and "_" are the same.
[[nodiscard]] FormType formType(const QString &cell);

} // namespace seamfinder
