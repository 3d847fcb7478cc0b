#include "core/exchange/XlsFormReader.h"

#include "core/exchange/ForwardReferences.h"
#include "core/protocol/ProtocolIndex.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("XlsForm", text);
}

std::optional<bool> yesOrNo(const QString &text)
{
    const QString plain = text.trimmed().toLower();
    if (plain.isEmpty() || plain == "no"_L1 || plain == "false"_L1 || plain == "false()"_L1 ||
        plain == "0"_L1)
        return false;
    if (plain == "yes"_L1 || plain == "true"_L1 || plain == "true()"_L1 || plain == "1"_L1)
        return true;
    return std::nullopt;
}
} // namespace

FormQuestions::FormQuestions(FormSource &source)
    : m_source(source)
    , m_choices(source.choices, source.languages, source.ours, source.problems)
{
}

Section FormQuestions::section(qsizetype row)
{
    Section section;
    const QString key = m_source.cell(row, "seamfinder_key");
    section.key = key.isEmpty() ? m_source.cell(row, "name") : key;
    section.title = m_source.texts(row, "label");
    section.minutes = number(row, "seamfinder_minutes");
    section.interviewerOnly = flag(row, "seamfinder_interviewer_only");
    section.relevance = expression(row, "relevant");
    if (m_source.ours)
        return section;
    if (section.key.isEmpty())
        section.key = u"section-%1"_s.arg(m_source.survey.place(row).row);
    if (section.title.isEmpty()) {
        section.title.byLanguage.insert(m_source.languages.all.value(0), section.key);
        m_source.warning(row, u"label"_s,
                         tr("The group “%1” has no label; its name is the section's title.").arg(section.key),
                         tr("Write the label."));
    }
    if (!m_source.texts(row, "hint").isEmpty())
        m_source.warning(row, u"hint"_s, tr("The hint is left out: a section has none."),
                         tr("Make it a note at the start of the group."));
    return section;
}

Question FormQuestions::question(qsizetype row, const FormType &type)
{
    Question question;
    const QString name = m_source.cell(row, "name");
    question.name = m_source.names.renamed.value(name, name);
    question.type = type.kind == FormType::Kind::BeginGroup    ? QuestionType::Group
                    : type.kind == FormType::Kind::BeginRepeat ? QuestionType::Repeat
                                                               : type.type;
    const bool mayBeUnnamed =
        question.type == QuestionType::Note || question.type == QuestionType::Group || type.isMeantToBegin;
    if (question.name.isEmpty()) {
        question.name = u"%1-%2"_s.arg(keyOf(question.type)).arg(m_source.survey.place(row).row);
        while (m_source.names.types.contains(question.name))
            question.name += u'-';
        if ((m_source.ours || !mayBeUnnamed) && m_source.survey.has(u"name"_s))
            m_source.error(row, u"name"_s, tr("The question has no name."),
                           tr("Give it one: a letter, then letters, digits, - and _."));
    }
    if (const QString given = m_source.cell(row, "seamfinder_type"); !given.isEmpty())
        question.type = named(row, "seamfinder_type", &questionTypeFromKey, question.type);
    readTexts(question, row);
    question.probes = keyed(row, "seamfinder_probes");
    for (const AnswerChoice &each : keyed(row, "seamfinder_label_by_term"))
        question.labelByTerm.insert(each.key, each.label);
    question.minimum = number(row, "seamfinder_minimum");
    question.maximum = number(row, "seamfinder_maximum");
    question.interviewerOnly = flag(row, "seamfinder_interviewer_only");
    question.priority = named(row, "seamfinder_priority", &priorityFromKey, Priority::Core);
    question.when = named(row, "seamfinder_when", &answerWhenFromKey, AnswerWhen::Live);
    question.binding = m_source.cell(row, "seamfinder_binding");
    question.mark = named(row, "seamfinder_mark", &codingMarkFromKey, CodingMark::None);
    readChoices(question, row, type);
    if (type.kind == FormType::Kind::Question && type.type == QuestionType::Scale)
        readScale(question, row);
    readExpressions(question, row, type);
    if (question.type == QuestionType::Repeat)
        readRepeat(question, row);
    if (type.kind == FormType::Kind::Unknown) {
        // It may be of any type, so nothing that is done with its answer is wrong.
        m_source.untyped.insert(row);
        question.type = QuestionType::Calculated;
        question.calculation = unknownCalculation();
    } else if (!m_source.ours) {
        leaveOutWhatHasNoAnswer(question, row);
    }
    return question;
}

