#pragma once

#include "core/analysis/Selection.h"
#include "core/catalogue/ReadJobs.h"

#include <memory>
#include <QFuture>
#include <QObject>

namespace seamfinder {

struct Commit;
class StudySession;

/// The compact columns of the open study, loaded in the background and kept up to date from every commit.
/// Shared by the catalogue, the gaps and the study's overview. Readers take a snapshot: a later change makes
/// a new one.
class CatalogueService : public QObject
{
    Q_OBJECT

public:
    explicit CatalogueService(StudySession &session, QObject *parent = nullptr);

    /// nullptr until they are loaded.
    [[nodiscard]] std::shared_ptr<const CatalogueColumns> columns() const { return m_columns; }

    /// The filter's selection, text search included, in the background; cancelled when `ticket` gets stale.
    [[nodiscard]] QFuture<Selection> select(const Generation::Ticket &ticket, const Filter &filter);

Q_SIGNALS:
    void loading(double progress);
    /// A new snapshot is there.
    void changed();

private:
    void load();
    void accept(const Commit &commit);

    StudySession &m_session;
    Generation m_generation;
    std::shared_ptr<CatalogueColumns> m_columns;
};

} // namespace seamfinder
