#include "ui/interview/LockStrip.h"

#include "core/interview/InterviewSession.h"
#include "ui/common/Colors.h"
#include "ui/common/KeyHint.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace seamfinder {

using namespace Qt::StringLiterals;

LockStrip::LockStrip(InterviewSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
{
    setObjectName(u"lockStrip"_s);
    setAutoFillBackground(true);
    QPalette palette = this->palette();
    palette.setColor(QPalette::Window, colorsFor(this).tinted.background);
    setPalette(palette);
    auto *sentence =
        new QLabel(tr("Locked as complete: what was noted can be read, not changed. Its examples "
                      "can still be coded in the catalogue."),
                   this);
    sentence->setWordWrap(true);
    palette = sentence->palette();
    palette.setColor(QPalette::WindowText, colorsFor(this).tinted.text);
    sentence->setPalette(palette);
    auto *unlock = new QPushButton(tr("Unlock"), this);
    unlock->setObjectName(u"unlockInterview"_s);
    unlock->setAutoDefault(false);
    keepToolTip(*unlock, tr("So that it can be changed again; can be undone"), KeyCommand::Lock);
    m_unlock = unlock;
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(14, 5, 10, 5);
    line->addWidget(sentence, 1);
    line->addWidget(unlock);
    setFocusProxy(unlock);
    connect(unlock, &QPushButton::clicked, this, [this] { m_session.setLocked(false); });
    connect(&session, &InterviewSession::changed, this, &LockStrip::refresh);
    refresh();
}

void LockStrip::refresh()
{
    setVisible(m_session.isLocked());
    m_unlock->setEnabled(m_session.study().isWritable());
}

} // namespace seamfinder
