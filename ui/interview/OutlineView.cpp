#include "ui/interview/OutlineView.h"

#include "core/interview/InterviewSession.h"
#include "ui/common/Colors.h"
#include "ui/common/RowFocus.h"

#include <QHeaderView>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyle>
#include <QStyledItemDelegate>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int stepRole = Qt::UserRole;
constexpr int answeredColumn = 1, minutesColumn = 2;
constexpr qint64 msPerMinute = 60'000;
constexpr int narrowInCharacters = 18, leastInCharacters = 30;
constexpr int indentationWidth = 14;

QString titleOf(const StepInstance &instance)
{
    return instance.title.isEmpty() ? OutlineView::tr("%1. …").arg(instance.position)
                                    : OutlineView::tr("%1. %2").arg(instance.position).arg(instance.title);
}

/// A question has the whole width for its text, but for its sign: the columns are for the sections.
class WholeRow final : public QStyledItemDelegate
{
public:
    explicit WholeRow(QTreeWidget &tree)
        : QStyledItemDelegate(&tree)
        , m_tree(tree)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QModelIndex signAt = index.siblingAtColumn(answeredColumn);
        const QString sign = signAt.data().toString();
        if (sign.isEmpty() || !m_tree.isFirstColumnSpanned(index.row(), index.parent())) {
            QStyledItemDelegate::paint(painter, option, index);
            return;
        }
        QStyleOptionViewItem row = option;
        initStyleOption(&row, index);
        row.text.clear();
        m_tree.style()->drawControl(QStyle::CE_ItemViewItem, &row, painter, &m_tree);
        const int width = option.fontMetrics.horizontalAdvance(sign) + 2 * signMargin;
        const auto placed = [&option](const QRect &rect) {
            return QStyle::visualRect(option.direction, option.rect, rect);
        };
        QStyleOptionViewItem text = option;
        text.rect = placed(option.rect.adjusted(0, 0, -width, 0));
        text.state &= ~QStyle::State_HasFocus; // that of the row is drawn
        QStyledItemDelegate::paint(painter, text, index);
        paleWithoutFocus(row);
        const bool selected = option.state & QStyle::State_Selected;
        const QVariant ink = signAt.data(Qt::ForegroundRole);
        painter->save();
        painter->setPen(selected || !ink.isValid()
                            ? row.palette.color(selected ? QPalette::HighlightedText : QPalette::Text)
                            : ink.value<QBrush>().color());
        painter->drawText(placed(option.rect.adjusted(option.rect.width() - width, 0, 0, 0)), Qt::AlignCenter,
                          sign);
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index).grownBy({0, rowMargin, 0, rowMargin});
    }

private:
    static constexpr int signMargin = 4, rowMargin = 2; // rows that are read in passing need air
    QTreeWidget &m_tree;
};
} // namespace

OutlineView::OutlineView(InterviewSession &session, QWidget *parent)
    : QTreeWidget(parent)
    , m_session(session)
{
    setAccessibleName(tr("Outline of the interview"));
    setObjectName(u"outline"_s);
    setColumnCount(3);
    header()->hide();
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (const int column : {answeredColumn, minutesColumn}) {
        header()->setSectionResizeMode(column, QHeaderView::Fixed);
        fitColumn(column);
    }
    setItemDelegateForColumn(0, new WholeRow(*this));
    setIndentation(indentationWidth);
    setUniformRowHeights(true);
    setContentsMargins(0, 6, 0, 0);
    setTextElideMode(Qt::ElideRight);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false); // calm: only the question stands on a surface of its own
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    connect(this, &QTreeWidget::itemClicked, this, &OutlineView::go);
    connect(this, &QTreeWidget::itemActivated, this, &OutlineView::go);
    connect(&session, &InterviewSession::changed, this, &OutlineView::refresh);
    connect(&session, &InterviewSession::currentChanged, this, &OutlineView::showCurrent);
    m_time = session.time();
    refresh();
}

