#include "ui/interview/TimelineSigns.h"

#include "core/catalogue/ParadataChange.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/ReadStudy.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/Field.h"
#include "core/domain/MissingCode.h"
#include "core/interview/InterviewSession.h"
#include "ui/interview/MarkStrip.h"

#include <algorithm>
#include <QCoreApplication>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

class ChangeWords
{
    Q_DECLARE_TR_FUNCTIONS(TimelineSigns)

public:
    ChangeWords(const InterviewSession &session, const QString &question, const ParadataChange &change)
        : m_session(session)
        , m_question(session.answers().index().question(question))
        , m_field(fieldByName(change.what))
        , m_change(change)
    {
        if (m_change.what == "answer"_L1 && m_question)
            m_field = fieldByName(m_question->binding);
        const QVector<Step> &steps = session.flow().steps();
        const auto step = std::find_if(steps.cbegin(), steps.cend(),
                                       [&](const Step &each) { return each.ref.question == question; });
        if (step != steps.cend()) {
            m_asked = session.flow().say(*step).simplified();
            if (m_change.what == "answer"_L1)
                m_choices = session.flow().choices(*step);
        }
        if (m_asked.isEmpty())
            m_asked = question;
    }

    [[nodiscard]] QString inWords() const
    {
        if (m_session.isDeclined()) // what was said is not kept, and not shown while it can be taken back
            return tr("Something was changed");
        return tr("%1 changed: %2 → %3").arg(what(), shown(m_change.before), shown(m_change.after));
    }

private:
    [[nodiscard]] QString what() const
    {
        const QString asked = brief(m_asked);
        if (m_change.what == "note"_L1)
            return tr("Note on “%1”").arg(asked);
        return u"“%1”"_s.arg(m_change.what == "answer"_L1 || !m_field ? asked : label(*m_field));
    }

    [[nodiscard]] QString shown(const QString &stored) const
    {
        if (const auto code = missingCodeFromKey(stored))
            return tr("no answer (%1)").arg(QCoreApplication::translate("MissingCode", info(*code).label));
        if (stored.isEmpty())
            return tr("nothing");
        QStringList parts = stored.split(u"; "_s);
        const bool isText = m_field ? m_field->kind == FieldKind::Text : m_choices.isEmpty();
        if (!isText)
            std::ranges::transform(parts, parts.begin(), [this](const QString &key) { return labelOf(key); });
        return brief(parts.join(u"; "_s).simplified());
    }

    [[nodiscard]] QString labelOf(const QString &key) const
    {
        const auto choice = std::ranges::find(m_choices, key, &StepChoice::key);
        if (choice != m_choices.end())
            return choice->label;
        if (!m_field)
            return key;
        if (m_field->kind == FieldKind::Choice)
            return choiceLabel(*m_field, key);
        if (m_field->kind == FieldKind::Link) {
            const auto id = fromCrockford(key);
            const auto system = id ? readSystem(m_session.study().reader(), SystemId{*id}) : std::nullopt;
            return system ? system->alias : key;
        }
        // "other: in their words"
        const QString term = key.section(u": "_s, 0, 0), rest = key.mid(term.size());
        const Term *found = m_session.answers().codebook().term(QString(m_field->facet), term);
        return found ? found->label + rest : key;
    }

    [[nodiscard]] static QString brief(const QString &text)
    {
        constexpr qsizetype longest = 60;
        return text.size() > longest ? text.first(longest - 1).trimmed() + u'…' : text;
    }

    const InterviewSession &m_session;
    const Question *m_question;
    const Field *m_field;
    ParadataChange m_change;
    QString m_asked;
    QVector<StepChoice> m_choices;
};

} // namespace

QVector<TimelineSign> timelineSigns(const InterviewSession &session)
{
    using Kind = TimelineSign::Kind;
    QVector<TimelineSign> signs;
    // Not the moments of the interview's time: those go without the texts that were changed.
    const QVector<ParadataEvent> events = readParadata(session.study().reader(), session.id());
    for (const ParadataEvent &event : events) {
        if (event.event == "example"_L1) {
            signs.append({Kind::Example, event.time, u"●"_s,
                          QCoreApplication::translate("TimelineSigns", "An example")});
        } else if (event.event == "mark"_L1) {
            const MarkKind kind = markKindFromKey(event.detail).value_or(MarkKind::Star);
            signs.append({Kind::Mark, event.time, signOf(kind), nameOf(kind)});
        } else if (event.event == "changed"_L1) {
            // What is written for the first time is an answer, not a change of one.
            const auto change = ParadataChange::fromDetail(event.detail);
            if (change && !change->before.isEmpty() && change->before != change->after)
                signs.append({Kind::Change,
                              event.time,
                              {},
                              ChangeWords(session, event.place.question, *change).inWords()});
        }
    }
    return signs;
}

} // namespace seamfinder
