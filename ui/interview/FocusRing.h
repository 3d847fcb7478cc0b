#pragma once

#include <QWidget>

namespace seamfinder {

/// Tab within a form: to its next (or previous) stop, and from the last to the first. For
/// focusNextPrevChild() of the form.
bool cycleFocus(QWidget *form, bool next);

/// A widget whose children Tab never leaves.
class FocusRing : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

protected:
    bool focusNextPrevChild(bool next) override { return cycleFocus(this, next); }
};

} // namespace seamfinder
