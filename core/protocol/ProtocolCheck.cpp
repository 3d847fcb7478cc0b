#include "core/protocol/ProtocolCheck.h"

#include "core/protocol/ProtocolChecker.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QScopedValueRollback>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("ProtocolCheck", text);
}
} // namespace

QVector<ProtocolProblem> checkProtocol(const Protocol &protocol, const CodebookKeys &codebook,
                                       const QString &file)
{
    return ProtocolChecker(protocol, codebook, file).run();
}

ProtocolChecker::ProtocolChecker(const Protocol &protocol, const CodebookKeys &codebook, const QString &file)
    : m_protocol(protocol)
    , m_codebook(codebook)
    , m_file(file)
    , m_index(protocol)
{
}

void ProtocolChecker::problem(const QString &what, const QString &mend, const QString &unknown)
{
    m_problems.append({m_file, m_section < 0 ? QString() : m_protocol.sections[m_section].key,
                       m_at < 0 ? QString() : question().name, what, mend, m_part, unknown});
}

QVector<ProtocolProblem> ProtocolChecker::run()
{
    collectEdges();
    checkHeader();
    for (int section = 0, at = 0; section < m_protocol.sections.size(); ++section) {
        m_section = section;
        checkSection(section);
        for (; at < m_index.questions().size() && m_index.questions()[at].section == section; ++at) {
            m_at = at;
            checkQuestion();
        }
        m_at = -1;
    }
    m_section = -1;
    return m_problems;
}

void ProtocolChecker::checkHeader()
{
    if (m_protocol.key.isEmpty())
        problem(tr("The protocol has no key."), tr("Give it a short \"key\" that never changes."));
    if (m_protocol.languages.isEmpty())
        problem(tr("The protocol names no language."), tr("Name at least one: \"languages\": [\"en\"]."));
    if (QSet<QString>(m_protocol.languages.begin(), m_protocol.languages.end()).size() !=
        m_protocol.languages.size())
        problem(tr("A language is named twice."), tr("Name each language once."));
    if (m_protocol.sections.isEmpty())
        problem(tr("The protocol has no sections."), tr("Add at least one section with a question."));
    checkText("title"_L1, m_protocol.title, tr("title"), true);
    checkText("description"_L1, m_protocol.description, tr("description"), false);
    QSet<QString> keys;
    for (const Section &section : m_protocol.sections) {
        if (section.key.isEmpty())
            problem(tr("A section has no key."), tr("Give every section a \"key\"."));
        else if (keys.contains(section.key))
            problem(tr("Two sections have the key “%1”.").arg(section.key), tr("Rename one of them."));
        keys.insert(section.key);
    }
}

void ProtocolChecker::checkSection(int section)
{
    const Section &here = m_protocol.sections[section];
    checkText("title"_L1, here.title, tr("title"), true);
    if (here.questions.isEmpty())
        problem(tr("The section has no questions."), tr("Add a question or remove the section."));
    checkSectionRelevance(section);
}

void ProtocolChecker::checkQuestion()
{
    const Question &here = question();
    checkName();
    const bool container = here.type == QuestionType::Group || here.type == QuestionType::Repeat;
    checkText("label"_L1, here.label, tr("label"), !container && here.type != QuestionType::Calculated);
    checkText("hint"_L1, here.hint, tr("hint"), false);
    checkText("reword"_L1, here.reword, tr("reword"), false);
    checkText("guidance"_L1, here.guidance, tr("guidance"), false);
    checkText("body"_L1, here.body, tr("body"), here.type == QuestionType::Card);
    checkText("lowLabel"_L1, here.lowLabel, tr("low label"), false);
    checkText("highLabel"_L1, here.highLabel, tr("high label"), false);
    checkText("constraintMessage"_L1, here.constraintMessage, tr("constraint message"),
              !here.constraint.isEmpty());
    checkKeyed(here.probes, tr("probe"));
    checkContainer();
    checkTypeSpecifics();
    checkChoices();
    checkLabelsByTerm();
    checkBinding();
    checkRepeat();
    checkExpressions();
}

void ProtocolChecker::checkName()
{
    static const QRegularExpression pattern(u"\\A[A-Za-z][A-Za-z0-9_-]*\\z"_s);
    const QString &name = question().name;
    const QScopedValueRollback inPart(m_part, u"name"_s);
    if (!pattern.match(name).hasMatch())
        problem(name.isEmpty() ? tr("A question has no name.")
                               : tr("“%1” is no name for a question.").arg(name),
                tr("A name starts with a letter and holds letters, digits, - and _ only."));
    else if (m_names.contains(name))
        problem(tr("Two questions have the name “%1”.").arg(name), tr("Rename one of them."));
    m_names.insert(name);
}

