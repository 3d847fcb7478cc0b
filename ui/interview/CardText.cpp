#include "ui/interview/CardText.h"

#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTextBlockFormat>
#include <QTextCursor>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr double pictureOfHeight = 0.6; // its labels are to be read, and the text is to begin below it
constexpr double gapOfLine = 0.7;       // between paragraphs and points
constexpr int margin = 24;              // of the document and a scroll bar that may come
} // namespace

CardText::CardText(QWidget *parent)
    : QTextBrowser(parent)
{
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
}

void CardText::showCard(const QString &markdown)
{
    const QSize room = contentsRect().size(); // a scroll bar that comes must not change it
    if (markdown == m_markdown && room == m_room)
        return;
    m_markdown = markdown;
    m_room = room;
    setMarkdown(markdown);
    QTextBlockFormat apart;
    apart.setBottomMargin(fontMetrics().lineSpacing() * gapOfLine);
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    all.mergeBlockFormat(apart);
}

QVariant CardText::loadResource(int type, const QUrl &name)
{
    if (type != QTextDocument::ImageResource || name.scheme() != "qrc"_L1)
        return {}; // a protocol from elsewhere reads no files of this machine
    QSvgRenderer drawing(u':' + name.path());
    if (!drawing.isValid())
        return {};
    const QSize size = drawing.defaultSize().scaled(
        std::max(1, contentsRect().width() - margin),
        std::max(1, int(contentsRect().height() * pictureOfHeight)), Qt::KeepAspectRatio);
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
