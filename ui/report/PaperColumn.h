#pragma once

#include <functional>
#include <memory>
#include <QColor>
#include <QFont>
#include <QPainter>
#include <QString>
#include <QVector>

namespace seamfinder {

/// A piece of a printed page: a line of a text, a row of boxes. Sizes are in the device's dots.
struct PaperPiece
{
    qreal before = 0; ///< room above it, not at the head of a page
    qreal height = 0;
    bool keepWithNext = false;
    QColor band; ///< behind it, over the whole width; invalid: none
    std::function<void(QPainter &, qreal top)> paint;
};

struct PlacedPiece
{
    int page = 0;
    qreal top = 0;
    qreal bandTop = 0; ///< the band begins above, so that there is no slit between two pieces
};

/// Pieces one below the other on pages. What keeps together stays on one page if one page can hold it;
/// otherwise it breaks where it must.
[[nodiscard]] QVector<PlacedPiece> placeOnPages(const QVector<PaperPiece> &pieces, qreal pageHeight);

/// A text broken into the lines of a column, each aligned by its own script's direction.
class PaperText
{
public:
    PaperText(const QString &text, const QFont &font, qreal width);

    [[nodiscard]] int lineCount() const;
    [[nodiscard]] qreal lineHeight() const { return m_lineHeight; }
    [[nodiscard]] qreal height() const { return lineCount() * m_lineHeight; }
    [[nodiscard]] qreal naturalWidth() const;
    void paintLine(QPainter &painter, int line, QPointF at) const;
    void paint(QPainter &painter, QPointF at) const;

private:
    struct Layouts;
    std::shared_ptr<const Layouts> m_layouts;
    qreal m_lineHeight = 0;
};

} // namespace seamfinder
