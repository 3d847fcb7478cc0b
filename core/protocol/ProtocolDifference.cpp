#include "core/protocol/ProtocolDifference.h"

#include "core/protocol/ProtocolIndex.h"

#include <QSet>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

using Kind = ProtocolChange::Kind;
using Subject = ProtocolChange::Subject;

/// The places in `after` of keys that changed their order: as few as possible, so that moving one question up
/// is one difference and not twenty.
QSet<QString> movedKeys(const QStringList &before, const QStringList &after)
{
    QVector<qsizetype> places; // in `before`, of the common keys in the order of `after`
    QStringList common;
    for (const QString &key : after) {
        if (const qsizetype place = before.indexOf(key); place >= 0) {
            places.append(place);
            common.append(key);
        }
    }
    // The longest run that kept its order stays; the rest has moved.
    QVector<qsizetype> length(places.size(), 1), previous(places.size(), -1);
    qsizetype best = -1;
    for (qsizetype i = 0; i < places.size(); ++i) {
        for (qsizetype j = 0; j < i; ++j) {
            if (places[j] < places[i] && length[j] + 1 > length[i]) {
                length[i] = length[j] + 1;
                previous[i] = j;
            }
        }
        if (best < 0 || length[i] > length[best])
            best = i;
    }
    QSet<QString> moved(common.begin(), common.end());
    for (; best >= 0; best = previous[best])
        moved.remove(common[best]);
    return moved;
}

template <class Items, class Key>
QStringList keysOf(const Items &items, Key key)
{
    QStringList keys;
    for (const auto &item : items)
        keys.append(item.*key);
    return keys;
}

QString flag(bool value)
{
    return value ? u"true"_s : u"false"_s;
}

class Comparison
{
public:
    Comparison(const Protocol &before, const Protocol &after)
        : m_before(before)
        , m_after(after)
        , m_old(before)
        , m_new(after)
    {
    }

    QVector<ProtocolChange> run()
    {
        compareProtocol();
        compareSections();
        collectRemoved();
        return m_changes;
    }

private:
    // ---- what is compared, one kind of thing at a time

    void compareProtocol()
    {
        m_here = {.subject = Subject::Protocol};
        text("title"_L1, m_before.title, m_after.title);
        text("description"_L1, m_before.description, m_after.description);
        value("reserveMinutes"_L1, m_before.reserveMinutes, m_after.reserveMinutes, ChangeWeight::Check);
        if (m_before.languages == m_after.languages)
            return;
        const bool lost =
            std::any_of(m_before.languages.begin(), m_before.languages.end(),
                        [this](const QString &each) { return !m_after.languages.contains(each); });
        changed("languages"_L1, m_before.languages.join(u", "_s), m_after.languages.join(u", "_s),
                lost ? ChangeWeight::Check : ChangeWeight::Harmless);
    }

    void compareSections()
    {
        const QSet<QString> moved =
            movedKeys(keysOf(m_before.sections, &Section::key), keysOf(m_after.sections, &Section::key));
        for (const Section &section : m_after.sections) {
            const auto old = std::find_if(m_before.sections.begin(), m_before.sections.end(),
                                          [&](const Section &each) { return each.key == section.key; });
            m_here = {.subject = Subject::Section, .section = section.key};
            if (old == m_before.sections.end()) {
                whole(Kind::Added, ChangeWeight::Check, label(m_after, section.title));
            } else {
                if (moved.contains(section.key))
                    whole(Kind::Moved, ChangeWeight::Harmless, label(m_after, section.title));
                text("title"_L1, old->title, section.title);
                value("minutes"_L1, old->minutes, section.minutes, ChangeWeight::Check);
                expression("relevance"_L1, old->relevance, section.relevance);
                changed("interviewerOnly"_L1, flag(old->interviewerOnly), flag(section.interviewerOnly),
                        ChangeWeight::Check);
            }
            compareQuestions(section.questions, section.key,
                             old == m_before.sections.end() ? QVector<Question>() : old->questions);
        }
    }

    void compareQuestions(const QVector<Question> &questions, const QString &section,
                          const QVector<Question> &siblingsBefore)
    {
        const QSet<QString> moved =
            movedKeys(keysOf(siblingsBefore, &Question::name), keysOf(questions, &Question::name));
        for (const Question &question : questions) {
            m_here = {.subject = Subject::Question, .section = section, .question = question.name};
            const int at = m_old.find(question.name);
            if (at < 0) {
                whole(Kind::Added, ChangeWeight::Check, label(m_after, question.label));
                compareQuestions(question.children, section, {});
                continue;
            }
            const Question &old = *m_old.questions()[at].question;
            comparePlace(at, question, moved.contains(question.name));
            compareQuestion(old, question);
            compareQuestions(question.children, section, old.children);
        }
    }

