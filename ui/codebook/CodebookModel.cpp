#include "ui/codebook/CodebookModel.h"

#include "core/domain/Facet.h"

#include <algorithm>
#include <functional>
#include <QColor>
#include <QFont>
#include <QMimeData>
#include <QPalette>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

const QString termMime = u"application/x-seamfinder-term"_s;

bool matches(const Term &term, const QStringList &words)
{
    const QString text =
        (term.label + u'\n' + term.alias + u'\n' + term.key + u'\n' + term.definition).toCaseFolded();
    return std::all_of(words.begin(), words.end(), [&](const QString &word) { return text.contains(word); });
}

} // namespace

/// A facet, the heading of an element's items (`about`), or a term.
struct CodebookModel::Node
{
    Node *parent = nullptr;
    QString facet{};
    TermId about{};
    TermId term{};
    std::vector<std::unique_ptr<Node>> children{};

    Node *add(Node child)
    {
        child.parent = this;
        children.push_back(std::make_unique<Node>(std::move(child)));
        return children.back().get();
    }
    [[nodiscard]] int row() const
    {
        for (size_t i = 0; parent && i < parent->children.size(); ++i) {
            if (parent->children[i].get() == this)
                return int(i);
        }
        return 0;
    }
};

CodebookModel::CodebookModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{
}

CodebookModel::~CodebookModel() = default;

void CodebookModel::setCodebook(const Codebook &codebook)
{
    m_codebook = codebook;
    rebuild();
}

void CodebookModel::setSearch(const QString &text)
{
    m_search = text;
    rebuild();
}

void CodebookModel::setRetiredShown(bool shown)
{
    m_retiredShown = shown;
    rebuild();
}

void CodebookModel::setUse(const QHash<TermId, int> &use)
{
    m_use = use;
    const std::function<void(const QModelIndex &)> tell = [&](const QModelIndex &parent) {
        const int rows = rowCount(parent);
        if (rows > 0)
            Q_EMIT dataChanged(index(0, Uses, parent), index(rows - 1, Uses, parent));
        for (int row = 0; row < rows; ++row)
            tell(index(row, Name, parent));
    };
    tell({});
}

void CodebookModel::rebuild()
{
    beginResetModel();
    m_root = std::make_unique<Node>();
    m_matches = 0;
    const QStringList words = m_search.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    for (const QString &facet : m_codebook.facets()) {
        QHash<TermId, QVector<const Term *>> children; // by parent, in codebook order
        const QVector<Term> terms = m_codebook.inFacet(facet, m_retiredShown);
        QHash<TermId, bool> present;
        for (const Term &term : terms)
            present.insert(term.id, true);
        for (const Term &term : terms)
            children[present.contains(term.parent) && term.parent != term.id ? term.parent : TermId{}].append(
                &term);
        auto facetNode = std::make_unique<Node>(Node{.parent = m_root.get(), .facet = facet});
        // A term stays when it or something under it matches. The depth bounds a circle of parents.
        const std::function<bool(Node *, const Term &, int)> place = [&](Node *into, const Term &term,
                                                                         int depth) {
            Node *node = into->add({.facet = facet, .about = term.about, .term = term.id});
            bool kept = words.isEmpty() || matches(term, words);
            m_matches += kept;
            for (const Term *child : children.value(term.id))
                kept = (depth < 8 && place(node, *child, depth + 1)) || kept;
            if (!kept)
                into->children.pop_back();
            return kept;
        };
        QHash<TermId, Node *> headings;
        if (facet == "information-item"_L1) {
            for (const Term &element : m_codebook.inFacet(u"element"))
                headings.insert(element.id, facetNode->add({.facet = facet, .about = element.id}));
        }
        for (const Term *term : children.value(TermId{}))
            place(headings.value(term->about, facetNode.get()), *term, 0);
        std::erase_if(facetNode->children, [&](const std::unique_ptr<Node> &child) {
            return !child->term && child->children.empty() && !words.isEmpty();
        });
        if (words.isEmpty() || !facetNode->children.empty())
            m_root->children.push_back(std::move(facetNode));
    }
    endResetModel();
}

