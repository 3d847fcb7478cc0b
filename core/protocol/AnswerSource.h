#pragma once

#include "core/domain/Field.h"
#include "core/domain/MissingCode.h"
#include "core/protocol/QuestionRef.h"
#include "core/protocol/Value.h"

namespace seamfinder {

class SpokenLabels;

/// A term of the codebook, as far as the flow of an interview needs it.
struct FlowTerm
{
    qint64 id = 0;
    QString key, label; ///< the label as the codebook has it
    QString group;      ///< key of the parent (information item: its element; role: its group); may be empty
    QStringList neededBy; ///< element: the roles that usually need information about it
    QString alias{};      ///< other names that find it, separated by "; "
};

/// Everything the flow asks of a running interview. The flow reads, and only reads, through this.
class AnswerSource
{
public:
    virtual ~AnswerSource() = default;
    /// Nothing if there is no answer. The value of a bound question is that of its field; a select bound to
    /// codings gives the terms' keys, a select over rows the ids in Crockford's base32.
    [[nodiscard]] virtual Value value(const QuestionRef &ref) const = 0;
    /// Where each of several people has an answer of their own: theirs in order, the first one's being
    /// `value`. Empty otherwise. A condition holds if it holds for any of them.
    [[nodiscard]] virtual QVector<Value> valuesOfEach(const QuestionRef & /*ref*/) const { return {}; }
    /// Whose of them the choices and texts are to be there: a place in `valuesOfEach`.
    [[nodiscard]] virtual int personAt(const QuestionRef & /*ref*/) const { return 0; }
    /// False where each of several people is asked, and one has not said anything yet.
    [[nodiscard]] virtual bool isAnsweredByAll(const QuestionRef & /*ref*/) const { return true; }
    /// Where each has an answer of their own: there is none of this one, a place in `valuesOfEach`, and none
    /// is to come.
    [[nodiscard]] virtual bool isSettledFor(const QuestionRef & /*ref*/, int /*person*/) const
    {
        return false;
    }
    /// Also asked of repeats: "none, because …".
    [[nodiscard]] virtual std::optional<MissingCode> missing(const QuestionRef &ref) const = 0;
    /// The instances of a repeat that grows, in order. `repeat.instances` names the instances around it.
    [[nodiscard]] virtual QVector<qint64> instances(const QuestionRef &repeat) const = 0;
    /// The terms of a facet in the codebook's order, retired ones left out.
    [[nodiscard]] virtual QVector<FlowTerm> terms(const QString &facet) const = 0;
    /// The examples or gaps of this interview, from wherever they were made, in order.
    [[nodiscard]] virtual QVector<qint64> rows(Entity entity) const = 0;
    /// What to call a row (an example's title, a gap's information), in the labels of the language that is
    /// spoken.
    [[nodiscard]] virtual QString rowTitle(Entity entity, qint64 id, const SpokenLabels &spoken) const = 0;
    /// What there is to read back of an example; empty for one of which nothing is told yet, or that is no
    /// mismatch after all.
    [[nodiscard]] virtual QString rowSentence(Entity entity, qint64 id, const SpokenLabels &spoken) const = 0;
};

} // namespace seamfinder
