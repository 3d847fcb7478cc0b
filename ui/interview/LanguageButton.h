#pragma once

#include <QToolButton>

namespace seamfinder {

class InterviewSession;

/// The language in which the protocol is read aloud, where it has several; a menu to change it in
/// mid-interview.
class LanguageButton final : public QToolButton
{
    Q_OBJECT

public:
    explicit LanguageButton(InterviewSession &session, QWidget *parent = nullptr);

    /// To the language that one came from; before the first change to the next of the protocol's languages.
    void next();

private:
    void refresh();

    InterviewSession &m_session;
    QString m_now, m_before; ///< languages; none before the first change
};

/// "Deutsch", "français": as its speakers call it; the code itself where Qt does not know it.
[[nodiscard]] QString nativeLanguageName(const QString &code);
/// "“%1”", "« %1 »": as it is quoted in that language.
[[nodiscard]] QString quotationMarks(const QString &code);

} // namespace seamfinder
