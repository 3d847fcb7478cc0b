#include "core/domain/Id.h"
#include "core/protocol/FlowPass.h"

#include <algorithm>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

FlowCandidate candidateFor(const FlowTerm &term, const QString &facet)
{
    return {term.key, term.group, term.neededBy, {}, term.id, term.label, facet, term.alias};
}

FlowCandidate candidateFor(const FlowPass &pass, std::optional<Entity> entity, qint64 id)
{
    return {crockford(id),
            {},
            {},
            entity,
            id,
            entity ? pass.source.rowTitle(*entity, id, pass.spoken) : QString(),
            {}};
}

Value keyOfInstance(const StepInstance &instance)
{
    return Value::keys({instance.termKey.isEmpty() ? crockford(instance.id) : instance.termKey});
}

QString labelOf(const FlowPass &pass, const Question &question, const QString &key)
{
    if (const auto entity = pass.index.entityOf(question)) {
        const auto id = fromCrockford(key);
        return id ? pass.source.rowTitle(*entity, *id, pass.spoken) : key;
    }
    if (const QString facet = pass.index.facetOf(question); !facet.isEmpty()) {
        for (const FlowTerm &term : pass.terms(facet)) {
            if (term.key == key)
                return term.label;
        }
    }
    for (const AnswerChoice &choice : question.choices.fixed) {
        if (choice.key == key)
            return pass.in(choice.label);
    }
    const Field *field = fieldByName(question.binding);
    return field ? pass.spoken.option(*field, key) : key;
}

} // namespace

std::optional<Value> FlowContext::special(const QString &name) const
{
    if (!name.contains(u'.'))
        return std::nullopt;
    if (m_candidate && name == "choice.key"_L1)
        return Value::keys({m_candidate->key});
    if (m_candidate && name == "choice.group"_L1 && !m_candidate->group.isEmpty())
        return Value::keys({m_candidate->group});
    if (m_candidate && name == "choice.needed-by"_L1)
        return Value::keys(m_candidate->neededBy);
    for (auto at = m_instances.crbegin(); at != m_instances.crend(); ++at) {
        if (!at->entity)
            continue;
        if (name == "row.title"_L1)
            return Value::text(at->title);
        if (name == "row.sentence"_L1)
            return Value::text(m_pass.source.rowSentence(*at->entity, at->id, m_pass.spoken));
    }
    return Value();
}

QVector<qint64> FlowContext::pathTo(const IndexedQuestion &question) const
{
    QVector<qint64> path;
    for (const int at : question.repeats) {
        const Question *repeat = m_pass.index.questions()[at].question;
        const auto same =
            std::find_if(m_instances.begin(), m_instances.end(),
                         [&](const StepInstance &instance) { return instance.repeat == repeat; });
        if (same != m_instances.end()) {
            path.append(same->id);
            continue;
        }
        const std::optional<Entity> entity = m_pass.index.entityOf(*repeat);
        const QString facet = m_pass.index.facetOf(*repeat);
        if (!entity && facet.isEmpty())
            break;
        if (m_candidate && m_candidate->entity == entity && m_candidate->facet == facet) {
            path.append(m_candidate->id);
            continue;
        }
        const auto alike =
            std::find_if(m_instances.crbegin(), m_instances.crend(), [&](const StepInstance &instance) {
                return instance.entity == entity && m_pass.index.facetOf(*instance.repeat) == facet;
            });
        if (alike == m_instances.crend())
            break;
        path.append(alike->id);
    }
    return path;
}

Value FlowContext::value(const QString &name) const
{
    if (const auto found = special(name))
        return *found;
    const int at = m_pass.index.find(name);
    if (at < 0)
        return {};
    const IndexedQuestion &entry = m_pass.index.questions()[at];
    if (entry.question->type == QuestionType::Repeat) {
        for (const StepInstance &instance : m_instances) {
            if (instance.repeat == entry.question)
                return keyOfInstance(instance);
        }
        return {};
    }
    const QVector<qint64> path = pathTo(entry);
    return path.size() == entry.repeats.size() ? m_pass.valueAt({name, path}) : Value();
}

