#pragma once

#include <QAbstractButton>

namespace seamfinder {

/// A number in large type with what it counts beside it and a note below. Where something stands behind it,
/// it is a button.
class Figure final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Figure(bool opens, QWidget *parent = nullptr);

    /// `whole`: the tool tip, where the note does not say all; by default the note.
    void setFigure(int number, const QString &what, const QString &note, const QString &whole = {});
    /// Whether a note of that text is shown to its end.
    [[nodiscard]] bool takesNote(const QString &note) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QFont numberFont() const;
    [[nodiscard]] int headWidth() const;

    bool m_opens;
    QString m_number, m_what, m_note;
};

} // namespace seamfinder
