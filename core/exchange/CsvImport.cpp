#include "core/exchange/CsvImport.h"

#include "core/catalogue/EditCodebook.h"
#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditFields.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ErasedPseudonyms.h"
#include "core/catalogue/Erasure.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/catalogue/ReadStudy.h"
#include "core/domain/Error.h"
#include "core/domain/Fields.h"
#include "core/exchange/CsvReader.h"
#include "core/interview/TranscriptText.h"

#include <algorithm>
#include <QHash>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
/// What an export says about the study it came from.
constexpr std::array ofTheOtherStudy{"example_id"_L1,     "gap_id"_L1,         "interview_id"_L1,
                                     "interview_date"_L1, "protocol"_L1,       "protocol_version"_L1,
                                     "first_question"_L1, "evidence_count"_L1, "priority"_L1,
                                     "main_element"_L1,   "coder"_L1,          "created"_L1,
                                     "updated"_L1};

/// "Counted on", "counted-on" and "counted_on" are one.
QString plainName(const QString &name)
{
    QString plain = name.trimmed().toLower();
    for (QChar &c : plain) {
        if (c == u' ' || c == u'-')
            c = u'_';
    }
    return plain;
}

char delimiterOf(const QByteArray &text)
{
    const QByteArray first = text.left(text.indexOf('\n'));
    char most = ',';
    for (const char candidate : {';', '\t'}) {
        if (first.count(candidate) > first.count(most))
            most = candidate;
    }
    return most;
}

QStringList parts(const QString &cell)
{
    QStringList list;
    for (const QString &part : cell.split(u';')) {
        if (!part.trimmed().isEmpty())
            list << part.trimmed();
    }
    return list;
}

Team teamOf(const QString &key)
{
    return key == "same"_L1                 ? Team::Same
           : key == "other"_L1              ? Team::Other
           : key == "other-organisation"_L1 ? Team::OtherOrganisation
                                            : Team::NotSaid;
}

/// Writes line after line; keeps in mind what the lines before have made.
class LineImport
{
public:
    LineImport(Edit &edit, const QStringList &header)
        : m_edit(edit)
        , m_header(header)
        , m_codebook(Codebook::read(edit.db()))
    {
        for (qsizetype column = 0; column < header.size(); ++column)
            m_columns.insert(plainName(header[column]), column);
        for (const Entity entity : {Entity::Example, Entity::Gap}) {
            for (const Field &field : fieldsOf(entity)) {
                const QString key = field.key;
                // A label serves where no column has the key: an export has "element" and "element_key".
                if (!m_columns.contains(key) && !m_columns.contains(key + u"_key"_s))
                    if (const auto byLabel = m_columns.constFind(plainName(label(field)));
                        byLabel != m_columns.cend())
                        m_columns.insert(key, *byLabel);
            }
        }
        for (const Participant &each : readParticipants(edit.db()))
            m_participants.insert(each.pseudonym.toLower(), each.id);
    }

    void write(const QStringList &row)
    {
        m_row = &row;
        if (isErased()) {
            ++outcome.erased;
            return;
        }
        if (isOfErasedPerson()) {
            ++outcome.ofErased;
            return;
        }
        m_used.assign(size_t(m_header.size()), false);
        m_rest.clear();
        for (const QLatin1StringView name : ofTheOtherStudy)
            use(name);
        const QString exampleKey = cell(u"example_id"_s);
        const bool gap = hasAny(Entity::Gap) || !cell(u"gap_id"_s).isEmpty();
        const bool known = !exampleKey.isEmpty() && m_examples.contains(exampleKey);
        const Origin origin = this->origin();
        if (known) {
            for (const Field &field : fieldsOf(Entity::Example))
                useField(field);
            use(u"example_missing"_s);
            use(u"incident"_s);
        }
        ExampleId example = m_examples.value(exampleKey);
        if (!known && (hasAny(Entity::Example) || !exampleKey.isEmpty() || !gap)) {
            example = createExample(m_edit, origin);
            ++outcome.examples;
            if (!exampleKey.isEmpty())
                m_examples.insert(exampleKey, example);
            writeFields(Entity::Example, example.value);
            writeMissing(Entity::Example, example.value);
            writeIncident(example);
        }
        GapId need{};
        if (gap) {
            const GapId made = createGap(m_edit, example, origin);
            ++outcome.gaps;
            writeFields(Entity::Gap, made.value);
            writeMissing(Entity::Gap, made.value);
            need = example ? GapId{} : made;
        }
        keepRest(known ? ExampleId{} : example, need);
        m_edit.targetDone();
    }

