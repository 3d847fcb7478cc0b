#pragma once

#include <optional>
#include <QHashFunctions>
#include <QString>
#include <QVector>

namespace seamfinder {

/// The address of one answer: a question and, from the outermost repeat inwards, which instance is meant. An
/// instance is known by an id: that of the example, gap, practice or term it stands for, or a fresh one for
/// a repeat that creates nothing.
struct QuestionRef
{
    QString question;
    QVector<qint64> instances;

    /// "deep-story/000000001a2b3/…": the name and the ids in Crockford's base32, as stored.
    [[nodiscard]] QString toText() const;
    static std::optional<QuestionRef> fromText(QStringView text);

    friend bool operator==(const QuestionRef &, const QuestionRef &) = default;
    friend size_t qHash(const QuestionRef &ref, size_t seed = 0)
    {
        return qHashMulti(seed, ref.question, ref.instances);
    }
};

} // namespace seamfinder
