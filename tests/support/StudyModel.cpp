#include "tests/support/StudyModel.h"

#include <algorithm>
#include <tuple>

namespace seamfinder::test {

void ModelUnit::touch(const Moment &moment)
{
    updated = moment.now;
    action = moment.action;
}

ModelUnit::Layers ModelUnit::layersOf(const Field &field) const
{
    const auto found = codings.find(field.key);
    return found == codings.end() ? Layers() : found->second;
}

void ModelUnit::keepLayers(const Field &field, const Layers &layers)
{
    if (layers.empty())
        codings.erase(field.key);
    else
        codings[field.key] = layers;
}

void ModelUnit::setValue(const Field &field, const QVariant &value, const Moment &moment)
{
    const bool none = !value.isValid() || value.toString().isEmpty();
    const auto before = values.find(field.key);
    const QVariant had = before == values.end() ? QVariant() : before->second;
    if (none ? had.isValid() : had != value) {
        touch(moment);
        if (none)
            values.erase(field.key);
        else
            values[field.key] = value;
    }
    if (!none)
        missing.erase(field.key);
}

void ModelUnit::setCodings(const Field &field, const QVector<CodedTerm> &terms, CodingStage stage,
                           const Moment &moment)
{
    if (!terms.isEmpty())
        missing.erase(field.key);
    const Layer own{moment.coder, stage};
    const Layers before = layersOf(field);
    Layers now = before;
    now.erase(own);
    const bool othersSay =
        std::any_of(now.begin(), now.end(), [](const auto &layer) { return !layer.second.isEmpty(); });
    const auto had = before.find(own);
    // "None of them" is worth keeping only against what others say; once kept it stays.
    if (!terms.isEmpty() || othersSay || (had != before.end() && had->second.isEmpty()))
        now[own] = terms;
    if (now == before)
        return;
    keepLayers(field, now);
    touch(moment);
}

void ModelUnit::removeLayer(const Field &field, CodingStage stage, const Moment &moment)
{
    Layers layers = layersOf(field);
    layers.erase(Layer{moment.coder, stage});
    keepLayers(field, layers);
    touch(moment);
}

void ModelUnit::setMissing(const Field &field, std::optional<MissingCode> code, CodingStage stage,
                           const Moment &moment)
{
    missing.erase(field.key);
    if (!code)
        return;
    if (field.kind == FieldKind::Coding)
        setCodings(field, {}, stage, moment);
    else
        setValue(field, {}, moment);
    missing[field.key] = {*code, moment.action};
}

void ModelUnit::setDeleted(std::optional<qint64> when, const Moment &moment)
{
    deletedAt = when;
    action = moment.action;
}

std::vector<qint64> StudyModel::idsOf(bool gaps) const
{
    std::vector<qint64> ids;
    for (const auto &[id, unit] : units) {
        if (unit.isGap == gaps)
            ids.push_back(id);
    }
    return ids;
}

void StudyModel::setExampleDeleted(qint64 example, bool deleted, const Moment &moment)
{
    ModelUnit &unit = units.at(example);
    // Its gaps go with it and come back with it; those that had gone before stay where they are.
    const std::optional<qint64> from = deleted ? std::nullopt : unit.deletedAt;
    const std::optional<qint64> to = deleted ? std::optional(moment.now) : std::nullopt;
    for (auto &[id, gap] : units) {
        if (gap.isGap && gap.example == example && gap.deletedAt == from)
            gap.setDeleted(to, moment);
    }
    unit.setDeleted(to, moment);
}

bool StudyModel::isInBin(const ModelUnit &unit) const
{
    return unit.deletedAt || (unit.example != 0 && units.at(unit.example).deletedAt);
}

QVector<CodedTerm> StudyModel::adopted(const ModelUnit::Layers &layers) const
{
    // Resolved, else the lead coder's (after before live), else live, else what there is.
    const auto rank = [&](const ModelUnit::Layer &layer) {
        const auto &[coder, stage] = layer;
        const bool lead = coder == leadCoder;
        return std::tuple(stage != CodingStage::Resolved, !lead, lead ? -int(stage) : int(stage), coder);
    };
    const auto best = std::min_element(layers.begin(), layers.end(), [&](const auto &a, const auto &b) {
        return rank(a.first) < rank(b.first);
    });
    return best == layers.end() ? QVector<CodedTerm>() : best->second;
}

} // namespace seamfinder::test
