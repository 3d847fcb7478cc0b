#pragma once

#include <QLineEdit>
#include <QTimer>

namespace seamfinder {

/// A search box: magnifier, clear button; Esc clears, and a second Esc leaves. Says `searchChanged` once
/// typing pauses (150 ms), at once on Enter or when cleared, and never for text that is still being composed.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(const QString &placeholder, QWidget *parent = nullptr);

    /// Sets the text without saying so (restoring a state).
    void setQuietly(const QString &text);
    /// Says at once what typing has not paused behind yet. True if there was something to say.
    bool flush();

Q_SIGNALS:
    void searchChanged(const QString &text);
    /// Down or Enter: the user wants to go on in the results.
    void resultsWanted();
    /// Esc on an empty field.
    void escaped();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void say();

    QTimer m_pause;
    QString m_said;
};

} // namespace seamfinder
