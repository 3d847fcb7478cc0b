#include "ui/report/FormPdf.h"

#include "ui/report/FormPaper.h"
#include "ui/report/FormPieces.h"

#include <QBuffer>
#include <QLocale>
#include <QPdfWriter>

namespace seamfinder {

namespace {
constexpr QMarginsF margins{18, 16, 18, 20}; // millimetres; the foot is in the lowest of them
constexpr double footPoints = 8;

class Pages
{
public:
    Pages(const ProtocolForm &form, QPdfWriter &writer)
        : m_form(form)
        , m_writer(writer)
        , m_pieces(formPieces(form, writer.width()))
        , m_placed(placeOnPages(m_pieces, writer.height()))
    {
    }

    void paint()
    {
        QPainter painter(&m_writer);
        painter.setRenderHint(QPainter::Antialiasing);
        foot(painter, 1);
        for (qsizetype i = 0; i < m_placed.size(); ++i) {
            if (i > 0 && m_placed[i].page != m_placed[i - 1].page) {
                m_writer.newPage();
                foot(painter, m_placed[i].page + 1);
            }
            paint(painter, m_pieces[i], m_placed[i]);
        }
    }

private:
    void paint(QPainter &painter, const PaperPiece &piece, const PlacedPiece &place) const
    {
        constexpr qreal beyond = 6.0 * form_look::dotsPerPoint; // the band is a little wider than its texts
        if (piece.band.isValid())
            painter.fillRect(QRectF(-beyond, place.bandTop, m_writer.width() + 2 * beyond,
                                    place.top + piece.height - place.bandTop),
                             piece.band);
        if (piece.paint)
            piece.paint(painter, place.top);
    }

    void foot(QPainter &painter, int page) const
    {
        const QFont font = form_look::font(footPoints);
        const QFontMetricsF metrics(font);
        const qreal top = m_writer.height() + metrics.height();
        const QRectF line(0, top, m_writer.width(), metrics.height());
        const QString number =
            QStringLiteral("%1 / %2").arg(page).arg(m_placed.isEmpty() ? 1 : m_placed.last().page + 1);
        QString title = m_form.title.simplified();
        if (m_form.filled && !m_form.facts.isEmpty())
            title = m_form.facts.first().second + QStringLiteral("  ·  ") + title;
        painter.setFont(font);
        painter.setPen(form_look::muted());
        const qreal room = m_writer.width() - metrics.horizontalAdvance(number) * 2;
        const auto start = m_form.rightToLeft ? Qt::AlignRight : Qt::AlignLeft;
        const auto end = m_form.rightToLeft ? Qt::AlignLeft : Qt::AlignRight;
        painter.drawText(line, start | Qt::AlignAbsolute, metrics.elidedText(title, Qt::ElideRight, room));
        painter.drawText(line, end | Qt::AlignAbsolute, number);
    }

    const ProtocolForm &m_form;
    QPdfWriter &m_writer;
    QVector<PaperPiece> m_pieces;
    QVector<PlacedPiece> m_placed;
};
} // namespace

PaperSize usualPaper()
{
    return QLocale().measurementSystem() == QLocale::ImperialUSSystem ? PaperSize::Letter : PaperSize::A4;
}

QByteArray formPdf(const ProtocolForm &form, PaperSize paper)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(form_look::dotsPerPoint * 72);
    writer.setPageLayout(QPageLayout(QPageSize(paper == PaperSize::A4 ? QPageSize::A4 : QPageSize::Letter),
                                     QPageLayout::Portrait, margins, QPageLayout::Millimeter));
    writer.setTitle(form.title);
    writer.setCreator(QStringLiteral("Seamfinder " SEAMFINDER_VERSION));
    Pages(form, writer).paint();
    return bytes;
}

} // namespace seamfinder
