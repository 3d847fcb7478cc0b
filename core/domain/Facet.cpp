#include "core/domain/Facet.h"

#include <QCoreApplication>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
struct FacetInfo
{
    QLatin1StringView key;
    const char *label;
};

// In the order of the screen.
constexpr FacetInfo facetTable[]{
    {"element"_L1, QT_TRANSLATE_NOOP("Facet", "Element")},
    {"information-item"_L1, QT_TRANSLATE_NOOP("Facet", "Information item")},
    {"role"_L1, QT_TRANSLATE_NOOP("Facet", "Role")},
    {"workflow"_L1, QT_TRANSLATE_NOOP("Facet", "Workflow")},
    {"effect"_L1, QT_TRANSLATE_NOOP("Facet", "Effect")},
    {"detection"_L1, QT_TRANSLATE_NOOP("Facet", "How it was found")},
    {"gap-state"_L1, QT_TRANSLATE_NOOP("Facet", "State of the information")},
    {"gap-reason"_L1, QT_TRANSLATE_NOOP("Facet", "Reason")},
    {"needed-when"_L1, QT_TRANSLATE_NOOP("Facet", "When it was needed")},
    {"remedy"_L1, QT_TRANSLATE_NOOP("Facet", "Remedy")},
    {"occurrence"_L1, QT_TRANSLATE_NOOP("Facet", "Occurrence")},
    {"source"_L1, QT_TRANSLATE_NOOP("Facet", "Source")},
    {"breadth"_L1, QT_TRANSLATE_NOOP("Facet", "Breadth")},
    {"tag"_L1, QT_TRANSLATE_NOOP("Facet", "Tag")},
};
} // namespace

QStringList facetKeys()
{
    QStringList keys;
    for (const FacetInfo &facet : facetTable)
        keys << facet.key;
    return keys;
}

QString facetLabel(QStringView facet)
{
    for (const FacetInfo &entry : facetTable) {
        if (entry.key == facet)
            return QCoreApplication::translate("Facet", entry.label);
    }
    return facet.toString();
}

} // namespace seamfinder
