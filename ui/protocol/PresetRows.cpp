#include "ui/protocol/PresetRows.h"

#include "core/domain/Fields.h"
#include "ui/common/Icons.h"
#include "ui/common/TabOrder.h"
#include "ui/protocol/ExpressionEdit.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int nameCharacters = 24;

QString labelOf(const QString &name)
{
    const Field *field = fieldByName(name);
    return field ? label(*field) : name; // wrong, or of a later version: shown as it is
}
} // namespace

PresetRows::PresetRows(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_add(new QPushButton(icon(u"list-add"), tr("Fill in a field"), this))
    , m_fields(new QMenu(this))
{
    setObjectName(u"presets"_s);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    m_add->setObjectName(u"presets-add"_s);
    m_add->setFlat(true);
    m_add->setAutoDefault(false);
    m_add->setMenu(m_fields);
    m_column->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_fields, &QMenu::aboutToShow, this, &PresetRows::offerFields);
}

void PresetRows::setPresets(std::optional<Entity> creates, const QMap<QString, Expression> &presets)
{
    m_creates = creates;
    const bool sameFields = presets.keys() == m_presets.keys();
    m_presets = presets;
    if (!sameFields)
        rebuild();
    for (const Row &row : std::as_const(m_rows)) {
        const QString source = m_presets.value(row.field).source();
        if (row.value->toPlainText().trimmed() != source)
            row.value->setTextQuietly(source);
    }
}

void PresetRows::setNames(const QStringList &names)
{
    m_names = names;
    for (const Row &row : std::as_const(m_rows))
        row.value->setNames(names);
}

void PresetRows::setKeys(const std::function<QStringList(const QString &question)> &ofQuestion,
                         const std::function<QStringList(const Field &field)> &ofField)
{
    m_keysOfQuestion = ofQuestion;
    m_keysOfField = ofField;
}

void PresetRows::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_add->setVisible(!readOnly);
    for (const Row &row : std::as_const(m_rows)) {
        row.value->setReadOnly(readOnly);
        row.remove->setVisible(!readOnly);
    }
}

void PresetRows::rebuild()
{
    QVector<Row> before = std::exchange(m_rows, {});
    const QStringList fields = m_presets.keys();
    for (const QString &field : fields) {
        const auto kept = std::ranges::find(before, field, &Row::field);
        if (kept != before.end()) {
            m_rows.append(*kept);
            before.erase(kept);
            m_column->removeWidget(m_rows.last().line);
        } else {
            m_rows.append(makeRow(field));
        }
        m_column->insertWidget(int(m_rows.size()) - 1, m_rows.last().line);
        m_rows.last().line->show(); // at once: it may get the focus
    }
    for (const Row &row : std::as_const(before)) {
        row.line->hide();
        row.line->deleteLater(); // its own button may have asked for this
    }
    setReadOnly(m_readOnly);
    orderTabs(this);
}

PresetRows::Row PresetRows::makeRow(const QString &field)
{
    auto *line = new QWidget(this);
    auto *value = new ExpressionEdit(line);
    auto *remove = new QToolButton(line);
    auto *name = new QLabel(labelOf(field), line);
    name->setTextFormat(Qt::PlainText);
    name->setWordWrap(true);
    name->setFixedWidth(fontMetrics().averageCharWidth() * nameCharacters);
    name->setToolTip(field);
    name->setBuddy(value);
    value->setObjectName(u"preset-"_s + field);
    value->setAccessibleName(tr("Value of %1").arg(labelOf(field)));
    value->setPlaceholderText(tr("an expression: 'a text', or ${question}"));
    value->setNames(m_names);
    value->setKeys([this, field](const QString &question) {
        const Field *filled = fieldByName(field);
        if (question.isEmpty())
            return filled && m_keysOfField ? m_keysOfField(*filled) : QStringList();
        return m_keysOfQuestion ? m_keysOfQuestion(question) : QStringList();
    });
    remove->setObjectName(u"preset-%1-remove"_s.arg(field));
    remove->setIcon(icon(u"edit-delete"));
    remove->setAutoRaise(true);
    remove->setFocusPolicy(Qt::TabFocus);
    remove->setAccessibleName(tr("Do not fill in %1").arg(labelOf(field)));
    remove->setToolTip(remove->accessibleName());
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(name);
    row->addWidget(value, 1);
    row->addWidget(remove);
    connect(value, &AutoGrowTextEdit::edited, this, [this, field](const QString &text) {
        m_presets.insert(field, Expression(text.trimmed()));
        Q_EMIT edited(m_presets, true);
    });
    connect(value, &AutoGrowTextEdit::left, this, &PresetRows::left);
    connect(value, &AutoGrowTextEdit::undoBeyondField, this, &PresetRows::undoBeyondField);
    connect(value, &AutoGrowTextEdit::redoBeyondField, this, &PresetRows::redoBeyondField);
    connect(remove, &QToolButton::clicked, this, [this, field] { this->remove(field); });
    return {field, line, value, remove};
}

void PresetRows::offerFields()
{
    m_fields->clear();
    if (!m_creates)
        return;
    for (const Field &field : fieldsOf(*m_creates)) {
        const QString name = u"%1.%2"_s.arg(entityKey(*m_creates), field.key);
        if (!m_presets.contains(name))
            m_fields->addAction(label(field), this, [this, name] { add(name); });
    }
}

void PresetRows::add(const QString &field)
{
    m_presets.insert(field, Expression(u"''"_s));
    rebuild();
    const auto row = std::ranges::find(m_rows, field, &Row::field);
    row->value->setTextQuietly(u"''"_s);
    row->value->setFocus(Qt::OtherFocusReason);
    row->value->moveCursor(QTextCursor::Start);
    row->value->moveCursor(QTextCursor::NextCharacter);
    Q_EMIT edited(m_presets, false);
}

void PresetRows::remove(const QString &field)
{
    m_presets.remove(field);
    rebuild();
    (m_rows.isEmpty() ? static_cast<QWidget *>(m_add) : m_rows.first().value)->setFocus(Qt::OtherFocusReason);
    Q_EMIT edited(m_presets, false);
}

} // namespace seamfinder
