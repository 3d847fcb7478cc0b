#include "ui/interview/NewTranscript.h"

#include "core/interview/InterviewSession.h"
#include "core/interview/TranscriptText.h"
#include "ui/common/HiddenWordList.h"
#include "ui/shell/Messages.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPushButton>
#include <QShortcut>

namespace seamfinder {

using namespace Qt::StringLiterals;

NewTranscript::NewTranscript(InterviewSession &session, Messages &messages, QWidget *parent)
    : EmptyState(u"text-x-generic"_s, tr("No transcript yet"),
                 tr("Paste it or open a text file, and read it beside the questions."), parent)
    , m_session(session)
    , m_messages(messages)
{
    setObjectName(u"newTranscript"_s);
    QPushButton *pasteButton = addButton(tr("Paste"), u"edit-paste"_s);
    pasteButton->setToolTip(
        tr("%1, on this page").arg(QKeySequence(QKeySequence::Paste).toString(QKeySequence::NativeText)));
    connect(pasteButton, &QPushButton::clicked, this, &NewTranscript::paste);
    connect(addButton(tr("Open a file…"), u"document-open"_s), &QPushButton::clicked, this,
            [this] { openFile(); });
    setEnabled(session.isWritable());
    setFocusPolicy(Qt::ClickFocus); // a click anywhere on the page is enough for the key
    auto *pasting = new QShortcut(this);
    pasting->setKeys(QKeySequence::Paste);
    pasting->setContext(Qt::WidgetWithChildrenShortcut);
    connect(pasting, &QShortcut::activated, this, &NewTranscript::paste);
}

void NewTranscript::paste()
{
    const QString text = withPlainLineEnds(QGuiApplication::clipboard()->text());
    if (text.trimmed().isEmpty()) {
        m_messages.show(
            {.text = tr("There is no text to paste. Copy the transcript first."), .of = &m_session});
        return;
    }
    add(tr("Pasted transcript"), text);
}

void NewTranscript::add(const QString &title, const QString &text)
{
    m_session.addTranscript(title, text);
    if (const QString remark = HiddenWordList::ofProgram().remarkOn(text); !remark.isEmpty())
        m_messages.show({.severity = Severity::Warning, .text = remark, .of = &m_session});
}

void NewTranscript::openFile()
{
    auto *dialog =
        new QFileDialog(window(), tr("Open a transcript"), {}, tr("Text (*.txt *.md *.text);;All files (*)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { openFile(path); });
    dialog->setModal(false);
    dialog->show();
}

void NewTranscript::openFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_messages.show({.severity = Severity::Problem,
                         .text = tr("The transcript could not be opened; nothing was changed."),
                         .details = path + u": "_s + file.errorString(),
                         .of = &m_session});
        return;
    }
    const QString text = transcriptFromBytes(file.readAll());
    if (text.trimmed().isEmpty()) {
        m_messages.show({.severity = Severity::Warning,
                         .text = tr("There is no text in this file; nothing was changed."),
                         .details = path,
                         .of = &m_session});
        return;
    }
    add(QFileInfo(path).completeBaseName(), text);
}

} // namespace seamfinder
