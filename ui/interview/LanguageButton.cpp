#include "ui/interview/LanguageButton.h"

#include "core/exchange/FormLocale.h"
#include "core/interview/InterviewSession.h"
#include "ui/common/KeyHint.h"

#include <QLocale>
#include <QMenu>
#include <utility>

namespace seamfinder {

QString nativeLanguageName(const QString &code)
{
    const QLocale locale(code);
    const QString name = locale.language() == QLocale::C ? QString() : locale.nativeLanguageName();
    // Qt names some by their country of origin too: "American English", "español de España".
    if (locale.language() == QLocale::English)
        return QStringLiteral("English");
    return name.isEmpty() ? code : name.section(u' ', 0, 0);
}

QString quotationMarks(const QString &code)
{
    return formQuoted(QStringLiteral("%1"), code);
}

LanguageButton::LanguageButton(InterviewSession &session, QWidget *parent)
    : QToolButton(parent)
    , m_session(session)
{
    setObjectName(QStringLiteral("protocolLanguage"));
    setAutoRaise(true);
    setFocusPolicy(Qt::NoFocus); // the caret stays in the answer
    setPopupMode(QToolButton::InstantPopup);
    keepToolTip(*this, tr("The language of the questions"), KeyCommand::NextLanguage);
    auto *menu = new QMenu(this);
    const QStringList &languages = session.flow().protocol().languages;
    for (const QString &language : languages) {
        QAction *action = menu->addAction(nativeLanguageName(language));
        action->setData(language);
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, language] { m_session.setLanguage(language); });
    }
    setMenu(menu);
    setVisible(languages.size() > 1);
    connect(&session, &InterviewSession::changed, this, &LanguageButton::refresh);
    refresh();
}

void LanguageButton::next()
{
    const QStringList &languages = m_session.flow().protocol().languages;
    if (languages.contains(m_before))
        m_session.setLanguage(m_before);
    else if (languages.size() > 1)
        m_session.setLanguage(languages[(languages.indexOf(m_now) + 1) % languages.size()]);
}

void LanguageButton::refresh()
{
    const QString &now = m_session.flow().language();
    if (now != m_now)
        m_before = std::exchange(m_now, now);
    setText(nativeLanguageName(now));
    for (QAction *action : menu()->actions())
        action->setChecked(action->data().toString() == now);
}

} // namespace seamfinder
