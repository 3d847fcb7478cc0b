#include "ui/interview/ChoiceAnswer.h"

#include "core/domain/AloneChoices.h"
#include "ui/common/DigitRow.h"
#include "ui/common/ElidedLabel.h"
#include "ui/common/SearchField.h"
#include "ui/interview/ChoiceModel.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int longList = 10;
constexpr int leastRows = 3, usualRows = 11;
constexpr int frame = 4;
constexpr int waitForLetter = 400; // milliseconds

/// As tall as all its rows, up to what it is allowed.
class ChoiceList final : public QListView
{
public:
    using QListView::QListView;
    [[nodiscard]] QSize sizeHint() const override { return {QListView::sizeHint().width(), maximumHeight()}; }
};
} // namespace

ChoiceAnswer::ChoiceAnswer(Mode mode, Value::Kind kind, QWidget *parent)
    : AnswerInput(parent)
    , m_mode(mode)
    , m_kind(kind)
    , m_model(new ChoiceModel(this))
    , m_search(new SearchField(tr("Type to narrow the list"), this))
    , m_picked(new ElidedLabel({}, this))
    , m_list(new ChoiceList(this))
    , m_delegate(new ChoiceDelegate(mode == Mode::One, mode == Mode::Ranked, m_list))
    , m_nothing(new QLabel(m_list->viewport()))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_search);
    column->addWidget(m_picked);
    column->addWidget(m_list);
    m_search->hide();
    m_picked->setMuted(true);
    m_picked->setObjectName(u"pickedChoices"_s);
    m_picked->hide();
    auto *inPlace = new QVBoxLayout(m_list->viewport());
    inPlace->addWidget(m_nothing, 0, Qt::AlignTop);
    m_nothing->setWordWrap(true);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setObjectName(u"nothingMatches"_s);
    m_nothing->hide();
    m_list->setObjectName(u"answerChoices"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
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
    connect(m_search, &QLineEdit::textChanged, this, &ChoiceAnswer::narrow);
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &ChoiceAnswer::takeWaiting);
}

void ChoiceAnswer::narrow(const QString &typed)
{
    if (m_model->typed().isEmpty())
        m_beforeTyping = m_model->keyAt(m_list->currentIndex().row());
    m_model->setTyped(typed);
    m_list->setCurrentIndex(m_model->index(0));
    if (typed.isEmpty())
        showRow(m_beforeTyping);
    m_used = false;
    m_delegate->setLed(!typed.isEmpty());
    showNothing();
    Q_EMIT this->typed(); // hidden by the parameter
}

/// Why the list is empty, in its place.
void ChoiceAnswer::showNothing()
{
    const bool isEmpty = m_model->choices().isEmpty();
    m_nothing->setText(isEmpty ? tr("There is nothing to choose from yet.")
                       : m_readOnly
                           ? tr("Nothing matches. Esc shows the whole list.")
                           : tr("Nothing matches. If you go on now, what you typed becomes your note; "
                                "Esc shows the whole list."));
    m_nothing->setVisible(isEmpty || !refused().isEmpty());
}

QString ChoiceAnswer::refused() const
{
    return m_model->rowCount() == 0 ? m_search->text().trimmed() : QString();
}

QString ChoiceAnswer::unfinished() const
{
    return m_used ? QString() : m_search->text().trimmed();
}

void ChoiceAnswer::takeWaiting()
{
    m_wait.stop();
    const QString key = std::exchange(m_waiting, {});
    for (int row = 0; row < m_model->rowCount() && !key.isEmpty(); ++row) {
        if (m_model->keyAt(row) == key) {
            pick(row);
            return;
        }
    }
}

void ChoiceAnswer::settle()
{
    takeWaiting();
    if (m_readOnly || unfinished().isEmpty())
        return;
    const int meant = m_model->rowMeant();
    if (meant < 0)
        return;
    if (!m_model->picked().contains(m_model->keyAt(meant)))
        pick(meant);
    m_search->clear();
}

void ChoiceAnswer::clearSearch()
{
    m_search->clear();
}

