#include "ui/catalogue/FilterChips.h"

#include "ui/common/Chip.h"
#include "ui/common/CommandKeys.h"
#include "ui/common/FlowLayout.h"
#include "ui/common/StudyNames.h"

#include <QApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace seamfinder {

using namespace Qt::StringLiterals;

FilterChips::FilterChips(const StudyNames &names, QWidget *parent)
    : QWidget(parent)
    , m_names(names)
    , m_flow(new FlowLayout(this))
{
    m_flow->setContentsMargins(0, 0, 0, 0);
    setAccessibleName(tr("Filters in force"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&m_names, &StudyNames::changed, this, &FilterChips::rebuild);
    rebuild();
}

void FilterChips::setFilter(const Filter &filter)
{
    m_filter = filter;
    rebuild();
}

void FilterChips::setBin(bool bin)
{
    m_bin = bin;
    rebuild();
}

void FilterChips::setLook(const QString &from)
{
    m_lookFrom = from;
    rebuild();
}

void FilterChips::addButton(const QString &text, const QString &toolTip, void (FilterChips::*wanted)())
{
    auto *button = new QToolButton;
    button->setText(QString(text).replace(u'&', u"&&"_s));
    button->setToolTip(toolTip);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, this, wanted);
    m_flow->addWidget(button);
}

void FilterChips::add(FlowLayout *layout, Dimension dimension)
{
    bool first = true;
    for (const DimensionValue value : m_filter.values.value(dimension)) {
        const QString text = m_names.label(dimension, value);
        auto *chip = new Chip(first ? tr("%1: %2", "facet, value").arg(label(dimension), text)
                                    : tr("or %1", "one more value of the same facet").arg(text));
        if (const QString colour = m_names.names()->colour(value); !colour.isEmpty())
            chip->setDot(QColor(colour));
        chip->setToolTip(tr("Remove this filter"));
        connect(chip, &Chip::removeRequested, this,
                [this, dimension, value] { Q_EMIT removed(dimension, value); });
        connect(chip, &Chip::clicked, this, [this, dimension, value] { Q_EMIT removed(dimension, value); });
        layout->addWidget(chip);
        first = false;
    }
}

void FilterChips::rebuild()
{
    // A chip that removed itself is deleted here: the focus goes on to what stands in its place.
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    m_flow->clear();
    if (m_bin) {
        auto *chip = new Chip(tr("In the bin"));
        connect(chip, &Chip::removeRequested, this, &FilterChips::binLeft);
        connect(chip, &Chip::clicked, this, &FilterChips::binLeft);
        m_flow->addWidget(chip);
    } else if (!m_filter.isEmpty() || !m_lookFrom.isEmpty()) {
        if (!m_lookFrom.isEmpty()) {
            auto *chip = new Chip(tr("Opened from: %1", "name of a workspace").arg(m_lookFrom));
            chip->setObjectName(u"lookChip"_s);
            chip->setToolTip(tr("Go back to the filter as it was before"));
            connect(chip, &Chip::removeRequested, this, &FilterChips::lookRemoved);
            connect(chip, &Chip::clicked, this, &FilterChips::lookRemoved);
            m_flow->addWidget(chip);
        }
        if (const QString text = m_filter.text.simplified(); !text.isEmpty()) {
            auto *chip = new Chip(tr("Text: %1").arg(text));
            chip->setToolTip(tr("Remove this filter"));
            connect(chip, &Chip::removeRequested, this, &FilterChips::textRemoved);
            connect(chip, &Chip::clicked, this, &FilterChips::textRemoved);
            m_flow->addWidget(chip);
        }
        for (auto it = m_filter.values.keyBegin(); it != m_filter.values.keyEnd(); ++it) {
            if (!info(*it).ofGap)
                add(m_flow, *it);
        }
        if (m_filter.limitsGaps()) {
            auto *group = new QFrame;
            group->setObjectName(u"oneGap"_s);
            group->setFrameShape(QFrame::StyledPanel);
            group->setToolTip(tr("All of these hold for one and the same gap."));
            auto *inside = new FlowLayout(group);
            inside->setContentsMargins(6, 3, 6, 3);
            auto *caption =
                new QLabel(tr("One gap:", "the filters that follow hold for one and the same gap"));
            caption->setMargin(3);
            inside->addWidget(caption);
            for (auto it = m_filter.values.keyBegin(); it != m_filter.values.keyEnd(); ++it) {
                if (info(*it).ofGap)
                    add(inside, *it);
            }
            m_flow->addWidget(group);
        }
        // To clear a look would drop the limits under it unseen: it is taken back first.
        if (m_lookFrom.isEmpty())
            addButton(tr("Clear all"), {}, &FilterChips::cleared);
        else
            addButton(tr("Back to %1", "name of a workspace").arg(m_lookFrom),
                      CommandKeys::ofProgram().text(KeyCommand::LeaveLook), &FilterChips::lookLeft);
    }
    setVisible(m_flow->count() > 0);
    updateGeometry();
    if (hadFocus && m_flow->count() > 0)
        m_flow->itemAt(0)->widget()->setFocus(Qt::OtherFocusReason);
}

} // namespace seamfinder
