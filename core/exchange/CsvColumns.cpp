#include "core/exchange/CsvColumns.h"

#include "core/catalogue/FacetNumbers.h"
#include "core/domain/Error.h"
#include "core/domain/Fields.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <QCoreApplication>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr std::array layouts{
    CsvLayoutInfo{CsvLayout::Gaps, "gaps"_L1, QT_TRANSLATE_NOOP("CsvLayout", "One row for each gap")},
    CsvLayoutInfo{
        CsvLayout::Flows, "flows"_L1,
        QT_TRANSLATE_NOOP("CsvLayout", "One row for each pair of who would tell and who needed it")},
    CsvLayoutInfo{CsvLayout::Examples, "examples"_L1,
                  QT_TRANSLATE_NOOP("CsvLayout", "One row for each example")},
    CsvLayoutInfo{CsvLayout::Wide, "wide"_L1,
                  QT_TRANSLATE_NOOP("CsvLayout", "One row for each example, a column for each term")},
    CsvLayoutInfo{CsvLayout::Codings, "codings"_L1,
                  QT_TRANSLATE_NOOP("CsvLayout", "One row for each coding")},
    CsvLayoutInfo{CsvLayout::Evidence, "evidence"_L1,
                  QT_TRANSLATE_NOOP("CsvLayout", "One row for each passage that is evidence")},
    CsvLayoutInfo{CsvLayout::Answers, "answers"_L1,
                  QT_TRANSLATE_NOOP("CsvLayout", "One row for each answered question of the interviews")},
    CsvLayoutInfo{CsvLayout::Marks, "marks"_L1,
                  QT_TRANSLATE_NOOP("CsvLayout", "One row for each moment that was marked")},
    CsvLayoutInfo{CsvLayout::Paradata, "paradata"_L1,
                  QT_TRANSLATE_NOOP("CsvLayout", "Paradata: one row for each event of an interview")},
};
enum class Part : quint8 { Label, Key, Team };

// In the order of ExportUnit::texts.
constexpr std::array exampleTexts{"title"_L1,   "counted_on"_L1,    "turned_out"_L1,     "led_to"_L1,
                                  "feared"_L1,  "happened_when"_L1, "story"_L1,          "timeline"_L1,
                                  "cost"_L1,    "status_reason"_L1, "first_question"_L1, "status"_L1,
                                  "what_if"_L1, "first_hand"_L1};
constexpr size_t exampleFirstQuestion = 10, gapInformation = 0, gapFirstQuestion = 1;

template <class Map>
const typename Map::mapped_type &lookUp(const Map &map, qint64 id)
{
    static const typename Map::mapped_type none{};
    const auto found = map.find(id);
    return found == map.end() ? none : found->second;
}

void join(std::string &text, std::string_view more)
{
    if (!text.empty())
        text += "; ";
    text += more;
}

void appendId(std::string &text, QLatin1StringView prefix, qint64 id)
{
    if (id != 0)
        join(text, idText(prefix, id).toStdString());
}

void appendTime(std::string &text, qint64 milliseconds)
{
    using namespace std::chrono;
    const sys_time<seconds> time =
        floor<seconds>(sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(milliseconds)));
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    std::array<char, 40> buffer{};
    const int size =
        std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ", int(date.year()),
                      unsigned(date.month()), unsigned(date.day()), int(clock.hours().count()),
                      int(clock.minutes().count()), int(clock.seconds().count()));
    text.append(buffer.data(), size_t(size));
}

std::string_view teamKey(int team)
{
    constexpr std::array<std::string_view, 4> keys{"", "same", "other", "other-organisation"};
    return keys[size_t(team) < keys.size() ? size_t(team) : 0];
}

class Columns
{
public:
    explicit Columns(const CsvNames &names)
        : m_names(names)
    {
    }
    std::vector<CsvColumn> list;

