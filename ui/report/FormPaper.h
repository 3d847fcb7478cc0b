#pragma once

#include "core/exchange/ProtocolForm.h"
#include "ui/report/PaperColumn.h"

namespace seamfinder {

/// How printed forms look. Sizes are in dots, ten a point.
namespace form_look {
inline constexpr int dotsPerPoint = 10;
inline constexpr qreal pt = dotsPerPoint;
[[nodiscard]] QFont font(double points, bool bold = false, bool italic = false);
[[nodiscard]] QColor ink();
[[nodiscard]] QColor muted();
[[nodiscard]] QColor line();
[[nodiscard]] QColor accent();
[[nodiscard]] QColor band(); ///< behind what is for the interviewer alone,
[[nodiscard]] QColor bandInk();
} // namespace form_look

/// Writes texts, boxes to tick and lines to write on one below the other, as pieces for placeOnPages().
/// `start` is counted from the side where the form's lines begin.
class FormPaper
{
public:
    FormPaper(qreal width, bool rightToLeft)
        : m_width(width)
        , m_rightToLeft(rightToLeft)
    {
    }

    [[nodiscard]] const QVector<PaperPiece> &pieces() const { return m_pieces; }
    [[nodiscard]] qsizetype count() const { return m_pieces.size(); }
    [[nodiscard]] qreal width() const { return m_width; }

    /// Behind what follows; invalid: nothing.
    void setBand(const QColor &band) { m_band = band; }
    void space(qreal height);
    /// `rule`: a coloured line at its side, as answers have.
    void text(const QString &words, const QFont &font, const QColor &color, qreal start, qreal before,
              bool rule = false);
    /// Names and what they stand for, in two columns; the first is as wide as the longest name.
    void facts(const QVector<std::pair<QString, QString>> &facts);
    void heading(const QString &number, const QString &title, const QString &aside);
    void writingLine(qreal start, qreal width);
    /// Words, a label in small letters, and a line to write on in the room that is left of their row. Writes
    /// nothing and says so where that would be too little to write in.
    [[nodiscard]] bool lineBeside(const QString &words, const QFont &font, const QString &label, qreal start,
                                  qreal before);
    /// A box, what ticking it means, room to write, and room for a note.
    void noAnswerLine(const QString &noAnswer, const QString &noted, qreal start);
    /// In one line where they are few and short, else in columns.
    void choices(const QVector<FormChoice> &choices, bool round, qreal start, qreal before,
                 const QFont &font);
    /// In two columns, numbered from 1.
    void numberedColumns(const QStringList &labels);
    /// Beside the piece `at`, in the gutter before it.
    void number(qsizetype at, const QString &number, qreal start, qreal gutter);

    /// What was written since `first` stays on one page, as far as one can hold it; or also with what
    /// follows.
    void keepTogether(qsizetype first);
    void keepWithNext(qsizetype first);

private:
    void append(PaperPiece piece);
    void fact(const QString &label, const QString &value, qreal labelWidth);
    [[nodiscard]] qreal left(qreal start, qreal width) const
    {
        return m_rightToLeft ? m_width - start - width : start;
    }

    qreal m_width;
    bool m_rightToLeft;
    QColor m_band;
    QVector<PaperPiece> m_pieces;
};

} // namespace seamfinder