void OutlineView::fitColumn(int column)
{
    const int margins = 2 * (style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, this) + 1);
    int width = fontMetrics().horizontalAdvance(u"00/00"_s);
    for (const QTreeWidgetItem *section : std::as_const(m_sections))
        width = std::max(width, fontMetrics().horizontalAdvance(section->text(column)));
    header()->resizeSection(column, width + margins + 1);
}

void OutlineView::setNarrow(bool narrow)
{
    m_narrow = narrow;
    const int character = fontMetrics().averageCharWidth();
    setMinimumWidth(character * (narrow ? narrowInCharacters : leastInCharacters));
    setMaximumWidth(narrow ? minimumWidth() : QWIDGETSIZE_MAX);
    setIndentation(narrow ? 0 : indentationWidth);
    setRootIsDecorated(!narrow);
    if (narrow)
        collapseAll();
    m_entered = -1;
    showTexts();
    showCurrent();
}

QString OutlineView::structure() const
{
    QString text;
    for (const Step &step : m_session.flow().steps()) {
        if (step.relevant && !step.folded && step.question->type != QuestionType::Calculated)
            text += step.ref.toText() + u'\n';
    }
    return text;
}

void OutlineView::refresh()
{
    if (QString now = structure(); now != m_structure) {
        m_structure = std::move(now);
        rebuild();
        showMinutes();
    }
    showTexts();
    showCurrent();
}

QTreeWidgetItem *OutlineView::parentFor(const Step &step, QTreeWidgetItem *section)
{
    QTreeWidgetItem *parent = section;
    for (qsizetype depth = 0; depth < step.instances.size(); ++depth) {
        const StepInstance &instance = step.instances[depth];
        const QuestionRef repeat{instance.repeat->name, step.ref.instances.first(depth)};
        const QuestionRef key{instance.repeat->name, step.ref.instances.first(depth + 1)};
        QTreeWidgetItem *&item = m_instances[key];
        if (!item) {
            QTreeWidgetItem *at = m_steps.value(repeat);
            item = new QTreeWidgetItem(at ? at : parent);
            item->setText(0, titleOf(instance));
            item->setData(0, stepRole, step.ref.toText()); // its first question
            item->setFirstColumnSpanned(true);
        }
        parent = item;
    }
    return parent;
}

void OutlineView::rebuild()
{
    const QSignalBlocker quiet(this);
    QVector<bool> unfolded;
    for (const QTreeWidgetItem *section : std::as_const(m_sections))
        unfolded.append(section->isExpanded());
    clear();
    m_sections.clear();
    m_steps.clear();
    m_instances.clear();
    const Flow &flow = m_session.flow();
    for (int i = 0; i < flow.protocol().sections.size(); ++i) {
        auto *item = new QTreeWidgetItem(this);
        item->setHidden(!flow.isSectionRelevant(i));
        m_sections.append(item);
    }
    for (const Step &step : flow.steps()) {
        if (!step.relevant || step.folded || step.question->type == QuestionType::Calculated)
            continue;
        QTreeWidgetItem *section = m_sections[step.section];
        auto *item = new QTreeWidgetItem(parentFor(step, section));
        item->setData(0, stepRole, step.ref.toText());
        item->setFirstColumnSpanned(true);
        if (section->data(0, stepRole).isNull())
            section->setData(0, stepRole, step.ref.toText());
        m_steps.insert(step.ref, item);
    }
    for (int i = 0; i < m_sections.size() && i < unfolded.size(); ++i)
        m_sections[i]->setExpanded(unfolded[i]);
}

