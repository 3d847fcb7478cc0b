#include "app/commands/Command.h"
#include "core/domain/Error.h"

#include <QAudioOutput>
#include <QCoreApplication>
#include <QFileInfo>
#include <QMediaPlayer>
#include <QTimer>
#include <QUrl>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
void declare(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"recording"_s, u"The recording's file."_s);
    parser.addOption({u"from"_s, u"Where to begin, in milliseconds."_s, u"milliseconds"_s, u"0"_s});
}

/// Says every position that is reached, in milliseconds, each in a line.
int run(const QCommandLineParser &parser)
{
    const QString path = argument(parser, 0, u"the recording's file name"_s);
    bool isNumber = false;
    const qint64 from = parser.value(u"from"_s).toLongLong(&isNumber);
    if (!isNumber || from < 0)
        throw UsageError(u"--from wants a number of milliseconds"_s);
    if (!QFileInfo(path).isFile())
        throw Error(ErrorCode::NotFound, u"there is no file %1"_s.arg(path));
    QMediaPlayer player;
    if (!player.isAvailable())
        throw Error(ErrorCode::CannotRead, u"nothing that plays recordings is installed"_s);
    player.setAudioOutput(new QAudioOutput(&player));
    QString problem;
    QObject::connect(&player, &QMediaPlayer::errorOccurred, &player,
                     [&](QMediaPlayer::Error, const QString &text) {
                         problem = text.isEmpty() ? u"the file cannot be played"_s : text;
                         QCoreApplication::exit(Failed);
                     });
    QObject::connect(&player, &QMediaPlayer::positionChanged, &player,
                     [](qint64 position) { print(QByteArray::number(position) + '\n'); });
    // Before that a position is forgotten, also once the file is loaded.
    QObject::connect(&player, &QMediaPlayer::seekableChanged, &player, [&](bool isSeekable) {
        if (isSeekable && from > 0)
            player.setPosition(from);
    });
    QObject::connect(&player, &QMediaPlayer::mediaStatusChanged, &player,
                     [](QMediaPlayer::MediaStatus status) {
                         if (status == QMediaPlayer::EndOfMedia)
                             QCoreApplication::exit(Done);
                     });
    // Inside the loop: what ends it before it runs would be forgotten.
    QTimer::singleShot(0, &player, [&] {
        player.setSource(QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath()));
        player.play();
    });
    const int code = QCoreApplication::exec();
    if (!problem.isEmpty())
        throw Error(ErrorCode::CannotRead, problem);
    return code;
}
} // namespace

const Command playCommand{"play", "play a recording; the window does it in this way, too", true, &declare,
                          &run};

} // namespace seamfinder
