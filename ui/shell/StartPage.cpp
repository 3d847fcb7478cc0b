#include "ui/shell/StartPage.h"

#include "ui/common/Door.h"
#include "ui/common/EmptyState.h"
#include "ui/common/Icons.h"
#include "ui/common/SectionHeading.h"
#include "ui/common/TabOrder.h"

#include <QDir>
#include <QFileInfo>
#include <QListWidget>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_doors(new EmptyState(u"seamfinder"_s, tr("Find where information gets lost"),
                             tr("Interview the people who build ML-enabled systems, record where their "
                                "assumptions did not match, and see which gaps recur."),
                             this))
    , m_recentPart(new QWidget(this))
    , m_recent(new QListWidget(m_recentPart))
{
    setObjectName(u"startPage"_s);
    const Door *create =
        m_doors->addDoor(u"document-new"_s, tr("New study"), tr("One research project is one file."));
    const Door *open =
        m_doors->addDoor(u"document-open"_s, tr("Open a study"), tr("Choose a file that ends in .seam."));
    connect(create, &Door::clicked, this, &StartPage::newWanted);
    connect(open, &Door::clicked, this, &StartPage::openWanted);

    m_recent->setAccessibleName(tr("Recent studies"));
    m_recent->setMaximumHeight(180);
    connect(m_recent, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        Q_EMIT recentChosen(item->data(Qt::UserRole).toString());
    });
    auto *recentColumn = new QVBoxLayout(m_recentPart);
    recentColumn->setContentsMargins(0, 0, 0, 0);
    auto *heading = new SectionHeading(tr("Recent studies"));
    heading->setBuddy(m_recent);
    recentColumn->addWidget(heading);
    recentColumn->addWidget(m_recent);
    m_recentPart->setMaximumWidth(620);
    m_recentPart->hide();

    auto *column = new QVBoxLayout(this);
    column->addWidget(m_doors, 3);
    auto *line = new QHBoxLayout;
    line->addStretch(1);
    line->addWidget(m_recentPart, 1000);
    line->addStretch(1);
    column->addLayout(line);
    column->addStretch(1);
    setFocusProxy(m_doors);
    orderTabs(this);
}

void StartPage::setRecent(const QStringList &paths)
{
    m_recent->clear();
    for (const QString &path : paths) {
        const QFileInfo info(path);
        auto *item = new QListWidgetItem(
            icon(u"document-open-recent"),
            tr("%1  in  %2").arg(info.completeBaseName(), QDir::toNativeSeparators(info.absolutePath())),
            m_recent);
        item->setToolTip(QDir::toNativeSeparators(path));
        item->setData(Qt::UserRole, path);
    }
    m_recentPart->setVisible(!paths.isEmpty());
    m_recent->setCurrentRow(0);
    // Most who start the program go on with what they did last.
    setFocusProxy(paths.isEmpty() ? static_cast<QWidget *>(m_doors) : m_recent);
}

} // namespace seamfinder
