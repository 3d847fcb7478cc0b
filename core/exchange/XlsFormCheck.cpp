#include "core/exchange/XlsFormCheck.h"

#include "core/exchange/ForwardReferences.h"
#include "core/exchange/XlsFormReferences.h"
#include "core/protocol/ProtocolCheck.h"
#include "core/protocol/ProtocolIndex.h"

#include <QCoreApplication>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("XlsForm", text);
}

/// The column of the form that holds what the check names.
QString columnOf(const QString &part)
{
    static const QHash<QString, QString> columns{{u"relevance"_s, u"relevant"_s},
                                                 {u"filter"_s, u"choice_filter"_s},
                                                 {u"count"_s, u"repeat_count"_s},
                                                 {u"title"_s, u"label"_s},
                                                 {u"guidance"_s, u"guidance_hint"_s},
                                                 {u"reword"_s, u"seamfinder_reword"_s},
                                                 {u"body"_s, u"seamfinder_body"_s},
                                                 {u"lowLabel"_s, u"seamfinder_low_label"_s},
                                                 {u"highLabel"_s, u"seamfinder_high_label"_s},
                                                 {u"labelByTerm"_s, u"seamfinder_label_by_term"_s},
                                                 {u"choices"_s, u"type"_s},
                                                 {u"constraintMessage"_s, u"constraint_message"_s},
                                                 {u"first"_s, u"seamfinder_first"_s}};
    return part.isEmpty() ? u"type"_s : columns.value(part, part);
}

std::optional<qsizetype> rowOf(const FormRows &rows, const QString &section, const QString &question)
{
    const auto &byName = question.isEmpty() ? rows.section : rows.question;
    const auto row = byName.constFind(question.isEmpty() ? section : question);
    return row == byName.cend() ? std::nullopt : std::optional(*row);
}

/// Of a row of the survey; without one, of the whole sheet.
ImportPlace placeOf(const FormSource &source, std::optional<qsizetype> row, const QString &part)
{
    return row ? source.survey.place(*row, columnOf(part), source.languages)
               : ImportPlace{source.survey.headerPlace().sheet, 0, {}, {}, {}};
}

class Check
{
public:
    Check(FormSource &source, const FormRows &rows, const Protocol &protocol)
        : m_source(source)
        , m_rows(rows)
        , m_references(source, rows.section)
        , m_index(protocol)
    {
        const auto isError = [](const ImportProblem &problem) {
            return problem.severity == ImportSeverity::Error;
        };
        for (const ImportProblem &problem : std::as_const(source.problems)) {
            if (isError(problem))
                m_errorsAt.insert(problem.place.text());
        }
        m_references.check(); // only now: a name that is unknown hides no other error of its cell
        m_anyError = std::any_of(source.problems.begin(), source.problems.end(), isError);
    }

    void add(const ProtocolProblem &problem)
    {
        const auto row = rowOf(m_rows, problem.section, problem.question);
        const bool ofProtocol = problem.section.isEmpty() && problem.question.isEmpty();
        if (isUnknownSaid(problem, ofProtocol ? std::optional(FormReferences::ofSettings) : row))
            return;
        // A title is a setting; of the rest of the protocol, and of a section without a row of its own,
        // nothing is sure while rows are missing.
        if (ofProtocol && !problem.part.isEmpty() && m_source.settings.size() > 0) {
            const QString column = problem.part == "title"_L1 ? u"form_title"_s : u"seamfinder_description"_s;
            m_source.problem(ImportSeverity::Error, m_source.settings.place(0, column), problem.what,
                             problem.mend);
            return;
        }
        const ImportPlace place = placeOf(m_source, row, problem.part);
        if (row ? follows(problem, *row, place) : m_anyError)
            return;
        if (problem.part == "label"_L1 && !m_source.survey.has(u"label"_s)) {
            sayThatLabelsAreMissing();
            return;
        }
        m_source.problem(ImportSeverity::Error, place, problem.what, problem.mend);
    }

private:
    /// The references of the sheets are said already; what a broken row is called exists.
    [[nodiscard]] bool isUnknownSaid(const ProtocolProblem &problem, std::optional<qsizetype> row) const
    {
        if (problem.unknown.isEmpty())
            return false;
        return (row && m_references.isSaid(*row, problem.unknown)) ||
               (m_references.isAsked(problem.unknown) && m_index.find(problem.unknown) < 0);
    }

    [[nodiscard]] bool follows(const ProtocolProblem &problem, qsizetype row, const ImportPlace &place) const
    {
        if (m_source.untyped.contains(row))
            return true;
        if (m_source.withoutChoices.contains(row) && columnOf(problem.part) == "type"_L1)
            return true;
        return m_errorsAt.contains(place.text());
    }

    /// Of a whole column, once.
    void sayThatLabelsAreMissing()
    {
        if (!std::exchange(m_labelsSaid, true))
            m_source.problem(ImportSeverity::Error, m_source.survey.headerPlace(),
                             tr("The sheet has no column “%1”.").arg("label"_L1),
                             tr("Add it; the first row names the columns."));
    }

    FormSource &m_source;
    const FormRows &m_rows;
    FormReferences m_references;
    const ProtocolIndex m_index;
    QSet<QString> m_errorsAt; ///< places, as they are said
    bool m_anyError = false, m_labelsSaid = false;
};

} // namespace

void levelForm(FormSource &source, const FormRows &rows, Protocol &protocol)
{
    for (const LevelledReference &each : levelForwardReferences(protocol))
        source.problem(ImportSeverity::Warning,
                       placeOf(source, rowOf(rows, each.section, each.question), each.part), each.what,
                       each.mend);
}

void checkForm(FormSource &source, const FormRows &rows, const Protocol &protocol,
               const CodebookKeys &codebook)
{
    Check check(source, rows, protocol);
    for (const ProtocolProblem &each : checkProtocol(protocol, codebook))
        check.add(each);
}

} // namespace seamfinder
