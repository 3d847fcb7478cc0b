#pragma once

#include <QTextLayout>

class QPainter;

namespace seamfinder {

/// Text that a widget draws by itself, in as many lines as a width asks for; a word that is longer than a
/// line is broken.
class WrappedText
{
public:
    WrappedText(const QString &text, const QFont &font, int width, Qt::LayoutDirection direction);

    [[nodiscard]] int height() const;
    void draw(QPainter &painter, const QPoint &at) const;

private:
    QTextLayout m_layout;
};

} // namespace seamfinder