void OutlineView::showTexts()
{
    const Flow &flow = m_session.flow();
    const Colors &colors = colorsFor(this);
    for (int i = 0; i < m_sections.size(); ++i) {
        QTreeWidgetItem *item = m_sections[i];
        const StepCounts counts = flow.counts(i);
        const QString title = flow.text(flow.protocol().sections[i].title);
        item->setHidden(!flow.isSectionRelevant(i) || item->childCount() == 0);
        item->setText(0, title);
        item->setText(1,
                      counts.questions ? u"%1/%2"_s.arg(counts.answered).arg(counts.questions) : QString());
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setForeground(1, counts.requiredAnswered < counts.required ? colors.text : colors.mutedText);
        item->setToolTip(0, tr("%1: %2 of %3 answered, %4 of %5 of the core questions")
                                .arg(title)
                                .arg(counts.answered)
                                .arg(counts.questions)
                                .arg(counts.requiredAnswered)
                                .arg(counts.required));
    }
    fitColumn(answeredColumn);
    setColumnHidden(answeredColumn, m_narrow);
    setColumnHidden(minutesColumn, m_narrow);
    for (const Step &step : flow.steps()) {
        QTreeWidgetItem *item = m_steps.value(step.ref);
        if (!item)
            continue;
        const QString say = flow.say(step).simplified();
        item->setText(0, say);
        item->setToolTip(0, step.problem.isEmpty() ? say : say + u"\n"_s + step.problem);
        item->setText(1, signOf(step));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setForeground(0, step.answered ? colors.mutedText : colors.text);
        item->setForeground(1, step.problem.isEmpty() ? colors.mutedText : colors.warning.text);
        for (qsizetype depth = 0; depth < step.instances.size(); ++depth) {
            const QuestionRef key{step.instances[depth].repeat->name, step.ref.instances.first(depth + 1)};
            if (QTreeWidgetItem *instance = m_instances.value(key))
                instance->setText(0, titleOf(step.instances[depth]));
        }
    }
}

QString OutlineView::signOf(const Step &step) const
{
    if (!step.problem.isEmpty())
        return u"!"_s;
    if (m_session.answers().missing(step.ref))
        return u"–"_s;
    if (step.answered)
        return u"✓"_s;
    return step.required ? u"○"_s : QString();
}

void OutlineView::showTimes(const InterviewTime &time)
{
    m_time = time;
    showMinutes();
}

void OutlineView::showMinutes()
{
    const QVector<Section> &sections = m_session.flow().protocol().sections;
    const QVector<qint64> used = m_time.bySection(int(sections.size()));
    const Colors &colors = colorsFor(this);
    for (int i = 0; i < m_sections.size(); ++i) {
        const int planned = sections[i].minutes;
        const qint64 minutes = used[i] / msPerMinute;
        m_sections[i]->setText(minutesColumn,
                               planned > 0 ? tr("%1/%2′").arg(minutes).arg(planned) : QString());
        m_sections[i]->setTextAlignment(minutesColumn, Qt::AlignRight | Qt::AlignVCenter);
        m_sections[i]->setForeground(minutesColumn, used[i] > planned * msPerMinute ? colors.warning.text
                                                                                    : colors.mutedText);
        m_sections[i]->setToolTip(minutesColumn,
                                  tr("%1 of %2 planned minutes used").arg(minutes).arg(planned));
    }
    fitColumn(minutesColumn);
}

void OutlineView::showCurrent()
{
    const Step *step = m_session.currentStep();
    if (!step)
        return;
    const QSignalBlocker quiet(this);
    QTreeWidgetItem *item = m_narrow ? m_sections.value(step->section) : m_steps.value(step->ref);
    if (!item)
        item = m_sections.value(step->section);
    if (!m_narrow) {
        // Who enters a section is done with the others; what is unfolded by hand stays until then.
        const bool enters = std::exchange(m_entered, step->section) != step->section;
        for (int i = 0; i < m_sections.size(); ++i) {
            if (i == step->section)
                expandItem(m_sections[i]);
            else if (enters)
                collapseItem(m_sections[i]);
        }
        for (QTreeWidgetItem *up = item ? item->parent() : nullptr; up; up = up->parent())
            expandItem(up);
    }
    setCurrentItem(item);
    scrollToItem(item);
}

/// Who looked around in it and went elsewhere is where they were: the row says so again.
void OutlineView::focusOutEvent(QFocusEvent *event)
{
    QTreeWidget::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        showCurrent();
}

void OutlineView::go(QTreeWidgetItem *item)
{
    if (const auto ref = QuestionRef::fromText(item->data(0, stepRole).toString()))
        m_session.goTo(*ref);
}

} // namespace seamfinder
