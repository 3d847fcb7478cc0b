#include "ui/report/ExportLogPanel.h"

#include "core/catalogue/ReadStudy.h"
#include "core/catalogue/StudySession.h"
#include "core/exchange/CsvColumns.h"
#include "ui/common/Deliver.h"
#include "ui/shell/Messages.h"
#include "ui/shell/Sentences.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
/// The words for what the log keeps ("csv gaps"); what is of another version stays as it is.
QString nameOf(const QString &format, bool ofSomebody)
{
    if (format == studyCopyFormat)
        return ExportLogPanel::tr("A copy of the whole study");
    const QString kind = format.section(u' ', 0, 0);
    const QString which = format.section(u' ', 1);
    if (kind == "csv"_L1) {
        for (const CsvLayoutInfo &layout : csvLayouts()) {
            if (layout.key == which)
                return ExportLogPanel::tr("CSV: %1").arg(
                    QLocale().toLower(QCoreApplication::translate("CsvLayout", layout.label)));
        }
    } else if (kind == "form"_L1) {
        return (ofSomebody ? ExportLogPanel::tr("Filled-in form %1") : ExportLogPanel::tr("Blank form %1"))
            .arg(which.toUpper())
            .trimmed();
    } else if (kind == "chart"_L1) {
        return which == "copy"_L1  ? ExportLogPanel::tr("Chart, copied")
               : which == "csv"_L1 ? ExportLogPanel::tr("Chart's table as CSV")
                                   : ExportLogPanel::tr("Chart as %1").arg(which.toUpper());
    }
    return format;
}
} // namespace

ExportLogPanel::ExportLogPanel(StudySession &session, Messages &messages, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_messages(messages)
    , m_list(new QTreeWidget(this))
    , m_nothing(new QLabel(tr("Nothing was exported yet."), this))
{
    setObjectName(u"exportLogPanel"_s);
    setWindowTitle(tr("What was exported"));
    m_list->setObjectName(u"exportLog"_s);
    m_list->setAccessibleName(tr("Exports, newest first"));
    m_list->setHeaderLabels({tr("When"), tr("What"), tr("About"), tr("Where"), tr("Now")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(3, QHeaderView::Stretch); // where
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_nothing);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    resize(760, 360);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::hide);
    connect(&session, &StudySession::saved, this, [this] {
        if (isVisible())
            read();
    });
}

ExportLogPanel::~ExportLogPanel()
{
    m_generation.next();
}

void ExportLogPanel::open()
{
    read();
    show();
    raise();
    activateWindow();
    m_list->setFocus();
}

void ExportLogPanel::read()
{
    const auto ticket = m_generation.next();
    const auto list = [](Connection &db) {
        Listing listing{readExportLog(db), {}, {}};
        for (const LoggedExport &each : std::as_const(listing.exports))
            listing.isThere.append(QFileInfo::exists(each.path));
        for (const Participant &participant : readParticipants(db))
            listing.pseudonyms.insert(participant.id, participant.pseudonym);
        return listing;
    };
    deliver(
        m_session.jobs().run(ticket, list), ticket, this, [this](const Listing &listing) { take(listing); },
        [this](const std::exception_ptr &error) { m_messages.show(messageFor(error)); });
}

void ExportLogPanel::take(const Listing &listing)
{
    m_nothing->setVisible(listing.exports.isEmpty());
    m_list->clear();
    for (qsizetype i = 0; i < listing.exports.size(); ++i) {
        const LoggedExport &each = listing.exports[i];
        QStringList people;
        qsizetype erased = 0;
        for (const ParticipantId id : each.participants) {
            const QString pseudonym = listing.pseudonyms.value(id);
            pseudonym.isEmpty() ? static_cast<void>(++erased) : people.append(pseudonym);
        }
        people.sort();
        if (erased > 0)
            people.append(tr("erased since: %1").arg(erased));
        const bool isFile = each.path != "-"_L1;
        auto *item = new QTreeWidgetItem(
            m_list, {QLocale().toString(QDateTime::fromMSecsSinceEpoch(each.time), QLocale::ShortFormat),
                     nameOf(each.format, !each.participants.isEmpty()),
                     people.isEmpty() ? tr("nobody") : people.join(u", "_s),
                     isFile ? QDir::toNativeSeparators(each.path) : tr("clipboard or another program"),
                     !isFile              ? QString()
                     : listing.isThere[i] ? tr("still there")
                                          : tr("no longer there")});
        for (int column = 0; column < m_list->columnCount(); ++column)
            item->setToolTip(column, item->text(column));
    }
    for (const int column : {0, 1, 4})
        m_list->resizeColumnToContents(column);
    if (m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
}

} // namespace seamfinder
