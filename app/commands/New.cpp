#include "app/commands/Command.h"
#include "core/catalogue/NewStudy.h"
#include "core/exchange/SampleStudy.h"

#include <QFileInfo>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
void declare(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"study"_s, u"The file to create, NAME.seam."_s);
    parser.addOption({u"title"_s, u"The study's title; the file's name without it."_s, u"title"_s});
    parser.addOption(
        {u"sample"_s,
         u"With the sample content: participants, interviews, examples and gaps to look around in."_s});
}

int run(const QCommandLineParser &parser)
{
    const QString path = argument(parser, 0, u"the study's file name"_s);
    if (const QString folder = QFileInfo(path).path(); !QFileInfo(folder).isDir())
        throw UsageError(u"the folder “%1” does not exist"_s.arg(folder));
    const bool sample = parser.isSet(u"sample"_s);
    const QString plainTitle = sample ? sampleTitle() : QFileInfo(path).completeBaseName();
    const QString title = parser.isSet(u"title"_s) ? parser.value(u"title"_s) : plainTitle;
    createStudy(path, title, coderOfThisSession(),
                sample ? std::function<void(Edit &)>(&addSample) : nullptr);
    return Done;
}
} // namespace

const Command newCommand{"new", "create a study", false, &declare, &run};

} // namespace seamfinder
