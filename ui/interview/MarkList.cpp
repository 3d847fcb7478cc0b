#include "ui/interview/MarkList.h"

#include "core/interview/InterviewSession.h"
#include "core/interview/WordsAround.h"
#include "ui/interview/MarkStrip.h"

#include <QSignalBlocker>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int placeRole = Qt::UserRole;
constexpr int markRole = Qt::UserRole + 1;
constexpr int mostLines = 16;
constexpr int lineSpacing = 2;

/// About as many as a line has room for.
QString lastWords(const QString &text)
{
    constexpr qsizetype room = 60;
    if (text.size() <= room)
        return text;
    const qsizetype space = text.indexOf(u' ', text.size() - room);
    return u"…"_s + text.sliced(space < 0 ? text.size() - room : space + 1);
}
} // namespace

MarkList::MarkList(InterviewSession &session, QWidget *parent)
    : QListWidget(parent)
    , m_session(session)
{
    setObjectName(u"marks"_s);
    setAccessibleName(tr("Marks to come back to"));
    setToolTip(tr("Enter goes there, Space ticks it off"));
    setFrameShape(QFrame::NoFrame);
    setSpacing(lineSpacing); // their check boxes would touch
    viewport()->setAutoFillBackground(false);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QListWidget::itemActivated, this, &MarkList::go);
    connect(this, &QListWidget::itemClicked, this, &MarkList::go);
    connect(this, &QListWidget::itemChanged, this, &MarkList::tick);
    connect(&session, &InterviewSession::changed, this, &MarkList::refresh);
    refresh();
}

QString MarkList::lineOf(const Mark &mark, const InterviewTime &time) const
{
    const auto &flow = m_session.flow();
    const int index = flow.indexOf(refOf(mark.place));
    const WordsAround around = wordsAround(mark, m_session.answers());
    QString words = around.marked.isEmpty() ? lastWords(around.before) : around.marked;
    // The place is not what was said there: it must not look like a quote.
    if (words.simplified().isEmpty() && index >= 0)
        words = tr("at: %1").arg(flow.say(flow.steps()[index]));
    return u"%1  %2  %3"_s.arg(signOf(mark.kind), momentOf(mark, time), words.simplified());
}

void MarkList::refresh()
{
    QVector<Mark> waiting = m_session.data().marks;
    waiting.removeIf([](const Mark &mark) { return mark.done; });
    const InterviewTime time = m_session.time();
    QStringList lines;
    for (const Mark &mark : std::as_const(waiting))
        lines << toText(mark.id) + lineOf(mark, time);
    if (QString shown = lines.join(u'\n'); shown != m_shown) {
        m_shown = std::move(shown);
        const QSignalBlocker quiet(this);
        const int row = currentRow();
        const QListWidgetItem *added = nullptr;
        qint64 newest = 0;
        clear();
        for (const Mark &mark : std::as_const(waiting)) {
            auto *item = new QListWidgetItem(lineOf(mark, time), this);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
            item->setCheckState(Qt::Unchecked);
            item->setToolTip(item->text() + u'\n' + timeOfDay(mark));
            item->setData(placeRole, refOf(mark.place).toText());
            item->setData(markRole, mark.id.value);
            newest = std::max(newest, mark.id.value);
            if (newest == mark.id.value && newest > m_newest)
                added = item;
        }
        m_newest = newest;
        setCurrentRow(std::min(row, count() - 1),
                      hasFocus() ? QItemSelectionModel::ClearAndSelect : QItemSelectionModel::NoUpdate);
        if (added)
            scrollToItem(added);
    }
    updateGeometry();
    Q_EMIT emptyChanged(count() == 0);
}

void MarkList::focusInEvent(QFocusEvent *event)
{
    QListWidget::focusInEvent(event);
    setCurrentRow(std::max(0, currentRow()));
}

void MarkList::focusOutEvent(QFocusEvent *event)
{
    QListWidget::focusOutEvent(event);
    clearSelection();
}

void MarkList::go(QListWidgetItem *item)
{
    if (const auto ref = QuestionRef::fromText(item->data(placeRole).toString()))
        m_session.goTo(*ref);
}

void MarkList::tick(QListWidgetItem *item)
{
    m_session.setMarkDone(MarkId{item->data(markRole).toLongLong()}, item->checkState() == Qt::Checked);
}

QSize MarkList::sizeHint() const
{
    const int line = (count() ? sizeHintForRow(0) : fontMetrics().height()) + 2 * lineSpacing;
    return {fontMetrics().averageCharWidth() * 30, line * std::clamp(count(), 1, mostLines) + 4};
}

QSize MarkList::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 16, sizeHint().height()};
}

} // namespace seamfinder
