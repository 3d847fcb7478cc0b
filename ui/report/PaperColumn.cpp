#include "ui/report/PaperColumn.h"

#include <QFontMetricsF>
#include <QTextLayout>

namespace seamfinder {

namespace {
constexpr qreal leading = 1.04; // of a line to the font's own height
} // namespace

QVector<PlacedPiece> placeOnPages(const QVector<PaperPiece> &pieces, qreal pageHeight)
{
    QVector<PlacedPiece> placed;
    int page = 0;
    qreal y = 0;
    const auto put = [&](const PaperPiece &piece) {
        const qreal before = y > 0 ? piece.before : 0;
        if (y > 0 && y + before + piece.height > pageHeight) {
            ++page;
            y = 0;
        }
        const qreal from = y;
        y += y > 0 ? piece.before : 0;
        placed.append({page, y, from});
        y += piece.height;
    };
    for (qsizetype i = 0; i < pieces.size();) {
        qsizetype end = i;
        qreal height = 0;
        do {
            height += pieces[end].height + (end == i && y == 0 ? 0 : pieces[end].before);
        } while (pieces[end++].keepWithNext && end < pieces.size());
        const qreal alone = height - (y > 0 ? pieces[i].before : 0);
        if (y > 0 && y + height > pageHeight && alone <= pageHeight) {
            ++page;
            y = 0;
        }
        for (; i < end; ++i)
            put(pieces[i]);
    }
    return placed;
}

struct PaperText::Layouts
{
    std::vector<std::unique_ptr<QTextLayout>> paragraphs;
    QVector<std::pair<const QTextLayout *, int>> lines;
};

PaperText::PaperText(const QString &text, const QFont &font, qreal width)
    : m_lineHeight(QFontMetricsF(font).height() * leading)
{
    auto layouts = std::make_shared<Layouts>();
    for (const QString &paragraph : text.split(QLatin1Char('\n'))) {
        auto layout = std::make_unique<QTextLayout>(paragraph, font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        option.setTextDirection(paragraph.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        option.setUseDesignMetrics(true);
        layout->setTextOption(option);
        layout->beginLayout();
        for (;;) {
            QTextLine line = layout->createLine();
            if (!line.isValid())
                break;
            line.setLineWidth(width);
            line.setPosition({0, 0});
        }
        layout->endLayout();
        for (int i = 0; i < layout->lineCount(); ++i)
            layouts->lines.append({layout.get(), i});
        layouts->paragraphs.push_back(std::move(layout));
    }
    m_layouts = std::move(layouts);
}

int PaperText::lineCount() const
{
    return int(m_layouts->lines.size());
}

qreal PaperText::naturalWidth() const
{
    qreal width = 0;
    for (const auto &[layout, line] : m_layouts->lines)
        width = std::max(width, layout->lineAt(line).naturalTextWidth());
    return width;
}

void PaperText::paintLine(QPainter &painter, int line, QPointF at) const
{
    const auto &[layout, index] = m_layouts->lines[line];
    const QTextLine textLine = layout->lineAt(index);
    // Scripts of one font stand on the line of another: by the base line, not by the top.
    const qreal ascent = QFontMetricsF(layout->font()).ascent();
    textLine.draw(&painter, at + QPointF(0, ascent - textLine.ascent()));
}

void PaperText::paint(QPainter &painter, QPointF at) const
{
    for (int i = 0; i < lineCount(); ++i)
        paintLine(painter, i, at + QPointF(0, i * m_lineHeight));
}

} // namespace seamfinder
