#pragma once

#include <QKeySequence>
#include <QString>
#include <QStringList>

class QWidget;

namespace seamfinder {

class Application;

/// Works the real window with real key events, as somebody at the keyboard would: for the demo and for
/// end-to-end tests. Waits run the event loop until what they wait for has happened, or fail after some
/// seconds.
class ScriptedUser
{
public:
    explicit ScriptedUser(Application &application);

    /// Ctrl+1 … Ctrl+5.
    void goToWorkspace(int number);
    /// Starts an interview with the suggested pseudonym; false if no question appeared.
    [[nodiscard]] bool startInterview();
    /// Answers what has the focus (types the text into a field, picks a line of a list) and goes on; `false`
    /// once there is nothing to answer with.
    bool answerAndGoOn(const QString &text);
    /// Ctrl+Shift+N, then one text for each blank of the read-back sentence, Tab between them, and Esc.
    void recordExample(const QStringList &blanks);
    void type(const QString &text);
    void press(const QKeySequence &keys);
    /// Until everything typed so far is in the file. False after ten seconds.
    [[nodiscard]] bool waitUntilSaved();
    /// Saves what the window shows.
    [[nodiscard]] bool photograph(const QString &path);

private:
    [[nodiscard]] QWidget *focus() const;

    Application &m_application;
};

} // namespace seamfinder
