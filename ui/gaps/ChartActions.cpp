#include "ui/gaps/ChartActions.h"

#include "core/exchange/OutputFile.h"
#include "ui/common/Icons.h"
#include "ui/report/ChartFiles.h"
#include "ui/shell/Sentences.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QToolButton>

namespace seamfinder {

using namespace Qt::StringLiterals;

ChartActions::ChartActions(const QString &what, const QString &name, Source source, const QString &studyPath,
                           Messages &messages, QWidget *pane)
    : QObject(pane)
    , m_what(what)
    , m_source(std::move(source))
    , m_studyPath(studyPath)
    , m_messages(messages)
    , m_pane(pane)
{
    const auto add = [&](const QString &key, const QString &text, const QString &iconName, auto run) {
        auto *action = new QAction(seamfinder::icon(iconName), text, this);
        action->setObjectName(name + key);
        connect(action, &QAction::triggered, this, run);
        m_actions.append(action);
        return action;
    };
    QAction *copyAction = add(u"Copy"_s, tr("Copy the %1").arg(what), u"edit-copy"_s, [this] { copy(); });
    copyAction->setShortcut(QKeySequence(QKeySequence::Copy));
    copyAction->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    pane->addAction(copyAction);
    add(u"Png"_s, tr("Save the %1 as PNG…").arg(what), u"document-save-as"_s,
        [this] { save(u"png"_s, tr("PNG pictures"), [this] { return pngOf(m_source.image()); }); });
    add(u"Svg"_s, tr("Save the %1 as SVG…").arg(what), u"document-save-as"_s,
        [this] { save(u"svg"_s, tr("SVG pictures"), m_source.svg); });
    add(u"Csv"_s, tr("Save the %1's table as CSV…").arg(what), u"document-save-as"_s,
        [this] { save(u"csv"_s, tr("CSV tables"), [this] { return csvOf(m_source.table()); }); });
}

QToolButton *ChartActions::makeButton(QWidget *parent) const
{
    auto *button = new QToolButton(parent);
    button->setIcon(seamfinder::icon(u"document-save-as"));
    button->setText(tr("Copy or save the %1").arg(m_what));
    button->setToolTip(button->text());
    button->setAccessibleName(button->text());
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(button);
    menu->addActions(m_actions);
    button->setMenu(menu);
    return button;
}

void ChartActions::setEnabled(bool enabled)
{
    for (QAction *action : m_actions)
        action->setEnabled(enabled);
}

void ChartActions::copy()
{
    const TableRows table = m_source.table();
    auto *data = new QMimeData;
    data->setImageData(m_source.image());
    data->setText(plainTextOf(table));
    data->setHtml(htmlOf(table));
    QGuiApplication::clipboard()->setMimeData(data);
    m_messages.show({.severity = Severity::Information,
                     .text = tr("Copied: paste it as a picture, or as a table into a spreadsheet.") +
                             m_source.left(u"chart copy"_s, u"-"_s)});
}

void ChartActions::save(const QString &suffix, const QString &kind, std::function<QByteArray()> content)
{
    auto *dialog = new QFileDialog(m_pane->window(), tr("Save the %1").arg(m_what));
    dialog->setObjectName(u"saveChartDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::NonModal);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilter(u"%1 (*.%2)"_s.arg(kind, suffix));
    dialog->setDirectory(QFileInfo(m_studyPath).absoluteDir());
    dialog->selectFile(m_source.fileName + u'.' + suffix);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, suffix, content = std::move(content)](const QString &path) {
                write(path, suffix, content());
            });
    dialog->show();
}

void ChartActions::write(const QString &path, const QString &suffix, const QByteArray &bytes)
{
    try {
        writeOutput(path, bytes, m_studyPath);
        m_messages.show({.severity = Severity::Information,
                         .text = tr("Saved “%1”.").arg(QFileInfo(path).fileName()) +
                                 m_source.left(u"chart "_s + suffix, path)});
    } catch (...) {
        m_messages.show(messageFor(std::current_exception()));
    }
}

} // namespace seamfinder
