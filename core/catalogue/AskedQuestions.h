#pragma once

#include "core/catalogue/EditInterview.h"
#include "core/domain/Field.h"
#include "core/protocol/Protocol.h"

#include <memory>
#include <QHash>

namespace seamfinder {

class Codebook;
class Connection;

/// What the questions of interviews ask for; each version of a protocol is read once.
class AskedQuestions
{
public:
    explicit AskedQuestions(Connection &db);
    ~AskedQuestions();
    Q_DISABLE_COPY_MOVE(AskedQuestions)

    /// A field of a row that may be somebody else's than who answers.
    struct Target
    {
        const Field *field = nullptr; ///< of the system, an example, a gap or a practice; else nullptr
        qint64 row = 0;
    };
    /// What an answer there fills in, if a participant is asked: what only the interviewer fills in is
    /// nobody's answer.
    [[nodiscard]] Target target(InterviewId interview, const AnswerPlace &place);

    /// As ProtocolIndex::picksExamples.
    [[nodiscard]] bool picksExamples(InterviewId interview, const QString &question);
    /// Its answer is keys of rows: examples that are picked, gaps that are ranked.
    [[nodiscard]] bool picksRows(InterviewId interview, const QString &question);

    /// No participant's answer, but the interview's: it picks examples, or only the interviewer fills it in.
    [[nodiscard]] bool isOfTheInterview(InterviewId interview, const QString &question);

    /// The question in words, for people, with "…" for the answers that it quotes; empty if it has none.
    [[nodiscard]] QString words(InterviewId interview, const QString &question);

    /// An answer as it is stored, as people know it: choices by their labels, rows by nothing (they are named
    /// where they are themselves); yes and no are nothing to read.
    [[nodiscard]] QString shown(InterviewId interview, const QString &question, const QString &value);

private:
    struct Version;
    struct Known
    {
        qint64 system = 0; ///< the one that the interview's questions are about
        const Version *version = nullptr;
        QString language{};
    };
    const Known &of(InterviewId interview);
    QString termLabel(const QString &facet, const QString &key);

    Connection &m_db;
    std::unique_ptr<const Codebook> m_codebook; ///< once it is needed
    QHash<qint64, Known> m_interviews;
    QHash<qint64, std::shared_ptr<const Version>> m_versions;
};

} // namespace seamfinder
