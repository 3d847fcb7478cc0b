#include "ui/protocol/ChangeWords.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype longestQuote = 90;

QString shortened(QString text)
{
    text = text.simplified();
    return text.size() > longestQuote ? text.left(longestQuote) + u'…' : text;
}
} // namespace

QString ChangeWords::subject(const ProtocolChange &change)
{
    switch (change.subject) {
    case ProtocolChange::Subject::Protocol:
        return tr("Protocol");
    case ProtocolChange::Subject::Section:
        return tr("Section “%1”").arg(change.section);
    case ProtocolChange::Subject::Question:
        return tr("Question “%1”").arg(change.question);
    case ProtocolChange::Subject::Choice:
        return tr("Question “%1”, choice “%2”").arg(change.question, change.item);
    case ProtocolChange::Subject::Probe:
        return tr("Question “%1”, probe “%2”").arg(change.question, change.item);
    }
    return {};
}

QString ChangeWords::part(const QString &part)
{
    static const struct
    {
        QLatin1StringView key;
        const char *words;
    } parts[] = {
        {"label"_L1, QT_TR_NOOP("what is said")},
        {"title"_L1, QT_TR_NOOP("title")},
        {"description"_L1, QT_TR_NOOP("description")},
        {"hint"_L1, QT_TR_NOOP("DO")},
        {"reword"_L1, QT_TR_NOOP("REWORD")},
        {"guidance"_L1, QT_TR_NOOP("what a good answer holds")},
        {"body"_L1, QT_TR_NOOP("text of the card")},
        {"labelByTerm"_L1, QT_TR_NOOP("what is said for one of the terms")},
        {"lowLabel"_L1, QT_TR_NOOP("lower end")},
        {"highLabel"_L1, QT_TR_NOOP("upper end")},
        {"constraintMessage"_L1, QT_TR_NOOP("what is said of a wrong answer")},
        {"type"_L1, QT_TR_NOOP("type")},
        {"required"_L1, QT_TR_NOOP("required")},
        {"priority"_L1, QT_TR_NOOP("priority")},
        {"when"_L1, QT_TR_NOOP("when it is answered")},
        {"binding"_L1, QT_TR_NOOP("field that the answer is")},
        {"mark"_L1, QT_TR_NOOP("what it singles out")},
        {"minimum"_L1, QT_TR_NOOP("least")},
        {"maximum"_L1, QT_TR_NOOP("most")},
        {"minutes"_L1, QT_TR_NOOP("minutes")},
        {"reserveMinutes"_L1, QT_TR_NOOP("minutes in reserve")},
        {"interviewerOnly"_L1, QT_TR_NOOP("for the interviewer alone")},
        {"languages"_L1, QT_TR_NOOP("languages")},
        {"relevance"_L1, QT_TR_NOOP("asked only if")},
        {"constraint"_L1, QT_TR_NOOP("accepted only if")},
        {"calculation"_L1, QT_TR_NOOP("calculation")},
        {"default"_L1, QT_TR_NOOP("answer to begin with")},
        {"choices"_L1, QT_TR_NOOP("where the choices come from")},
        {"filter"_L1, QT_TR_NOOP("which choices are offered")},
        {"count"_L1, QT_TR_NOOP("how often it is repeated")},
        {"creates"_L1, QT_TR_NOOP("what each repeat becomes")},
        {"over"_L1, QT_TR_NOOP("what it is repeated for")},
        {"first"_L1, QT_TR_NOOP("what comes first")},
        {"presets"_L1, QT_TR_NOOP("what is filled in beforehand")},
    };
    for (const auto &each : parts) {
        if (each.key == part)
            return tr(each.words);
    }
    return part;
}

QString ChangeWords::value(const ProtocolChange &change, const QString &value)
{
    if (change.part == "required"_L1 || change.part == "interviewerOnly"_L1)
        return value == "true"_L1 ? tr("yes") : tr("no");
    return value.isEmpty() ? tr("nothing") : u"“%1”"_s.arg(shortened(value));
}

QString ChangeWords::sentence(const ProtocolChange &change)
{
    const QString about = subject(change);
    switch (change.kind) {
    case ProtocolChange::Kind::Added:
        return change.after.isEmpty() ? tr("%1 is new.").arg(about)
                                      : tr("%1 is new: %2").arg(about, shortened(change.after));
    case ProtocolChange::Kind::Removed:
        return change.before.isEmpty() ? tr("%1 is gone.").arg(about)
                                       : tr("%1 is gone: %2").arg(about, shortened(change.before));
    case ProtocolChange::Kind::Moved:
        return change.weight == ChangeWeight::Breaking
                   ? tr("%1 stands in another repeat: its answers are not found again.").arg(about)
                   : tr("%1 stands elsewhere.").arg(about);
    case ProtocolChange::Kind::Changed:
        break;
    }
    const QString what =
        change.language.isEmpty() ? part(change.part) : u"%1 (%2)"_s.arg(part(change.part), change.language);
    return tr("%1, %2: %3 becomes %4")
        .arg(about, what, value(change, change.before), value(change, change.after));
}

QString ChangeWords::weight(ChangeWeight weight)
{
    switch (weight) {
    case ChangeWeight::Breaking:
        return tr("Breaking");
    case ChangeWeight::Check:
        return tr("To check");
    case ChangeWeight::Harmless:
        return tr("Harmless");
    }
    return {};
}

QString ChangeWords::meaning(ChangeWeight weight)
{
    switch (weight) {
    case ChangeWeight::Breaking:
        return tr("answers lose their question, or no longer fit it");
    case ChangeWeight::Check:
        return tr("something is asked differently, or anew");
    case ChangeWeight::Harmless:
        return tr("answers mean what they meant");
    }
    return {};
}

} // namespace seamfinder
