#pragma once

#include "core/catalogue/ReadCodebook.h"

#include <memory>
#include <QAbstractItemModel>
#include <vector>

namespace seamfinder {

/// The codebook as a tree: facet, then its terms (under their parents); information items stand under the
/// element they are about. Dragging a term moves it among its siblings.
class CodebookModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Uses, ColumnCount };
    enum Role { TermRole = Qt::UserRole, FacetRole, AboutRole, RetiredRole, ColourRole };

    explicit CodebookModel(QObject *parent = nullptr);
    ~CodebookModel() override;

    void setCodebook(const Codebook &codebook);
    void setUse(const QHash<TermId, int> &use);
    /// Shows only terms in whose label, alias, key or definition every word occurs, with what leads to them.
    void setSearch(const QString &text);
    void setRetiredShown(bool shown);

    [[nodiscard]] QModelIndex indexOf(TermId term) const;
    [[nodiscard]] QModelIndex indexOfFacet(const QString &facet) const;
    [[nodiscard]] int matchCount() const { return m_matches; }
    /// Where a term goes when it moves by one among its siblings: the term that it then stands before, none
    /// for the end; nothing if it cannot move that way.
    [[nodiscard]] std::optional<TermId> destination(const QModelIndex &index, int step) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                       const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    /// Dropped: `before` none for the end.
    void moveWanted(seamfinder::TermId term, seamfinder::TermId before);

private:
    struct Node;

    void rebuild();
    [[nodiscard]] Node *node(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const Node *node) const;
    [[nodiscard]] QString nameOf(const Node &node) const;
    [[nodiscard]] QVariant colourOf(const Node &node) const;

    Codebook m_codebook;
    QHash<TermId, int> m_use;
    QString m_search;
    bool m_retiredShown = true;
    int m_matches = 0;
    std::unique_ptr<Node> m_root;
};

} // namespace seamfinder
