#include "ui/interview/ChoiceModel.h"

#include "core/domain/FoldedText.h"

#include "ui/common/Colors.h"

#include <algorithm>
#include <QPainter>
#include <QRegularExpression>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
/// Each word that was typed begins a word of the label, so that it is meant and not met by chance.
bool begins(const QString &label, const QString &typed)
{
    static const QRegularExpression between(u"\\W+"_s, QRegularExpression::UseUnicodePropertiesOption);
    const QStringList words = foldText(label).text.split(between, Qt::SkipEmptyParts);
    const QStringList starts = foldText(typed).text.split(between, Qt::SkipEmptyParts);
    return !starts.isEmpty() && std::all_of(starts.begin(), starts.end(), [&words](const QString &start) {
        return std::any_of(words.begin(), words.end(),
                           [&start](const QString &word) { return word.startsWith(start); });
    });
}
} // namespace

void ChoiceModel::setChoices(const QVector<StepChoice> &choices)
{
    const bool same = std::equal(choices.begin(), choices.end(), m_choices.begin(), m_choices.end(),
                                 [](const StepChoice &a, const StepChoice &b) {
                                     return a.key == b.key && a.label == b.label && a.alias == b.alias;
                                 });
    if (same)
        return;
    beginResetModel();
    m_choices = choices;
    filter();
    endResetModel();
}

void ChoiceModel::setPicked(const QStringList &keys)
{
    if (keys == m_picked)
        return;
    m_picked = keys;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void ChoiceModel::setTyped(const QString &text)
{
    if (text == m_typed)
        return;
    beginResetModel();
    m_typed = text;
    filter();
    endResetModel();
}

void ChoiceModel::filter()
{
    m_rows.clear();
    const QStringList words = foldText(m_typed.simplified()).text.split(u' ', Qt::SkipEmptyParts);
    QList<int> byAlias; // after those that say it themselves
    const auto fits = [&words](const QString &names) {
        return std::ranges::all_of(
            words, [folded = foldText(names).text](const QString &word) { return folded.contains(word); });
    };
    for (int i = 0; i < m_choices.size(); ++i) {
        const StepChoice &choice = m_choices[i];
        if (fits(choice.label))
            m_rows.append(i);
        else if (!choice.alias.isEmpty() && fits(choice.label + u' ' + choice.alias))
            byAlias.append(i);
    }
    m_rows += byAlias;
}

QStringList ChoiceModel::pickedLabels() const
{
    QStringList labels;
    for (const StepChoice &choice : m_choices) {
        if (m_picked.contains(choice.key))
            labels.append(choice.label);
    }
    return labels;
}

int ChoiceModel::rowMeant() const
{
    const QStringList shown = labels();
    const QString typed = foldText(m_typed.simplified()).text;
    QVector<int> called;
    for (int row = 0; row < shown.size(); ++row) {
        if (foldText(shown[row]).text == typed)
            called.append(row);
    }
    if (!called.isEmpty())
        return called.size() == 1 ? called.first() : -1;
    if (shown.size() != 1)
        return -1;
    const QStringList names = m_choices[m_rows.first()].alias.split(u"; "_s) << shown.first();
    return std::ranges::any_of(names, [this](const QString &name) { return begins(name, m_typed); }) ? 0 : -1;
}

QStringList ChoiceModel::labels() const
{
    QStringList labels;
    for (const int row : m_rows)
        labels.append(m_choices[row].label);
    return labels;
}

/// The first of its other names that has a word that was typed and that the label has not.
QString ChoiceModel::foundBy(const StepChoice &choice) const
{
    const QString label = foldText(choice.label).text;
    for (const QString &word : foldText(m_typed.simplified()).text.split(u' ', Qt::SkipEmptyParts)) {
        if (label.contains(word))
            continue;
        for (const QString &name : choice.alias.split(u"; "_s, Qt::SkipEmptyParts)) {
            if (foldText(name).text.contains(word))
                return name.trimmed();
        }
    }
    return {};
}

/// Its steps are called by their digits, so they need no second one.
bool ChoiceModel::isScale() const
{
    for (int i = 0; i < m_choices.size(); ++i) {
        if (m_choices[i].label.section(u' ', 0, 0) != QString::number(i + 1))
            return false;
    }
    return true;
}

QString ChoiceModel::keyAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_choices[m_rows[row]].key : QString();
}

int ChoiceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ChoiceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const StepChoice &choice = m_choices[m_rows[index.row()]];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return choice.label;
    case Qt::AccessibleDescriptionRole:
        return m_picked.contains(choice.key) ? tr("picked") : tr("not picked");
    case KeyRole:
        return choice.key;
    case PickedRole:
        return m_picked.contains(choice.key);
    case AliasRole:
        return foundBy(choice);
    case RankRole:
        return m_picked.indexOf(choice.key) + 1;
    case DigitRole:
        return m_typed.isEmpty() && index.row() < 9 && !isScale() ? index.row() + 1 : 0;
    default:
        return {};
    }
}

namespace {
constexpr int padding = 8;
int markSize(const QFontMetrics &metrics)
{
    return metrics.ascent() + 4;
}
} // namespace

ChoiceDelegate::ChoiceDelegate(bool round, bool ranked, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_round(round)
    , m_ranked(ranked)
{
}

QSize ChoiceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int text = option.fontMetrics.horizontalAdvance(index.data().toString());
    return {text + 6 * padding + 2 * markSize(option.fontMetrics), option.fontMetrics.height() + 2 * padding};
}

void ChoiceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Colors &colors = colorsFor(option.palette);
    const bool picked = index.data(ChoiceModel::PickedRole).toBool();
    const bool current =
        (m_isLed || (option.state & QStyle::State_HasFocus)) && (option.state & QStyle::State_Selected);
    const QRect row = option.rect.adjusted(1, 1, -1, -1);
    const int mark = markSize(option.fontMetrics);
    const auto placed = [&](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(current ? QPen(colors.accent, 1.5) : QPen(Qt::NoPen));
    painter->setBrush(picked                                   ? colors.tinted.background
                      : option.state & QStyle::State_MouseOver ? colors.raised
                                                               : QColor(Qt::transparent));
    painter->drawRoundedRect(row, 5, 5);

    const QRect box = placed({row.left() + padding, row.center().y() - mark / 2, mark, mark});
    painter->setPen(QPen(picked ? colors.accent : colors.mutedText, 1.4));
    painter->setBrush(picked ? colors.accent : colors.surface);
    m_round ? painter->drawEllipse(box) : painter->drawRoundedRect(box, 3, 3);
    if (picked) {
        painter->setPen(QPen(colors.accentText, 2));
        if (m_ranked) {
            painter->drawText(box, Qt::AlignCenter, index.data(ChoiceModel::RankRole).toString());
        } else if (m_round) {
            painter->setBrush(colors.accentText);
            painter->setPen(Qt::NoPen);
            painter->drawEllipse(box.adjusted(mark / 3, mark / 3, -mark / 3, -mark / 3));
        } else {
            const QRectF b = box;
            painter->drawPolyline(QPolygonF{{b.left() + b.width() * 0.24, b.top() + b.height() * 0.52},
                                            {b.left() + b.width() * 0.43, b.top() + b.height() * 0.7},
                                            {b.left() + b.width() * 0.76, b.top() + b.height() * 0.3}});
        }
    }
    const int digit = index.data(ChoiceModel::DigitRole).toInt();
    const int digitWidth = option.fontMetrics.horizontalAdvance(u'0') + padding;
    if (digit > 0) {
        painter->setPen(colors.mutedText);
        painter->drawText(placed({row.right() - padding - digitWidth, row.top(), digitWidth, row.height()}),
                          int(Qt::AlignVCenter | QStyle::visualAlignment(option.direction, Qt::AlignRight)),
                          QString::number(digit));
    }
    const int textLeft = row.left() + 2 * padding + mark;
    const QRect text(textLeft, row.top(), row.right() - 2 * padding - digitWidth - textLeft, row.height());
    const int flags = int(Qt::AlignVCenter | QStyle::visualAlignment(option.direction, Qt::AlignLeft));
    const QString label =
        option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, text.width());
    painter->setPen(picked ? colors.tinted.text : colors.text);
    painter->drawText(placed(text), flags, label);
    const QRect behind = text.adjusted(option.fontMetrics.horizontalAdvance(label) + 2 * padding, 0, 0, 0);
    if (const QString alias = index.data(ChoiceModel::AliasRole).toString();
        !alias.isEmpty() && behind.width() > 0) {
        painter->setPen(colors.mutedText);
        painter->drawText(placed(behind), flags,
                          option.fontMetrics.elidedText(alias, Qt::ElideRight, behind.width()));
    }
    painter->restore();
}

} // namespace seamfinder
