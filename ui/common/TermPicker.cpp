#include "ui/common/TermPicker.h"

#include "ui/common/HiddenWordLineAid.h"
#include "ui/common/PickDelegate.h"
#include "ui/common/PickModel.h"
#include "ui/common/PlainEnter.h"
#include "ui/common/SearchField.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QScrollBar>
#include <QVBoxLayout>

namespace seamfinder {

namespace {
constexpr int mostLines = 8; // kept for a definition
}

TermPicker::TermPicker(Mode mode, QWidget *parent)
    : QFrame(parent)
    , m_mode(mode)
    , m_model(new PickModel(mode == Mode::Multiple, this))
    , m_search(new SearchField(tr("Type to search"), this))
    , m_list(new QListView(this))
    , m_definition(new QLabel(this))
    , m_none(new QLabel(this))
{
    setFrameShape(QFrame::StyledPanel);
    setFrameShadow(QFrame::Raised);
    setAutoFillBackground(true);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PickDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("Choices"));
    // One line: of itself, a list keeps more than a long definition leaves it.
    m_list->setMinimumHeight(fontMetrics().height() + 8 + 2 * m_list->frameWidth());
    m_definition->setObjectName(QStringLiteral("termDefinitionShown"));
    for (QLabel *label : {m_definition, m_none}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setMargin(4);
    }
    m_definition->setAlignment(Qt::AlignTop | Qt::AlignLeading);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 6);
    column->setSpacing(4);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(m_none);
    column->addWidget(m_definition);
    setFocusProxy(m_search);
    hide();

    m_search->installEventFilter(this);
    HiddenWordLineAid::watch(m_search); // a tag that is new is typed here
    // Every keystroke narrows at once: the list is in memory, the pause is for searches in the study.
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_typedIsUsed = false;
        m_model->setTyped(text);
        m_none->setVisible(m_model->rowCount() == 0);
        m_list->setCurrentIndex(m_model->index(m_model->bestRow()));
        showDefinition();
        Q_EMIT typing();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &TermPicker::showDefinition);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        m_list->setCurrentIndex(index);
        pickCurrent(m_mode == Mode::Single);
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (isVisible() && now && now != this && !isAncestorOf(now))
            leave();
    });
}

void TermPicker::setItems(const QList<PickItem> &items)
{
    m_model->setItems(items);
    m_definitions.clear();
    for (const PickItem &item : items) {
        if (!item.definition.isEmpty())
            m_definitions.append(item.definition);
    }
}

void TermPicker::setChosen(const QList<qint64> &ids)
{
    m_model->setChosen({ids.begin(), ids.end()});
}

QList<qint64> TermPicker::chosen() const
{
    return m_model->chosenInOrder();
}

void TermPicker::setNewAllowed(bool allowed)
{
    m_newAllowed = allowed;
    m_model->setNewAllowed(allowed);
}

void TermPicker::setNewFirst(bool first)
{
    m_model->setNewFirst(first);
}

void TermPicker::setWhat(const QString &what)
{
    setAccessibleName(what);
    m_search->setAccessibleName(what);
    m_search->setPlaceholderText(m_newAllowed ? tr("%1: type to search or add").arg(what)
                                              : tr("%1: type to search").arg(what));
}

void TermPicker::openAt(QWidget *anchor, const QString &typed)
{
    leaveOpenAt(*anchor->window()); // this one, too: what is typed in it is not cleared away
    m_anchor = anchor;
    m_before = QApplication::focusWidget();
    m_typedIsUsed = false;
    m_none->setText(m_isCommand    ? tr("Nothing matches. Esc closes the list.")
                    : m_keepsWords ? tr("Nothing matches. Tab keeps it in words, Esc clears it.")
                                   : tr("Nothing matches. Esc clears what was typed."));
    setParent(anchor->window());
    m_search->setText(typed);
    m_model->setTyped(typed);
    m_none->setVisible(m_model->rowCount() == 0);
    place();
    show();
    raise();
    m_list->setCurrentIndex(m_model->index(m_model->bestRow()));
    m_search->setFocus(Qt::PopupFocusReason);
    showDefinition();
}