    CsvImport::Outcome outcome;

private:
    [[nodiscard]] QString cell(const QString &name) const
    {
        const auto column = m_columns.constFind(name);
        return column == m_columns.cend() ? QString() : m_row->value(*column);
    }
    void use(const QString &name)
    {
        if (const auto column = m_columns.constFind(name); column != m_columns.cend())
            m_used[size_t(*column)] = true;
    }
    QString take(const QString &name)
    {
        use(name);
        return cell(name);
    }
    /// Into the story, for want of a better place.
    void keep(const QString &name, const QString &value) { m_rest.append({name, value}); }

    [[nodiscard]] bool isErased() const
    {
        const auto erased = [this](const auto &id) { return id && isTombstoned(m_edit.db(), id->value); };
        return erased(fromText<InterviewTag>(cell(u"interview_id"_s))) ||
               erased(fromText<ExampleTag>(cell(u"example_id"_s))) ||
               erased(fromText<GapTag>(cell(u"gap_id"_s)));
    }

    /// Known by nothing but the pseudonym. Somebody who has it in this study by now is another person.
    [[nodiscard]] bool isOfErasedPerson() const
    {
        const QString pseudonym = cell(u"participant"_s).trimmed();
        return !pseudonym.isEmpty() && !m_participants.contains(pseudonym.toLower()) &&
               isErasedPseudonym(m_edit.db(), pseudonym);
    }

    void useField(const Field &field)
    {
        for (const auto *suffix : {"", "_key", "_team"})
            use(field.key + QLatin1StringView(suffix));
    }

    [[nodiscard]] bool hasAny(Entity entity) const
    {
        const auto fields = fieldsOf(entity);
        return std::any_of(fields.begin(), fields.end(), [this](const Field &field) {
            return field.kind != FieldKind::Link &&
                   (!cell(field.key).isEmpty() || !cell(field.key + u"_key"_s).isEmpty());
        });
    }

    Origin origin()
    {
        Origin origin;
        const QString pseudonym = take(u"participant"_s).trimmed();
        const QString roleWords = take(u"participant_role"_s), roleKey = take(u"participant_role_key"_s);
        const QString role = roleKey.isEmpty() ? roleWords : roleKey;
        if (!pseudonym.isEmpty()) {
            ParticipantId &known = m_participants[pseudonym.toLower()];
            if (!known) {
                known = createParticipant(m_edit, pseudonym);
                setCodings(m_edit, fields::participant::role, known.value,
                           terms(fields::participant::role, role), CodingStage::After);
            }
            origin.participant = known;
        }
        if (const QString alias = take(u"system"_s).trimmed(); !alias.isEmpty())
            origin.system = systemByAlias(m_edit, alias);
        return origin;
    }

    void writeFields(Entity entity, qint64 row)
    {
        for (const Field &field : fieldsOf(entity)) {
            const QString words = take(field.key), keys = take(field.key + u"_key"_s);
            const QString value = keys.isEmpty() ? words : keysOrWords(field, keys, words);
            if (value.isEmpty() || field.kind == FieldKind::Link)
                continue;
            if (!writeField(field, row, value))
                keep(field.key, words.isEmpty() ? keys : words);
        }
    }

    /// The keys, but the words of those that this codebook has not: tags, and terms of the other study.
    [[nodiscard]] QString keysOrWords(const Field &field, const QString &keys, const QString &words) const
    {
        QStringList names = parts(keys);
        const QStringList labels = parts(words);
        if (field.facet.isEmpty() || labels.size() != names.size())
            return keys;
        for (qsizetype i = 0; i < names.size(); ++i) {
            if (!m_codebook.term(QString(field.facet), names[i]))
                names[i] = labels[i];
        }
        return names.join(u"; "_s);
    }

    /// False if the field cannot take it.
    bool writeField(const Field &field, qint64 row, const QString &value)
    {
        switch (field.kind) {
        case FieldKind::Text:
            setValue(m_edit, field, row, value);
            return true;
        case FieldKind::Number: {
            bool number = false;
            const int whole = value.trimmed().toInt(&number);
            const bool fits =
                number && (field.maximum == 0 || (whole >= field.minimum && whole <= field.maximum));
            if (fits)
                setValue(m_edit, field, row, whole);
            return fits;
        }
        case FieldKind::Choice:
            for (const Choice &choice : field.choices) {
                if (value.trimmed() == choice.key ||
                    value.trimmed().compare(label(choice), Qt::CaseInsensitive) == 0) {
                    setValue(m_edit, field, row, QString(choice.key));
                    return true;
                }
            }
            return false;
        case FieldKind::Term: {
            const QVector<CodedTerm> found = terms(field, value);
            if (!found.isEmpty())
                setValue(m_edit, field, row, found.first().term.value);
            return !found.isEmpty();
        }
        case FieldKind::Coding:
            return writeCodings(field, row, value);
        case FieldKind::Link:
            break;
        }
        return false;
    }