    // `write` fills the scratch.
    template <class Write>
    void add(std::string name, Write write)
    {
        list.push_back({std::move(name), [write](CsvRow &row) -> std::string_view {
                            row.scratch.clear();
                            write(row, row.scratch);
                            return row.scratch;
                        }});
    }

    void addIds(bool withGap)
    {
        add("example_id", [](CsvRow &row, std::string &text) {
            appendId(text, ExampleTag::prefix, row.example ? row.example->id : 0);
        });
        if (withGap)
            add("gap_id", [](CsvRow &row, std::string &text) {
                for (const ExportUnit &gap : row.gaps)
                    appendId(text, GapTag::prefix, gap.id);
            });
    }

    void addOrigin()
    {
        const CsvNames &names = m_names;
        add("interview_id", [](CsvRow &row, std::string &text) {
            appendId(text, InterviewTag::prefix, host(row).interview);
        });
        list.push_back({"participant", [&names](CsvRow &row) -> std::string_view {
                            return lookUp(names.participants, teller(row));
                        }});
        list.push_back({"participant_role", [&names](CsvRow &row) -> std::string_view {
                            return lookUp(names.roles, teller(row)).label;
                        }});
        list.push_back({"participant_role_key", [&names](CsvRow &row) -> std::string_view {
                            return lookUp(names.roles, teller(row)).key;
                        }});
        list.push_back({"system", [&names](CsvRow &row) -> std::string_view {
                            return lookUp(names.systems, row.example ? row.example->system : 0);
                        }});
        list.push_back({"interview_date", [&names](CsvRow &row) -> std::string_view {
                            return lookUp(names.interviews, host(row).interview).date;
                        }});
        list.push_back({"protocol", [&names](CsvRow &row) -> std::string_view {
                            return lookUp(names.interviews, host(row).interview).protocol;
                        }});
        list.push_back({"protocol_version", [&names](CsvRow &row) -> std::string_view {
                            return lookUp(names.interviews, host(row).interview).version;
                        }});
    }

    void addPlace()
    {
        list.push_back({"first_question", [](CsvRow &row) -> std::string_view {
                            if (row.isOfGap()) {
                                const std::string_view own =
                                    row.batch->text(row.gaps.front().texts[gapFirstQuestion]);
                                if (!own.empty() || !row.example)
                                    return own;
                            }
                            return row.batch->text(row.example->texts[exampleFirstQuestion]);
                        }});
        add("evidence_count", [](CsvRow &row, std::string &text) {
            int count = row.example ? row.example->evidence : 0;
            for (const ExportUnit &gap : row.gaps)
                count += gap.evidence;
            text = std::to_string(count);
        });
        const CsvNames &names = m_names;
        list.push_back({"incident", [&names](CsvRow &row) -> std::string_view {
                            return lookUp(names.incidents, row.example ? row.example->incident : 0);
                        }});
    }

    void addEnd()
    {
        const CsvNames &names = m_names;
        list.push_back({"coder", [&names](CsvRow &row) -> std::string_view {
                            const std::string &held = lookUp(names.interviews, host(row).interview).coders;
                            return held.empty() ? lookUp(names.coders, row.unit().changedBy) : held;
                        }});
        add("created", [](CsvRow &row, std::string &text) { appendTime(text, row.unit().created); });
        add("updated", [](CsvRow &row, std::string &text) { appendTime(text, row.unit().updated); });
    }

    void addText(const Field &field)
    {
        const auto place =
            size_t(std::find(exampleTexts.begin(), exampleTexts.end(), field.key) - exampleTexts.begin());
        const bool ofGap = field.entity == Entity::Gap;
        if (ofGap)
            add(std::string(field.key.data(), size_t(field.key.size())), [](CsvRow &row, std::string &text) {
                for (const ExportUnit &gap : row.gaps)
                    join(text, row.batch->text(gap.texts[gapInformation]));
            });
        else
            list.push_back({std::string(field.key.data(), size_t(field.key.size())),
                            [place](CsvRow &row) -> std::string_view {
                                return row.example ? row.batch->text(row.example->texts[place]) : "";
                            }});
    }

