#include "ui/interview/ChoiceAnswer.h"

#include "ui/common/SearchField.h"
#include "ui/interview/ChoiceModel.h"

#include <QKeyEvent>
#include <QListView>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int longList = 10;
constexpr int visibleRows = 11;
} // namespace

ChoiceAnswer::ChoiceAnswer(Mode mode, Value::Kind kind, QWidget *parent)
    : AnswerInput(parent)
    , m_mode(mode)
    , m_kind(kind)
    , m_model(new ChoiceModel(this))
    , m_search(new SearchField(tr("Type to narrow the list"), this))
    , m_list(new QListView(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_search);
    column->addWidget(m_list);
    m_search->hide();
    m_list->setObjectName(u"answerChoices"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ChoiceDelegate(mode == Mode::One, mode == Mode::Ranked, m_list));
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTabKeyNavigation(false);
    m_list->setAutoScroll(true);
    m_list->installEventFilter(this);
    m_search->installEventFilter(this);
    setFocusProxy(m_list);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { pick(index.row()); });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setTyped(text);
        m_list->setCurrentIndex(m_model->index(0));
    });
}

void ChoiceAnswer::setChoices(const QVector<StepChoice> &choices)
{
    const QString current = m_model->keyAt(m_list->currentIndex().row());
    m_model->setChoices(choices);
    m_search->setVisible(choices.size() > longList);
    int row = 0;
    for (int i = 0; i < m_model->rowCount(); ++i) {
        if (m_model->keyAt(i) == current)
            row = i;
    }
    m_list->setCurrentIndex(m_model->index(row));
    fitHeight();
}

void ChoiceAnswer::fitHeight()
{
    const int row = fontMetrics().height() + 16;
    const int rows = qBound(1, int(m_model->choices().size()), visibleRows);
    m_list->setFixedHeight(rows * row + 4);
}

void ChoiceAnswer::showValue(const Value &value)
{
    m_model->setPicked(value.isBlank()               ? QStringList()
                       : m_kind == Value::Kind::Keys ? value.keys()
                                                     : QStringList{value.toText()});
}

Value ChoiceAnswer::value() const
{
    const QStringList picked = m_model->picked();
    if (picked.isEmpty())
        return {};
    return m_kind == Value::Kind::Keys ? Value::keys(picked) : Value::fromText(m_kind, picked.first());
}

void ChoiceAnswer::setName(const QString &name)
{
    m_list->setAccessibleName(name);
    m_search->setAccessibleName(tr("Narrow: %1").arg(name));
}

void ChoiceAnswer::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
}

void ChoiceAnswer::pick(int row)
{
    const QString key = m_model->keyAt(row);
    if (key.isEmpty() || m_readOnly)
        return;
    m_list->setCurrentIndex(m_model->index(row));
    QStringList picked = m_model->picked();
    if (m_mode == Mode::One)
        picked = picked == QStringList{key} ? QStringList() : QStringList{key};
    else if (!picked.removeOne(key))
        picked.append(key);
    m_model->setPicked(picked);
    Q_EMIT chosen();
}

void ChoiceAnswer::moveRanked(int step)
{
    QStringList picked = m_model->picked();
    const qsizetype at = picked.indexOf(m_model->keyAt(m_list->currentIndex().row()));
    const qsizetype to = at + step;
    if (at < 0 || to < 0 || to >= picked.size() || m_readOnly)
        return;
    picked.swapItemsAt(at, to);
    m_model->setPicked(picked);
    Q_EMIT chosen();
}

bool ChoiceAnswer::listKey(QKeyEvent *event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (m_mode == Mode::Ranked && modifiers == Qt::AltModifier &&
        (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        moveRanked(event->key() == Qt::Key_Up ? -1 : 1);
        return true;
    }
    if (modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        pick(m_list->currentIndex().row());
        return true;
    }
    // By key, not by character, the digit row of an AZERTY keyboard needs no Shift; by character, a keypad
    // and every other layout work.
    int digit = 0;
    if (event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9)
        digit = event->key() - Qt::Key_0;
    else if (modifiers == Qt::NoModifier) {
        static const QString azerty = u"&é\"'(-è_ç"_s;
        digit = event->text().size() == 1 ? int(azerty.indexOf(event->text())) + 1 : 0;
    }
    if (digit > 0) {
        if (digit <= m_model->rowCount())
            pick(digit - 1);
        return true;
    }
    if (m_search->isVisibleTo(this) && !event->text().isEmpty() && event->text().at(0).isPrint()) {
        m_search->setFocus();
        m_search->setText(event->text());
        return true;
    }
    return false;
}

bool ChoiceAnswer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && watched == m_list)
        Q_EMIT left();
    if (event->type() != QEvent::KeyPress)
        return AnswerInput::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_list)
        return listKey(key) || AnswerInput::eventFilter(watched, event);
    if (watched == m_search) {
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers() == Qt::NoModifier) {
            pick(m_list->currentIndex().row());
            m_search->clear();
            m_list->setFocus();
            return true;
        }
        if (key->key() == Qt::Key_Down) {
            m_list->setFocus();
            return true;
        }
        if (key->key() == Qt::Key_Escape && m_search->text().isEmpty()) {
            m_list->setFocus();
            return true;
        }
    }
    return AnswerInput::eventFilter(watched, event);
}

} // namespace seamfinder
