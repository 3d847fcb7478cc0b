#include "ui/protocol/ItemRows.h"

#include "core/protocol/ProtocolEdit.h"
#include "ui/common/Icons.h"
#include "ui/common/LineEdit.h"
#include "ui/common/TabOrder.h"
#include "ui/interview/LanguageButton.h"
#include "ui/protocol/TranslatedText.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QToolButton>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int keyCharacters = 16;
} // namespace

ItemRows::ItemRows(const QString &item, const QString &addText, QWidget *parent)
    : QWidget(parent)
    , m_item(item)
    , m_column(new QVBoxLayout(this))
    , m_add(new QPushButton(seamfinder::icon(u"list-add"), addText, this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    m_add->setFlat(true);
    m_add->setAutoDefault(false);
    m_column->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, &ItemRows::add);
}

void ItemRows::setLanguages(const QString &source, const QString &into)
{
    m_source = source;
    m_into = into;
}

void ItemRows::setItems(const QVector<AnswerChoice> &items)
{
    m_items = items;
    m_add->setObjectName(objectName() + u"-add"_s);
    if (m_rows.size() != items.size())
        rebuild();
    fill();
}

void ItemRows::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_add->setVisible(!readOnly && !m_fixedKeys);
    fill();
}

void ItemRows::rebuild()
{
    while (m_rows.size() > m_items.size()) {
        QWidget *line = m_rows.takeLast().line; // its own button may have asked for this
        line->hide();
        line->deleteLater();
    }
    while (m_rows.size() < m_items.size()) {
        m_rows.append(makeRow());
        m_column->insertWidget(m_column->count() - 1, m_rows.last().line);
        m_rows.last().line->show(); // at once: it may get the focus
    }
    orderTabs(this);
}

ItemRows::Row ItemRows::makeRow()
{
    Row row;
    row.line = new QWidget(this);
    auto *line = new QHBoxLayout(row.line);
    line->setContentsMargins(0, 0, 0, 0);
    row.key = new LineEdit(row.line);
    row.key->setFixedWidth(fontMetrics().averageCharWidth() * keyCharacters);
    row.label = new LineEdit(row.line);
    row.translation = new LineEdit(row.line);
    row.remove = new QToolButton(row.line);
    row.remove->setIcon(seamfinder::icon(u"edit-delete"));
    row.remove->setAutoRaise(true);
    row.remove->setFocusPolicy(Qt::TabFocus);
    line->addWidget(row.label, 2);
    line->addWidget(row.translation, 2);
    line->addWidget(row.key);
    line->addWidget(row.remove);
    for (LineEdit *field : {row.label, row.translation}) {
        connect(field, &LineEdit::textEdited, this, [this, field](const QString &text) {
            const int at = rowOf(field);
            setIn(m_items[at].label, field == m_rows[at].label ? m_source : m_into, text);
            Q_EMIT edited(m_items, true);
        });
    }
    connect(row.label, &LineEdit::left, this, [this, field = row.label] { nameByText(rowOf(field)); });
    connect(row.label, &LineEdit::returnPressed, this, [this, field = row.label] {
        nameByText(rowOf(field));
        add();
    });
    connect(row.key, &LineEdit::editingFinished, this, [this, field = row.key] { setKey(rowOf(field)); });
    connect(row.remove, &QToolButton::clicked, this, [this, field = row.key] { remove(rowOf(field)); });
    // Last: the key that leaving gives belongs to the visit that ends then.
    for (LineEdit *field : {row.key, row.label, row.translation})
        watch(field);
    return row;
}

void ItemRows::watch(LineEdit *field)
{
    field->installEventFilter(this);
    connect(field, &LineEdit::left, this, &ItemRows::left);
    connect(field, &LineEdit::undoBeyondField, this, &ItemRows::undoBeyondField);
    connect(field, &LineEdit::redoBeyondField, this, &ItemRows::redoBeyondField);
}

