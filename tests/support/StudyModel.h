#pragma once

#include "core/catalogue/EditFields.h"

#include <map>
#include <optional>
#include <QStringList>
#include <vector>

namespace seamfinder {
class Connection;
}

namespace seamfinder::test {

/// When and in which action something is changed.
struct Moment
{
    qint64 now = 0;
    int action = 0;
    qint64 coder = 0;
};

/// An example or gap as plain values: what the study file must say of it after the same edits. `action`
/// stands for what no reader shows, that a row was written to.
struct ModelUnit
{
    struct Missing
    {
        MissingCode code;
        int action;
        friend bool operator==(const Missing &, const Missing &) = default;
    };
    using Layer = std::pair<qint64, CodingStage>; ///< coder, stage
    using Layers = std::map<Layer, QVector<CodedTerm>>;

    qint64 id = 0;
    bool isGap = false;
    qint64 example = 0, interview = 0, participant = 0;
    std::map<QString, QVariant> values; ///< by field key; a field without value is left out
    std::map<QString, Layers> codings;
    std::map<QString, Missing> missing;
    std::optional<qint64> deletedAt;
    qint64 updated = 0;
    int action = 0;

    void setValue(const Field &field, const QVariant &value, const Moment &moment);
    void setCodings(const Field &field, const QVector<CodedTerm> &terms, CodingStage stage,
                    const Moment &moment);
    void removeLayer(const Field &field, CodingStage stage, const Moment &moment);
    void setMissing(const Field &field, std::optional<MissingCode> code, CodingStage stage,
                    const Moment &moment);
    void setDeleted(std::optional<qint64> when, const Moment &moment);

    friend bool operator==(const ModelUnit &, const ModelUnit &) = default;

private:
    void touch(const Moment &moment);
    [[nodiscard]] Layers layersOf(const Field &field) const;
    void keepLayers(const Field &field, const Layers &layers);
};

/// A study's examples and gaps. A value: undo takes an older one.
struct StudyModel
{
    std::map<qint64, ModelUnit> units;
    std::map<QString, qint64> tags;
    qint64 leadCoder = 0;
    int leadAction = 0; ///< in which it was changed

    [[nodiscard]] std::vector<qint64> idsOf(bool gaps) const;
    void setExampleDeleted(qint64 example, bool deleted, const Moment &moment);
    [[nodiscard]] bool isInBin(const ModelUnit &unit) const; ///< by itself, or with its example
    /// What lists and exports show of the layers.
    [[nodiscard]] QVector<CodedTerm> adopted(const ModelUnit::Layers &layers) const;

    friend bool operator==(const StudyModel &, const StudyModel &) = default;
};

/// One line for each example, gap and tag, then the bin and the gaps below their examples: of the model, and
/// as the functions that read the study say. Equal where the study is as it should be.
[[nodiscard]] QStringList described(const StudyModel &model);
[[nodiscard]] QStringList described(Connection &db);

} // namespace seamfinder::test
