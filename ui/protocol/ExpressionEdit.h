#pragma once

#include "ui/common/AutoGrowTextEdit.h"

#include <functional>

class QCompleter;
class QStringListModel;

namespace seamfinder {

/// A field for an expression of a protocol. Names of questions and functions are completed as one types, and
/// in quotes the keys of the choices of the question beside: arrow keys choose, Enter or Tab takes, Esc goes
/// on without. Ctrl+Space lists all that fits.
class ExpressionEdit final : public AutoGrowTextEdit
{
    Q_OBJECT

public:
    explicit ExpressionEdit(QWidget *parent = nullptr);

    /// What can be referred to from here.
    void setNames(const QStringList &names);
    /// The keys that a text can be where it stands beside a question; "." is the question itself, and "" the
    /// value that the whole expression gives.
    using Keys = std::function<QStringList(const QString &question)>;
    void setKeys(const Keys &keys) { m_keys = keys; }
    [[nodiscard]] QCompleter *completer() const { return m_completer; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    /// What stands left of the caret of a name or function, with its "${", or of a 'text'.
    [[nodiscard]] QString wordBefore() const;
    [[nodiscard]] QString before() const;
    /// Where in `text` a quote begins that does not end in it; -1: nowhere.
    [[nodiscard]] static qsizetype openQuote(const QString &text);
    /// Of the question that the text which is being typed stands beside.
    [[nodiscard]] QStringList keysHere() const;
    void offer(bool asked);
    void take(const QString &completion);

    QCompleter *m_completer;
    QStringListModel *m_words;
    QStringList m_names; ///< with the functions, as they are offered outside of quotes
    Keys m_keys;
};

} // namespace seamfinder
