#include "ui/protocol/ProtocolDraft.h"

#include "core/catalogue/EditProtocols.h"
#include "core/catalogue/ReadStudy.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/Error.h"
#include "core/protocol/ProtocolCheck.h"
#include "core/protocol/ProtocolEdit.h"
#include "core/protocol/ProtocolJson.h"
#include "ui/common/CodebookCache.h"
#include "ui/common/Deliver.h"

#include <QUuid>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int checkAfterMs = 80; ///< one look for a few quick keystrokes
}

ProtocolDraft::ProtocolDraft(StudySession &session, CodebookCache &codebook, ProtocolVersionId version,
                             QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_codebook(codebook)
{
    const auto entry = readProtocolEntry(session.reader(), version);
    if (!entry)
        throw Error(ErrorCode::NotFound, u"there is no such version of a protocol"_s, toText(version));
    m_entry = *entry;
    m_protocol = readProtocolJson(readProtocolContent(session.reader(), version)).protocol;
    connect(&m_pause, &TypingPause::due, this, &ProtocolDraft::flush);
    m_checkSoon.setSingleShot(true);
    m_checkSoon.setInterval(checkAfterMs);
    connect(&m_checkSoon, &QTimer::timeout, this, &ProtocolDraft::check);
    connect(&codebook, &CodebookCache::changed, this, &ProtocolDraft::check);
    for (const auto signal : {&StudySession::committed, &StudySession::undone, &StudySession::redone})
        connect(&session, signal, this, &ProtocolDraft::follow);
    check();
}

ProtocolDraft::~ProtocolDraft()
{
    flush();
}

bool ProtocolDraft::isWritable() const
{
    return m_entry.isDraft() && m_session.isWritable();
}

void ProtocolDraft::type(const QString &action, const DraftPlace &place, const Change &change)
{
    if (!isWritable())
        return;
    if (m_dirty && (action != m_action || !(place == m_place)))
        endVisit();
    if (m_visit.isEmpty())
        m_visit = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_action = action;
    m_place = place;
    m_dirty = true;
    change(m_protocol);
    m_pause.typed();
    m_checkSoon.start();
    Q_EMIT changed();
}

void ProtocolDraft::change(const QString &action, const DraftPlace &place, const Change &change)
{
    if (!isWritable())
        return;
    endVisit();
    m_action = action;
    m_place = place;
    m_dirty = true;
    change(m_protocol);
    flush();
    check();
    Q_EMIT changed();
}

void ProtocolDraft::endVisit()
{
    flush();
    m_visit.clear();
}

PendingChange ProtocolDraft::write() const
{
    return {{.label = m_action, .place = placeText(m_place), .visit = m_visit},
            [id = m_entry.id, protocol = m_protocol](Edit &edit) { saveDraft(edit, id, protocol); }};
}

void ProtocolDraft::flush()
{
    m_pause.stop();
    if (!m_dirty)
        return;
    m_dirty = false;
    const PendingChange writing = write();
    m_writes.append(writing.action.label);
    afterCommit(
        m_session.perform(writing.action, writing.change), this, [](const Commit &) {},
        [this, label = writing.action.label] {
            m_writes.removeOne(label);
            m_failed = true;
        });
}

void ProtocolDraft::undo()
{
    endVisit();
    m_session.undo();
}

void ProtocolDraft::redo()
{
    endVisit();
    m_session.redo();
}

QVector<PendingChange> ProtocolDraft::pending() const
{
    return m_failed || m_dirty || !m_writes.isEmpty() ? QVector{write()} : QVector<PendingChange>();
}

void ProtocolDraft::retry()
{
    if (!m_failed)
        return;
    m_dirty = true;
    flush();
}

void ProtocolDraft::follow(const Commit &commit)
{
    // By the signal and not by the future, which may end after an undo that was asked for behind the write.
    if (!m_writes.isEmpty() && commit.action.label == m_writes.first()) {
        m_writes.removeFirst();
        m_failed = false; // each write holds everything that was typed before it
        return;
    }
    if (!commit.touches("protocol_version"_L1) && !commit.touches("protocol"_L1))
        return;
    const auto entry = readProtocolEntry(m_session.reader(), m_entry.id);
    if (!entry || entry->isDraft() != m_entry.isDraft()) {
        m_dirty = m_failed = false;
        m_pause.stop();
        Q_EMIT closed();
        return;
    }
    m_entry = *entry;
    // What is typed, or on its way into the file, is newer than what the file holds.
    if (m_dirty || m_failed || !m_writes.isEmpty())
        return;
    const Protocol now = readProtocolJson(readProtocolContent(m_session.reader(), m_entry.id)).protocol;
    if (now == m_protocol)
        return; // what was just written
    m_protocol = now;
    check();
    Q_EMIT replaced(commit.action.place);
}

void ProtocolDraft::check()
{
    m_checkSoon.stop();
    const QVector<ProtocolProblem> problems = checkProtocol(m_protocol, codebookKeys(m_codebook.codebook()));
    if (problems == m_problems)
        return;
    m_problems = problems;
    Q_EMIT problemsChanged();
}

QString ProtocolDraft::placeText(const DraftPlace &place) const
{
    const QString version = toText(m_entry.id);
    if (!place.question.isEmpty())
        return version + u'#' + place.question;
    return place.section.isEmpty() ? version : version + u"#/"_s + place.section;
}

DraftPlace ProtocolDraft::placeFrom(const QString &text, const Protocol &protocol)
{
    const QString part = text.section(u'#', 1);
    if (part.startsWith(u'/'))
        return {part.mid(1), {}};
    const QString section = sectionOf(protocol, part);
    return section.isEmpty() ? DraftPlace() : DraftPlace{section, part};
}

} // namespace seamfinder