void ProtocolChecker::checkContainer()
{
    const Question &here = question();
    const bool container = here.type == QuestionType::Group || here.type == QuestionType::Repeat;
    if (container && here.children.isEmpty())
        problem(tr("There are no questions inside."), tr("Add a question or remove it."));
    if (!container && !here.children.isEmpty())
        problem(tr("Only groups and repeats can hold questions."),
                tr("Make it a group, or move the questions out."));
    if (here.type != QuestionType::Repeat && here.repeat != RepeatRule())
        problem(tr("Only a repeat can have a “repeat” rule."),
                tr("Remove it, or make the question a repeat."));
    if (here.required && !takesAnswer(here.type))
        problem(tr("It is required, but there is nothing to answer."), tr("Remove “required”."));
    if (here.interviewerOnly && container)
        problem(tr("Only a question or a section can be for the interviewer alone."),
                tr("Remove it here, and say it of each question inside."));
}

void ProtocolChecker::checkTypeSpecifics()
{
    const Question &here = question();
    const bool calculated = here.type == QuestionType::Calculated;
    if (calculated && here.calculation.isEmpty())
        problem(tr("There is no calculation."), tr("Say how it is calculated."));
    if (!calculated && !here.calculation.isEmpty())
        problem(tr("Only a calculated question has a calculation."), tr("Remove it, or change the type."));
    if (here.type == QuestionType::Scale && here.minimum >= here.maximum)
        problem(tr("The scale has no ends."), tr("Give it a \"minimum\" and a greater \"maximum\"."));
    if (isSelect(here.type) && here.maximum > 0 && here.minimum > here.maximum)
        problem(tr("More should be picked than can be."),
                tr("Make \"minimum\" no greater than \"maximum\"."));
    const QScopedValueRollback inPart(m_part, u"constraint"_s); // where it is mended
    if (!here.constraintMessage.isEmpty() && here.constraint.isEmpty())
        problem(tr("There is a message, but no constraint."),
                tr("Add the constraint or remove the message."));
}

void ProtocolChecker::checkText(QLatin1StringView part, const TranslatableText &text, const QString &what,
                                bool needed)
{
    const QScopedValueRollback inPart(m_part, QString(part));
    const QString language = m_protocol.language();
    if (text.byLanguage.value(language).trimmed().isEmpty() && (needed || !text.isEmpty()))
        problem(tr("The %1 is missing in the language “%2”.").arg(what, language), tr("Write it."));
    for (auto entry = text.byLanguage.cbegin(); entry != text.byLanguage.cend(); ++entry) {
        if (!m_protocol.languages.contains(entry.key()))
            problem(
                tr("The %1 is in a language, “%2”, that the protocol does not name.").arg(what, entry.key()),
                tr("Add the language to \"languages\" or remove the text."));
        checkQuotes(*entry, what);
    }
}

void ProtocolChecker::checkQuotes(const QString &text, const QString &what)
{
    static const QRegularExpression quote(u"\\$\\{\\s*([^}]*?)\\s*\\}"_s);
    for (auto match = quote.globalMatch(text); match.hasNext();) {
        const QString name = match.next().captured(1);
        const int target = m_index.find(name);
        if (isSpecial(name, false))
            continue;
        if (target < 0)
            problem(tr("The %1 quotes “${%2}”, which does not exist.").arg(what, name),
                    tr("Correct the name, or add the question before this one."), name);
        else if (m_at < 0 ? m_index.questions()[target].section >= qMax(0, m_section) : target >= m_at)
            problem(tr("The %1 quotes “${%2}”, which is asked only later.").arg(what, name),
                    tr("Quote only what stands before."));
    }
}

void ProtocolChecker::checkKeyed(const QVector<AnswerChoice> &choices, const QString &what)
{
    QSet<QString> keys;
    for (const AnswerChoice &choice : choices) {
        const bool blank =
            std::any_of(choice.key.begin(), choice.key.end(), [](QChar c) { return c.isSpace(); });
        if (choice.key.isEmpty() || blank)
            problem(tr("“%1” is no key for a %2.").arg(choice.key, what),
                    tr("A key is not empty and has no spaces."));
        else if (keys.contains(choice.key))
            problem(tr("The %2 “%1” is there twice.").arg(choice.key, what),
                    tr("Remove or rename one of them."));
        keys.insert(choice.key);
        checkText("choices"_L1, choice.label, tr("label of the %1 “%2”").arg(what, choice.key), true);
    }
}

} // namespace seamfinder
