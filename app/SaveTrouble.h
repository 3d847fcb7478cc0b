#pragma once

#include "core/catalogue/FileIdentity.h"
#include "core/catalogue/StudyCopy.h"

#include <QObject>

class QTimer;
class QWidget;

namespace seamfinder {

class Error;
class Messages;
struct MessageAction;
class StudySession;

/// What the window does while the study's file cannot be written, or is no longer where it was: one strip
/// says so and offers to try again and to save a copy elsewhere, with all that was typed. It tries again by
/// itself, and says when writing works again.
class SaveTrouble : public QObject
{
    Q_OBJECT

public:
    /// What waits to be written, and how to try it again.
    struct Waiting
    {
        std::function<QVector<PendingChange>()> changes;
        std::function<void()> retry;
    };

    SaveTrouble(StudySession &session, Messages &messages, Waiting waiting, QWidget &window);

    /// Errors of the storage are this object's business. False for others: they are said as they come.
    bool take(const Error &error);
    /// Copies to a path and reports; the copy holds what waits.
    void saveCopy(const QString &path);

Q_SIGNALS:
    void openCopyWanted(const QString &path);
    /// The study is to be closed, which writes everything into its file, and opened again.
    void reopenWanted();

private:
    void say(const Error &error);
    [[nodiscard]] MessageAction copyElsewhere();
    void checkFile();
    void checkLog();
    void checkWhetherOver();
    void logCopies();
    [[nodiscard]] PendingChange logOf(const QString &path) const;
    void askWhere();
    [[nodiscard]] QString suggestedPath() const;

    StudySession &m_session;
    Messages &m_messages;
    Waiting m_waiting;
    QWidget &m_window;
    std::optional<FileIdentity> m_file;
    std::optional<FileIdentity> m_log; ///< the write-ahead log, once it is there
    QStringList m_unlogged;            ///< copies that the study's list does not name yet
    bool m_inTrouble = false;
    bool m_written = false; ///< something went through since the last failure
    bool m_saidGone = false;
    QTimer *m_retry;
};

} // namespace seamfinder
