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

    /// To the next of the protocol's languages, the first after the last.
    void next();

private:
    void refresh();

    InterviewSession &m_session;
};

/// "Deutsch", "français": as its speakers call it; the code itself where Qt does not know it.
[[nodiscard]] QString nativeLanguageName(const QString &code);

} // namespace seamfinder
