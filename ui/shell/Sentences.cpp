#include "ui/shell/Sentences.h"

#include "core/catalogue/EditInterview.h"
#include "core/exchange/OutputFile.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Sentences", text);
}

/// Two forms each: one that names the thing it concerns, one for when the error names none.
QString sentence(const QString &name, const char *named, const char *unnamed)
{
    return name.isEmpty() ? say(unnamed) : say(named).arg(name);
}

} // namespace

QString sentenceFor(const Error &error)
{
    const QString name =
        error.subject().contains(u'/') ? QFileInfo(error.subject()).fileName() : error.subject();
    switch (error.code()) {
    case ErrorCode::NotFound:
        return sentence(
            name,
            QT_TRANSLATE_NOOP("Sentences", "“%1” is no longer there. It may have been moved, renamed or "
                                           "deleted; nothing was changed. Look for it and try again."),
            QT_TRANSLATE_NOOP("Sentences", "What was asked for is no longer there. Nothing was changed. "
                                           "Look for it and try again."));
    case ErrorCode::NotAStudy:
        return sentence(
            name,
            QT_TRANSLATE_NOOP("Sentences", "“%1” is not a Seamfinder study. The file was left as it is. "
                                           "Choose a file that ends in .seam."),
            QT_TRANSLATE_NOOP("Sentences", "This file is not a Seamfinder study. It was left as it is. "
                                           "Choose a file that ends in .seam."));
    case ErrorCode::Damaged:
        return sentence(
            name,
            QT_TRANSLATE_NOOP("Sentences", "Parts of “%1” are damaged and cannot be read. Nothing was "
                                           "written to it. Keep the file, and open its latest backup."),
            QT_TRANSLATE_NOOP("Sentences", "Parts of this file are damaged and cannot be read. Nothing was "
                                           "written to it. Keep the file, and open its latest backup."));
    case ErrorCode::NewerVersion:
        return sentence(
            name,
            QT_TRANSLATE_NOOP("Sentences", "“%1” was written by a newer Seamfinder that this one cannot "
                                           "read. The file was left as it is. Update Seamfinder to open it."),
            QT_TRANSLATE_NOOP("Sentences", "This file was written by a newer Seamfinder that this one cannot "
                                           "read. It was left as it is. Update Seamfinder to open it."));
    case ErrorCode::ReadOnly:
        return sentence(
            name,
            QT_TRANSLATE_NOOP("Sentences", "“%1” is open for reading only, so this change was not made. To "
                                           "work on it, save a copy elsewhere and open that."),
            QT_TRANSLATE_NOOP("Sentences", "The study is open for reading only, so this change was not made. "
                                           "To work on it, save a copy elsewhere and open that."));
    case ErrorCode::Locked:
        return sentence(
            name,
            QT_TRANSLATE_NOOP("Sentences", "“%1” is open in another window. Nothing was changed. Close it "
                                           "there, or read it here without changing it."),
            QT_TRANSLATE_NOOP("Sentences", "The study is open in another window. Nothing was changed. Close "
                                           "it there, or read it here without changing it."));
    case ErrorCode::AlreadyExists:
        return sentence(
            name,
            QT_TRANSLATE_NOOP("Sentences", "“%1” exists already and was left as it is. Choose another name."),
            QT_TRANSLATE_NOOP("Sentences",
                              "This exists already and was left as it is. Choose another name."));
    case ErrorCode::DiskFull:
        return sentence(
            name,
            QT_TRANSLATE_NOOP("Sentences", "The disk is full, so “%1” could not be written. What was saved "
                                           "before is safe, and what you typed stays on screen. Make room "
                                           "and go on typing."),
            QT_TRANSLATE_NOOP("Sentences", "The disk is full. What was saved before is safe, and what you "
                                           "typed stays on screen. Make room and go on typing."));
    case ErrorCode::CannotRead:
        return sentence(
            name,
            QT_TRANSLATE_NOOP("Sentences", "“%1” could not be read. Nothing was changed. Check that the file "
                                           "and its folder may be read by you."),
            QT_TRANSLATE_NOOP("Sentences", "A file could not be read. Nothing was changed. Check that it and "
                                           "its folder may be read by you."));
    case ErrorCode::CannotWrite:
        return sentence(name,
                        QT_TRANSLATE_NOOP("Sentences",
                                          "“%1” could not be written. What was saved before is safe. Check "
                                          "that the folder may be written by you, or choose another."),
                        QT_TRANSLATE_NOOP("Sentences",
                                          "A file could not be written. What was saved before is safe. "
                                          "Check that the folder may be written by you, or choose another."));
    case ErrorCode::Conflict:
        return say(QT_TRANSLATE_NOOP("Sentences",
                                     "This step cannot be taken back, because what it changed has been "
                                     "changed since. Nothing was altered. Edit the value itself instead."));
    case ErrorCode::InvalidInput:
        if (error.subject() == lockedInterview)
            return say(QT_TRANSLATE_NOOP("Sentences",
                                         "The interview is locked as complete, so this was not done. Nothing "
                                         "was changed. Unlock it at the top of its page, and try again."));
        if (error.subject() == outputIsTheStudy)
            return say(QT_TRANSLATE_NOOP("Sentences",
                                         "This is the study itself, or a file that belongs to it, so nothing "
                                         "was written. Choose another name."));
        if (error.subject() == outputIsAStudy)
            return say(QT_TRANSLATE_NOOP(
                "Sentences", "This is another Seamfinder study, or a file that belongs to one, so "
                             "it was left as it is. Choose another name."));
        return sentence(
            name,
            QT_TRANSLATE_NOOP("Sentences", "“%1” cannot be used as it is. Nothing was changed. The details "
                                           "say what is wrong with it."),
            QT_TRANSLATE_NOOP("Sentences", "What was entered cannot be used as it is. Nothing was changed. "
                                           "The details say what is wrong with it."));
    case ErrorCode::Cancelled:
        return say(QT_TRANSLATE_NOOP("Sentences", "Stopped, as you asked. Nothing was left half done."));
    case ErrorCode::Internal:
        break;
    }
    return say(QT_TRANSLATE_NOOP("Sentences",
                                 "Something went wrong inside Seamfinder. What was saved before is safe. "
                                 "Please report this with the details, and close and open the study again."));
}

Message messageFor(const Error &error)
{
    if (error.code() == ErrorCode::Cancelled)
        return {.severity = Severity::Information, .text = sentenceFor(error)};
    return {.severity = Severity::Problem, .text = sentenceFor(error), .details = error.detail()};
}

Message messageFor(const std::exception_ptr &exception)
{
    try {
        std::rethrow_exception(exception);
    } catch (const Error &error) {
        return messageFor(error);
    } catch (const std::exception &other) {
        return messageFor(Error(ErrorCode::Internal, QString::fromUtf8(other.what())));
    } catch (...) {
        return messageFor(Error(ErrorCode::Internal, u"an exception of an unknown type"_s));
    }
}

} // namespace seamfinder
