#include "core/exchange/ForwardReferences.h"
#include "core/exchange/SurveyJs.h"
#include "core/exchange/SurveyJsReader.h"
#include "core/protocol/ProtocolCheck.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestFile = 16 << 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("SurveyJs", text);
}

QString keyFromTitle(const QString &title)
{
    static const QRegularExpression others(u"[^a-z0-9]+"_s);
    QString key = title.toLower().replace(others, u"-"_s);
    while (key.startsWith(u'-'))
        key.remove(0, 1);
    while (key.endsWith(u'-'))
        key.chop(1);
    return key.isEmpty() ? u"survey"_s : key;
}

class Pages
{
public:
    explicit Pages(SurveySource &source)
        : m_source(source)
        , m_elements(source)
    {
    }

    void read(Protocol &protocol)
    {
        protocol.languages = m_source.languages;
        protocol.title = m_source.text(m_source.root.value("title"_L1));
        protocol.description = m_source.text(m_source.root.value("description"_L1));
        if (protocol.title.isEmpty())
            protocol.title.byLanguage.insert(protocol.language(), tr("Survey"));
        protocol.key = keyFromTitle(protocol.title.byLanguage.value(protocol.language()));
        const QJsonArray pages = m_source.root.value("pages"_L1).toArray();
        for (qsizetype i = 0; i < pages.size(); ++i)
            protocol.sections.append(section(pages[i].toObject(), u"pages[%1]"_s.arg(i), i));
        // A survey of one page may have its elements at the top.
        if (m_source.root.contains("elements"_L1) || m_source.root.contains("questions"_L1)) {
            QJsonObject page = m_source.root;
            page.remove(u"visibleIf"_s);
            protocol.sections.append(section(page, {}, pages.size()));
        }
        for (const QLatin1StringView property : {"triggers"_L1, "calculatedValues"_L1}) {
            if (!m_source.root.value(property).toArray().isEmpty())
                m_source.warning(property, tr("“%1” is left out: there is no use for it.").arg(property),
                                 tr("Ask, or calculate it in an element of the type “expression”."));
        }
    }

    /// The path of what the check names.
    [[nodiscard]] QString pathOf(const ProtocolProblem &problem) const
    {
        static const QHash<QString, QString> properties{{u"relevance"_s, u"visibleIf"_s},
                                                        {u"label"_s, u"title"_s},
                                                        {u"hint"_s, u"description"_s},
                                                        {u"constraint"_s, u"validators"_s},
                                                        {u"calculation"_s, u"expression"_s},
                                                        {u"default"_s, u"defaultValue"_s},
                                                        {u"filter"_s, u"choicesVisibleIf"_s},
                                                        {u"title"_s, u"title"_s},
                                                        {u"name"_s, u"name"_s},
                                                        {u"choices"_s, u"choices"_s}};
        const QString path = problem.question.isEmpty() ? m_pathOfSection.value(problem.section)
                                                        : m_elements.pathOf.value(problem.question);
        const QString property = properties.value(problem.part);
        return property.isEmpty() || path.isEmpty() ? path + property : path + u'.' + property;
    }

private:
    Section section(const QJsonObject &page, const QString &path, qsizetype place)
    {
        Section section;
        section.key = page.value("name"_L1).toString();
        if (section.key.isEmpty() || m_pathOfSection.contains(section.key))
            section.key = u"page-%1"_s.arg(place + 1);
        m_pathOfSection.insert(section.key, path);
        section.title = m_source.text(page.value("title"_L1));
        if (section.title.isEmpty())
            section.title.byLanguage.insert(m_source.languages[0], section.key);
        section.relevance = m_elements.relevance(page, path);
        section.questions = m_elements.questions(page, path, 0);
        if (!path.isEmpty() && page.contains("description"_L1))
            m_source.warning(path + u".description"_s, tr("The description is left out: a section has none."),
                             tr("Make it an element of the type “html”."));
        return section;
    }

    SurveySource &m_source;
    SurveyElements m_elements;
    QHash<QString, QString> m_pathOfSection;
};

} // namespace

ImportedProtocol importSurveyJs(const QByteArray &json, const CodebookKeys &codebook)
{
    ImportedProtocol result;
    const auto fail = [&](const QString &what, const QString &mend) {
        result.problems.append({ImportSeverity::Error, {}, what, mend});
        return result;
    };
    if (json.size() > largestFile)
        return fail(tr("The file is larger than 16 MB."), tr("Remove pictures from it."));
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        const auto line = json.first(qBound(0, error.offset, int(json.size()))).count('\n') + 1;
        return fail(tr("The file is not well-formed JSON: %1 (line %2).").arg(error.errorString()).arg(line),
                    tr("Mend the JSON at that line."));
    }
    const QJsonObject root = document.object();
    if (!root.contains("pages"_L1) && !root.contains("elements"_L1) && !root.contains("questions"_L1))
        return fail(tr("The file does not hold a survey."), tr("A survey is a JSON object with “pages”."));
    SurveySource source(root);
    Pages pages(source);
    pages.read(result.protocol);
    for (const LevelledReference &each : levelForwardReferences(result.protocol))
        source.warning(pages.pathOf({{}, each.section, each.question, {}, {}, each.part}), each.what,
                       each.mend);
    // Of an element that is wrong as it stands, nothing more needs to be said; "[1]" is no part of "[10]".
    const QVector<ImportProblem> found = source.problems;
    for (const ProtocolProblem &each : checkProtocol(result.protocol, codebook)) {
        const QString path = pages.pathOf(each);
        const bool said = std::any_of(found.begin(), found.end(), [&](const ImportProblem &other) {
            const QString &at = other.place.path;
            const QChar following = at.size() > path.size() ? at[path.size()] : QChar();
            return other.severity == ImportSeverity::Error && at.startsWith(path) &&
                   (path.isEmpty() || following.isNull() || following == u'.' || following == u'[');
        });
        if (!said)
            source.error(path, each.what, each.mend);
    }
    result.problems = std::move(source.problems);
    return result;
}

} // namespace seamfinder
