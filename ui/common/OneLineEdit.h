#pragma once

#include "ui/common/AutoGrowTextEdit.h"

#include <functional>

namespace seamfinder {

/// A text without line breaks, which wraps where it is long. Enter is not part of it.
class OneLineEdit final : public AutoGrowTextEdit
{
    Q_OBJECT

public:
    /// `entered`: upon Enter.
    OneLineEdit(std::function<void()> entered, QWidget *parent);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    std::function<void()> m_entered;
};

} // namespace seamfinder
