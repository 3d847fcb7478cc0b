#include "core/domain/Field.h"
#include "core/protocol/ProtocolEdit.h"
#include "core/protocol/ProtocolIndex.h"
#include "ui/common/CodebookCache.h"
#include "ui/common/LineEdit.h"
#include "ui/protocol/ExpressionEdit.h"
#include "ui/protocol/ItemRows.h"
#include "ui/protocol/PresetRows.h"
#include "ui/protocol/QuestionForm.h"
#include "ui/protocol/SourceRow.h"
#include "ui/protocol/TranslatedText.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSpinBox>

/// Which rows of the form a question has.
namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
bool isContainer(QuestionType type)
{
    return type == QuestionType::Group || type == QuestionType::Repeat;
}

void choose(QComboBox *combo, int data)
{
    combo->setCurrentIndex(qMax(0, combo->findData(data)));
}
} // namespace

QString typeName(QuestionType type)
{
    switch (type) {
    case QuestionType::Note:
        return QuestionForm::tr("Read aloud, nothing to answer");
    case QuestionType::Card:
        return QuestionForm::tr("Card for the participant");
    case QuestionType::Acknowledge:
        return QuestionForm::tr("To acknowledge");
    case QuestionType::Text:
        return QuestionForm::tr("Text");
    case QuestionType::Integer:
        return QuestionForm::tr("Whole number");
    case QuestionType::Decimal:
        return QuestionForm::tr("Number");
    case QuestionType::Date:
        return QuestionForm::tr("Date");
    case QuestionType::Scale:
        return QuestionForm::tr("Scale");
    case QuestionType::SelectOne:
        return QuestionForm::tr("One of several");
    case QuestionType::SelectMany:
        return QuestionForm::tr("Several of several");
    case QuestionType::Rank:
        return QuestionForm::tr("Ranking");
    case QuestionType::Calculated:
        return QuestionForm::tr("Calculated");
    case QuestionType::Group:
        return QuestionForm::tr("Group");
    case QuestionType::Repeat:
        return QuestionForm::tr("Repeat");
    }
    return {};
}

/// What the new type cannot have goes; undo brings it back.
void QuestionForm::setType(QuestionType type)
{
    const bool select = isSelect(type);
    if (isSelect(m_question.type) != select)
        m_question.choices = {};
    m_question.type = type;
    if (select && m_question.choices.kind == ChoiceSource::Kind::None && m_question.binding.isEmpty())
        m_question.choices.kind = ChoiceSource::Kind::Fixed;
    if (!select && type != QuestionType::Scale)
        m_question.minimum = m_question.maximum = 0;
    if (type == QuestionType::Scale && m_question.minimum >= m_question.maximum) {
        m_question.minimum = 1;
        m_question.maximum = 5;
    }
    if (isContainer(type))
        m_question.interviewerOnly = false;
    if (!takesAnswer(type)) {
        m_question.required = false;
        m_question.constraint = m_question.defaultValue = Expression();
        m_question.constraintMessage = {};
        m_question.binding.clear();
        m_question.mark = CodingMark::None;
    }
    if (type != QuestionType::Calculated)
        m_question.calculation = Expression();
    if (type != QuestionType::Repeat)
        m_question.repeat = {};
    store(false);
    refresh();
}

