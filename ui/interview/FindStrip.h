#pragma once

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace seamfinder {

class SearchField;

/// Finds words in a text that is read, from where the reader is: Enter goes on, Shift+Enter back, around the
/// ends, and Esc returns to the text with what was found selected, or nothing. What was typed is looked for
/// at the latest when its field is left. Hidden until it is asked for.
class FindStrip : public QWidget
{
    Q_OBJECT

public:
    explicit FindStrip(QPlainTextEdit *text, QWidget *parent = nullptr);

    /// Shows it, with the words that are selected in the text, if they are in one line.
    void open();

Q_SIGNALS:
    /// What was looked for is not there: nothing is selected in the text.
    void missed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// Selects the next place, or that at the reader's place for the first; says which of how many it is.
    void go(bool backward, bool stay = false);
    void close();
    void sayMissed();

    QPlainTextEdit *m_text;
    SearchField *m_words;
    QLabel *m_count;
    bool m_missed = false; ///< the last search found nothing
};

} // namespace seamfinder
