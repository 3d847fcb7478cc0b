#pragma once

#include <QDateTime>
#include <QWidget>

class QLabel;

namespace seamfinder {

/// "Saved 14:03:22", "Saving…", "Read only" or what keeps the study from being saved, always in the status
/// bar.
class SavedIndicator final : public QWidget
{
    Q_OBJECT

public:
    explicit SavedIndicator(QWidget *parent = nullptr);

    void showSaved(const QDateTime &when);
    void showSaving();
    void showReadOnly();
    void showProblem(const QString &sentence);
    void showNothing();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    enum class State : quint8 { Nothing, Saved, Saving, ReadOnly, Problem };

    void set(State state, const QString &text, const QString &more = {});
    void showColors();

    State m_state = State::Nothing;
    QLabel *m_icon;
    QLabel *m_text;
};

} // namespace seamfinder
