#pragma once

#include <QScrollArea>

namespace seamfinder {

/// A pane that scrolls up and down only: it is never narrower than the widest part of what it holds, within
/// reason, at any size of text and in any language. Holds its widget with `setWidget`; takes no focus itself.
class ScrollPane : public QScrollArea
{
    Q_OBJECT

public:
    explicit ScrollPane(QWidget *parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitBar();
};

} // namespace seamfinder
