#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace seamfinder {

class ElidedLabel;

/// The title line of a pane or of a part of it, with a muted count and room for small buttons at the end.
class SectionHeading : public QWidget
{
    Q_OBJECT

public:
    enum class Level : quint8 { Pane, Part };

    explicit SectionHeading(const QString &title, Level level = Level::Part, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// A muted text after the title, e.g. "12 of 60"; empty hides it.
    void setNote(const QString &note);
    /// Appends a widget at the end of the line.
    void addTrailing(QWidget *widget);
    /// The control that the heading names: it becomes the buddy, with the title as its accessible name where
    /// it has none.
    void setBuddy(QWidget *widget);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setFonts();

    Level m_level;
    QHBoxLayout *m_line;
    QLabel *m_title;
    ElidedLabel *m_note;
};

} // namespace seamfinder
