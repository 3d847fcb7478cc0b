#pragma once

#include "ui/codebook/CodebookModel.h"

#include <functional>
#include <QSet>
#include <QTreeView>

namespace seamfinder {

/// The tree of terms. Alt+Up and Alt+Down move the current term among its siblings, dragging does the same.
/// What is open and current stays so when the codebook was read anew.
class CodebookTree final : public QTreeView
{
    Q_OBJECT

public:
    explicit CodebookTree(QWidget *parent = nullptr);

    [[nodiscard]] CodebookModel *codebookModel() const { return m_model; }
    /// Changes the model by `change` and then opens and selects what was open and selected before.
    void keepingPlace(const std::function<void()> &change);
    void select(TermId term);
    [[nodiscard]] TermId currentTerm() const;
    [[nodiscard]] QStringList openNodes() const;
    void setOpenNodes(const QStringList &nodes);

Q_SIGNALS:
    void currentTermChanged(seamfinder::TermId term);
    void moveWanted(seamfinder::TermId term, seamfinder::TermId before);
    /// Enter or F2: go on in the term's fields.
    void editWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    [[nodiscard]] static QString nodeKey(const QModelIndex &index);
    void restore(const QSet<QString> &open, const QModelIndex &parent);

    CodebookModel *m_model;
    bool m_keeping = false;
};

} // namespace seamfinder
