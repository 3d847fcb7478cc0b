#include "core/exchange/QuestionNames.h"

#include <QRegularExpression>

namespace seamfinder {

using namespace Qt::StringLiterals;

bool isQuestionName(const QString &name)
{
    static const QRegularExpression pattern(u"\\A[A-Za-z][A-Za-z0-9_-]*\\z"_s);
    return pattern.match(name).hasMatch();
}

QString nearestQuestionName(const QString &name, const QSet<QString> &taken)
{
    static const QRegularExpression others(u"[^A-Za-z0-9_-]+"_s);
    QString near = name;
    near.replace(others, u"-"_s);
    if (near.isEmpty() || !near[0].isLetter())
        near.prepend(near.startsWith(u'_') || near.startsWith(u'-') ? u"q"_s : u"q-"_s);
    QString free = near;
    for (int i = 2; taken.contains(free); ++i)
        free = u"%1-%2"_s.arg(near).arg(i);
    return free;
}

} // namespace seamfinder