CodebookModel::Node *CodebookModel::node(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex CodebookModel::indexOf(const Node *node) const
{
    return node == m_root.get() ? QModelIndex() : createIndex(node->row(), Name, node);
}

QModelIndex CodebookModel::indexOf(TermId term) const
{
    const std::function<const Node *(const Node &)> find = [&](const Node &from) -> const Node * {
        if (from.term == term && term)
            return &from;
        for (const auto &child : from.children) {
            if (const Node *found = find(*child))
                return found;
        }
        return nullptr;
    };
    const Node *found = find(*m_root);
    return found ? indexOf(found) : QModelIndex();
}

QModelIndex CodebookModel::indexOfFacet(const QString &facet) const
{
    for (const auto &child : m_root->children) {
        if (child->facet == facet)
            return indexOf(child.get());
    }
    return {};
}

std::optional<TermId> CodebookModel::destination(const QModelIndex &index, int step) const
{
    const Node *moved = node(index);
    if (!index.isValid() || !moved->term || !m_search.isEmpty())
        return std::nullopt;
    QVector<TermId> siblings;
    for (const auto &sibling : moved->parent->children) {
        if (sibling->term)
            siblings.append(sibling->term);
    }
    const qsizetype from = siblings.indexOf(moved->term);
    const qsizetype to = from + step;
    if (to < 0 || to >= siblings.size())
        return std::nullopt;
    if (step < 0)
        return siblings[to];
    // Down: before the one after the next; the end where there is none.
    return to + 1 < siblings.size() ? siblings[to + 1] : TermId{};
}

QModelIndex CodebookModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node *from = node(parent);
    if (row < 0 || row >= int(from->children.size()) || column < 0 || column >= ColumnCount ||
        (parent.isValid() && parent.column() != Name))
        return {};
    return createIndex(row, column, from->children[size_t(row)].get());
}

QModelIndex CodebookModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(node(index)->parent) : QModelIndex();
}

int CodebookModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() && parent.column() != Name ? 0 : int(node(parent)->children.size());
}

int CodebookModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString CodebookModel::nameOf(const Node &node) const
{
    if (node.term) {
        const Term *term = m_codebook.term(node.term);
        return term->retired ? tr("%1 (retired)").arg(term->label) : term->label;
    }
    return node.about ? m_codebook.label(node.about) : facetLabel(node.facet);
}

QVariant CodebookModel::colourOf(const Node &node) const
{
    const Term *term = m_codebook.term(node.term ? node.term : node.about);
    if (!term || (node.facet == "information-item"_L1 && node.term && term->colour.isEmpty()))
        return {};
    const QColor colour(term->colour);
    return colour.isValid() ? QVariant(colour) : QVariant();
}

QVariant CodebookModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &at = *node(index);
    const Term *term = at.term ? m_codebook.term(at.term) : nullptr;
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Name)
            return nameOf(at);
        return term ? QString::number(m_use.value(at.term)) : QString();
    case Qt::AccessibleTextRole:
        if (index.column() == Name && term)
            return tr("%1, used %2 times").arg(nameOf(at)).arg(m_use.value(at.term));
        return {};
    case Qt::ToolTipRole:
        return term && !term->definition.isEmpty() ? term->definition : QString();
    case Qt::TextAlignmentRole:
        return index.column() == Uses ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case ColourRole:
        return index.column() == Name ? colourOf(at) : QVariant();
    case Qt::FontRole: {
        QFont font;
        font.setItalic(term && term->retired);
        font.setBold(!at.parent->parent); // facets
        return font;
    }
    case TermRole:
        return at.term.value;
    case FacetRole:
        return at.facet;
    case AboutRole:
        return at.about.value;
    case RetiredRole:
        return term && term->retired;
    default:
        return {};
    }
}

QVariant CodebookModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == Uses)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Term") : tr("Used");
}

Qt::ItemFlags CodebookModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (node(index)->term && m_search.isEmpty())
        flags |= Qt::ItemIsDragEnabled;
    return flags | Qt::ItemIsDropEnabled;
}

QStringList CodebookModel::mimeTypes() const
{
    return {termMime};
}

QMimeData *CodebookModel::mimeData(const QModelIndexList &indexes) const
{
    auto *data = new QMimeData;
    if (!indexes.isEmpty())
        data->setData(termMime, QByteArray::number(node(indexes.first())->term.value));
    return data;
}

bool CodebookModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int,
                                    const QModelIndex &parent) const
{
    if (action != Qt::MoveAction || !data->hasFormat(termMime))
        return false;
    // Only between siblings: dropping on a term, or elsewhere, would be re-parenting.
    const QModelIndex moved = indexOf(TermId{data->data(termMime).toLongLong()});
    return row >= 0 && moved.isValid() && moved.parent() == parent.siblingAtColumn(Name);
}

bool CodebookModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                 const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const TermId moved{data->data(termMime).toLongLong()};
    const Node *into = node(parent.siblingAtColumn(Name));
    TermId before;
    for (size_t i = size_t(row); i < into->children.size() && !before; ++i)
        before = into->children[i]->term;
    if (before != moved)
        Q_EMIT moveWanted(moved, before);
    return false; // the commit rebuilds the tree; the view must not take a row away
}

} // namespace seamfinder
