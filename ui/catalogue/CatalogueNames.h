#pragma once

#include "core/catalogue/ReadJobs.h"
#include "core/domain/Dimension.h"

#include <memory>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace seamfinder {

class Codebook;
class StudySession;
struct Commit;

/// What people, systems, coders and interviews are called.
struct CatalogueNames
{
    QHash<qint64, QString> participants;
    QHash<qint64, QString> systems;
    QHash<qint64, QString> coders;   ///< names
    QHash<qint64, QString> initials; ///< of coders
    QHash<qint64, QString> interviews;

    [[nodiscard]] static CatalogueNames read(Connection &db);
};

/// A value as it stands in a facet or chip; "not coded" for none.
[[nodiscard]] QString valueLabel(Dimension dimension, DimensionValue value, const Codebook &codebook,
                                 const CatalogueNames &names);

/// The names of the open study, read in the background and again when a commit touches them.
class CatalogueNamesCache : public QObject
{
    Q_OBJECT

public:
    explicit CatalogueNamesCache(StudySession &session, QObject *parent = nullptr);

    /// Never null; empty until they are read. An immutable snapshot, good for any thread.
    [[nodiscard]] const std::shared_ptr<const CatalogueNames> &names() const { return m_names; }

Q_SIGNALS:
    void changed();

private:
    void readIfTouched(const Commit &commit);
    void read();

    StudySession &m_session;
    Generation m_generation;
    QTimer m_soon;
    std::shared_ptr<const CatalogueNames> m_names = std::make_shared<const CatalogueNames>();
};

} // namespace seamfinder
