#include "ui/report/FormPaper.h"

namespace seamfinder {

using namespace Qt::StringLiterals;
using form_look::pt;

namespace {
constexpr qreal boxSize = 8.5 * pt, boxRoom = 14 * pt;
constexpr qreal lineToWriteOn = 20 * pt;
constexpr qreal hairline = 0.6 * pt;

/// As wide as it is, so that it stands where it is put in either direction.
PaperText snug(const QString &text, const QFont &font)
{
    constexpr qreal anyWidth = 1e6;
    return {text, font, PaperText(text, font, anyWidth).naturalWidth() + 0.1 * pt};
}

void paintBox(QPainter &painter, QPointF at, qreal size, bool round, bool picked)
{
    painter.setPen(QPen(picked ? form_look::accent() : form_look::muted(), 0.8 * pt));
    painter.setBrush(picked ? form_look::accent() : QColor(Qt::white));
    const QRectF box(at, QSizeF(size, size));
    if (round)
        painter.drawEllipse(box);
    else
        painter.drawRoundedRect(box, 1.2 * pt, 1.2 * pt);
    painter.setBrush(Qt::NoBrush);
    if (!picked)
        return;
    painter.setPen(QPen(Qt::white, 1.2 * pt, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{{at.x() + size * 0.24, at.y() + size * 0.52},
                                   {at.x() + size * 0.44, at.y() + size * 0.72},
                                   {at.x() + size * 0.78, at.y() + size * 0.30}});
}

struct Cell
{
    PaperText label;
    qreal boxAt, labelAt;
    bool picked;
    int rank;
};

void paintCell(QPainter &painter, const Cell &cell, bool round, qreal top, const QFont &font)
{
    if (cell.rank > 0) {
        painter.setPen(form_look::accent());
        snug(u"%1."_s.arg(cell.rank), font).paint(painter, {cell.boxAt, top});
    } else {
        const qreal drop = (cell.label.lineHeight() - boxSize) / 2;
        paintBox(painter, {cell.boxAt, top + drop}, boxSize, round, cell.picked);
    }
    painter.setPen(form_look::ink());
    cell.label.paint(painter, {cell.labelAt, top});
}
} // namespace

namespace form_look {
QFont font(double points, bool bold, bool italic)
{
    QFont font(QStringList{u"Noto Sans"_s, u"DejaVu Sans"_s, u"Helvetica"_s, u"Arial"_s});
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(qRound(points * dotsPerPoint));
    font.setBold(bold);
    font.setItalic(italic);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QColor ink()
{
    return {0x1c, 0x22, 0x26};
}

QColor muted()
{
    return {0x5a, 0x65, 0x6c};
}

QColor line()
{
    return {0xb4, 0xbd, 0xc3};
}

QColor accent()
{
    return {0x1d, 0x6b, 0x72};
}

QColor band()
{
    return {0xf4, 0xf1, 0xe7};
}

QColor bandInk()
{
    return {0x6b, 0x5a, 0x1e};
}
} // namespace form_look

void FormPaper::append(PaperPiece piece)
{
    piece.band = m_band;
    m_pieces.append(std::move(piece));
}

void FormPaper::space(qreal height)
{
    PaperPiece piece;
    piece.height = height;
    append(piece);
}

void FormPaper::text(const QString &words, const QFont &font, const QColor &color, qreal start, qreal before,
                     bool rule)
{
    if (words.isEmpty())
        return;
    const qreal width = m_width - start;
    const PaperText lines(words, font, width);
    const qreal x = left(start, width);
    const qreal ruleAt = left(start - 8 * pt, 1.6 * pt);
    for (int i = 0; i < lines.lineCount(); ++i) {
        PaperPiece piece;
        piece.before = i == 0 ? before : 0;
        piece.height = lines.lineHeight();
        piece.keepWithNext = i == 0 && lines.lineCount() > 1; // no single line at a page's end
        piece.paint = [=](QPainter &painter, qreal top) {
            if (rule)
                painter.fillRect(QRectF(ruleAt, top, 1.6 * pt, lines.lineHeight()), form_look::accent());
            painter.setPen(color);
            lines.paintLine(painter, i, {x, top});
        };
        append(std::move(piece));
    }
}

void FormPaper::facts(const QVector<std::pair<QString, QString>> &facts)
{
    qreal widest = 78 * pt;
    for (const auto &[label, value] : facts)
        widest = std::max(widest, snug(label, form_look::font(9.5)).naturalWidth());
    for (const auto &[label, value] : facts)
        fact(label, value, std::min(widest + 12 * pt, m_width / 2));
}

void FormPaper::fact(const QString &label, const QString &value, qreal labelWidth)
{
    const QFont font = form_look::font(9.5);
    const qreal width = m_width - labelWidth;
    const PaperText name = snug(label, font), said(value, font, width);
    const qreal nameAt = left(0, name.naturalWidth()), saidAt = left(labelWidth, width);
    PaperPiece piece;
    piece.before = 2 * pt;
    piece.height = std::max(name.height(), said.height());
    piece.paint = [=](QPainter &painter, qreal top) {
        painter.setPen(form_look::muted());
        name.paint(painter, {nameAt, top});
        painter.setPen(form_look::ink());
        said.paint(painter, {saidAt, top});
    };
    append(std::move(piece));
}

void FormPaper::heading(const QString &number, const QString &title, const QString &aside)
{
    const QFont font = form_look::font(15, true);
    const PaperText count = snug(number, font);
    const qreal numberWidth = number.isEmpty() ? 0 : qMax(24 * pt, count.naturalWidth() + 8 * pt);
    const qreal asideWidth = 60 * pt;
    const qreal titleWidth = m_width - numberWidth - asideWidth;
    const PaperText name(title, font, titleWidth);
    const PaperText time = snug(aside, form_look::font(9.5));
    const qreal titleAt = left(numberWidth, titleWidth), countAt = left(0, count.naturalWidth());
    const qreal timeAt = left(m_width - time.naturalWidth(), time.naturalWidth());
    const qreal timeDrop = name.lineHeight() * 0.28;
    PaperPiece piece;
    piece.before = m_pieces.isEmpty() ? 0 : 24 * pt;
    piece.height = name.height() + 5 * pt;
    piece.keepWithNext = true;
    piece.paint = [=, width = m_width](QPainter &painter, qreal top) {
        painter.setPen(form_look::accent());
        count.paint(painter, {countAt, top});
        painter.setPen(form_look::ink());
        name.paint(painter, {titleAt, top});
        painter.setPen(form_look::muted());
        time.paint(painter, {timeAt, top + timeDrop});
        painter.fillRect(QRectF(0, top + name.height() + 2 * pt, width, 1.4 * pt), form_look::accent());
    };
    append(std::move(piece));
}

void FormPaper::writingLine(qreal start, qreal width)
{
    const qreal x = left(start, width);
    PaperPiece piece;
    piece.height = lineToWriteOn;
    piece.paint = [=](QPainter &painter, qreal top) {
        painter.fillRect(QRectF(x, top + lineToWriteOn - hairline, width, hairline), form_look::line());
    };
    append(std::move(piece));
}

bool FormPaper::lineBeside(const QString &words, const QFont &font, const QString &label, qreal start,
                           qreal before)
{
    constexpr qreal gap = 6 * pt, shortest = 110 * pt;
    const PaperText said = snug(words, font), small = snug(label, form_look::font(9));
    const qreal saidWidth = words.isEmpty() ? 0 : said.naturalWidth() + gap;
    const qreal smallWidth = label.isEmpty() ? 0 : small.naturalWidth() + gap;
    const qreal lineStart = start + saidWidth + smallWidth, room = m_width - lineStart;
    if (room < shortest || said.lineCount() > 1)
        return false;
    const qreal saidAt = left(start, said.naturalWidth());
    const qreal smallAt = left(start + saidWidth, small.naturalWidth()), lineAt = left(lineStart, room);
    PaperPiece piece;
    piece.before = before;
    piece.height = lineToWriteOn;
    piece.paint = [=](QPainter &painter, qreal top) {
        const qreal foot = top + lineToWriteOn;
        painter.setPen(form_look::ink());
        said.paint(painter, {saidAt, foot - said.lineHeight()});
        painter.setPen(form_look::muted());
        small.paint(painter, {smallAt, foot - small.lineHeight()});
        painter.fillRect(QRectF(lineAt, foot - hairline, room, hairline), form_look::line());
    };
    append(std::move(piece));
    return true;
}

void FormPaper::noAnswerLine(const QString &noAnswer, const QString &noted, qreal start)
{
    constexpr qreal box = 7 * pt, gap = 5 * pt;
    const QFont font = form_look::font(8.5);
    const PaperText why = snug(noAnswer, font), note = snug(noted, font);
    const qreal whyAt = box + gap, whyEnd = whyAt + why.naturalWidth();
    const qreal room = (m_width - start - whyEnd - note.naturalWidth() - 4 * gap) / 2;
    const qreal noteAt = whyEnd + gap + room + 2 * gap;
    const qreal boxX = left(start, box), whyX = left(start + whyAt, why.naturalWidth());
    const qreal noteX = left(start + noteAt, note.naturalWidth());
    const qreal lines[] = {left(start + whyEnd + gap, room),
                           left(start + noteAt + note.naturalWidth() + gap, room)};
    PaperPiece piece;
    piece.before = 5 * pt;
    piece.height = why.lineHeight() + 2 * pt;
    piece.paint = [=, one = lines[0], other = lines[1]](QPainter &painter, qreal top) {
        paintBox(painter, {boxX, top + (why.lineHeight() - box) / 2}, box, false, false);
        painter.setPen(form_look::muted());
        why.paint(painter, {whyX, top});
        note.paint(painter, {noteX, top});
        for (const qreal x : {one, other})
            painter.fillRect(QRectF(x, top + why.lineHeight(), room, hairline), form_look::line());
    };
    append(std::move(piece));
}

void FormPaper::choices(const QVector<FormChoice> &choices, bool round, qreal start, qreal before,
                        const QFont &font)
{
    if (choices.isEmpty())
        return;
    constexpr qreal between = 16 * pt;
    constexpr qsizetype fewest = 4;
    constexpr int mostColumns = 4;
    const qreal room = m_width - start;
    qreal widest = 0, all = 0;
    QVector<qreal> widths;
    for (const FormChoice &choice : choices) {
        widths.append(snug(choice.label, font).naturalWidth() + boxRoom + pt);
        widest = std::max(widest, widths.last());
        all += widths.last() + between;
    }
    const bool inLine = all - between <= room;
    const int fitting = qBound(1, int((room + between) / (widest + between)), mostColumns);
    const int columns = inLine ? int(choices.size()) : choices.size() < fewest ? 1 : fitting;
    const qsizetype rows = (choices.size() + columns - 1) / columns;
    const qreal columnWidth = (room - (columns - 1) * between) / columns;
    for (qsizetype row = 0; row < rows; ++row) {
        QVector<Cell> cells;
        qreal at = start, height = 0;
        for (int column = 0; column < columns; ++column) {
            const qsizetype index = column * rows + row; // down the columns, as one reads a list
            if (index >= choices.size())
                break;
            const qreal width = inLine ? widths[index] : columnWidth;
            cells.append({PaperText(choices[index].label, font, width - boxRoom), left(at, boxSize),
                          left(at + boxRoom, width - boxRoom), choices[index].picked, choices[index].rank});
            height = std::max(height, cells.last().label.height());
            at += width + between;
        }
        PaperPiece piece;
        piece.before = row == 0 ? before : 2 * pt;
        piece.height = height;
        piece.paint = [=](QPainter &painter, qreal top) {
            for (const Cell &cell : cells)
                paintCell(painter, cell, round, top, font);
        };
        append(std::move(piece));
    }
}

void FormPaper::numberedColumns(const QStringList &labels)
{
    constexpr qreal between = 18 * pt, numbers = 22 * pt;
    const QFont font = form_look::font(9.5);
    const qreal width = (m_width - between) / 2;
    const qsizetype rows = (labels.size() + 1) / 2;
    for (qsizetype row = 0; row < rows; ++row) {
        const PaperText one(labels[row], font, width - numbers),
            other(labels.value(row + rows), font, width - numbers);
        const qreal oneAt = left(numbers, width - numbers);
        const qreal otherAt = left(width + between + numbers, width - numbers);
        const PaperText oneNumber = snug(QString::number(row + 1), font);
        const PaperText otherNumber =
            snug(row + rows < labels.size() ? QString::number(row + rows + 1) : QString(), font);
        const qreal oneNumberAt = left(0, oneNumber.naturalWidth());
        const qreal otherNumberAt = left(width + between, otherNumber.naturalWidth());
        PaperPiece piece;
        piece.before = 1.5 * pt;
        piece.height = std::max(one.height(), other.height());
        piece.paint = [=](QPainter &painter, qreal top) {
            painter.setPen(form_look::muted());
            oneNumber.paint(painter, {oneNumberAt, top});
            otherNumber.paint(painter, {otherNumberAt, top});
            painter.setPen(form_look::ink());
            one.paint(painter, {oneAt, top});
            other.paint(painter, {otherAt, top});
        };
        append(std::move(piece));
    }
}

void FormPaper::number(qsizetype at, const QString &number, qreal start, qreal gutter)
{
    if (number.isEmpty() || at >= m_pieces.size())
        return;
    const PaperText words(number, form_look::font(9), gutter);
    const qreal x = left(start, gutter);
    PaperPiece &piece = m_pieces[at];
    const qreal drop = qMax(0.0, (piece.height - words.lineHeight()) * 0.6);
    piece.paint = [=, before = piece.paint](QPainter &painter, qreal top) {
        before(painter, top);
        painter.setPen(form_look::muted());
        words.paint(painter, {x, top + drop});
    };
}

void FormPaper::keepTogether(qsizetype first)
{
    for (qsizetype i = first; i + 1 < m_pieces.size(); ++i)
        m_pieces[i].keepWithNext = true;
}

void FormPaper::keepWithNext(qsizetype first)
{
    for (qsizetype i = first; i < m_pieces.size(); ++i)
        m_pieces[i].keepWithNext = true;
}

} // namespace seamfinder
