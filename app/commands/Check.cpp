#include "app/commands/Command.h"
#include "core/catalogue/Study.h"
#include "core/catalogue/StudyCheck.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
void declare(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"study"_s, u"The study's file."_s);
}

int run(const QCommandLineParser &parser)
{
    const auto study = Study::open(argument(parser, 0, u"the study's file name"_s), Study::Mode::Read);
    Connection db = study->openReader();
    bool good = true;
    for (const CheckResult &result : checkStudy(db, terminalProgress())) {
        good = good && result.problems.isEmpty();
        print(
            (result.problems.isEmpty() ? u"%1: good\n"_s.arg(result.name) : u"%1: WRONG\n"_s.arg(result.name))
                .toUtf8());
        for (const QString &problem : result.problems)
            print((u"  "_s + problem + u'\n').toUtf8());
    }
    return good ? Done : Failed;
}
} // namespace

const Command checkCommand{"check", "look for damage: integrity, foreign keys, journal, search index", false,
                           &declare, &run};

} // namespace seamfinder
