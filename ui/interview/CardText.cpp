#include "ui/interview/CardText.h"

#include <algorithm>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextList>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr double pictureOfHeight = 0.6, smallestPicture = 0.35; // its labels are to be read
constexpr double gapOfLine = 0.7, gapOfPoint = 0.4;             // after a paragraph, after a point of a list
constexpr double scaleStep = 0.06;
constexpr int margin = 24; // of the document and a scroll bar that may come
} // namespace

CardText::CardText(QWidget *parent)
    : QTextBrowser(parent)
{
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
}

void CardText::setTextSizes(int least, int largest)
{
    if (m_least == least && m_largest == largest)
        return;
    m_least = least;
    m_largest = std::max(least, largest);
    fit();
}

void CardText::showCard(const QString &markdown)
{
    const QSize room = contentsRect().size(); // a scroll bar that comes must not change it
    if (markdown == m_markdown && room == m_room)
        return;
    m_markdown = markdown;
    m_room = room;
    fit();
}

void CardText::fit()
{
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // while it is measured
    const double smallest = double(m_least) / m_largest;
    for (double scale = 1;; scale = std::max(smallest, scale - scaleStep)) {
        lay(scale);
        if (scale <= smallest || isWhole())
            break;
    }
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
}

bool CardText::isWhole() const
{
    return document()->size().height() <= viewport()->height();
}

void CardText::lay(double scale)
{
    const double smallest = double(m_least) / m_largest;
    const double part = smallest < 1 ? (scale - smallest) / (1 - smallest) : 1;
    m_picture = smallestPicture + part * (pictureOfHeight - smallestPicture);
    QFont letters = font();
    letters.setPixelSize(std::max(m_least, int(m_largest * scale)));
    setFont(letters);
    setMarkdown(m_markdown);
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const bool isPoint = block.textList() && block.next().textList();
        QTextBlockFormat apart;
        apart.setBottomMargin(fontMetrics().lineSpacing() * (isPoint ? gapOfPoint : gapOfLine));
        QTextCursor(block).mergeBlockFormat(apart);
    }
}

QVariant CardText::loadResource(int type, const QUrl &name)
{
    if (type != QTextDocument::ImageResource || name.scheme() != "qrc"_L1)
        return {}; // a protocol from elsewhere reads no files of this machine
    QSvgRenderer drawing(u':' + name.path());
    if (!drawing.isValid())
        return {};
    const QSize size = drawing.defaultSize().scaled(std::max(1, contentsRect().width() - margin),
                                                    std::max(1, int(contentsRect().height() * m_picture)),
                                                    Qt::KeepAspectRatio);
    QImage image(size * devicePixelRatio(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    drawing.render(&painter);
    painter.end();
    image.setDevicePixelRatio(devicePixelRatio());
    return image;
}

void CardText::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    if (!m_markdown.isEmpty())
        showCard(m_markdown);
}

QString withoutPictures(const QString &markdown)
{
    static const QRegularExpression picture(u"!\\[[^\\]]*\\]\\([^)]*\\)\\s*"_s);
    return QString(markdown).remove(picture);
}

} // namespace seamfinder