void ChoiceAnswer::setRoom(int height)
{
    if (m_room == height)
        return;
    m_room = height;
    fitHeight();
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
    if (m_model->keyAt(row) != current)
        m_moved = false; // nobody chose to stand here
    m_list->setCurrentIndex(m_model->index(row));
    showPicked();
    showNothing();
    fitHeight();
}

void ChoiceAnswer::showRow(const QString &key)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->keyAt(row) == key) {
            m_list->setCurrentIndex(m_model->index(row));
            m_list->scrollTo(m_model->index(row), QAbstractItemView::PositionAtCenter);
        }
    }
}

void ChoiceAnswer::fitHeight()
{
    // As tall as its choices where there is room; where there is not, the list scrolls, not the page.
    const int row = fontMetrics().height() + 16;
    const int rows = qMax(1, int(m_model->choices().size()));
    int above = 0;
    for (const QWidget *each : {static_cast<QWidget *>(m_search), static_cast<QWidget *>(m_picked)})
        above += each->isVisibleTo(this) ? each->sizeHint().height() + layout()->spacing() : 0;
    const int least = qMin(rows, leastRows) * row + frame;
    const int room = m_room ? *m_room - above : usualRows * row + frame;
    m_list->setMinimumHeight(least);
    m_list->setMaximumHeight(qBound(least, room, qMax(least, rows * row + frame)));
    m_list->updateGeometry();
    setMaximumHeight(above + m_list->maximumHeight());
}

void ChoiceAnswer::setPicked(const QStringList &keys)
{
    m_model->setPicked(keys);
    showPicked();
}

void ChoiceAnswer::showPicked()
{
    // Always there above a long list: a line that came with the first pick would move the others.
    m_picked->setVisible(m_model->choices().size() > longList);
    const QStringList labels = m_model->pickedLabels();
    m_picked->setText(labels.isEmpty() ? tr("Nothing picked yet")
                                       : tr("Picked: %1").arg(labels.join(u"  ·  "_s)));
}

void ChoiceAnswer::showValue(const Value &value)
{
    const QStringList keys = value.isBlank()               ? QStringList()
                             : m_kind == Value::Kind::Keys ? value.keys()
                                                           : QStringList{value.toText()};
    const auto inAnyOrder = [](QStringList list) {
        list.sort();
        return list;
    };
    const QStringList before = m_model->picked();
    const bool same = m_mode == Mode::Ranked ? keys == before : inAnyOrder(keys) == inAnyOrder(before);
    setPicked(keys);
    if (same || keys.isEmpty())
        return;
    // It came from the file: by coming back, by undo. Who presses Enter confirms it.
    m_moved = false;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (keys.contains(m_model->keyAt(row))) {
            showRow(m_model->keyAt(row));
            return;
        }
    }
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
    showNothing();
}

void ChoiceAnswer::pick(int row)
{
    const QString key = m_model->keyAt(row);
    if (key.isEmpty() || m_readOnly)
        return;
    m_list->setCurrentIndex(m_model->index(row));
    m_moved = false;
    QStringList picked = m_model->picked();
    if (m_mode == Mode::One)
        picked = picked == QStringList{key} && !m_stays ? QStringList() : QStringList{key};
    else if (picked.contains(key))
        picked.removeOne(key);
    else if (m_mode == Mode::Many)
        picked = withPicked(picked, key);
    else
        picked.append(key);
    setPicked(picked);
    m_used = true;
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
    setPicked(picked);
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
    // Text may say that it was a letter; Shift alone says nothing.
    const bool isText = !event->text().isEmpty() && event->text().front().isPrint();
    if (!m_waiting.isEmpty() && (event->key() == Qt::Key_Space || (!isText && event->key() != Qt::Key_Shift)))
        takeWaiting();
    const int row = m_list->currentIndex().row();
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        m_moved = true;
        m_run.take();
        return false;
    case Qt::Key_Escape:
        return leaveToPage(event);
    default:
        break;
    }
    if (event->key() == Qt::Key_Space) {
        if (!m_run.takeSpace())
            pick(row);
        return true;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        m_run.take();
        // It never takes back: who confirms what is picked wants to go on. Another one is picked instead only
        // where somebody went to it.
        if (m_model->picked().contains(m_model->keyAt(row)) ||
            (m_mode == Mode::One && !m_moved && !m_model->picked().isEmpty()))
            Q_EMIT confirmed();
        else
            pick(row);
        return true;
    }
    if (digitKey(*event))
        return true;
    return event->text().isEmpty() || !event->text().at(0).isPrint() ? false : beginsWords(event);
}

