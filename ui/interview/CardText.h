#pragma once

#include <QTextBrowser>

namespace seamfinder {

/// The text of a card in Markdown, with its pictures: those are SVG in the program's resources
/// (`![words](:/cards/NAME.svg)`; Qt 6.4 shows none without words) and as wide as the text, at any size of
/// the window. Letters and pictures are as large as shows the whole card, so that nobody has to scroll for
/// who is looking; where even the smallest are too large, it scrolls.
class CardText final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit CardText(QWidget *parent = nullptr);

    void showCard(const QString &markdown);
    /// In pixels; between them it chooses.
    void setTextSizes(int least, int largest);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    void lay(double scale);
    [[nodiscard]] bool isWhole() const;

    QString m_markdown;
    int m_least = 13, m_largest = 13;
    double m_picture = 0; ///< of the height, at most
    QSize m_room;         ///< that the pictures were drawn for
};

/// A card for the interviewer, who has less room: its text alone.
[[nodiscard]] QString withoutPictures(const QString &markdown);

} // namespace seamfinder