void FormQuestions::readTexts(Question &question, qsizetype row) const
{
    question.label = m_source.texts(row, "label");
    question.hint = m_source.texts(row, "hint");
    question.guidance = m_source.texts(row, "guidance_hint");
    question.reword = m_source.texts(row, "seamfinder_reword");
    question.body = m_source.texts(row, "seamfinder_body");
    question.lowLabel = m_source.texts(row, "seamfinder_low_label");
    question.highLabel = m_source.texts(row, "seamfinder_high_label");
    question.constraintMessage = m_source.texts(row, "constraint_message");
}

QVector<AnswerChoice> FormQuestions::keyed(qsizetype row, const char *column)
{
    const QString list = m_source.cell(row, column).trimmed();
    return list.isEmpty() ? QVector<AnswerChoice>() : listed(row, QString::fromLatin1(column), list).fixed;
}

/// Nothing of a list that is not known or not sound: then no key is wrong, wherever it is compared.
ChoiceSource FormQuestions::listed(qsizetype row, const QString &column, const QString &list)
{
    if (!m_choices.knowsLists() || m_choices.isBroken(list)) {
        m_source.withoutChoices.insert(row);
        return {};
    }
    if (m_choices.has(list))
        return {ChoiceSource::Kind::Fixed, m_choices.list(list), {}, {}};
    m_source.error(row, column, tr("There is no list “%1”.").arg(list),
                   tr("Correct its name, or add it to the sheet “choices”."));
    return {};
}

void FormQuestions::readChoices(Question &question, qsizetype row, const FormType &type)
{
    if (const auto source = choiceSource(row, "seamfinder_choices")) {
        question.choices = *source;
    } else if (isSelect(type.type) && type.kind == FormType::Kind::Question) {
        question.choices = listed(row, u"type"_s, type.list);
    }
    if (type.orOther && question.choices.kind == ChoiceSource::Kind::Fixed) {
        const QString other = tr("Other");
        question.choices.fixed.append({u"other"_s, {{{m_source.languages.all.value(0), other}}}});
        m_source.warning(row, u"type"_s, tr("“or_other” became a choice “%1”.").arg(other),
                         tr("Add a question that asks which other, relevant if “other” is picked."));
    }
    question.choices.filter = expression(row, "choice_filter", m_choices.byValue(type.list));
}

std::optional<ChoiceSource> FormQuestions::choiceSource(qsizetype row, const char *column)
{
    using Kind = ChoiceSource::Kind;
    const QString cell = m_source.cell(row, column);
    if (cell.isEmpty())
        return std::nullopt;
    const QString kind = cell.section(u':', 0, 0).trimmed(), from = cell.section(u':', 1);
    if (kind == "field"_L1)
        return ChoiceSource();
    if (kind == "list"_L1)
        return listed(row, QString::fromLatin1(column), from);
    if (kind == "facet"_L1)
        return ChoiceSource{Kind::Facet, {}, from, {}};
    if (kind == "question"_L1)
        return ChoiceSource{Kind::Question, {}, m_source.names.renamed.value(from, from), {}};
    if (kind == "rows"_L1)
        return ChoiceSource{Kind::Rows, {}, from, {}};
    m_source.error(row, QString::fromLatin1(column), tr("“%1” is no source of choices.").arg(cell),
                   tr("Write “list:NAME”, “facet:role”, “question:NAME”, “rows:gap” or “field”."));
    return std::nullopt;
}