QVector<Value> FlowContext::values(const QString &name) const
{
    if (const auto found = special(name))
        return found->isBlank() ? QVector<Value>() : QVector<Value>{*found};
    const int at = m_pass.index.find(name);
    if (at < 0)
        return {};
    const IndexedQuestion &entry = m_pass.index.questions()[at];
    const QVector<qint64> path = pathTo(entry);
    QVector<Value> result;
    if (entry.question->type == QuestionType::Repeat) {
        // Of a repeat around this place, all instances are meant.
        if (path.size() == entry.repeats.size()) {
            for (const StepInstance &instance : m_pass.instancesOf.value({name, path}))
                result.append(keyOfInstance(instance));
            return result;
        }
        for (auto each = m_pass.instancesOf.cbegin(); each != m_pass.instancesOf.cend(); ++each) {
            if (each.key().question != name ||
                !std::equal(path.begin(), path.end(), each.key().instances.begin()))
                continue;
            for (const StepInstance &instance : *each)
                result.append(keyOfInstance(instance));
        }
        return result;
    }
    if (path.size() == entry.repeats.size()) {
        const Value value = m_pass.valueAt({name, path});
        return value.isBlank() ? QVector<Value>() : QVector<Value>{value};
    }
    for (const QVector<qint64> &instances : m_pass.answeredAt.value(name)) {
        if (std::equal(path.begin(), path.end(), instances.begin()))
            result.append(m_pass.valueAt({name, instances}));
    }
    return result;
}

int FlowContext::position() const
{
    return m_instances.isEmpty() ? 0 : m_instances.last().position;
}

QString FlowContext::display(const QString &name) const
{
    const Question *question = m_pass.index.question(name);
    QStringList parts;
    if (question && question->type == QuestionType::Repeat) {
        for (const StepInstance &instance : m_instances) {
            if (instance.repeat == question)
                parts.append(instance.title);
        }
    } else {
        for (const Value &value : values(name)) {
            if (!question || value.kind() != Value::Kind::Keys) {
                parts.append(value.toText());
                continue;
            }
            for (const QString &key : value.keys())
                parts.append(labelOf(m_pass, *question, key));
        }
    }
    parts.removeAll(QString());
    if (parts.isEmpty() && name == "row.sentence"_L1)
        parts = {titleAsSentence()};
    parts.removeAll(QString());
    return parts.isEmpty() ? u"…"_s : parts.join(u", "_s);
}

/// What is quoted of a row of which nothing is told yet.
QString FlowContext::titleAsSentence() const
{
    const QString title = value(u"row.title"_s).toText();
    // What stands behind it in a question begins a new one.
    const bool ends = title.isEmpty() || u".!?…"_s.contains(title.back());
    return ends ? title : title + m_pass.spoken.readBack()(ReadBackWord::End);
}

QString FlowContext::fillIn(const QString &text) const
{
    QString result;
    qsizetype from = 0;
    for (;;) {
        const qsizetype start = text.indexOf("${"_L1, from);
        const qsizetype end = start < 0 ? -1 : text.indexOf(u'}', start);
        if (end < 0)
            return from == 0 ? text : result + text.sliced(from);
        result += text.sliced(from, start - from);
        const QString name = text.sliced(start + 2, end - start - 2).trimmed();
        QString quoted = display(name);
        if (name == "row.sentence"_L1)
            quoted = m_pass.spoken.readBack().quotedBehind(result, quoted);
        m_pass.spoken.readBack().joints().join(result, quoted);
        result += quoted;
        from = end + 1;
    }
}

QVector<FlowCandidate> flowCandidates(const FlowPass &pass, const Question &question,
                                      const ChoiceSource &source, const FlowContext &context)
{
    QVector<FlowCandidate> result;
    switch (source.kind) {
    case ChoiceSource::Kind::Facet:
        for (const FlowTerm &term : pass.terms(source.from))
            result.append(candidateFor(term, source.from));
        break;
    case ChoiceSource::Kind::Rows:
        if (const auto entity = entityFromKey(source.from)) {
            for (const qint64 id : pass.source.rows(*entity))
                result.append(candidateFor(pass, entity, id));
        }
        break;
    case ChoiceSource::Kind::Question: {
        const std::optional<Entity> entity = pass.index.entityOf(question);
        const QString facet = pass.index.facetOf(question);
        QStringList keys;
        // What any of several people picked is gone through; each chooses among what they picked themselves.
        const int asked = pass.person;
        const bool ofAll = question.type == QuestionType::Repeat;
        for (int each = ofAll ? 0 : asked; each < (ofAll ? pass.people : asked + 1); ++each) {
            pass.person = each;
            for (const Value &value : context.values(source.from))
                keys += value.keys();
        }
        pass.person = asked;
        keys.removeDuplicates();
        for (const QString &key : keys) {
            if (facet.isEmpty()) {
                if (const auto id = fromCrockford(key))
                    result.append(candidateFor(pass, entity, *id));
                continue;
            }
            for (const FlowTerm &term : pass.terms(facet)) {
                if (term.key == key)
                    result.append(candidateFor(term, facet));
            }
        }
        break;
    }
    case ChoiceSource::Kind::None:
    case ChoiceSource::Kind::Fixed:
        break;
    }
    return result;
}

} // namespace seamfinder
