#pragma once

#include "core/catalogue/ReadExamples.h"

#include <atomic>
#include <functional>
#include <memory>
#include <QObject>

namespace seamfinder {

class Edit;
class StudySession;
struct Commit;

/// One row of the study that editors show: its record, read anew whenever a commit, undo or redo may have
/// changed it. It may also be a row that is not there yet and is made together with its first value.
class EditedRow : public QObject
{
    Q_OBJECT

public:
    using Create = std::function<qint64(Edit &)>;
    /// The row's id as the writing thread knows it; outlives the EditedRow in writes that are under way.
    struct Handle
    {
        std::atomic<qint64> id = 0;
        Create create;
        QString name; ///< the same before and after the row is made: what its writes go by
    };

    EditedRow(StudySession &session, Entity entity, qint64 id, QObject *parent = nullptr);
    /// `place`: where undo should go before the row exists.
    EditedRow(StudySession &session, Entity entity, Create create, QString place, QObject *parent = nullptr);

    [[nodiscard]] StudySession &session() const { return m_session; }
    [[nodiscard]] Entity entity() const { return m_entity; }
    [[nodiscard]] qint64 id() const { return m_id; } ///< 0: not there yet
    [[nodiscard]] const Record &record() const { return m_record; }
    /// Entity::Example: the whole example with its gaps; nullptr otherwise.
    [[nodiscard]] const ExampleRecord *example() const { return m_example ? &*m_example : nullptr; }
    /// In the bin, or its creation undone.
    [[nodiscard]] bool isGone() const { return m_gone; }
    [[nodiscard]] const std::shared_ptr<Handle> &handle() const { return m_handle; }
    /// The row's typed id with the field: `Action::place`.
    [[nodiscard]] QString place(const Field &field) const;

    void read();

Q_SIGNALS:
    /// The record was read anew.
    void changed();
    void created(qint64 id);
    void gone();

private:
    void follow(const Commit &commit);

    StudySession &m_session;
    Entity m_entity;
    qint64 m_id;
    QString m_place;
    std::shared_ptr<Handle> m_handle;
    Record m_record;
    std::optional<ExampleRecord> m_example;
    bool m_gone = false;
};

} // namespace seamfinder
