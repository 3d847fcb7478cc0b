#include "core/domain/Error.h"
#include "core/domain/Id.h"
#include "core/exchange/ForwardReferences.h"
#include "core/exchange/XlsForm.h"
#include "core/exchange/XlsFormReader.h"
#include "core/protocol/ProtocolCheck.h"

#include <QCoreApplication>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t deepest = 16; ///< groups and repeats within each other

QString tr(const char *text)
{
    return QCoreApplication::translate("XlsForm", text);
}

/// Walks down the survey; a stack holds the groups and repeats that are open.
class Walk
{
public:
    explicit Walk(FormSource &source)
        : m_source(source)
        , m_questions(source)
    {
    }

    QVector<Section> sections()
    {
        for (qsizetype row = 0; row < m_source.survey.size(); ++row) {
            const QString type = m_source.survey.name(row, u"type"_s);
            const QString disabled = m_source.survey.name(row, u"disabled"_s).toLower();
            if (disabled == "yes"_L1 || disabled == "true"_L1 || disabled == "true()"_L1)
                continue;
            if (!type.isEmpty())
                read(row, type, formType(type));
            else if (!m_source.survey.name(row, u"name"_s).isEmpty())
                m_source.error(row, u"type"_s, tr("The question has no type."),
                               tr("Give it one: text, integer, select_one LIST, …"));
        }
        while (!m_open.empty()) {
            m_source.error(m_open.back().row, u"type"_s, tr("The group or repeat has no end."),
                           tr("Add “end_group” or “end_repeat” below what it holds."));
            close();
        }
        m_questions.reportUnused();
        return std::move(m_sections);
    }

    QHash<QString, qsizetype> rowOfQuestion, rowOfSection;

private:
    struct Open
    {
        FormType::Kind kind;
        qsizetype row;
        Question question; ///< unless it is a section
    };

    void read(qsizetype row, const QString &cell, const FormType &type)
    {
        using Kind = FormType::Kind;
        switch (type.kind) {
        case Kind::BeginGroup:
        case Kind::BeginRepeat:
            begin(row, type);
            return;
        case Kind::EndGroup:
        case Kind::EndRepeat:
            end(row, type.kind == Kind::EndGroup ? Kind::BeginGroup : Kind::BeginRepeat);
            return;
        case Kind::Metadata:
            m_source.warning(row, u"type"_s,
                             tr("“%1” is left out: it is not asked, but noted by a device.").arg(cell),
                             tr("Nothing needs to be done."));
            return;
        case Kind::AsText:
            m_source.warning(
                row, u"type"_s,
                tr("An interview has no questions of the type “%1”; it became a text.").arg(cell),
                tr("Ask for it in words, or remove it."));
            break;
        case Kind::Unknown:
            m_source.error(row, u"type"_s, tr("There is no type “%1”.").arg(cell),
                           tr("Use one of XLSForm's: text, integer, select_one LIST, …"));
            break;
        case Kind::Question:
            break;
        }
        Question question = m_questions.question(row, type);
        noteRow(question.name, row);
        add(std::move(question));
    }

    /// Of two questions of one name, what the check says is about the second one.
    void noteRow(const QString &name, qsizetype row) { rowOfQuestion.insert(name, row); }

    void begin(qsizetype row, const FormType &type)
    {
        m_loose = m_loose && !(m_open.empty() && type.kind == FormType::Kind::BeginGroup);
        if (m_open.empty() && type.kind == FormType::Kind::BeginGroup) {
            m_sections.append(m_questions.section(row));
            rowOfSection.insert(m_sections.last().key, row);
            m_open.push_back({type.kind, row, {}});
            return;
        }
        Question question = m_questions.question(row, type);
        noteRow(question.name, row);
        m_open.push_back({type.kind, row, std::move(question)});
        if (m_open.size() == deepest + 1)
            m_source.error(row, u"type"_s, tr("Questions are nested too deeply."),
                           tr("Take them out of some of the groups."));
    }

    void end(qsizetype row, FormType::Kind kind)
    {
        if (m_open.empty() || m_open.back().kind != kind) {
            m_source.error(row, u"type"_s, tr("Nothing that ends here is open."),
                           m_open.empty() ? tr("Remove the row.")
                                          : tr("End what begins in row %1 first.")
                                                .arg(m_source.survey.place(m_open.back().row).row));
            return;
        }
        close();
    }

    /// Of what is nested too deeply nothing is kept: it could not be walked.
    void close()
    {
        Open last = std::move(m_open.back());
        const bool tooDeep = m_open.size() > deepest;
        m_open.pop_back();
        const bool section = m_open.empty() && last.kind == FormType::Kind::BeginGroup;
        if (!section && !tooDeep)
            add(std::move(last.question));
    }

    void add(Question question)
    {
        const bool inQuestion =
            m_open.size() > 1 || (m_open.size() == 1 && m_open[0].kind == FormType::Kind::BeginRepeat);
        if (inQuestion) {
            m_open.back().question.children.append(std::move(question));
            return;
        }
        if (m_open.empty() && !m_loose)
            beginLoose();
        m_sections.last().questions.append(std::move(question));
    }

    /// A section for questions that stand outside of any group.
    void beginLoose()
    {
        m_loose = true;
        Section section;
        section.key = u"questions"_s;
        for (int i = 2; isTaken(section.key); ++i)
            section.key = u"questions-%1"_s.arg(i);
        section.title.byLanguage.insert(m_source.languages.all.value(0), tr("Questions"));
        m_sections.append(section);
    }

    [[nodiscard]] bool isTaken(const QString &key) const
    {
        return m_source.names.types.contains(key) ||
               std::any_of(m_sections.begin(), m_sections.end(),
                           [&](const Section &section) { return section.key == key; });
    }

