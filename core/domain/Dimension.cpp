#include "core/domain/Dimension.h"

#include <array>
#include <QCoreApplication>

namespace seamfinder {

namespace {
#define D(name, key, text, ofGap, forCharts, facet)                                                          \
    DimensionInfo                                                                                            \
    {                                                                                                        \
        Dimension::name, QLatin1StringView(key), QT_TRANSLATE_NOOP("Dimension", text), ofGap, forCharts,     \
            QLatin1StringView(facet)                                                                         \
    }

constexpr std::array table{
    D(Element, "element", "Element", false, true, "element"),
    D(MainElement, "main-element", "Main element", false, true, "element"),
    D(BelievedBy, "believed-by", "Who counted on it", false, true, "role"),
    D(WorkflowOrigin, "workflow-origin", "Where it started", false, true, "workflow"),
    D(WorkflowFound, "workflow-found", "Where it was found", false, true, "workflow"),
    D(Effect, "effect", "Effect", false, true, "effect"),
    D(Detection, "detection", "How it was found", false, true, "detection"),
    D(Tag, "tag", "Tag", false, true, "tag"),
    D(Occurrence, "occurrence", "Occurrence", false, true, "occurrence"),
    D(Source, "source", "Source", false, true, "source"),
    D(Breadth, "breadth", "Breadth", false, true, "breadth"),
    D(Participant, "participant", "Participant", false, true, ""),
    D(ParticipantRole, "participant-role", "Participant's role", false, true, "role"),
    D(Interview, "interview", "Interview", false, true, ""),
    D(System, "system", "System", false, true, ""),
    D(Coder, "coder", "Coder", false, true, ""),
    D(Status, "status", "Status", false, false, ""),
    D(FirstHand, "first-hand", "First-hand or heard", false, false, ""),
    D(WhatIf, "what-if", "Had they known on day one", false, false, ""),
    D(Open, "open", "Open", false, false, ""),
    D(ItemElement, "item-element", "Element of the information", true, true, "element"),
    D(Item, "item", "Information item", true, true, "information-item"),
    D(HadBy, "had-by", "Had it", true, true, "role"),
    D(Owner, "owner", "Would tell", true, true, "role"),
    D(NeededBy, "needed-by", "Needed it", true, true, "role"),
    D(Flow, "flow", "Would tell → needed it", true, true, ""),
    D(State, "state", "State of the information", true, true, "gap-state"),
    D(Reason, "reason", "Reason", true, true, "gap-reason"),
    D(NeededWhen, "when", "When it was needed", true, true, "needed-when"),
    D(Remedy, "remedy", "Remedy", true, true, "remedy"),
};
#undef D

struct OpenFieldInfo
{
    OpenField field;
    QLatin1StringView key;
    const char *label;
};

constexpr std::array openTable{
    OpenFieldInfo{OpenField::Element, QLatin1StringView("element"),
                  QT_TRANSLATE_NOOP("OpenField", "element")},
    OpenFieldInfo{OpenField::BelievedBy, QLatin1StringView("believed-by"),
                  QT_TRANSLATE_NOOP("OpenField", "who counted on it")},
    OpenFieldInfo{OpenField::CountedOn, QLatin1StringView("counted-on"),
                  QT_TRANSLATE_NOOP("OpenField", "what they counted on")},
    OpenFieldInfo{OpenField::TurnedOut, QLatin1StringView("turned-out"),
                  QT_TRANSLATE_NOOP("OpenField", "what turned out")},
    OpenFieldInfo{OpenField::Effect, QLatin1StringView("effect"),
                  QT_TRANSLATE_NOOP("OpenField", "kind of effect")},
    OpenFieldInfo{OpenField::Gap, QLatin1StringView("gap"),
                  QT_TRANSLATE_NOOP("OpenField", "an information gap")},
    OpenFieldInfo{OpenField::Owner, QLatin1StringView("owner"),
                  QT_TRANSLATE_NOOP("OpenField", "who would tell")},
    OpenFieldInfo{OpenField::NeededBy, QLatin1StringView("needed-by"),
                  QT_TRANSLATE_NOOP("OpenField", "who needed it")},
    OpenFieldInfo{OpenField::Item, QLatin1StringView("item"),
                  QT_TRANSLATE_NOOP("OpenField", "kind of information")},
};

constexpr std::array openOrder = [] {
    std::array<OpenField, openTable.size()> fields{};
    for (size_t i = 0; i < openTable.size(); ++i)
        fields[i] = openTable[i].field;
    return fields;
}();
} // namespace

std::span<const DimensionInfo> dimensions()
{
    return table;
}

const DimensionInfo &info(Dimension dimension)
{
    return table[size_t(dimension)];
}

const DimensionInfo *dimensionByKey(QStringView key)
{
    for (const DimensionInfo &entry : table) {
        if (entry.key == key)
            return &entry;
    }
    return nullptr;
}

QString label(Dimension dimension)
{
    return QCoreApplication::translate("Dimension", info(dimension).label);
}

std::span<const OpenField> openFields()
{
    return openOrder;
}

QLatin1StringView openFieldKey(OpenField field)
{
    return openTable[size_t(field) - 1].key;
}

QString label(OpenField field)
{
    return QCoreApplication::translate("OpenField", openTable[size_t(field) - 1].label);
}

} // namespace seamfinder
