#include "core/catalogue/NewStudy.h"

#include "core/catalogue/Edit.h"
#include "core/catalogue/EditCodebook.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/Study.h"

#include <pwd.h>
#include <QFile>
#include <unistd.h>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
QString initialsOf(const QString &name)
{
    QString initials;
    for (const QString &word : name.split(u' ', Qt::SkipEmptyParts))
        initials += word.at(0).toUpper();
    return initials.left(3);
}
} // namespace

FirstCoder coderOfThisSession()
{
    const passwd *entry = getpwuid(getuid());
    // The field holds "Full name,room,phone,…".
    QString name = entry ? QString::fromLocal8Bit(entry->pw_gecos).section(u',', 0, 0).trimmed() : QString();
    if (name.isEmpty() && entry)
        name = QString::fromLocal8Bit(entry->pw_name);
    if (name.isEmpty())
        name = u"Interviewer"_s;
    return {name, initialsOf(name)};
}

void createStudy(const QString &path, const QString &title, const FirstCoder &coder,
                 const std::function<void(Edit &)> &more)
{
    Study::create(path, title, [&](Edit &edit) {
        addDefaultCodebook(edit);
        addBuiltInProtocols(edit);
        edit.attributeTo(createCoder(edit, coder.name, coder.initials, true));
        if (more)
            more(edit);
    });
}

} // namespace seamfinder