    void addChoice(const Field &field)
    {
        const auto place =
            size_t(std::find(exampleTexts.begin(), exampleTexts.end(), field.key) - exampleTexts.begin());
        std::unordered_map<std::string, std::string> labels;
        for (const Choice &choice : field.choices)
            labels[std::string(choice.key.data(), size_t(choice.key.size()))] =
                seamfinder::label(choice).toStdString();
        const std::string name(field.key.data(), size_t(field.key.size()));
        add(name, [place, labels](CsvRow &row, std::string &text) {
            const std::string_view key = row.example ? row.batch->text(row.example->texts[place]) : "";
            const auto known = labels.find(std::string(key));
            text = known == labels.end() ? key : std::string_view(known->second);
        });
        list.push_back({name + "_key", [place](CsvRow &row) -> std::string_view {
                            return row.example ? row.batch->text(row.example->texts[place]) : "";
                        }});
    }

    void addNumber(const Field &field)
    {
        const std::string name(field.key.data(), size_t(field.key.size()));
        const auto ofExample = field == fields::example::severity     ? &ExportUnit::severity
                               : field == fields::example::likelihood ? &ExportUnit::likelihood
                                                                      : &ExportUnit::confidence;
        if (field.entity == Entity::Gap)
            addGapNumber(name, &ExportUnit::importance);
        else
            add(name, [ofExample](CsvRow &row, std::string &text) {
                if (row.example && row.example->*ofExample)
                    text = std::to_string(*(row.example->*ofExample));
            });
    }

    void addGapNumber(const std::string &name, std::optional<int> ExportUnit::*member)
    {
        add(name, [member](CsvRow &row, std::string &text) {
            for (const ExportUnit &gap : row.gaps) {
                if (gap.*member)
                    join(text, std::to_string(*(gap.*member)));
            }
        });
    }

    void addTerm(const Field &field)
    {
        const CsvNames &names = m_names;
        const std::string name(field.key.data(), size_t(field.key.size()));
        const auto member = field == fields::example::occurrence ? &ExportUnit::occurrence
                            : field == fields::example::source   ? &ExportUnit::source
                                                                 : &ExportUnit::breadth;
        list.push_back({name, [&names, member](CsvRow &row) -> std::string_view {
                            return lookUp(names.terms, row.example ? row.example->*member : 0).label;
                        }});
        list.push_back({name + "_key", [&names, member](CsvRow &row) -> std::string_view {
                            return lookUp(names.terms, row.example ? row.example->*member : 0).key;
                        }});
    }

    void addCoded(const Field &field)
    {
        const std::string name(field.key.data(), size_t(field.key.size()));
        const int facet = facetNumber(field);
        const bool ofGap = field.entity == Entity::Gap;
        addCoded(name, facet, ofGap, Part::Label);
        addCoded(name + "_key", facet, ofGap, Part::Key);
        if (field.withTeam)
            addCoded(name + "_team", facet, ofGap, Part::Team);
        if (field == fields::example::element)
            addMainElement(facet);
    }

    void addMissing(const std::string &name, bool ofGap)
    {
        add(name, [ofGap](CsvRow &row, std::string &text) {
            forUnits(row, ofGap, [&](const ExportUnit &unit) {
                for (const ExportMissing &missing : unit.missing)
                    join(text, std::string(row.batch->text(missing.field)) + '=' +
                                   std::string(row.batch->text(missing.code)));
            });
        });
    }

    void addUse(CsvUse use, const std::string &name)
    {
        add(name, [use](CsvRow &row, std::string &text) {
            bool used = use.first <= 0 && row.example &&
                        std::array{row.example->occurrence, row.example->source,
                                   row.example->breadth}[size_t(std::max(0, -use.first)) % 3] == use.second;
            const auto look = [&](const ExportUnit &unit) {
                for (const ExportCoding &coding : unit.codings)
                    used = used || (coding.facet == use.first && coding.term == use.second);
            };
            forUnits(row, false, look);
            forUnits(row, true, look);
            text = used ? "1" : "0";
        });
    }

