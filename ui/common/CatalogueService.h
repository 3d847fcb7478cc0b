#pragma once

#include "core/analysis/Selection.h"
#include "core/catalogue/Commit.h"
#include "core/catalogue/ReadJobs.h"

#include <exception>
#include <memory>
#include <QFuture>
#include <QObject>
#include <QPointer>
#include <QTimer>

class QWidget;

namespace seamfinder {

class StudyNames;
class StudySession;

/// The compact columns of the open study, loaded in the background and kept up to date from every commit
/// while somebody sees what they show. Shared by the catalogue, the gaps and the study's overview. Readers
/// take a snapshot: a later change makes a new one.
class CatalogueService : public QObject
{
    Q_OBJECT

public:
    explicit CatalogueService(StudySession &session, QObject *parent = nullptr);

    /// nullptr until they are loaded. Ask again after `changed` rather than keeping it: a snapshot that is
    /// held keeps its memory.
    [[nodiscard]] std::shared_ptr<const CatalogueColumns> columns() const { return m_columns; }
    /// All that was committed is in the columns; if not, `changed` says when it is.
    [[nodiscard]] bool isCurrent() const { return m_columns && !m_busy && m_waiting.isEmpty(); }

    /// Once there are viewers, commits are read in only while one of them is visible, and else when the next
    /// one comes into view: copying columns of a million rows would disturb who is typing elsewhere.
    void addViewer(QWidget *viewer);

    /// What the values in the columns are called.
    [[nodiscard]] const StudyNames &names() const { return *m_names; }

    /// The filter's selection over the columns as they are now, text search included, in the background;
    /// cancelled when `ticket` gets stale.
    [[nodiscard]] QFuture<Selection> select(const Generation::Ticket &ticket, const Filter &filter);

Q_SIGNALS:
    void loading(double progress);
    /// A new snapshot is there.
    void changed();
    void failed(const std::exception_ptr &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void load();
    [[nodiscard]] bool isSeen() const;
    void accept(const Commit &commit);
    void updateNext();

    StudySession &m_session;
    StudyNames *m_names;
    Generation m_generation;
    std::shared_ptr<const CatalogueColumns> m_columns;
    QVector<Commit> m_waiting; ///< not in the columns yet
    QVector<QPointer<QWidget>> m_viewers;
    bool m_busy = false;
    std::shared_ptr<std::atomic<double>> m_progress = std::make_shared<std::atomic<double>>(0);
    QTimer m_progressTimer;
};

} // namespace seamfinder