void QuestionForm::showRest()
{
    const bool writable = draft().isWritable();
    m_name->setTextQuietly(m_question.name);
    m_name->setReadOnly(!writable);
    choose(m_type, int(m_question.type));
    choose(m_priority, int(m_question.priority));
    choose(m_when, int(m_question.when));
    choose(m_mark, int(m_question.mark));
    choose(m_creates, m_question.repeat.creates ? int(*m_question.repeat.creates) : -1);
    m_binding->setCurrentIndex(
        m_question.binding.isEmpty() ? 0 : m_binding->findData(m_question.binding, Qt::UserRole + 1));
    QStringList sources;
    const ProtocolIndex index(draft().protocol());
    for (int at = 0; at < index.find(m_question.name); ++at) {
        const QuestionType type = index.questions()[at].question->type;
        if (type == QuestionType::Repeat || isSelect(type))
            sources.append(index.questions()[at].question->name);
    }
    for (SourceRow *row : {m_source, m_over})
        row->setOffer(draft().codebook().codebook(), sources);
    m_source->setSource(m_question.choices);
    m_over->setSource(m_question.repeat.over);
    for (ItemRows *items : {m_choices, m_probes}) {
        items->setLanguages(draft().protocol().language(), translation());
        items->setItems(items == m_choices ? m_question.choices.fixed : m_question.probes);
        items->setReadOnly(!writable);
    }
    m_presets->setPresets(m_question.repeat.creates, m_question.repeat.presets);
    m_presets->setNames(names());
    m_presets->setReadOnly(!writable);
    showByTerm();
    for (QWidget *control : std::initializer_list<QWidget *>{m_type, m_priority, m_when, m_mark, m_creates,
                                                             m_binding, m_source, m_over})
        control->setEnabled(writable);
    // Of a section that is, all of it is.
    const int here = index.find(m_question.name);
    const bool ofSection =
        here >= 0 && draft().protocol().sections[index.questions()[here].section].interviewerOnly;
    m_interviewerOnly->setEnabled(writable && !ofSection);
    if (ofSection)
        m_interviewerOnly->setChecked(true);
    // With questions inside it stays something that can hold them.
    for (int at = 0; at < m_type->count(); ++at) {
        const bool fits = !m_hasChildren || isContainer(QuestionType(m_type->itemData(at).toInt()));
        m_type->setItemData(at, fits ? QVariant() : QVariant(0), Qt::UserRole - 1); // 0: not to be chosen
    }
    showRows();
}

/// In a repeat over a facet, each term may have words of its own.
void QuestionForm::showByTerm()
{
    const ProtocolIndex index(draft().protocol());
    const int here = index.find(m_question.name);
    QString facet;
    if (here >= 0) {
        const QVector<int> &repeats = index.questions()[here].repeats;
        for (const int repeat : repeats)
            facet = index.facetOf(*index.questions()[repeat].question);
    }
    QVector<AnswerChoice> texts;
    QStringList left = m_question.labelByTerm.keys();
    const QVector<Term> terms = draft().codebook().codebook().inFacet(facet, false);
    for (const Term &term : terms) {
        texts.append({term.key, m_question.labelByTerm.value(term.key)});
        left.removeAll(term.key);
    }
    for (const QString &key : std::as_const(left)) // of no such term: shown, so that it can be mended
        texts.append({key, m_question.labelByTerm.value(key)});
    m_byTerm->setLanguages(draft().protocol().language(), translation());
    m_byTerm->setItems(texts);
    m_byTerm->setReadOnly(!draft().isWritable());
    setRowVisible(m_byTerm, !texts.isEmpty());
}

void QuestionForm::showRows()
{
    const QuestionType type = m_question.type;
    const bool select = isSelect(type), answer = takesAnswer(type), repeat = type == QuestionType::Repeat,
               scale = type == QuestionType::Scale, plain = answer && !repeat;
    setRowVisible(m_reword, type != QuestionType::Calculated && !isContainer(type));
    setRowVisible(m_guidance, plain);
    setRowVisible(m_body, type == QuestionType::Card);
    setRowVisible(m_source, select);
    setRowVisible(m_choices, select && m_question.choices.kind == ChoiceSource::Kind::Fixed);
    setRowVisible(m_filter, select);
    setRowVisible(m_probes, plain);
    setRowVisible(m_minimum, select || scale);
    setRowVisible(m_maximum, select || scale);
    setRowVisible(m_low, scale);
    setRowVisible(m_high, scale);
    setRowVisible(m_over, repeat);
    setRowVisible(m_overFilter, repeat && !m_question.repeat.grows());
    setRowVisible(m_first, repeat && m_question.repeat.over.kind == ChoiceSource::Kind::Facet);
    const bool grows = repeat && m_question.repeat.grows();
    for (QWidget *field : std::initializer_list<QWidget *>{m_fewest, m_most, m_count, m_creates})
        setRowVisible(field, grows);
    setRowVisible(m_presets, grows && m_question.repeat.creates);
    setRowVisible(m_calculation, type == QuestionType::Calculated);
    setRowVisible(m_required, answer);
    setRowVisible(m_interviewerOnly, !isContainer(type));
    setRowVisible(m_constraint, plain);
    setRowVisible(m_message, plain);
    setRowVisible(m_default, plain);
    setRowVisible(m_binding, plain);
    const Field *field = m_question.binding.isEmpty() ? nullptr : fieldByName(m_question.binding);
    setRowVisible(m_mark, plain && ((field && field->kind == FieldKind::Coding) ||
                                    m_question.mark != CodingMark::None));
}

} // namespace seamfinder
