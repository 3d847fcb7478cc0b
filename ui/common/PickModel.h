#pragma once

#include "ui/common/TermPicker.h"

#include <QAbstractListModel>
#include <QSet>

namespace seamfinder {

/// The lines of a TermPicker: headings, the items that match what is typed (best match first in their group),
/// and perhaps a last line that adds what is typed.
class PickModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole, DefinitionRole, AliasRole, KindRole };
    enum Kind { Heading, Item, New };

    explicit PickModel(bool multiple, QObject *parent = nullptr);

    void setItems(const QList<PickItem> &items);
    void setChosen(const QSet<qint64> &ids);
    void setNewAllowed(bool allowed) { m_newAllowed = allowed; }
    /// What is typed is new, unless a label equals it: that line comes first.
    void setNewFirst(bool first) { m_newFirst = first; }
    /// Every word must occur in the label, the alias or the heading above; case and accents make no
    /// difference.
    void setTyped(const QString &text);
    [[nodiscard]] QString typed() const { return m_typed; }

    [[nodiscard]] QList<qint64> chosenInOrder() const;
    [[nodiscard]] bool isChosen(qint64 id) const { return m_chosen.contains(id); }
    /// The line Enter should take: the first of the best matches, or the chosen item when nothing is typed;
    /// -1 for none.
    [[nodiscard]] int bestRow() const;
    /// The row of the only item whose words begin like what is typed; -1 if there is none or several.
    [[nodiscard]] int onlyMeant() const;
    [[nodiscard]] int itemCount() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Line
    {
        Kind kind;
        int item = -1; ///< index into m_items; for a heading the first item under it
        int rank = 0;  ///< smaller is better; halved, how alike it is: that of the whole label is 0
    };

    void rebuild();
    /// What is searched in, without case and accents.
    struct Folded
    {
        QString label, alias, group;
    };
    [[nodiscard]] static int rankOf(const Folded &item, const QString &typed, const QStringList &words);

    bool m_multiple;
    bool m_newAllowed = false;
    bool m_newFirst = false;
    QList<PickItem> m_items;
    QList<Folded> m_folded; ///< as m_items
    QSet<qint64> m_chosen;
    QString m_typed;
    QList<Line> m_lines;
};

} // namespace seamfinder
