#pragma once

#include "core/protocol/Flow.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace seamfinder {

/// The choices of a question, narrowed by what is typed, with which of them are picked.
class ChoiceModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { KeyRole = Qt::UserRole, PickedRole, RankRole, DigitRole, AliasRole };

    using QAbstractListModel::QAbstractListModel;

    void setChoices(const QVector<StepChoice> &choices);
    [[nodiscard]] const QVector<StepChoice> &choices() const { return m_choices; }
    void setPicked(const QStringList &keys); ///< keys that are not offered are kept
    [[nodiscard]] const QStringList &picked() const { return m_picked; }
    void setTyped(const QString &text);
    [[nodiscard]] const QString &typed() const { return m_typed; }
    /// Of what is picked and offered, as it is listed.
    [[nodiscard]] QStringList pickedLabels() const;
    [[nodiscard]] QString keyAt(int row) const;
    /// The row that what is typed can only mean: the one that is called so, or the only one that is left, if
    /// each word begins one of its words. -1: none.
    [[nodiscard]] int rowMeant() const;
    [[nodiscard]] QStringList labels() const; ///< of the rows that are shown

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void filter();
    [[nodiscard]] bool isScale() const;
    [[nodiscard]] QString foundBy(const StepChoice &choice) const;

    QVector<StepChoice> m_choices;
    QStringList m_picked;
    QString m_typed;
    QVector<int> m_rows;
};

/// Draws a choice: its digit, a round or square mark (a number where ranked), the label, and the other name
/// that it was found by.
class ChoiceDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    ChoiceDelegate(bool round, bool ranked, QObject *parent = nullptr);
    /// The keys are in a field that Enter picks the current row from.
    void setLed(bool isLed) { m_isLed = isLed; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    bool m_round;
    bool m_ranked;
    bool m_isLed = false;
};

} // namespace seamfinder
