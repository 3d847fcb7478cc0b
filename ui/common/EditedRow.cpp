#include "ui/common/EditedRow.h"

#include "core/catalogue/StudySession.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

EditedRow::EditedRow(StudySession &session, Entity entity, qint64 id, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_entity(entity)
    , m_id(id)
    , m_handle(std::make_shared<Handle>())
{
    static int newRows = 0;
    m_handle->id = id;
    m_handle->name = id != 0 ? QString::number(id) : u"new%1"_s.arg(++newRows);
    for (const auto signal : {&StudySession::committed, &StudySession::undone, &StudySession::redone})
        connect(&session, signal, this, &EditedRow::follow);
    read();
}

EditedRow::EditedRow(StudySession &session, Entity entity, Create create, QString place, QObject *parent)
    : EditedRow(session, entity, 0, parent)
{
    m_place = std::move(place);
    m_handle->create = std::move(create);
}

QString EditedRow::place(const Field &field) const
{
    const auto row = [this] {
        if (m_id == 0)
            return m_place;
        switch (m_entity) {
        case Entity::Participant:
            return toText(ParticipantId{m_id});
        case Entity::System:
            return toText(SystemId{m_id});
        case Entity::Interview:
            return toText(InterviewId{m_id});
        case Entity::Example:
            return toText(ExampleId{m_id});
        case Entity::Gap:
            return toText(GapId{m_id});
        case Entity::Practice:
            return toText(PracticeId{m_id});
        }
        return QString();
    }();
    return row.isEmpty() ? row : row + u'#' + field.key;
}

void EditedRow::read()
{
    if (m_id == 0)
        return;
    bool there = false;
    if (m_entity == Entity::Example) {
        m_example = readExample(m_session.reader(), {m_id});
        there = m_example && !m_example->deletedAt;
        if (m_example)
            m_record = *m_example;
    } else if (m_entity == Entity::Gap) {
        const auto gap = readGap(m_session.reader(), {m_id});
        there = gap && !gap->deletedAt;
        if (gap)
            m_record = *gap;
    } else {
        const auto record = readRecord(m_session.reader(), m_entity, m_id);
        there = record.has_value();
        if (record)
            m_record = *record;
    }
    const bool wasGone = std::exchange(m_gone, !there);
    if (m_gone && !wasGone)
        Q_EMIT gone();
    else if (!m_gone)
        Q_EMIT changed();
}

void EditedRow::follow(const Commit &commit)
{
    const QLatin1StringView table = entityKey(m_entity);
    // The writer knows the id first: a commit before the row's own may be heard of in between.
    const qint64 made = m_handle->id;
    const bool appeared =
        m_id == 0 && made != 0 &&
        std::any_of(commit.changes.begin(), commit.changes.end(), [made, table](const RowChange &change) {
            return change.row == made && change.table == table;
        });
    if (appeared)
        m_id = made;
    if (m_id == 0)
        return;
    const bool touched =
        appeared || std::any_of(commit.changes.begin(), commit.changes.end(), [&](const RowChange &change) {
            // Codings stamp their target's row. Rows of field_missing do not tell whose they are: reading
            // once more costs less than asking.
            return (change.row == m_id && change.table == table) || change.table == "field_missing"_L1 ||
                   (m_entity == Entity::Example && change.table == "gap"_L1);
        });
    if (touched)
        read();
    if (appeared)
        Q_EMIT created(m_id);
}

} // namespace seamfinder