    // An answer's address holds the instances of the repeats around its question: inside of other repeats it
    // is not found again.
    void comparePlace(int oldAt, const Question &question, bool movedAmongSiblings)
    {
        const int newAt = m_new.find(question.name);
        const IndexedQuestion &old = m_old.questions()[oldAt], &now = m_new.questions()[newAt];
        if (names(m_old, old.repeats) != names(m_new, now.repeats))
            whole(Kind::Moved, ChangeWeight::Breaking, label(m_after, question.label));
        else if (parentName(m_old, old) != parentName(m_new, now) ||
                 m_before.sections[old.section].key != m_after.sections[now.section].key)
            whole(Kind::Moved, ChangeWeight::Check, label(m_after, question.label));
        else if (movedAmongSiblings)
            whole(Kind::Moved, ChangeWeight::Harmless, label(m_after, question.label));
    }

    void compareQuestion(const Question &old, const Question &now)
    {
        if (old.type != now.type)
            changed("type"_L1, QString(keyOf(old.type)), QString(keyOf(now.type)),
                    typeWeight(old.type, now.type));
        text("label"_L1, old.label, now.label, ChangeWeight::Check); // asked otherwise, answered otherwise
        text("hint"_L1, old.hint, now.hint);
        text("reword"_L1, old.reword, now.reword);
        text("guidance"_L1, old.guidance, now.guidance);
        text("body"_L1, old.body, now.body);
        QStringList terms = old.labelByTerm.keys() + now.labelByTerm.keys();
        terms.removeDuplicates();
        for (const QString &term : std::as_const(terms)) {
            m_here.item = term;
            text("labelByTerm"_L1, old.labelByTerm.value(term), now.labelByTerm.value(term));
        }
        m_here.item.clear();
        text("lowLabel"_L1, old.lowLabel, now.lowLabel, ChangeWeight::Check);
        text("highLabel"_L1, old.highLabel, now.highLabel, ChangeWeight::Check);
        text("constraintMessage"_L1, old.constraintMessage, now.constraintMessage);
        changed("required"_L1, flag(old.required), flag(now.required),
                now.required ? ChangeWeight::Check : ChangeWeight::Harmless);
        // What participants answered is then nobody's any more.
        changed("interviewerOnly"_L1, flag(old.interviewerOnly), flag(now.interviewerOnly),
                now.interviewerOnly && takesAnswer(now.type) ? ChangeWeight::Breaking : ChangeWeight::Check);
        changed("priority"_L1, QString(keyOf(old.priority)), QString(keyOf(now.priority)),
                ChangeWeight::Check);
        changed("when"_L1, QString(keyOf(old.when)), QString(keyOf(now.when)), ChangeWeight::Check);
        changed("binding"_L1, old.binding, now.binding, ChangeWeight::Breaking);
        changed("mark"_L1, QString(keyOf(old.mark)), QString(keyOf(now.mark)), ChangeWeight::Breaking);
        compareRange(old, now);
        expression("relevance"_L1, old.relevance, now.relevance);
        expression("constraint"_L1, old.constraint, now.constraint);
        expression("calculation"_L1, old.calculation, now.calculation);
        expression("default"_L1, old.defaultValue, now.defaultValue);
        compareSource("choices"_L1, old.choices, now.choices);
        compareRule(old.repeat, now.repeat);
        compareItems(Subject::Choice, old.choices.fixed, now.choices.fixed, ChangeWeight::Breaking);
        compareItems(Subject::Probe, old.probes, now.probes, ChangeWeight::Check);
    }

    void compareRange(const Question &old, const Question &now)
    {
        const bool scale = old.type == QuestionType::Scale && now.type == QuestionType::Scale;
        const auto weight = [scale](bool narrower) {
            return scale && narrower ? ChangeWeight::Breaking : ChangeWeight::Check;
        };
        value("minimum"_L1, old.minimum, now.minimum, weight(now.minimum > old.minimum));
        value("maximum"_L1, old.maximum, now.maximum, weight(now.maximum < old.maximum));
    }

    void compareSource(QLatin1StringView part, const ChoiceSource &old, const ChoiceSource &now)
    {
        const auto from = [](const ChoiceSource &source) {
            switch (source.kind) {
            case ChoiceSource::Kind::None:
                return QString();
            case ChoiceSource::Kind::Fixed:
                return u"fixed"_s;
            case ChoiceSource::Kind::Facet:
                return u"facet "_s + source.from;
            case ChoiceSource::Kind::Question:
                return u"${%1}"_s.arg(source.from);
            case ChoiceSource::Kind::Rows:
                return u"rows "_s + source.from;
            }
            return QString();
        };
        changed(part, from(old), from(now), ChangeWeight::Breaking);
        expression("filter"_L1, old.filter, now.filter);
    }

    void compareRule(const RepeatRule &old, const RepeatRule &now)
    {
        const auto creates = [](const RepeatRule &rule) {
            return rule.creates ? QString(entityKey(*rule.creates)) : QString();
        };
        value("minimum"_L1, old.minimum, now.minimum, ChangeWeight::Check);
        value("maximum"_L1, old.maximum, now.maximum, ChangeWeight::Check);
        expression("count"_L1, old.count, now.count);
        changed("creates"_L1, creates(old), creates(now), ChangeWeight::Breaking);
        compareSource("over"_L1, old.over, now.over);
        expression("first"_L1, old.first, now.first);
        QStringList presets = old.presets.keys() + now.presets.keys();
        presets.removeDuplicates();
        for (const QString &preset : std::as_const(presets)) {
            m_here.item = preset;
            expression("presets"_L1, old.presets.value(preset), now.presets.value(preset));
        }
        m_here.item.clear();
    }

