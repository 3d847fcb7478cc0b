#include "core/domain/WordJoints.h"

namespace seamfinder {

void WordJoints::add(const QString &before, const QString &after, const QString &instead)
{
    m_rules.append(
        {before, QRegularExpression(after, QRegularExpression::UseUnicodePropertiesOption), instead});
}

void WordJoints::join(QString &before, QString &after) const
{
    for (const Rule &rule : m_rules) {
        const qsizetype at = before.size() - rule.before.size();
        // A word of its own ("disque " is no "que "), which may begin the sentence.
        if (at < 0 || (at > 0 && before.at(at - 1).isLetterOrNumber()) ||
            !before.endsWith(rule.before, Qt::CaseInsensitive))
            continue;
        const QRegularExpressionMatch match = rule.after.match(after, 0, QRegularExpression::NormalMatch,
                                                               QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch())
            continue;
        const bool capital = before.at(at).isUpper();
        before.truncate(at);
        before += capital ? rule.instead.at(0).toUpper() + rule.instead.sliced(1) : rule.instead;
        after.remove(0, match.capturedLength());
        return;
    }
}

QString WordJoints::joined(QString before, QString after) const
{
    join(before, after);
    return before + after;
}

} // namespace seamfinder
