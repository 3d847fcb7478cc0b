#pragma once

#include <QLabel>

namespace seamfinder {

/// A text with links: Tab goes from one to the next, Enter follows it. A screen reader is told the plain
/// text.
class LinkLabel : public QLabel
{
    Q_OBJECT

public:
    explicit LinkLabel(QWidget *parent = nullptr);

    /// Rich text; what came from a person is to be escaped by the caller.
    void setHtml(const QString &html);

protected:
    void focusInEvent(QFocusEvent *event) override;
};

} // namespace seamfinder