void FormQuestions::readScale(Question &question, qsizetype row)
{
    static const QRegularExpression pattern(u"(start|end|step)\\s*=\\s*(-?[0-9.]+)"_s);
    QMap<QString, double> given{{u"start"_s, 1}, {u"end"_s, 10}, {u"step"_s, 1}};
    for (auto match = pattern.globalMatch(m_source.cell(row, "parameters")); match.hasNext();) {
        const QRegularExpressionMatch each = match.next();
        given[each.captured(1)] = each.captured(2).toDouble();
    }
    const double start = given[u"start"_s], end = given[u"end"_s], step = given[u"step"_s];
    constexpr double most = 10'000;
    const auto isWhole = [](double number) { return number == double(qint64(number)); };
    if (step == 1 && isWhole(start) && isWhole(end) && start >= 0 && end <= most) {
        question.minimum = int(start);
        question.maximum = int(end);
        return;
    }
    const bool whole = isWhole(start) && isWhole(end) && isWhole(step);
    question.type = whole ? QuestionType::Integer : QuestionType::Decimal;
    question.constraint = Expression(u". >= %1 and . <= %2"_s.arg(start).arg(end));
    m_source.warning(
        row, u"parameters"_s,
        tr("A scale here has whole numbers, one by one, from 0 or more; this one became a number "
           "between %1 and %2.")
            .arg(start)
            .arg(end),
        tr("Use another range if it is to be a scale."));
}

void FormQuestions::readRepeat(Question &question, qsizetype row)
{
    RepeatRule &rule = question.repeat;
    std::swap(rule.minimum, question.minimum);
    std::swap(rule.maximum, question.maximum);
    question.required = flag(row, m_source.ours ? "seamfinder_required" : "required");
    rule.count = expression(row, "repeat_count");
    rule.over = choiceSource(row, "seamfinder_over").value_or(ChoiceSource());
    rule.over.filter = Expression(m_source.cell(row, "seamfinder_over_filter"));
    rule.first = Expression(m_source.cell(row, "seamfinder_first"));
    if (const QString creates = m_source.cell(row, "seamfinder_creates"); !creates.isEmpty()) {
        rule.creates = entityFromKey(creates);
        if (!rule.creates)
            m_source.error(row, u"seamfinder_creates"_s, tr("A repeat cannot create “%1”.").arg(creates),
                           tr("It creates “example”, “gap” or “practice”."));
    }
    const QString presets = m_source.cell(row, "seamfinder_presets");
    const QJsonDocument json = QJsonDocument::fromJson(presets.toUtf8());
    if (!presets.isEmpty() && !json.isObject())
        m_source.error(row, u"seamfinder_presets"_s, tr("The presets are no JSON object."),
                       tr("Write it as in { \"example.source\": \"'premortem'\" }."));
    const QJsonObject object = json.object();
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        rule.presets.insert(entry.key(), Expression(entry->toString()));
}

int FormQuestions::number(qsizetype row, const char *column)
{
    const QString cell = m_source.cell(row, column);
    bool ok = false;
    constexpr int most = 10'000;
    const int number = cell.trimmed().toInt(&ok);
    if (cell.isEmpty() || (ok && number >= 0 && number <= most))
        return number;
    m_source.error(row, QString::fromLatin1(column), tr("“%1” is no whole number from 0 to 10000.").arg(cell),
                   tr("Write one, or leave it empty."));
    return 0;
}

bool FormQuestions::flag(qsizetype row, const char *column)
{
    const QString cell = m_source.cell(row, column);
    const auto answer = yesOrNo(cell);
    if (!answer)
        m_source.warning(
            row, QString::fromLatin1(column),
            tr("“%1” depends on other answers, which is not possible here; it counts as “no”.").arg(cell),
            tr("Write “yes” or “no”."));
    return answer.value_or(false);
}

template <class Enum>
Enum FormQuestions::named(qsizetype row, const char *column, std::optional<Enum> (*find)(QStringView),
                          Enum other)
{
    const QString name = m_source.cell(row, column);
    if (name.isEmpty())
        return other;
    if (const auto found = find(name.trimmed()))
        return *found;
    m_source.error(row, QString::fromLatin1(column), tr("“%1” is not known here.").arg(name),
                   tr("Correct its spelling or leave it empty."));
    return other;
}

void FormQuestions::reportUnused()
{
    for (const QString &key : m_choices.unusedColumns()) {
        if (!key.startsWith("seamfinder_"_L1))
            m_source.problem(ImportSeverity::Warning, m_source.choices.headerPlace(key),
                             tr("The column “%1” is left out: no filter uses it.").arg(key),
                             tr("Nothing needs to be done."));
    }
}

} // namespace seamfinder
