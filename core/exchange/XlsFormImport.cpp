#include "core/domain/Error.h"
#include "core/domain/Id.h"
#include "core/exchange/ForwardReferences.h"
#include "core/exchange/XlsForm.h"
#include "core/exchange/XlsFormCheck.h"

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
            if (m_source.isDisabled(row))
                continue;
            if (!type.isEmpty())
                read(row, type, formType(type));
            else if (!m_source.survey.name(row, u"name"_s).isEmpty())
                addUntyped(row);
        }
        while (!m_open.empty()) {
            if (m_unreadEnds-- <= 0)
                m_source.error(m_open.back().row, u"type"_s, tr("The group or repeat has no end."),
                               tr("Add “end_group” or “end_repeat” below what it holds."));
            close();
        }
        m_questions.reportUnused();
        return std::move(m_sections);
    }

    FormRows rows;

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
            m_unreadBegins += type.isMeantToBegin ? 1 : 0;
            if (type.isMeantToEnd) {
                ++m_unreadEnds;
                return;
            }
            break;
        case Kind::Question:
            break;
        }
        Question question = m_questions.question(row, type);
        note(question, row);
        add(std::move(question));
    }

    /// It has its place and its name, so that what refers to it is not wrong, too.
    void addUntyped(qsizetype row)
    {
        if (m_source.survey.has(u"type"_s))
            m_source.error(row, u"type"_s, tr("The question has no type."),
                           tr("Give it one: text, integer, select_one LIST, …"));
        Question question = m_questions.question(row, formType({}));
        note(question, row);
        add(std::move(question));
    }

    /// A second question of a name gets another one, so that what the check says is about the right row.
    void note(Question &question, qsizetype row)
    {
        if (rows.question.contains(question.name)) {
            m_source.error(row, u"name"_s, tr("Two questions have the name “%1”.").arg(question.name),
                           tr("Rename one of them."));
            question.name = another(question.name, row, rows.question);
        }
        rows.question.insert(question.name, row);
    }

    QString another(const QString &name, qsizetype row, const QHash<QString, qsizetype> &taken) const
    {
        QString result = u"%1-%2"_s.arg(name).arg(m_source.survey.place(row).row);
        while (taken.contains(result) || m_source.names.types.contains(result))
            result += u'-';
        return result;
    }

    void begin(qsizetype row, const FormType &type)
    {
        m_loose = m_loose && !(m_open.empty() && type.kind == FormType::Kind::BeginGroup);
        if (m_open.empty() && type.kind == FormType::Kind::BeginGroup) {
            m_sections.append(m_questions.section(row));
            QString &key = m_sections.last().key;
            if (rows.section.contains(key)) {
                m_source.error(row, u"name"_s, tr("Two groups have the name “%1”.").arg(key),
                               tr("Rename one of them."));
                key = another(key, row, rows.section);
            }
            rows.section.insert(key, row);
            m_open.push_back({type.kind, row, {}});
            return;
        }
        Question question = m_questions.question(row, type);
        note(question, row);
        m_open.push_back({type.kind, row, std::move(question)});
        if (m_open.size() == deepest + 1)
            m_source.error(row, u"type"_s, tr("Questions are nested too deeply."),
                           tr("Take them out of some of the groups."));
    }

    void end(qsizetype row, FormType::Kind kind)
    {
        if (m_open.empty() || m_open.back().kind != kind) {
            if (m_unreadBegins > 0) { // it ends what an error has begun
                --m_unreadBegins;
                return;
            }
            m_source.error(row, u"type"_s, tr("Nothing that ends here is open."),
                           m_open.empty() ? tr("Remove the row.")
                                          : tr("End what begins in row %1 first.")
                                                .arg(m_source.survey.place(m_open.back().row).row));
            return;
        }
        close();
    }

    /// What is nested too deeply keeps nothing inside: it could not be walked.
    void close()
    {
        Open last = std::move(m_open.back());
        const bool tooDeep = m_open.size() > deepest;
        m_open.pop_back();
        const bool section = m_open.empty() && last.kind == FormType::Kind::BeginGroup;
        if (tooDeep) {
            last.question.type = QuestionType::Calculated;
            last.question.calculation = unknownCalculation();
            last.question.repeat = {};
            last.question.children.clear();
        }
        if (!section)
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
    int m_unreadBegins = 0, m_unreadEnds = 0; ///< of unknown types
    bool m_loose = false;                     ///< the last section is one of questions outside of groups
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
        levelForm(source, walk.rows, result.protocol);
    checkForm(source, walk.rows, result.protocol, codebook);
    std::stable_sort(source.problems.begin(), source.problems.end(),
                     [](const ImportProblem &a, const ImportProblem &b) {
                         return std::pair(a.place.sheet != "survey"_L1, a.place.row) <
                                std::pair(b.place.sheet != "survey"_L1, b.place.row);
                     });
    result.problems = std::move(source.problems);
    return result;
}

} // namespace seamfinder