void ItemRows::fill()
{
    for (int at = 0; at < m_rows.size(); ++at) {
        const Row &row = m_rows[at];
        const QString number =
            m_fixedKeys ? m_items[at].key : u"%1 %2"_s.arg(m_item).arg(at + 1); // as it is told apart
        row.label->setTextQuietly(m_items[at].label.byLanguage.value(m_source));
        row.translation->setTextQuietly(m_items[at].label.byLanguage.value(m_into));
        row.translation->setVisible(!m_into.isEmpty());
        row.key->setTextQuietly(m_items[at].key);
        row.label->setAccessibleName(number);
        row.label->setPlaceholderText(number);
        row.translation->setAccessibleName(
            tr("%1, translation (%2)").arg(number, nativeLanguageName(m_into)));
        row.key->setAccessibleName(tr("Key of %1").arg(number));
        row.key->setToolTip(tr("The key stands in the answers, in expressions and in exports."));
        row.remove->setAccessibleName(tr("Remove %1").arg(number));
        row.remove->setToolTip(row.remove->accessibleName());
        row.remove->setVisible(!m_readOnly && !m_fixedKeys);
        for (LineEdit *field : {row.key, row.label, row.translation})
            field->setReadOnly(m_readOnly || (m_fixedKeys && field == row.key));
        const QString name = u"%1-%2"_s.arg(objectName()).arg(at + 1);
        row.label->setObjectName(name);
        row.key->setObjectName(name + u"-key"_s);
        row.translation->setObjectName(name + u"-translation"_s);
        row.remove->setObjectName(name + u"-remove"_s);
    }
}

int ItemRows::rowOf(const QObject *field) const
{
    for (int at = 0; at < m_rows.size(); ++at) {
        const Row &row = m_rows[at];
        if (field == row.key || field == row.label || field == row.translation)
            return at;
    }
    return -1;
}

void ItemRows::add()
{
    if (m_readOnly || m_fixedKeys)
        return;
    m_items.append({freeItemKey(m_items, u"item"_s), {}});
    m_unnamed.insert(m_items.last().key);
    rebuild();
    fill();
    Q_EMIT edited(m_items, false);
    m_rows.last().label->setFocus(Qt::OtherFocusReason);
}

void ItemRows::remove(int row)
{
    m_items.removeAt(row);
    rebuild();
    fill();
    QWidget *next =
        m_rows.isEmpty() ? static_cast<QWidget *>(m_add) : m_rows[qMin(row, int(m_rows.size()) - 1)].label;
    next->setFocus(Qt::OtherFocusReason);
    Q_EMIT edited(m_items, false);
}

void ItemRows::move(int row, int step)
{
    const int to = row + step;
    if (to < 0 || to >= m_items.size())
        return;
    m_items.move(row, to);
    fill();
    m_rows[to].label->setFocus(Qt::OtherFocusReason);
    Q_EMIT edited(m_items, false);
}

void ItemRows::nameByText(int row)
{
    if (row < 0 || m_readOnly || !m_unnamed.contains(m_items[row].key))
        return;
    const QString wanted = nameFromText(m_items[row].label.byLanguage.value(m_source));
    if (wanted.isEmpty() || wanted == m_items[row].key)
        return;
    m_unnamed.remove(m_items[row].key);
    m_items[row].key = freeItemKey(m_items, wanted);
    fill();
    Q_EMIT edited(m_items, true);
}

void ItemRows::setKey(int row)
{
    if (row < 0 || m_readOnly)
        return;
    const QString before = m_items[row].key, now = m_rows[row].key->text().trimmed();
    if (now == before)
        return;
    // Two of one key would be one: the next free one then.
    QVector<AnswerChoice> others = m_items;
    others.removeAt(row);
    const bool taken = std::any_of(others.cbegin(), others.cend(),
                                   [&now](const AnswerChoice &each) { return each.key == now; });
    m_items[row].key = now.isEmpty() ? before : taken ? freeItemKey(others, now) : now;
    fill();
    if (m_items[row].key != before)
        Q_EMIT renamed(before, m_items[row].key);
}

bool ItemRows::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int row = rowOf(watched);
        const bool upOrDown = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down;
        if (upOrDown && key->modifiers() == Qt::AltModifier && row >= 0 && !m_readOnly && !m_fixedKeys) {
            move(row, key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace seamfinder
