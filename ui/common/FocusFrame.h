#pragma once

#include <QPointer>
#include <QWidget>

namespace seamfinder {

/// Shows within a form where the focus is, on those widgets that do not show it themselves: flat buttons,
/// lists, texts to read.
class FocusFrame final : public QObject
{
    Q_OBJECT

public:
    /// Lives as long as the form.
    explicit FocusFrame(QWidget *form);

private:
    void follow(QWidget *focused);

    QWidget *m_form;
    QPointer<QWidget> m_frame; ///< belongs to what has the focus, and goes with it
};

} // namespace seamfinder
