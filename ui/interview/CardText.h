#pragma once

#include <QTextBrowser>

namespace seamfinder {

/// The text of a card in Markdown, with its pictures: those are SVG in the program's resources
/// (`![words](:/cards/NAME.svg)`; Qt 6.4 shows none without words) and as wide as the text, at any size of
/// the window.
class CardText final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit CardText(QWidget *parent = nullptr);

    void showCard(const QString &markdown);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QString m_markdown;
    QSize m_room; ///< that the pictures were drawn for
};

/// A card for the interviewer, who has less room: its text alone.
[[nodiscard]] QString withoutPictures(const QString &markdown);

} // namespace seamfinder