/// Picks by place, or by the number that was said.
bool ChoiceAnswer::digitKey(const QKeyEvent &event)
{
    const int digit = digitOf(event);
    if (digit <= 0 && !isZero(event))
        return false;
    const int said = m_mode == Mode::One ? m_number.choiceFor(digit, m_model->labels()) : -1;
    const int row = said >= 0 ? said : digit - 1;
    if (m_model->keyAt(row).isEmpty()) { // the place of none
        const bool isOneOfSeveral = m_mode != Mode::One && m_run.goesOn();
        if (isOneOfSeveral)
            m_run.hold(event.text());
        return isOneOfSeveral;
    }
    takeWaiting();
    m_run.add(event.text(), m_model->picked());
    // Where the digit row writes it, "é" begins words as often; and what is agreed to is not said by the way.
    if (m_stays || (!event.text().isEmpty() && event.text().front().isLetter())) {
        m_waiting = m_model->keyAt(row);
        m_list->setCurrentIndex(m_model->index(row));
        m_wait.start(waitForLetter);
        return true;
    }
    // Another digit of the same number does not take it back.
    if (said < 0 || !m_model->picked().contains(m_model->keyAt(said)))
        pick(row);
    if (said >= 0)
        m_run.keep(m_model->picked());
    return true;
}

bool ChoiceAnswer::beginsWords(QKeyEvent *event)
{
    const bool isRun = m_run.isBegunBy(event->text());
    isRun ? m_wait.stop() : takeWaiting();
    m_waiting.clear();
    const QStringList before = m_run.pickedOtherwise();
    const QString run = m_run.take();
    if (isRun && before != m_model->picked()) {
        setPicked(before); // those digits were none of its places
        Q_EMIT chosen();
    }
    if (m_search->isVisibleTo(this)) {
        m_search->setFocus();
        m_search->setText((isRun ? run : QString()) + event->text());
        return true;
    }
    if (!isRun)
        return leaveToPage(event); // the list would move its row by it, unseen
    sayWords(*event, run + event->text());
    return true;
}

/// To the page, as if they had been typed there.
void ChoiceAnswer::sayWords(const QKeyEvent &event, const QString &words)
{
    QKeyEvent typed(QEvent::KeyPress, event.key(), event.modifiers(), words);
    QCoreApplication::sendEvent(this, &typed);
}

/// The list does not get the key, but what is around it.
bool ChoiceAnswer::leaveToPage(QKeyEvent *event)
{
    event->ignore();
    return true;
}

bool ChoiceAnswer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && watched == m_list) {
        takeWaiting();
        Q_EMIT left();
    }
    if (event->type() != QEvent::KeyPress)
        return AnswerInput::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_list)
        return listKey(key) || AnswerInput::eventFilter(watched, event);
    if (watched == m_search && searchKey(key))
        return true;
    return AnswerInput::eventFilter(watched, event);
}

bool ChoiceAnswer::searchKey(QKeyEvent *event)
{
    const bool matches = m_model->rowCount() > 0;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if ((event->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
            return false;
        if (matches) {
            const QString picked = m_model->keyAt(m_list->currentIndex().row());
            if (!m_model->picked().contains(picked)) // it never takes back, as in the list
                pick(m_list->currentIndex().row());
            m_search->clear();
            m_list->setFocus();
            showRow(picked);
        }
        return true; // without a match the text stays, to be mended
    case Qt::Key_Down:
        if (matches)
            m_list->setFocus();
        return true;
    case Qt::Key_Escape:
        m_search->clear();
        m_list->setFocus(); // where its digits pick
        return true;
    default:
        // The whole list is there again, with its digits. Not by place: "é" begins a word here.
        return m_search->text().isEmpty() && event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9 &&
               listKey(event);
    }
}

} // namespace seamfinder
