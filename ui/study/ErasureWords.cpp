#include "ui/study/ErasureWords.h"

#include <array>
#include <QCoreApplication>
#include <QDir>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
struct Kind
{
    QLatin1StringView table;
    const char *one;  ///< before a text
    const char *many; ///< before a count
};

constexpr std::array kinds{
    Kind{"participant"_L1, QT_TRANSLATE_NOOP("ErasureWords", "Participant"),
         QT_TRANSLATE_NOOP("ErasureWords", "Participants")},
    Kind{"interview"_L1, QT_TRANSLATE_NOOP("ErasureWords", "Interview"),
         QT_TRANSLATE_NOOP("ErasureWords", "Interviews")},
    Kind{"answer"_L1, QT_TRANSLATE_NOOP("ErasureWords", "Answer or note"),
         QT_TRANSLATE_NOOP("ErasureWords", "Answers and notes")},
    Kind{"transcript"_L1, QT_TRANSLATE_NOOP("ErasureWords", "Transcript"),
         QT_TRANSLATE_NOOP("ErasureWords", "Transcripts")},
    Kind{"example"_L1, QT_TRANSLATE_NOOP("ErasureWords", "Mismatch example"),
         QT_TRANSLATE_NOOP("ErasureWords", "Mismatch examples")},
    Kind{"gap"_L1, QT_TRANSLATE_NOOP("ErasureWords", "Information gap"),
         QT_TRANSLATE_NOOP("ErasureWords", "Information gaps")},
    Kind{"practice"_L1, QT_TRANSLATE_NOOP("ErasureWords", "Practice"),
         QT_TRANSLATE_NOOP("ErasureWords", "Practices")},
    Kind{"mark"_L1, QT_TRANSLATE_NOOP("ErasureWords", "Mark"), QT_TRANSLATE_NOOP("ErasureWords", "Marks")},
    Kind{"excerpt"_L1, QT_TRANSLATE_NOOP("ErasureWords", "Passage"),
         QT_TRANSLATE_NOOP("ErasureWords", "Passages")},
    Kind{"memo"_L1, QT_TRANSLATE_NOOP("ErasureWords", "Memo"), QT_TRANSLATE_NOOP("ErasureWords", "Memos")},
    Kind{"coding"_L1, QT_TRANSLATE_NOOP("ErasureWords", "Code"), QT_TRANSLATE_NOOP("ErasureWords", "Codes")},
    Kind{"system"_L1, QT_TRANSLATE_NOOP("ErasureWords", "System"),
         QT_TRANSLATE_NOOP("ErasureWords", "Systems that nobody else speaks about")},
    Kind{"incident"_L1, QT_TRANSLATE_NOOP("ErasureWords", "Event"),
         QT_TRANSLATE_NOOP("ErasureWords", "Events that nobody else speaks about")},
    Kind{"paradata"_L1, QT_TRANSLATE_NOOP("ErasureWords", "Course of the interview"),
         QT_TRANSLATE_NOOP("ErasureWords", "Moments of how the interview went")},
    Kind{"term"_L1, QT_TRANSLATE_NOOP("ErasureWords", "Term"), QT_TRANSLATE_NOOP("ErasureWords", "Terms")},
};

QString say(const char *text)
{
    return QCoreApplication::translate("ErasureWords", text);
}

void addFiles(QStringList &lines, const QString &heading, const QStringList &files)
{
    if (files.isEmpty())
        return;
    lines.append(heading);
    for (const QString &file : files)
        lines.append(u"    "_s + QDir::toNativeSeparators(file));
}
} // namespace

QString erasedKind(const QString &table)
{
    for (const Kind &kind : kinds) {
        if (table == kind.table)
            return say(kind.one);
    }
    return say(QT_TRANSLATE_NOOP("ErasureWords", "Other"));
}

QString countsInWords(const QHash<QString, qsizetype> &counts)
{
    QHash<QString, qsizetype> rest = counts;
    QStringList lines;
    for (const Kind &kind : kinds) {
        if (const qsizetype count = rest.take(QString(kind.table)))
            lines.append(u"%1: %2"_s.arg(say(kind.many)).arg(count));
    }
    qsizetype others = 0;
    for (const qsizetype count : std::as_const(rest))
        others += count;
    if (others > 0)
        lines.append(
            u"%1: %2"_s.arg(say(QT_TRANSLATE_NOOP("ErasureWords", "Links and other traces"))).arg(others));
    return lines.join(u'\n');
}

QString textsInWords(const QVector<ErasedText> &texts)
{
    QStringList lines;
    for (const ErasedText &text : texts)
        lines.append(
            (text.about.isEmpty() ? erasedKind(text.table) : u"“%1”"_s.arg(text.about.simplified())) +
            u": "_s + text.text);
    return lines.isEmpty() ? say(QT_TRANSLATE_NOOP("ErasureWords", "There are no texts."))
                           : lines.join(u"\n\n"_s);
}

QString placesInWords(const ScrubPreview &preview)
{
    QStringList lines;
    for (const ScrubPlace &place : preview.places)
        lines.append(erasedKind(place.table) + u": "_s + place.around);
    if (preview.texts > preview.places.size())
        lines.append(say(QT_TRANSLATE_NOOP("ErasureWords", "… and %1 more."))
                         .arg(preview.texts - int(preview.places.size())));
    return lines.join(u'\n');
}

QString holdingInWords(const StillHolding &holding)
{
    QStringList lines;
    addFiles(lines,
             say(QT_TRANSLATE_NOOP("ErasureWords", "Backups and copies of the study that hold it. "
                                                   "Delete them, or open each and do the same there:")),
             holding.studies);
    addFiles(lines,
             say(QT_TRANSLATE_NOOP("ErasureWords", "Exported files that hold it. Delete or replace them:")),
             holding.exports);
    addFiles(
        lines,
        say(QT_TRANSLATE_NOOP("ErasureWords",
                              "Exported files that cannot be looked into. Look yourself, or replace them:")),
        holding.closedExports);
    addFiles(
        lines,
        say(QT_TRANSLATE_NOOP("ErasureWords", "Exported files that are no longer where they were written. If "
                                              "they were moved, they may hold it:")),
        holding.lostExports);
    addFiles(lines,
             say(QT_TRANSLATE_NOOP("ErasureWords", "Other texts in the study's folder that have these words. "
                                                   "Read them, and delete or replace what is meant:")),
             holding.unlisted);
    if (holding.withoutFile > 0)
        lines.append(say(QT_TRANSLATE_NOOP("ErasureWords",
                                           "Exports to the clipboard or to another program, which cannot be "
                                           "followed: %1"))
                         .arg(holding.withoutFile));
    if (lines.isEmpty())
        lines.append(say(QT_TRANSLATE_NOOP(
            "ErasureWords",
            "No backup in the study's folder, no copy and no export that is known holds it.")));
    lines.append(say(QT_TRANSLATE_NOOP("ErasureWords",
                                       "Seamfinder cannot reach: copies that were made outside of Seamfinder "
                                       "or are on other machines, backups of the whole "
                                       "disk, recordings, paper, mail, and your list of who is who.")));
    return lines.join(u'\n');
}

} // namespace seamfinder