void TermPicker::place()
{
    const QWidget *window = parentWidget();
    const QRect anchor(m_anchor->mapTo(window, QPoint()), m_anchor->size());
    const int unit = fontMetrics().averageCharWidth();
    const int leastFooter = 3 * fontMetrics().lineSpacing() + 8;
    const int lines = std::clamp(m_model->rowCount(), 4, 12);
    // As wide as its longest line, where the window is.
    const int longest =
        m_list->sizeHintForColumn(0) + m_list->verticalScrollBar()->sizeHint().width() + 2 * unit;
    const int width =
        std::min(std::max({anchor.width(), unit * 52, std::min(longest, unit * 90)}), window->width() - 16);
    // Room for the longest definition, so that the list does not jump from line to line.
    int footer = m_definitions.isEmpty() ? 0 : leastFooter;
    for (const QString &definition : std::as_const(m_definitions))
        footer = std::max(footer, definitionHeight(definition, width));
    footer = std::min(footer, mostLines * fontMetrics().lineSpacing() + 8);
    const int wantedHeight =
        m_search->sizeHint().height() + footer + 32 + lines * (fontMetrics().height() + 8);
    const int below = window->height() - anchor.bottom() - 10;
    const int above = anchor.top() - 10;
    const bool under = below >= wantedHeight || below >= above;
    // Beside a tall anchor (a whole pane) there is too little room to choose in: then over it.
    const bool over = std::max(below, above) < (wantedHeight - footer + leastFooter) / 2 + leastFooter;
    const int height = over ? std::min(wantedHeight, window->height() - anchor.top() - 16)
                            : std::min(wantedHeight, std::max(under ? below : above, leastFooter * 2));
    m_footer = footer;
    int x = layoutDirection() == Qt::RightToLeft ? anchor.right() - width : anchor.left();
    x = std::clamp(x, 8, std::max(8, window->width() - width - 8));
    const int y = over    ? anchor.top() + 8
                  : under ? anchor.bottom() + 2
                          : std::max(2, anchor.top() - height - 2);
    setGeometry(x, y, width, height);
}

int TermPicker::definitionHeight(const QString &text, int width) const
{
    const QMargins around = layout()->contentsMargins();
    const int room = width - around.left() - around.right() - 2 * (frameWidth() + m_definition->margin());
    const QRect lines =
        m_definition->fontMetrics().boundingRect(QRect(0, 0, room, QWIDGETSIZE_MAX), Qt::TextWordWrap, text);
    return lines.height() + 2 * m_definition->margin();
}

void TermPicker::leave()
{
    if (m_typedIsUsed) {
        closePicker();
        return;
    }
    const int meant = m_picksOnLeaving && !isHidden() ? m_model->onlyMeant() : -1;
    if (meant >= 0) {
        m_list->setCurrentIndex(m_model->index(meant));
        pickCurrent(true);
        return;
    }
    const QString words = isHidden() ? QString() : typed();
    closePicker();
    if (!words.isEmpty())
        Q_EMIT unmatched(words);
}

void TermPicker::leaveOpenAt(const QWidget &widget)
{
    const auto pickers = widget.window()->findChildren<TermPicker *>(QString(), Qt::FindDirectChildrenOnly);
    for (TermPicker *each : pickers) {
        if (!each->isHidden() && (each->m_anchor == &widget || widget.isAncestorOf(each->m_anchor)))
            each->leave();
    }
}

const QWidget *TermPicker::anchorOf(const QWidget *widget)
{
    for (const QWidget *around = widget; around; around = around->parentWidget()) {
        if (const auto *picker = qobject_cast<const TermPicker *>(around))
            return picker->m_anchor;
    }
    return widget;
}

QString TermPicker::typed() const
{
    return m_search->text().trimmed();
}

void TermPicker::closePicker()
{
    if (isHidden())
        return;
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    hide();
    if (hadFocus)
        giveFocusBack();
    Q_EMIT closed();
}

/// Tab goes on from the anchor, as if the picker had been part of it. Not from a line that what was picked
/// asks to be filled in.
void TermPicker::goOnFromAnchor(const QKeyEvent &tab)
{
    QWidget *now = QApplication::focusWidget();
    if (m_picksOnLeaving && now && !qobject_cast<QLineEdit *>(now))
        QCoreApplication::postEvent(now, new QKeyEvent(QEvent::KeyPress, tab.key(), tab.modifiers()));
}

void TermPicker::giveFocusBack()
{
    const auto takes = [](const QWidget *widget) {
        if (!widget || !widget->isVisible() || !widget->isEnabled())
            return false;
        const QWidget *taker = widget->focusProxy() ? widget->focusProxy() : widget;
        return taker->focusPolicy() != Qt::NoFocus && taker->isVisible() && taker->isEnabled();
    };
    // A pane that only gives the place takes no keys: they would go nowhere.
    if (takes(m_anchor))
        m_anchor->setFocus(Qt::PopupFocusReason);
    else if (takes(m_before))
        m_before->setFocus(Qt::PopupFocusReason);
}

namespace {
QElapsedTimer &sinceEnter()
{
    static QElapsedTimer timer; // one person types at a time
    return timer;
}
} // namespace

