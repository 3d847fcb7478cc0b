#include "ui/common/PickModel.h"

#include "core/domain/FoldedText.h"

#include <algorithm>
#include <QFont>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

bool startsAWord(const QString &text, const QString &word)
{
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        if (at == 0 || !text[at - 1].isLetterOrNumber())
            return true;
    }
    return false;
}

} // namespace

PickModel::PickModel(bool multiple, QObject *parent)
    : QAbstractListModel(parent)
    , m_multiple(multiple)
{
}

void PickModel::setItems(const QList<PickItem> &items)
{
    m_items = items;
    m_folded.clear();
    for (const PickItem &item : items)
        m_folded.append({foldText(item.label).text, foldText(item.alias).text, foldText(item.group).text});
    rebuild();
}

void PickModel::setChosen(const QSet<qint64> &ids)
{
    m_chosen = ids;
    if (!m_lines.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_lines.size()) - 1));
}

void PickModel::setTyped(const QString &text)
{
    m_typed = text.simplified();
    rebuild();
}

int PickModel::rankOf(const Folded &item, const QString &typed, const QStringList &words)
{
    if (item.label == typed)
        return 0;
    // Several words in a row are meant as its beginning; one alone may be any word of it.
    if (words.size() > 1 && item.label.startsWith(typed))
        return 1;
    int likeness = 1;
    for (const QString &word : words) {
        if (startsAWord(item.label, word))
            likeness += 0;
        else if (startsAWord(item.alias, word) || startsAWord(item.group, word))
            likeness += 1;
        else if (item.label.contains(word))
            likeness += 2;
        else if (item.alias.contains(word))
            likeness += 3;
        else
            return -1;
    }
    return 2 * likeness + int(!item.label.startsWith(words.value(0)));
}

void PickModel::rebuild()
{
    beginResetModel();
    m_lines.clear();
    const QString typed = foldText(m_typed).text;
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    bool exact = false;
    QStringList groups;
    QHash<QString, QList<Line>> byGroup;
    for (int i = 0; i < m_items.size(); ++i) {
        const PickItem &item = m_items[i];
        const int rank = rankOf(m_folded[i], typed, words);
        exact = exact || item.label.compare(m_typed, Qt::CaseInsensitive) == 0;
        if (rank < 0)
            continue;
        if (!byGroup.contains(item.group))
            groups.append(item.group);
        byGroup[item.group].append(Line{Item, i, rank});
    }
    for (const QString &group : groups) {
        QList<Line> &lines = byGroup[group];
        std::ranges::stable_sort(lines, {}, &Line::rank);
        if (!group.isEmpty())
            m_lines.append(Line{Heading, lines.first().item});
        m_lines.append(lines);
    }
    if (m_newAllowed && !m_typed.isEmpty() && !exact)
        m_lines.insert(m_newFirst ? 0 : m_lines.size(), Line{New});
    endResetModel();
}

QList<qint64> PickModel::chosenInOrder() const
{
    QList<qint64> ids;
    for (const PickItem &item : m_items) {
        if (m_chosen.contains(item.id))
            ids.append(item.id);
    }
    return ids;
}

int PickModel::bestRow() const
{
    // Groups stay in their order, so a label that merely begins with what is typed may stand far below others
    // that match as well: that orders a group, but Enter takes what is seen first.
    const auto likeness = [this](int row) {
        const int rank = m_lines[row].rank;
        return rank < 2 ? rank : rank / 2 + 1;
    };
    if (m_newFirst && !m_lines.isEmpty() && m_lines.first().kind == New)
        return 0;
    int best = -1;
    for (int row = 0; row < m_lines.size(); ++row) {
        const Line &line = m_lines[row];
        if (line.kind == Heading)
            continue;
        if (m_typed.isEmpty() && line.kind == Item && m_chosen.contains(m_items[line.item].id))
            return row;
        if (best < 0 || (line.kind == Item && likeness(row) < likeness(best)))
            best = row;
    }
    return best;
}

int PickModel::onlyMeant() const
{
    constexpr int wordsBeginSo = 3; // the highest rank of what begins its words like that
    if (m_typed.isEmpty())
        return -1;
    QVector<int> begun, called;
    for (int row = 0; row < m_lines.size(); ++row) {
        const Line &line = m_lines[row];
        if (line.kind != Item || line.rank > wordsBeginSo)
            continue;
        begun.append(row);
        if (m_items[line.item].label.compare(m_typed, Qt::CaseInsensitive) == 0)
            called.append(row);
    }
    const QVector<int> &meant = called.isEmpty() ? begun : called;
    return meant.size() == 1 ? meant.first() : -1;
}

int PickModel::itemCount() const
{
    return int(std::ranges::count(m_lines, Item, &Line::kind));
}

int PickModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant PickModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines[index.row()];
    if (role == KindRole)
        return line.kind;
    if (line.kind == New) {
        if (role == Qt::DisplayRole)
            return tr("Add “%1”").arg(m_typed);
        return {};
    }
    const PickItem &item = m_items[line.item];
    if (line.kind == Heading) {
        if (role == Qt::DisplayRole)
            return item.group;
        if (role == Qt::FontRole) {
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return item.label;
    case AliasRole:
        return item.alias;
    case IdRole:
        return item.id;
    case DefinitionRole:
    case Qt::AccessibleDescriptionRole:
        return item.definition;
    case Qt::DecorationRole:
        return item.color.isValid() ? QVariant(item.color) : QVariant();
    case Qt::CheckStateRole:
        return m_multiple ? QVariant(m_chosen.contains(item.id) ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::FontRole: {
        if (m_multiple || !m_chosen.contains(item.id))
            return {};
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    default:
        return {};
    }
}

Qt::ItemFlags PickModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_lines[index.row()].kind == Heading)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace seamfinder
