#pragma once

#include "core/catalogue/StudyCopy.h"
#include "core/domain/Error.h"
#include "ui/common/FieldInput.h"

#include <functional>
#include <QHash>
#include <QObject>

namespace seamfinder {

class Edit;
class StudySession;

/// The writes of all editors of a study that are under way or have failed. A failed one is kept here, also
/// when its editor is gone, and tried again with the next commit of the study or on demand: nothing that was
/// typed is lost. One object per session.
class FieldWrites : public QObject
{
    Q_OBJECT

public:
    static FieldWrites &of(StudySession &session);

    /// `key` names the field of the row; a later write of the same key replaces one that failed.
    void perform(const QString &key, const Action &action, const FieldContent &content,
                 std::function<void(Edit &)> change, std::function<void()> failed = {});
    /// What is under way or failed for the key; nullptr when all is in the file.
    [[nodiscard]] const FieldContent *waiting(const QString &key) const;
    [[nodiscard]] bool hasFailed(const QString &key) const;
    [[nodiscard]] int failedCount() const;
    /// What failed, in the order of asking.
    [[nodiscard]] QVector<PendingChange> pending() const;
    /// Tries everything again that failed.
    void retry();

Q_SIGNALS:
    void changed(const QString &key);

private:
    explicit FieldWrites(StudySession &session);
    struct Entry
    {
        Action action;
        FieldContent content;
        std::function<void(Edit &)> change;
        std::function<void()> onFailure;
        int underWay = 0;
        bool failed = false;
        bool hopeless = false; ///< the row is gone, say: only tried again on demand
        quint64 number = 0;    ///< of the newest write: an older one's failure no longer matters
    };
    void start(const QString &key);
    void finish(const QString &key, quint64 number, const std::optional<Error> &error);

    StudySession &m_session;
    QHash<QString, Entry> m_entries;
    quint64 m_number = 0;
};

} // namespace seamfinder