    template <class Visit>
    static void forUnits(const CsvRow &row, bool gaps, const Visit &visit)
    {
        if (gaps) {
            for (const ExportUnit &gap : row.gaps)
                visit(gap);
        } else if (row.example) {
            visit(*row.example);
        }
    }
    static const ExportUnit &host(const CsvRow &row) { return row.example ? *row.example : row.gaps.front(); }
    /// Who told of what the line is about: of a gap, whoever named it.
    static qint64 teller(const CsvRow &row)
    {
        return row.isOfGap() && row.gaps.front().participant ? row.gaps.front().participant
                                                             : host(row).participant;
    }

private:
    void addCoded(const std::string &name, int facet, bool ofGap, Part part)
    {
        static const int ownerFacet = facetNumber(fields::gap::owner),
                         neededByFacet = facetNumber(fields::gap::neededBy);
        const CsvNames &names = m_names;
        add(name, [&names, facet, ofGap, part](CsvRow &row, std::string &text) {
            const ExportCoding *only = facet == ownerFacet      ? row.owner
                                       : facet == neededByFacet ? row.neededBy
                                                                : nullptr;
            std::vector<qint64> seen;
            forUnits(row, ofGap, [&](const ExportUnit &unit) {
                for (const ExportCoding &coding : unit.codings) {
                    if (coding.facet != facet || (only && &coding != only) ||
                        std::find(seen.begin(), seen.end(), coding.term) != seen.end())
                        continue;
                    const bool first = seen.empty();
                    seen.push_back(coding.term);
                    if (!first)
                        text += "; "; // also after an empty one: the columns beside each other stay aligned
                    if (part == Part::Team) {
                        text += teamKey(coding.team);
                        continue;
                    }
                    const CsvNames::Named &term = lookUp(names.terms, coding.term);
                    text += part == Part::Key ? term.key : term.label;
                    if (part == Part::Label && coding.other.size > 0)
                        text.append(" (").append(row.batch->text(coding.other)).append(")");
                }
            });
        });
    }

    void addMainElement(int facet)
    {
        const CsvNames &names = m_names;
        for (const bool key : {false, true})
            add(key ? "main_element_key" : "main_element",
                [&names, facet, key](CsvRow &row, std::string &text) {
                    forUnits(row, false, [&](const ExportUnit &unit) {
                        for (const ExportCoding &coding : unit.codings) {
                            if (coding.facet == facet && coding.main)
                                text = key ? lookUp(names.terms, coding.term).key
                                           : lookUp(names.terms, coding.term).label;
                        }
                    });
                });
    }

    const CsvNames &m_names;
};

void addField(Columns &columns, const Field &field, bool wide)
{
    switch (field.kind) {
    case FieldKind::Text:
        return columns.addText(field);
    case FieldKind::Number:
        return columns.addNumber(field);
    case FieldKind::Choice:
        return columns.addChoice(field);
    case FieldKind::Term:
        return wide ? void() : columns.addTerm(field);
    case FieldKind::Coding:
        return wide ? void() : columns.addCoded(field);
    case FieldKind::Link:
        return; // the system stands among the first columns
    }
}