    FormSource &m_source;
    FormQuestions m_questions;
    QVector<Section> m_sections;
    std::vector<Open> m_open;
    bool m_loose = false; ///< the last section is one of questions outside of groups
};

template <class Tag>
qint64 idFromCell(const QString &text)
{
    const auto id = fromText<Tag>(text);
    return id ? id->value : text.toLongLong();
}

void readSettings(const FormSource &source, Protocol &protocol)
{
    const FormTable &settings = source.settings;
    protocol.languages = source.languages.all;
    const auto cell = [&](const char *key) {
        return settings.size() > 0 ? settings.text(0, QString::fromLatin1(key)) : QString();
    };
    const auto trimmed = [&](const char *key) { return source.ours ? cell(key) : cell(key).trimmed(); };
    protocol.version = trimmed("version");
    protocol.key = trimmed("form_id");
    protocol.id = idFromCell<ProtocolTag>(cell("seamfinder_id"));
    protocol.versionId = idFromCell<ProtocolVersionTag>(cell("seamfinder_version_id"));
    protocol.reserveMinutes = cell("seamfinder_reserve_minutes").toInt();
    if (settings.size() > 0) {
        protocol.title = settings.texts(0, u"seamfinder_title"_s, source.languages);
        protocol.description = settings.texts(0, u"seamfinder_description"_s, source.languages);
    }
    if (const QString title = trimmed("form_title"); !title.isEmpty())
        protocol.title.byLanguage.insert(protocol.language(), title);
    if (source.ours)
        return;
    // A form needs neither; a protocol does.
    if (protocol.title.isEmpty())
        protocol.title.byLanguage.insert(protocol.language(),
                                         protocol.key.isEmpty() ? tr("Form") : protocol.key);
    if (protocol.key.isEmpty())
        protocol.key = u"form"_s;
}

/// The column of the form that holds what the check names.
QString columnOf(const QString &part)
{
    static const QHash<QString, QString> columns{{u"relevance"_s, u"relevant"_s},
                                                 {u"filter"_s, u"choice_filter"_s},
                                                 {u"count"_s, u"repeat_count"_s},
                                                 {u"guidance"_s, u"guidance_hint"_s},
                                                 {u"constraintMessage"_s, u"constraint_message"_s},
                                                 {u"first"_s, u"seamfinder_first"_s}};
    return part.isEmpty() ? u"type"_s : columns.value(part, part);
}

/// An error in a row's type or name makes others that are none of their own.
bool explains(const ImportProblem &error, const ImportPlace &place)
{
    return error.severity == ImportSeverity::Error && error.place.sheet == place.sheet &&
           error.place.row == place.row &&
           (error.place.column == place.column || error.place.column == "type"_L1 ||
            error.place.column == "name"_L1);
}

/// Of a question or section, as the check names them; nothing if no row is it.
std::optional<ImportPlace> placeOf(const FormSource &source, const Walk &walk, const QString &section,
                                   const QString &question, const QString &part)
{
    const QHash<QString, qsizetype> &rows = question.isEmpty() ? walk.rowOfSection : walk.rowOfQuestion;
    const auto row = rows.constFind(question.isEmpty() ? section : question);
    return row == rows.cend() ? std::nullopt : std::optional(source.survey.place(*row, columnOf(part)));
}

/// Forms may refer to what stands further down.
void level(FormSource &source, const Walk &walk, Protocol &protocol)
{
    for (const LevelledReference &each : levelForwardReferences(protocol)) {
        const auto place = placeOf(source, walk, each.section, each.question, each.part);
        source.problem(ImportSeverity::Warning,
                       place.value_or(ImportPlace{source.survey.headerPlace().sheet, 0, {}, {}, {}}),
                       each.what, each.mend);
    }
}

/// What the protocol's own check finds, unless the form's says why.
void addCheck(FormSource &source, const Walk &walk, const Protocol &protocol, const CodebookKeys &codebook)
{
    const QVector<ImportProblem> found = source.problems;
    for (const ProtocolProblem &each : checkProtocol(protocol, codebook)) {
        const auto given = placeOf(source, walk, each.section, each.question, each.part);
        const bool known = given.has_value();
        const ImportPlace place =
            given.value_or(ImportPlace{source.survey.headerPlace().sheet, 0, {}, {}, {}});
        const bool said = std::any_of(found.begin(), found.end(), [&](const ImportProblem &other) {
            return known ? explains(other, place) : other.severity == ImportSeverity::Error;
        });
        if (!said)
            source.problem(ImportSeverity::Error, place, each.what, each.mend);
    }
}

} // namespace

ImportedProtocol importXlsForm(const QByteArray &bytes, const CodebookKeys &codebook)
{
    ImportedProtocol result;
    Workbook workbook;
    try {
        workbook = readWorkbook(bytes);
    } catch (const Error &error) {
        result.problems.append({ImportSeverity::Error,
                                {},
                                tr("The form cannot be read: %1.").arg(error.detail()),
                                tr("Save it again as .xlsx or CSV (UTF-8).")});
        return result;
    }
    FormSource source(workbook);
    Walk walk(source);
    readSettings(source, result.protocol);
    result.protocol.sections = walk.sections();
    if (!source.ours)
        level(source, walk, result.protocol);
    addCheck(source, walk, result.protocol, codebook);
    std::stable_sort(source.problems.begin(), source.problems.end(),
                     [](const ImportProblem &a, const ImportProblem &b) {
                         return std::pair(a.place.sheet != "survey"_L1, a.place.row) <
                                std::pair(b.place.sheet != "survey"_L1, b.place.row);
                     });
    result.problems = std::move(source.problems);
    return result;
}

} // namespace seamfinder
