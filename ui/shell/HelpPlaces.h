#pragma once

#include <QString>
#include <span>

class QWidget;

namespace seamfinder {

/// A place in the help.
struct HelpPlace
{
    QString page;    ///< "2-interview"
    QString heading; ///< as it stands there; empty: the page's top
    friend bool operator==(const HelpPlace &, const HelpPlace &) = default;
};

/// Where the help speaks of a part of the window.
struct HelpPart
{
    const char *className; ///< of the part, without the namespace
    const char *page;
    const char *heading;
};

/// The first that fits counts: what is special stands before what it is a part of.
[[nodiscard]] std::span<const HelpPart> helpParts();

/// Where the help speaks of what `widget` is or stands in; of the program as a whole if it does nowhere.
[[nodiscard]] HelpPlace helpPlaceOf(const QWidget *widget);

} // namespace seamfinder
