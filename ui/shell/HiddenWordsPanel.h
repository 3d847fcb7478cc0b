#pragma once

#include <QDialog>
#include <QTimer>

class QLabel;
class QPlainTextEdit;

namespace seamfinder {

/// Edits the list of words to hide: one a line, saved by itself.
class HiddenWordsPanel final : public QDialog
{
    Q_OBJECT

public:
    explicit HiddenWordsPanel(QWidget *parent);
    ~HiddenWordsPanel() override;

    /// Shows the window with what the list holds now.
    void open() override;

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void save();

    QPlainTextEdit *m_text;
    QLabel *m_state;
    QTimer m_pause;
};

} // namespace seamfinder