    void compareItems(Subject subject, const QVector<AnswerChoice> &old, const QVector<AnswerChoice> &now,
                      ChangeWeight removed)
    {
        const ProtocolChange question = m_here;
        m_here.subject = subject;
        const QStringList before = keysOf(old, &AnswerChoice::key), after = keysOf(now, &AnswerChoice::key);
        const QSet<QString> moved = movedKeys(before, after);
        for (const AnswerChoice &item : now) {
            m_here.item = item.key;
            const qsizetype at = before.indexOf(item.key);
            if (at < 0) {
                whole(Kind::Added, subject == Subject::Choice ? ChangeWeight::Check : ChangeWeight::Harmless,
                      label(m_after, item.label));
                continue;
            }
            if (moved.contains(item.key))
                whole(Kind::Moved, ChangeWeight::Harmless, label(m_after, item.label));
            text("label"_L1, old[at].label, item.label);
        }
        for (const AnswerChoice &item : old) {
            m_here.item = item.key;
            if (!after.contains(item.key))
                whole(Kind::Removed, removed, label(m_before, item.label));
        }
        m_here = question;
    }

    void collectRemoved()
    {
        for (const Section &section : m_before.sections) {
            m_here = {.subject = Subject::Section, .section = section.key};
            if (!keysOf(m_after.sections, &Section::key).contains(section.key))
                whole(Kind::Removed, ChangeWeight::Check, label(m_before, section.title));
        }
        for (const IndexedQuestion &old : m_old.questions()) {
            if (m_new.find(old.question->name) >= 0)
                continue;
            m_here = {.subject = Subject::Question,
                      .section = m_before.sections[old.section].key,
                      .question = old.question->name};
            const bool holds = takesAnswer(old.question->type);
            whole(Kind::Removed, holds ? ChangeWeight::Breaking : ChangeWeight::Harmless,
                  label(m_before, old.question->label));
        }
    }

    // ---- how a difference is noted

    static ChangeWeight typeWeight(QuestionType old, QuestionType now)
    {
        if (!takesAnswer(old))
            return ChangeWeight::Check; // there is nothing to lose
        const bool wider = (old == QuestionType::Integer && now == QuestionType::Decimal) ||
                           (old == QuestionType::Scale && now == QuestionType::Integer) ||
                           (old == QuestionType::SelectOne && now == QuestionType::SelectMany);
        return wider ? ChangeWeight::Check : ChangeWeight::Breaking;
    }

    static QString label(const Protocol &protocol, const TranslatableText &text)
    {
        return text.in(protocol.language(), protocol.language());
    }

    static QStringList names(const ProtocolIndex &index, const QVector<int> &places)
    {
        QStringList result;
        for (const int place : places)
            result.append(index.questions()[place].question->name);
        return result;
    }

    static QString parentName(const ProtocolIndex &index, const IndexedQuestion &entry)
    {
        return entry.parent < 0 ? QString() : index.questions()[entry.parent].question->name;
    }

    void whole(Kind kind, ChangeWeight weight, const QString &name)
    {
        ProtocolChange change = m_here;
        change.kind = kind;
        change.weight = weight;
        (kind == Kind::Removed ? change.before : change.after) = name;
        m_changes.append(change);
    }

    void changed(QLatin1StringView part, const QString &before, const QString &after, ChangeWeight weight)
    {
        if (before == after)
            return;
        ProtocolChange change = m_here;
        change.kind = Kind::Changed;
        change.weight = weight;
        change.part = part;
        change.before = before;
        change.after = after;
        m_changes.append(change);
    }

    void value(QLatin1StringView part, int before, int after, ChangeWeight weight)
    {
        changed(part, QString::number(before), QString::number(after), weight);
    }

    void expression(QLatin1StringView part, const Expression &before, const Expression &after)
    {
        changed(part, before.source(), after.source(), ChangeWeight::Check);
    }

    /// `own`: the weight of other words in the protocol's own language; a translation is always harmless.
    void text(QLatin1StringView part, const TranslatableText &before, const TranslatableText &after,
              ChangeWeight own = ChangeWeight::Harmless)
    {
        QStringList languages = before.byLanguage.keys() + after.byLanguage.keys();
        languages.removeDuplicates();
        for (const QString &language : std::as_const(languages)) {
            const qsizetype noted = m_changes.size();
            changed(part, before.byLanguage.value(language), after.byLanguage.value(language),
                    language == m_before.language() ? own : ChangeWeight::Harmless);
            if (m_changes.size() > noted)
                m_changes.last().language = language;
        }
    }

    const Protocol &m_before, &m_after;
    const ProtocolIndex m_old, m_new;
    ProtocolChange m_here;
    QVector<ProtocolChange> m_changes;
};

} // namespace

QVector<ProtocolChange> protocolDifference(const Protocol &before, const Protocol &after)
{
    return Comparison(before, after).run();
}

} // namespace seamfinder
