#pragma once

#include <functional>
#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace seamfinder {

class ElidedLabel;

/// A heading that opens and closes what stands under it. The content is made when it is opened first.
class FoldSection : public QWidget
{
    Q_OBJECT

public:
    FoldSection(const QString &title, std::function<void(QVBoxLayout *)> fill, QWidget *parent = nullptr);

    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const;
    /// A muted remark after the title: what is in there while it is closed.
    void setNote(const QString &note);

private:
    QString m_title;
    std::function<void(QVBoxLayout *)> m_fill;
    QToolButton *m_button;
    ElidedLabel *m_note; ///< muted, after the title
    QWidget *m_body;
    QVBoxLayout *m_column;
};

} // namespace seamfinder
