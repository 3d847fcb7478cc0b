#pragma once

#include "core/analysis/DimensionLabels.h"
#include "core/catalogue/ReadJobs.h"

#include <memory>
#include <QObject>
#include <QTimer>

namespace seamfinder {

class StudySession;
struct Commit;

/// What people, systems, interviews and terms of the open study are called, read in the background and again
/// when a commit touches them.
class StudyNames : public QObject
{
    Q_OBJECT

public:
    explicit StudyNames(StudySession &session, QObject *parent = nullptr);

    /// Never null; empty until they are read. An immutable snapshot, good for any thread.
    [[nodiscard]] const std::shared_ptr<const DimensionLabels> &names() const { return m_names; }
    /// They were read at least once.
    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] QString label(Dimension dimension, DimensionValue value) const
    {
        return m_names->label(dimension, value);
    }

Q_SIGNALS:
    void changed();

private:
    void readIfTouched(const Commit &commit);
    void read();

    StudySession &m_session;
    Generation m_generation;
    QTimer m_soon;
    bool m_ready = false;
    std::shared_ptr<const DimensionLabels> m_names = std::make_shared<const DimensionLabels>();
};

} // namespace seamfinder
