#pragma once

#include "ui/common/AutoGrowTextEdit.h"

class QCompleter;
class QStringListModel;

namespace seamfinder {

/// A field for an expression of a protocol. Names of questions and functions are completed as one types:
/// arrow keys choose, Enter or Tab takes, Esc goes on without. Ctrl+Space lists all that fits.
class ExpressionEdit final : public AutoGrowTextEdit
{
    Q_OBJECT

public:
    explicit ExpressionEdit(QWidget *parent = nullptr);

    /// What can be referred to from here.
    void setNames(const QStringList &names);
    [[nodiscard]] QCompleter *completer() const { return m_completer; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    /// What stands left of the caret of a name or function, with its "${"; nothing inside of a 'text'.
    [[nodiscard]] QString wordBefore() const;
    void offer(bool asked);
    void take(const QString &completion);

    QCompleter *m_completer;
    QStringListModel *m_words;
};

} // namespace seamfinder
