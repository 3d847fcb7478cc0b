#include "ui/shell/HiddenWordsPanel.h"

#include "ui/common/HiddenWordList.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int typingPause = 600; // milliseconds
}

HiddenWordsPanel::HiddenWordsPanel(QWidget *parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit(this))
    , m_state(new QLabel(this))
{
    setObjectName(u"hiddenWordsPanel"_s);
    setWindowTitle(tr("Words to hide"));
    auto *what =
        new QLabel(tr("Names that must not stand in a study: &one a line. After = stands what to write "
                      "instead, as in “Anna Schmidt = P03”. They are underlined wherever text is typed, "
                      "pasted or imported. The list is kept on this machine, in no study. It finds what "
                      "is on it and nothing else: nobody can promise that no name remains."),
                   this);
    what->setWordWrap(true);
    what->setBuddy(m_text);
    m_text->setObjectName(u"hiddenWordsText"_s);
    m_text->setAccessibleName(tr("Words to hide, one a line"));
    m_text->setTabChangesFocus(true);
    m_state->setObjectName(u"hiddenWordsState"_s);
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->addWidget(what);
    column->addWidget(m_text, 1);
    column->addWidget(m_state);
    column->addWidget(buttons);
    resize(520, 420);
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &HiddenWordsPanel::save);
    connect(m_text, &QPlainTextEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::hide);
}

HiddenWordsPanel::~HiddenWordsPanel()
{
    if (m_pause.isActive())
        save();
}

void HiddenWordsPanel::open()
{
    HiddenWordList &list = HiddenWordList::ofProgram();
    if (!isVisible()) {
        list.load(list.path()); // another window of the program may have written it
        m_text->setPlainText(list.words().toText());
        m_text->moveCursor(QTextCursor::End);
        m_pause.stop();
        m_state->setText(tr("Kept in %1").arg(QDir::toNativeSeparators(list.path())));
    }
    show();
    raise();
    activateWindow();
    m_text->setFocus();
}

void HiddenWordsPanel::hideEvent(QHideEvent *event)
{
    QDialog::hideEvent(event);
    if (m_pause.isActive())
        save();
}

void HiddenWordsPanel::save()
{
    m_pause.stop();
    HiddenWordList &list = HiddenWordList::ofProgram();
    const QString problem = list.save(HiddenWords::fromText(m_text->toPlainText()));
    m_state->setText(
        problem.isEmpty()
            ? tr("Kept in %1").arg(QDir::toNativeSeparators(list.path()))
            : tr("The list could not be written to %1, so it holds only until the program ends: %2")
                  .arg(QDir::toNativeSeparators(list.path()), problem));
}

} // namespace seamfinder
