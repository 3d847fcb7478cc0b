#pragma once

#include "core/catalogue/ReadProtocols.h"
#include "core/catalogue/StudyCopy.h"
#include "core/protocol/Protocol.h"
#include "core/protocol/ProtocolProblem.h"
#include "ui/common/TypingPause.h"

#include <functional>

namespace seamfinder {

class CodebookCache;
class StudySession;

/// A part of a protocol that can be looked at: a question, or a section, or else the protocol itself.
struct DraftPlace
{
    QString section, question;
    friend bool operator==(const DraftPlace &, const DraftPlace &) = default;
};

/// A version of a protocol as its editor holds it; written whole, shortly after each change. What was typed
/// is in `protocol()` at once, and in the file within a second. A published version only shows.
class ProtocolDraft final : public QObject
{
    Q_OBJECT

public:
    /// Errors: NotFound, those of reading.
    ProtocolDraft(StudySession &session, CodebookCache &codebook, ProtocolVersionId version,
                  QObject *parent = nullptr);
    ~ProtocolDraft() override;

    using Change = std::function<void(Protocol &)>;

    [[nodiscard]] const Protocol &protocol() const { return m_protocol; }
    [[nodiscard]] const ProtocolEntry &entry() const { return m_entry; }
    [[nodiscard]] ProtocolVersionId id() const { return m_entry.id; }
    [[nodiscard]] bool isWritable() const;
    [[nodiscard]] StudySession &session() const { return m_session; }
    [[nodiscard]] CodebookCache &codebook() const { return m_codebook; }
    /// As of the last look: `problemsChanged` says when there was another.
    [[nodiscard]] const QVector<ProtocolProblem> &problems() const { return m_problems; }

    /// One keystroke of a text: all of one visit to a field is one step of undo.
    void type(const QString &action, const DraftPlace &place, const Change &change);
    /// A step of its own.
    void change(const QString &action, const DraftPlace &place, const Change &change);
    void endVisit();
    /// Hands what is not yet written to the writer.
    void flush();
    void undo();
    void redo();

    /// What is not yet in the file (typed, under way or refused), for a copy of the study; and another try of
    /// what was refused.
    [[nodiscard]] QVector<PendingChange> pending() const;
    void retry();

    /// `Action::place`: "ver-…#question" or "ver-…#/section".
    [[nodiscard]] QString placeText(const DraftPlace &place) const;
    [[nodiscard]] static DraftPlace placeFrom(const QString &text, const Protocol &protocol);

Q_SIGNALS:
    /// Something in `protocol()` is not what it was, by this editor's own doing.
    void changed();
    /// It was replaced by what the file holds: by undo, or by somebody else. `place`: where it happened.
    void replaced(const QString &place);
    void problemsChanged();
    /// The version is gone, or it is published now.
    void closed();

private:
    [[nodiscard]] PendingChange write() const;
    void follow(const Commit &commit);
    void check();

    StudySession &m_session;
    CodebookCache &m_codebook;
    ProtocolEntry m_entry;
    Protocol m_protocol;
    QVector<ProtocolProblem> m_problems;
    TypingPause m_pause;
    QTimer m_checkSoon;
    QString m_visit, m_action;
    DraftPlace m_place;
    bool m_dirty = false, m_failed = false;
    QStringList m_writes; ///< under way, the oldest first
};

} // namespace seamfinder