    bool writeCodings(const Field &field, qint64 row, const QString &value)
    {
        QVector<CodedTerm> coded = terms(field, value);
        if (field == fields::example::element) {
            const QString main = take(u"main_element_key"_s);
            for (CodedTerm &each : coded)
                each.main = m_codebook.key(each.term) == main;
        }
        if (field.withTeam) {
            const QStringList teams = take(field.key + u"_team"_s).split(u';');
            for (qsizetype i = 0; i < coded.size(); ++i)
                coded[i].team = teamOf(teams.value(i).trimmed());
        }
        setCodings(m_edit, field, row, coded, CodingStage::After);
        return coded.size() == parts(value).size();
    }

    [[nodiscard]] QVector<CodedTerm> terms(const Field &field, const QString &cell)
    {
        QVector<CodedTerm> found;
        for (const QString &name : parts(cell)) {
            TermId term{};
            for (const Term &each : m_codebook.inFacet(QString(field.facet))) {
                if (each.key == name || each.label.compare(name, Qt::CaseInsensitive) == 0 ||
                    (!each.alias.isEmpty() && each.alias.compare(name, Qt::CaseInsensitive) == 0))
                    term = each.id;
            }
            // Tags are anybody's own words.
            if (!term && field.facet == "tag"_L1)
                term = tagByLabel(m_edit, name);
            const bool twice = std::any_of(found.begin(), found.end(),
                                           [term](const CodedTerm &coded) { return coded.term == term; });
            if (term && !twice)
                found.append({.term = term});
        }
        return found;
    }

    /// "effect=not-known; detection=not-asked", as exports write it.
    void writeMissing(Entity entity, qint64 row)
    {
        for (const QString &pair :
             parts(take(entity == Entity::Gap ? u"gap_missing"_s : u"example_missing"_s))) {
            const Field *field = findField(entity, pair.section(u'=', 0, 0));
            if (const auto code = missingCodeFromKey(pair.section(u'=', 1)); field && code)
                setMissing(m_edit, *field, row, code);
        }
    }

    /// Examples of one label are accounts of one event.
    void writeIncident(ExampleId example)
    {
        const QString label = take(u"incident"_s).trimmed();
        if (label.isEmpty())
            return;
        IncidentId &known = m_incidents[label];
        if (!known)
            known = createIncident(m_edit, label);
        setIncident(m_edit, example, known);
    }

    void keepRest(ExampleId example, GapId need)
    {
        for (qsizetype column = 0; column < m_header.size(); ++column) {
            if (!m_used[size_t(column)] && !m_row->value(column).trimmed().isEmpty())
                keep(m_header[column], m_row->value(column));
        }
        for (qsizetype column = m_header.size(); column < m_row->size(); ++column)
            keep(u"column %1"_s.arg(column + 1), m_row->at(column));
        if (m_rest.isEmpty() || (!example && !need))
            return;
        QStringList lines;
        for (const auto &[name, value] : std::as_const(m_rest)) {
            lines << name + u": "_s + value;
            if (!outcome.intoStory.contains(name))
                outcome.intoStory << name;
        }
        const Field &field = example ? fields::example::story : fields::gap::information;
        const qint64 row = example ? example.value : need.value;
        const QString before = cell(field.key);
        setValue(m_edit, field, row, (before.isEmpty() ? QString() : before + u"\n\n"_s) + lines.join(u'\n'));
    }

    Edit &m_edit;
    const QStringList &m_header;
    Codebook m_codebook;
    QHash<QString, qsizetype> m_columns;
    QHash<QString, ParticipantId> m_participants;
    QHash<QString, IncidentId> m_incidents;
    QHash<QString, ExampleId> m_examples; ///< by the other study's id
    const QStringList *m_row = nullptr;
    std::vector<bool> m_used;
    QVector<std::pair<QString, QString>> m_rest;
};
} // namespace

CsvImport::CsvImport(const QByteArray &bytes)
{
    const QByteArray text = transcriptFromBytes(bytes).toUtf8();
    m_rows = readCsv(text, delimiterOf(text));
    if (m_rows.size() < 2)
        throw Error(ErrorCode::InvalidInput, u"there is no line below the header"_s);
    m_header = m_rows.takeFirst();
}

int CsvImport::countTexts(const std::function<bool(const QString &)> &isOne) const
{
    int count = 0;
    for (const QStringList &row : m_rows)
        count += int(std::count_if(row.begin(), row.end(), isOne));
    return count;
}

CsvImport::Outcome CsvImport::write(Edit &edit) const
{
    LineImport import(edit, m_header);
    for (const QStringList &row : m_rows)
        import.write(row);
    return import.outcome;
}

} // namespace seamfinder
