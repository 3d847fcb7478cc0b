#pragma once

#include "core/domain/Id.h"
#include "ui/common/EditorContext.h"

#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace seamfinder {

class EditedRow;
class GapCard;
class SectionHeading;

/// The gaps of one example as cards, and the rows behind them. There is always at least one row: without a
/// gap it is one that its first value makes, for the sentence's clause.
class GapList : public QWidget
{
    Q_OBJECT

public:
    explicit GapList(const EditorContext &context, QWidget *parent = nullptr);
    ~GapList() override;

    /// nullptr: none. The row lives until another is shown.
    void setExample(EditedRow *example);
    /// Brings rows and cards in line with the example's record. Returns whether the rows changed.
    bool follow();
    [[nodiscard]] const QList<EditedRow *> &rows() const { return m_rows; }
    [[nodiscard]] const QList<GapCard *> &cards() const { return m_cards; }
    [[nodiscard]] GapCard *card(GapId gap) const;
    void flush();
    /// Makes a gap and puts the focus into it.
    void addGap();
    void addTrailing(QWidget *widget);

Q_SIGNALS:
    /// A new gap's card is there and has the focus.
    void added(seamfinder::GapCard *card);

private:
    void forgetCards();

    EditorContext m_context;
    EditedRow *m_example = nullptr;
    QList<EditedRow *> m_rows;
    QList<GapCard *> m_cards;
    SectionHeading *m_heading;
    QVBoxLayout *m_column;
};

} // namespace seamfinder
