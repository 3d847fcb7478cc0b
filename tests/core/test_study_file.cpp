#include "core/catalogue/EditExamples.h"
#include "core/catalogue/FileHeader.h"
#include "core/catalogue/NewStudy.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/ReadStudy.h"
#include "core/catalogue/Schema.h"
#include "core/domain/Error.h"
#include "tests/support/FileBytes.h"
#include "tests/support/FullDisk.h"
#include "tests/support/TempStudy.h"

#include <fcntl.h>
#include <QProcess>
#include <QtTest>
#include <sys/file.h>
#include <unistd.h>

using namespace seamfinder;
using namespace seamfinder::test;
using namespace Qt::StringLiterals;

namespace {
QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

/// As another process sees it: any part of it is locked by somebody, so that it must not be taken over.
bool isLocked(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC);
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET; // from the first byte to the last
    const bool asked = ::fcntl(descriptor, F_OFD_GETLK, &lock) == 0;
    ::close(descriptor);
    return asked && lock.l_type != F_UNLCK;
}

std::optional<ErrorCode> openingFails(const QString &path)
{
    try {
        (void)Study::open(path, Study::Mode::Write);
        return std::nullopt;
    } catch (const Error &error) {
        return error.code();
    }
}
} // namespace

class StudyFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewStudyIsWholeAndAlone()
    {
        TempStudy study;
        QCOMPARE(namesIn(study.folder()), QStringList{u"study.seam"_s});
        QCOMPARE(readFileHeader(study.path()).verdict, FileVerdict::Study);
        QCOMPARE(readFileHeader(study.path()).schemaVersion, schema::version);
        const StudyInfo info = readStudyInfo(study.db());
        QCOMPARE(info.title, u"Test study"_s);
        QVERIFY(info.terms > 180);
        QVERIFY(readProtocolVersions(study.db()).size() >= 2);
    }

    void closingLeavesNothingBeside()
    {
        TempStudy study;
        study.writer().perform({u"x"_s}, [](Edit &edit) { createExample(edit, {}); });
        QVERIFY(namesIn(study.folder()).contains(u"study.seam.lock"_s));
        study.close();
        QCOMPARE(namesIn(study.folder()), QStringList{u"study.seam"_s});
    }

    void creatingNeverReplaces()
    {
        TempStudy study;
        const QByteArray before = contentOf(study.path());
        QVERIFY_THROWS_EXCEPTION(Error, Study::create(study.path(), u"again"_s, [](Edit &) {}));
        QCOMPARE(contentOf(study.path()), before);
    }

    void readingLeavesNothingBeside()
    {
        TempStudy file;
        file.close();
        const QByteArray before = contentOf(file.path());
        {
            const auto study = Study::open(file.path(), Study::Mode::Read);
            Connection db = study->openReader();
            QVERIFY(!readStudyInfo(db).title.isNull());
        }
        QCOMPARE(namesIn(file.folder()), QStringList{u"study.seam"_s});
        QCOMPARE(contentOf(file.path()), before);
        QVERIFY(!Study::open(file.path(), Study::Mode::Write)->wasLeftOpen());
    }

    // Whatever other program has tidied up the WAL in the meantime.
    void aLockThatWasLeftTellsOfAnUncleanEnd()
    {
        TempStudy file;
        file.close();
        QFile left(file.path() + u".lock"_s);
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.write("anna on desk-12 since 2026-11-24 14:03");
        left.close();
        {
            const auto study = Study::open(file.path(), Study::Mode::Read); // as a command in between
            Connection db = study->openReader();
            QVERIFY(!readStudyInfo(db).title.isNull());
        }
        QVERIFY(Study::open(file.path(), Study::Mode::Write)->wasLeftOpen());
        QVERIFY(!Study::open(file.path(), Study::Mode::Write)->wasLeftOpen());
    }

    void readingBesideAWriterLeavesItsFiles()
    {
        TempStudy file;
        const Connection writer(file.study().openWriter());
        {
            const auto study = Study::open(file.path(), Study::Mode::Read);
            Connection db = study->openReader();
            QVERIFY(!readStudyInfo(db).title.isNull());
        }
        QVERIFY(QFileInfo::exists(file.path() + u"-wal"_s));
    }

    // File dialogs open what they list. That must not free the study for others: the last of them to close it
    // would delete the log with all that was typed.
    void lookingIntoItsFilesKeepsItLocked()
    {
        TempStudy file;
        file.writer().perform({u"x"_s}, [](Edit &edit) { createExample(edit, {}); });
        const QString log = file.path() + u"-wal"_s, index = file.path() + u"-shm"_s;
        QVERIFY(isLocked(file.path()) && isLocked(index));
        {
            const Connection reader(file.study().openReader()); // closing it frees only its own, too
        }
        for (const QString &path : {file.path(), log, index})
            QVERIFY(!contentOf(path).isEmpty());
        QVERIFY(isLocked(file.path()));
        QVERIFY(isLocked(index));
        const QString path = file.path();
        file.writer().perform({u"y"_s}, [](Edit &edit) { createExample(edit, {}); });
        file.close();
        QVERIFY(!isLocked(path));
    }

    void sideFilesOfAnOlderStudyAreNotReplayed()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"s.seam"_s);
        createStudy(path, u"old"_s, {u"Ada Test"_s, u"AT"_s});
        {
            const auto study = Study::open(path, Study::Mode::Write);
            StudyWriter writer(study->openWriter());
            writer.perform({u"x"_s}, [](Edit &edit) { createExample(edit, {}); });
            QVERIFY(QFile::copy(path + u"-wal"_s, folder.filePath(u"kept"_s)));
        }
        QVERIFY(QFile::remove(path));
        QVERIFY(QFile::rename(folder.filePath(u"kept"_s), path + u"-wal"_s));
        createStudy(path, u"new"_s, {u"Ada Test"_s, u"AT"_s});
        const auto study = Study::open(path, Study::Mode::Write);
        Connection reader = study->openReader();
        QCOMPARE(readStudyInfo(reader).title, u"new"_s);
        QCOMPARE(readStudyInfo(reader).examples, 0);
    }

    void aFailedCreationLeavesNothing()
    {
        QTemporaryDir folder;
        QVERIFY_THROWS_EXCEPTION(Error, Study::create(folder.filePath(u"s.seam"_s), u"t"_s, [](Edit &) {
                                     throw Error(ErrorCode::InvalidInput, u"no"_s);
                                 }));
        QCOMPARE(namesIn(folder.path()), QStringList());
    }

    void whatIsNoStudyIsRefusedUntouched_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("code");
        TempStudy study;
        study.close();
        QByteArray good = contentOf(study.path());
        QByteArray newer = good;
        newer[63] = char(99);
        QByteArray otherProgram = good;
        otherProgram[70] = 'X';
        QTest::newRow("empty") << QByteArray() << int(ErrorCode::NotAStudy);
        QTest::newRow("text") << QByteArray("dear diary\n").repeated(50) << int(ErrorCode::NotAStudy);
        QTest::newRow("short") << good.left(60) << int(ErrorCode::NotAStudy);
        QTest::newRow("another program's database") << otherProgram << int(ErrorCode::NotAStudy);
        QTest::newRow("newer") << newer << int(ErrorCode::NewerVersion);
        QTest::newRow("header only") << good.left(100) << int(ErrorCode::Damaged);
        QByteArray torn = good.left(4096);
        torn.append(QByteArray(good.size() - 4096, '\xa5'));
        QTest::newRow("pages overwritten") << torn << int(ErrorCode::Damaged);
    }

    void whatIsNoStudyIsRefusedUntouched()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, code);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"s.seam"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const auto failed = openingFails(path);
        QVERIFY(failed);
        QCOMPARE(int(*failed), code);
        QCOMPARE(contentOf(path), content);
        QCOMPARE(namesIn(folder.path()), QStringList{u"s.seam"_s});
    }

    void aMissingFileIsSaidToBeMissing()
    {
        QTemporaryDir folder;
        QCOMPARE(openingFails(folder.filePath(u"gone.seam"_s)), std::optional(ErrorCode::NotFound));
        QCOMPARE(namesIn(folder.path()), QStringList());
    }

    void anotherSchemaIsRefused()
    {
        TempStudy study;
        study.close();
        {
            Connection db(study.path(), Access::ReadWrite);
            db.execute(
                u"CREATE TRIGGER evil AFTER INSERT ON example BEGIN DELETE FROM gap; END; PRAGMA wal_checkpoint(TRUNCATE)"_s);
        }
        const QByteArray before = contentOf(study.path());
        QCOMPARE(openingFails(study.path()), std::optional(ErrorCode::Damaged));
        QCOMPARE(contentOf(study.path()), before);
        QCOMPARE(namesIn(study.folder()), QStringList{u"study.seam"_s});
    }

    void aSecondWriterReadsOnly()
    {
        TempStudy study;
        study.writer().perform({u"x"_s}, [](Edit &edit) { createExample(edit, {}); });
        // flock is held by the open file description, so a second open in this process conflicts as another
        // process would.
        const auto second = Study::open(study.path(), Study::Mode::Write);
        QVERIFY(!second->isWritable());
        QCOMPARE(second->readOnlyReason(), ReadOnlyReason::LockedByOther);
        QVERIFY(!second->lockHolder().isEmpty());
        Connection reader = second->openReader();
        QCOMPARE(readStudyInfo(reader).examples, 1);
        QVERIFY_THROWS_EXCEPTION(Error, (void)second->openWriter());
        study.writer().perform({u"y"_s}, [](Edit &edit) { createExample(edit, {}); });
        QCOMPARE(readStudyInfo(reader).examples, 2);
    }

    void theLockIsFreeAfterClosing()
    {
        TempStudy study;
        (void)study.study();
        study.close();
        const auto again = Study::open(study.path(), Study::Mode::Write);
        QVERIFY(again->isWritable());
    }

    void aSymbolicLinkIsFollowedAndLocksTheRealFile()
    {
        TempStudy study;
        const QString link = study.folder() + u"/link.seam"_s;
        QVERIFY(QFile::link(study.path(), link));
        (void)study.study();
        const auto second = Study::open(link, Study::Mode::Write);
        QCOMPARE(second->path(), QFileInfo(study.path()).canonicalFilePath());
        QCOMPARE(second->readOnlyReason(), ReadOnlyReason::LockedByOther);
    }

    void aFileWithTwoNamesIsReadOnly()
    {
        TempStudy study;
        study.close();
        const QString other = study.folder() + u"/other.seam"_s;
        QCOMPARE(::link(study.path().toUtf8().constData(), other.toUtf8().constData()), 0);
        const auto opened = Study::open(other, Study::Mode::Write);
        QCOMPARE(opened->readOnlyReason(), ReadOnlyReason::HardLinks);
    }

    void aReadOnlyFolderIsReadWithoutSideFiles()
    {
        if (geteuid() == 0)
            return; // root may write everywhere; the immutable path is tried below without rights
        TempStudy study;
        study.close();
        QVERIFY(QFile::setPermissions(study.folder(), QFile::ReadOwner | QFile::ExeOwner));
        {
            const auto opened = Study::open(study.path(), Study::Mode::Write);
            QCOMPARE(opened->readOnlyReason(), ReadOnlyReason::FileReadOnly);
            Connection reader = opened->openReader();
            QCOMPARE(readStudyInfo(reader).title, u"Test study"_s);
        }
        QCOMPARE(namesIn(study.folder()), QStringList{u"study.seam"_s});
        QFile::setPermissions(study.folder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    void aReadOnlyFileIsReadWithoutSideFiles()
    {
        if (geteuid() == 0)
            return; // root may write everywhere
        TempStudy study;
        study.close();
        QVERIFY(QFile::setPermissions(study.path(), QFile::ReadOwner));
        for (const Study::Mode mode : {Study::Mode::Read, Study::Mode::Write}) {
            {
                const auto opened = Study::open(study.path(), mode);
                Connection reader = opened->openReader();
                QCOMPARE(readStudyInfo(reader).title, u"Test study"_s);
            }
            QCOMPARE(namesIn(study.folder()), QStringList{u"study.seam"_s});
        }
    }

    // No file may grow: what a full disk is to a file that is there already.
    void onAFullDiskItIsReadWithoutSideFiles()
    {
        TempStudy study;
        study.close();
        {
            const FullDisk full;
            const auto read = Study::open(study.path(), Study::Mode::Read);
            Connection reader = read->openReader();
            QCOMPARE(readStudyInfo(reader).title, u"Test study"_s);
        }
        QCOMPARE(namesIn(study.folder()), QStringList{u"study.seam"_s});
        {
            const FullDisk full;
            const auto written = Study::open(study.path(), Study::Mode::Write);
            try {
                StudyWriter writer(written->openWriter());
                QFAIL("written without room");
            } catch (const Error &error) {
                // A limit of a file's size stands for the full disk here; SQLite tells the two apart.
                QVERIFY(error.code() == ErrorCode::DiskFull || error.code() == ErrorCode::CannotWrite);
            }
        }
        QCOMPARE(namesIn(study.folder()), QStringList{u"study.seam"_s});
    }

    void whatCannotBeMadeIsNamedAsItWasAskedFor()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"nofolder/x.seam"_s);
        try {
            Study::create(path, u"t"_s, [](Edit &) {});
            QFAIL("made without a folder");
        } catch (const Error &error) {
            QCOMPARE(error.subject(), path);
            QCOMPARE(int(error.code()), int(ErrorCode::CannotWrite));
        }
    }

    void readingOnlyLeavesTheBytesAlone()
    {
        TempStudy study;
        study.close();
        const QByteArray before = contentOf(study.path());
        {
            const auto opened = Study::open(study.path(), Study::Mode::Read);
            Connection reader = opened->openReader();
            QCOMPARE(readStudyInfo(reader).title, u"Test study"_s);
            QVERIFY_THROWS_EXCEPTION(Error, reader.execute(u"UPDATE study SET title = 'x'"_s));
        }
        QCOMPARE(contentOf(study.path()), before);
    }

    void pathsWithSpecialCharacters()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"Étude 100% #1 ? שלום 🙂.seam"_s);
        createStudy(path, u"t"_s, {u"Ada Test"_s, u"AT"_s});
        const auto study = Study::open(path, Study::Mode::Write);
        StudyWriter writer(study->openWriter());
        writer.perform({u"x"_s}, [](Edit &edit) { createExample(edit, {}); });
        Connection immutable(path, Access::ReadOnly);
        QCOMPARE(readStudyInfo(immutable).examples, 1);
    }
};

QTEST_GUILESS_MAIN(StudyFileTest)
#include "test_study_file.moc"