bool TermPicker::takesEsc()
{
    constexpr qint64 aMoment = 600;
    const bool takes = sinceEnter().isValid() && sinceEnter().elapsed() < aMoment;
    sinceEnter().invalidate();
    return takes;
}

void TermPicker::pickCurrent(bool close)
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || index.data(PickModel::KindRole).toInt() == PickModel::Heading)
        return;
    if (index.data(PickModel::KindRole).toInt() == PickModel::New) {
        const QString text = m_model->typed();
        m_search->clear();
        if (close)
            closePicker();
        Q_EMIT newWanted(text);
        return;
    }
    m_typedIsUsed = true;
    Q_EMIT typing(); // it came to something
    const qint64 id = index.data(PickModel::IdRole).toLongLong();
    const QList<qint64> before = chosen();
    QSet<qint64> now;
    if (m_mode == Mode::Multiple) {
        now = {before.begin(), before.end()};
    }
    // Enter that closes a multiple picker takes the line; it never takes one away.
    if (m_mode == Mode::Single || close || !now.remove(id))
        now.insert(id);
    m_model->setChosen(now);
    const bool changed = chosen() != before;
    if (close)
        closePicker();
    Q_EMIT picked(id);
    if (changed)
        Q_EMIT chosenChanged(chosen());
}

void TermPicker::move(int step)
{
    const int rows = m_model->rowCount();
    const int direction = step < 0 ? -1 : 1;
    int row = std::clamp(m_list->currentIndex().row() + step, 0, std::max(0, rows - 1));
    while (row >= 0 && row < rows && !(m_model->index(row).flags() & Qt::ItemIsSelectable))
        row += direction;
    if (row < 0) { // above the first line stands its heading: show that too
        m_list->scrollToTop();
        return;
    }
    if (row < rows)
        m_list->setCurrentIndex(m_model->index(row));
}

void TermPicker::showDefinition()
{
    const QString text = m_list->currentIndex().data(PickModel::DefinitionRole).toString();
    m_definition->setText(text);
    // A longer one than usual takes what it needs from the list: it is read whole.
    m_definition->setFixedHeight(std::max(m_footer, text.isEmpty() ? 0 : definitionHeight(text, width())));
    m_definition->setVisible(m_definition->maximumHeight() > 0);
    growToFit();
    layout()->activate();
    m_list->scrollTo(m_list->currentIndex());
}

/// Away from the anchor, where there is nothing left to take from the list.
void TermPicker::growToFit()
{
    const int missing = layout()->totalMinimumSize().height() - height();
    if (missing <= 0 || !isVisible() || !m_anchor)
        return;
    const QWidget *window = parentWidget();
    QRect grown = geometry();
    if (grown.top() < m_anchor->mapTo(window, QPoint()).y())
        grown.setTop(std::max(2, grown.top() - missing));
    else
        grown.setBottom(std::max(grown.bottom(), std::min(grown.bottom() + missing, window->height() - 8)));
    setGeometry(grown);
}

bool TermPicker::handleKey(QKeyEvent *event)
{
    const bool control = event->modifiers() & Qt::ControlModifier;
    const int page = std::max(1, m_list->height() / (fontMetrics().height() + 8) - 1);
    switch (event->key()) {
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_PageDown:
        move(page);
        return true;
    case Qt::Key_PageUp:
        move(-page);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // Ctrl+Enter is its own where several can be picked; other commands made with Enter are not.
        if (!isPlainEnter(*event) &&
            (m_mode != Mode::Multiple || (event->modifiers() & ~Qt::KeypadModifier) != Qt::ControlModifier))
            return false;
        if (m_picksOnLeaving && m_model->rowCount() == 0)
            leave(); // the words are kept, and what is typed next is not glued to them
        else
            pickCurrent(!(control && m_mode == Mode::Multiple));
        if (isHidden())
            sinceEnter().start();
        return true;
    case Qt::Key_Space:
        if (m_mode == Mode::Multiple && (control || m_search->text().isEmpty())) {
            pickCurrent(false);
            return true;
        }
        return false;
    case Qt::Key_Escape:
        if (m_search->text().isEmpty() || m_isCommand)
            closePicker();
        else
            m_search->clear();
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        leave();
        goOnFromAnchor(*event);
        return true;
    default:
        return false;
    }
}

bool TermPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress &&
        handleKey(static_cast<QKeyEvent *>(event)))
        return true;
    return QFrame::eventFilter(watched, event);
}

bool TermPicker::event(QEvent *event)
{
    // While the picker is open, Esc closes the picker and not the card or page behind it.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QFrame::event(event);
}

} // namespace seamfinder
