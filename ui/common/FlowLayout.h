#pragma once

#include <QLayout>
#include <QList>
#include <QSet>

namespace seamfinder {

/// Lays widgets out like words: in a row, and in a next row where the width ends. Mirrors for right-to-left.
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(QWidget *parent = nullptr, int gap = 6);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    /// Adds punctuation: it never begins a line, and stands close to what is before it.
    void addPunctuation(QWidget *widget);
    /// Deletes all widgets in it.
    void clear();
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;

    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    int arrange(const QRect &rect, bool move) const;
    [[nodiscard]] bool isPunctuation(qsizetype index) const;
    [[nodiscard]] QSize sizeOf(QLayoutItem *item, int room) const;

    QList<QLayoutItem *> m_items;
    QSet<const QWidget *> m_punctuation;
    int m_gap;
};

} // namespace seamfinder
