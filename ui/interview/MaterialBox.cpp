#include "ui/interview/MaterialBox.h"

#include "core/interview/TranscriptText.h"
#include "ui/common/HiddenWordAid.h"
#include "ui/common/Icons.h"

#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
bool isTable(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == "csv"_L1 || suffix == "tsv"_L1;
}

QString fileIn(const QMimeData *data)
{
    return data && data->hasUrls() && data->urls().size() == 1 ? data->urls().first().toLocalFile()
                                                               : QString();
}
} // namespace

MaterialBox::MaterialBox(QWidget *parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit(this))
{
    auto *heading = new QLabel(tr("&Transcript"), this);
    heading->setBuddy(m_text);
    auto *open = new QPushButton(icon(u"document-open"_s), tr("&Open a file…"), this);
    open->setObjectName(u"openMaterial"_s);
    open->setToolTip(tr("A transcript as plain text, or a CSV of which each line becomes an example"));
    m_text->setObjectName(u"material"_s);
    m_text->setAccessibleName(tr("Transcript to start with"));
    m_text->setPlaceholderText(tr("Paste a transcript here, or drop a text file or a CSV"));
    m_text->setTabChangesFocus(true);
    HiddenWordAid::watch(m_text);
    m_text->setMinimumHeight(fontMetrics().lineSpacing() * 7);
    m_text->setMaximumHeight(fontMetrics().lineSpacing() * 14);
    m_text->installEventFilter(this);
    m_text->viewport()->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *line = new QHBoxLayout;
    line->addWidget(heading);
    line->addStretch(1);
    line->addWidget(open);
    column->addLayout(line);
    column->addWidget(m_text, 1);
    connect(open, &QPushButton::clicked, this, &MaterialBox::chooseFile);
}

QString MaterialBox::transcript() const
{
    const QString text = withPlainLineEnds(m_text->toPlainText());
    return text.trimmed().isEmpty() ? QString() : text;
}

QString MaterialBox::transcriptTitle() const
{
    return m_title.isEmpty() ? tr("Pasted transcript") : m_title;
}

void MaterialBox::clear()
{
    m_title.clear();
    m_text->clear();
}

void MaterialBox::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
}

void MaterialBox::chooseFile()
{
    auto *dialog = new QFileDialog(window(), tr("Open a transcript or a table"), {},
                                   tr("Text and tables (*.txt *.md *.text *.csv *.tsv);;All files (*)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setModal(false);
    connect(dialog, &QFileDialog::fileSelected, this, &MaterialBox::openFile);
    dialog->show();
}

void MaterialBox::openFile(const QString &path)
{
    if (isTable(path)) {
        Q_EMIT tableChosen(path);
        return;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        Q_EMIT failed(tr("The transcript could not be opened; nothing was changed."),
                      path + u": "_s + file.errorString());
        return;
    }
    const QString text = transcriptFromBytes(file.readAll());
    if (text.trimmed().isEmpty()) {
        Q_EMIT failed(tr("There is no text in this file; nothing was changed."), path);
        return;
    }
    // As an edit, so that Ctrl+Z brings back what stood here.
    m_text->selectAll();
    m_text->insertPlainText(text);
    m_text->moveCursor(QTextCursor::Start);
    m_title = QFileInfo(path).completeBaseName();
    Q_EMIT transcriptOpened();
}

bool MaterialBox::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::Drop) {
        auto *drop = static_cast<QDropEvent *>(event);
        const QString path = fileIn(drop->mimeData());
        if (!path.isEmpty()) {
            drop->acceptProposedAction();
            if (event->type() == QEvent::Drop)
                openFile(path);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace seamfinder
