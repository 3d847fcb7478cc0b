#pragma once

#include "core/catalogue/ExportRows.h"

#include <QHash>
#include <set>

namespace seamfinder {

/// Whom the records of an export are about, for who logs it.
class ExportedPeople
{
public:
    explicit ExportedPeople(Connection &db);

    void add(const ExportBatch &batch);
    /// Where nobody is named, all of the interview.
    void add(const ExportUnit &unit);
    /// 0 is nobody.
    void add(ParticipantId participant);
    /// In order of ids.
    [[nodiscard]] QVector<ParticipantId> all() const { return {m_people.begin(), m_people.end()}; }

private:
    QHash<qint64, QVector<ParticipantId>> m_ofInterview;
    std::set<ParticipantId> m_people;
};

} // namespace seamfinder
