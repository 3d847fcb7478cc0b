#include "ui/shell/HelpWindow.h"

#include "ui/common/Icons.h"
#include "ui/common/PutBeside.h"
#include "ui/shell/Settings.h"

#include <QAbstractTextDocumentLayout>
#include <QCloseEvent>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QScreen>
#include <QScrollBar>
#include <QSplitter>
#include <QTextBlock>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int textWidth = 640;

QString readPage(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The first heading of a page.
QString headingOf(const QString &markdown)
{
    const QString line = markdown.section(u'\n', 0, 0);
    return line.startsWith(u'#') ? line.section(u' ', 1).trimmed() : line.trimmed();
}

} // namespace

// A dialog to the window system, which is kept above its window: the keys go back there, and it would come up
// over a part of the help.
HelpWindow::HelpWindow(Settings &settings, QWidget *parent)
    : QWidget(parent, Qt::Dialog)
    , m_settings(settings)
    , m_pages(new QListWidget)
    , m_text(new QTextBrowser)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setObjectName(u"helpWindow"_s);
    setWindowTitle(tr("Help — Seamfinder"));
    m_pages->setAccessibleName(tr("Help pages"));
    m_text->setAccessibleName(tr("Help text"));
    m_text->setOpenExternalLinks(true);
    auto *split = new QSplitter(this);
    split->addWidget(m_pages);
    split->addWidget(m_text);
    split->setStretchFactor(1, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(split);
    connect(m_pages, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item)
            m_text->setMarkdown(readPage(item->data(Qt::UserRole).toString()));
    });
    addPages();
    const int headings = m_pages->sizeHintForColumn(0) + 2 * m_pages->frameWidth() + 12;
    split->setSizes({headings, textWidth});
    resize(headings + textWidth, 620);
}

void HelpWindow::addPages()
{
    const QDir folder(u":/help"_s); // numbered in the order in which they are read
    const QStringList names = folder.entryList({u"*.md"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        const QString path = folder.filePath(name);
        auto *item = new QListWidgetItem(headingOf(readPage(path)), m_pages);
        item->setData(Qt::UserRole, path);
    }
}

bool HelpWindow::help(QWidget *from, QWidget *shown)
{
    if (from && from->window() == this) {
        giveBack();
        return false;
    }
    // In a menu or the rail one is where the workspace is.
    const bool inWorkspace = from && (from->window() != parentWidget() || shown->isAncestorOf(from));
    QWidget *asked = inWorkspace ? from : shown;
    const HelpPlace place = helpPlaceOf(asked);
    m_cameFrom = asked->window();
    if (isVisible() && place == m_place) {
        raise();
        activateWindow();
        m_text->setFocus();
        return false;
    }
    if (!isVisible()) {
        putBeside(asked);
        show();
    }
    raise();
    showPlace(place);
    giveBack(); // not every window system heeds that it wants no keys
    raise();    // nor that it stays above
    return true;
}

void HelpWindow::giveBack()
{
    if (m_cameFrom)
        m_cameFrom->activateWindow();
}

/// Where it was last, unless that hides what is typed now; whole on the screen, its frame included.
void HelpWindow::putBeside(const QWidget *from)
{
    const QPoint typed = from->mapToGlobal(from->rect().center());
    if (restoreGeometry(m_settings.value(SettingKey::HelpGeometry).toByteArray()) &&
        screen()->availableGeometry().contains(geometry()) && !geometry().contains(typed))
        return;
    seamfinder::putBeside(*this, *from);
}

void HelpWindow::closeEvent(QCloseEvent *event)
{
    m_settings.set(SettingKey::HelpGeometry, saveGeometry());
    QWidget::closeEvent(event);
}

void HelpWindow::showPlace(const HelpPlace &place)
{
    m_place = place;
    for (int row = 0; row < m_pages->count(); ++row) {
        if (m_pages->item(row)->data(Qt::UserRole).toString().endsWith(u'/' + place.page + u".md"_s))
            m_pages->setCurrentRow(row);
    }
    if (m_pages->currentRow() < 0)
        m_pages->setCurrentRow(0);
    const QTextDocument *text = m_text->document();
    QTextBlock block = text->begin();
    while (block.isValid() && (block.blockFormat().headingLevel() == 0 || block.text() != place.heading))
        block = block.next();
    // Both the caret, for who goes on with the keys, and the heading at the top.
    m_text->setTextCursor(QTextCursor(block.isValid() ? block : text->begin()));
    m_text->verticalScrollBar()->setValue(
        block.isValid() ? qRound(text->documentLayout()->blockBoundingRect(block).top()) : 0);
}

void HelpWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        giveBack();
        close();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void showAbout(QWidget *window)
{
    if (auto *open = window->findChild<QDialog *>(u"aboutDialog"_s)) {
        open->raise();
        open->activateWindow();
        return;
    }
    auto *dialog = new QDialog(window);
    dialog->setObjectName(u"aboutDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setModal(false);
    dialog->setWindowTitle(HelpWindow::tr("About Seamfinder"));
    auto *picture = new QLabel(dialog);
    picture->setPixmap(icon(u"seamfinder").pixmap(QSize(64, 64), dialog->devicePixelRatioF()));
    auto *text = new QLabel(
        HelpWindow::tr(
            "<h3>Seamfinder %1</h3><p>Guided interviews about ML-enabled systems, and a catalogue of the "
            "information gaps they bring to light.</p><p>Free software under the GNU General Public "
            "Licence, version 3 or later.</p><p>Made with Qt %2, SQLite and SQLiteCpp.</p>")
            .arg(QStringLiteral(SEAMFINDER_VERSION), QString::fromLatin1(qVersion())),
        dialog);
    text->setTextFormat(Qt::RichText);
    text->setWordWrap(true);
    text->setMinimumWidth(360);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto *line = new QHBoxLayout;
    line->setSpacing(16);
    line->addWidget(picture, 0, Qt::AlignTop);
    line->addWidget(text, 1);
    auto *column = new QVBoxLayout(dialog);
    column->addLayout(line);
    column->addWidget(buttons);
    dialog->show();
}

} // namespace seamfinder