void addCodingColumns(Columns &columns, const CsvNames &names)
{
    columns.add("coding_id",
                [](CsvRow &row, std::string &text) { appendId(text, CodingTag::prefix, row.coding->id); });
    columns.add("target", [](CsvRow &row, std::string &text) {
        const bool isGap = !row.gaps.empty();
        appendId(text, isGap ? GapTag::prefix : ExampleTag::prefix, row.unit().id);
    });
    columns.addIds(true);
    columns.addOrigin();
    columns.list.push_back({"facet", [](CsvRow &row) -> std::string_view {
                                const Field *field = facetField(row.coding->facet);
                                return field ? std::string_view(field->key.data(), size_t(field->key.size()))
                                             : "";
                            }});
    columns.list.push_back({"term", [&names](CsvRow &row) -> std::string_view {
                                return lookUp(names.terms, row.coding->term).label;
                            }});
    columns.list.push_back({"term_key", [&names](CsvRow &row) -> std::string_view {
                                return lookUp(names.terms, row.coding->term).key;
                            }});
    columns.add("main", [](CsvRow &row, std::string &text) { text = row.coding->main ? "1" : "0"; });
    columns.list.push_back({"pair", [](CsvRow &row) -> std::string_view {
                                return row.coding->pair == 1 ? "A" : row.coding->pair == 2 ? "B" : "";
                            }});
    columns.list.push_back(
        {"team", [](CsvRow &row) -> std::string_view { return teamKey(row.coding->team); }});
    columns.list.push_back(
        {"other", [](CsvRow &row) -> std::string_view { return row.batch->text(row.coding->other); }});
    columns.list.push_back({"coder", [&names](CsvRow &row) -> std::string_view {
                                return lookUp(names.coders, row.coding->coder);
                            }});
    columns.list.push_back(
        {"stage", [](CsvRow &row) -> std::string_view {
             return row.coding->stage == 1 ? "live" : row.coding->stage == 2 ? "after" : "resolved";
         }});
    columns.add("time", [](CsvRow &row, std::string &text) { appendTime(text, row.coding->time); });
}
} // namespace

bool isOfInterviews(CsvLayout layout)
{
    return layout == CsvLayout::Answers || layout == CsvLayout::Marks || layout == CsvLayout::Paradata;
}

std::span<const CsvLayoutInfo> csvLayouts()
{
    return layouts;
}

CsvLayout csvLayout(const QString &key)
{
    QStringList keys;
    for (const CsvLayoutInfo &entry : layouts) {
        if (entry.key == key)
            return entry.layout;
        keys.append(entry.key);
    }
    throw Error(ErrorCode::InvalidInput,
                u"there is no layout \"%1\"; the layouts are: %2"_s.arg(key, keys.join(u", "_s)), key);
}

void collectUse(const ExportRecord &record, std::set<CsvUse> &used)
{
    if (!record.example)
        return;
    int place = 0;
    for (const qint64 term : {record.example->occurrence, record.example->source, record.example->breadth}) {
        if (term != 0)
            used.emplace(place, term);
        --place;
    }
    for (const ExportCoding &coding : record.example->codings)
        used.emplace(coding.facet, coding.term);
    for (const ExportUnit &gap : record.gaps) {
        for (const ExportCoding &coding : gap.codings)
            used.emplace(coding.facet, coding.term);
    }
}

std::vector<CsvColumn> csvColumns(CsvLayout layout, const CsvNames &names, const std::vector<CsvUse> &used)
{
    Columns columns(names);
    if (layout == CsvLayout::Codings) {
        addCodingColumns(columns, names);
        return std::move(columns.list);
    }
    const bool wide = layout == CsvLayout::Wide;
    columns.addIds(true);
    columns.addOrigin();
    columns.addPlace();
    for (const Field &field : fieldsOf(Entity::Example))
        addField(columns, field, wide);
    columns.addMissing("example_missing", false);
    for (const Field &field : fieldsOf(Entity::Gap))
        addField(columns, field, wide);
    columns.addGapNumber("priority", &ExportUnit::priority);
    columns.addMissing("gap_missing", true);
    constexpr std::array termFields{&fields::example::occurrence, &fields::example::source,
                                    &fields::example::breadth};
    for (const CsvUse &use : used) {
        const Field *field = use.first <= 0 ? termFields[size_t(-use.first)] : facetField(use.first);
        if (field)
            columns.addUse(use, std::string(field->key.data(), size_t(field->key.size())) + ':' +
                                    lookUp(names.terms, use.second).key);
    }
    columns.addEnd();
    return std::move(columns.list);
}

} // namespace seamfinder
