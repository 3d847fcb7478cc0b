#include "ui/catalogue/LinkLine.h"

#include "core/catalogue/EditExamples.h"
#include "core/catalogue/StudySession.h"
#include "ui/catalogue/RowText.h"
#include "ui/common/Icons.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace seamfinder {

using namespace Qt::StringLiterals;

QString LinkLine::nameOf(const Way &way)
{
    if (way.kind == "caused"_L1)
        return way.outgoing ? tr("This caused") : tr("Caused by");
    if (way.kind == "hid"_L1)
        return way.outgoing ? tr("This hid") : tr("Hidden by");
    return tr("Same fix as");
}

LinkLine::LinkLine(StudySession &session, ExampleId here, const DetailFacts::Link &link,
                   const Codebook &codebook, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_here(here)
    , m_other(link.other.exampleId())
    , m_way{link.kind, link.outgoing}
{
    auto *kind = new QToolButton(this);
    kind->setObjectName(u"linkKind"_s);
    kind->setText(nameOf(m_way));
    kind->setToolTip(tr("How they are linked"));
    kind->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(kind);
    for (const Way &way : {Way{u"caused"_s, true}, Way{u"caused"_s, false}, Way{u"hid"_s, true},
                           Way{u"hid"_s, false}, Way{u"same-fix"_s, true}}) {
        QAction *action = menu->addAction(nameOf(way), this, [this, way] { change(way); });
        action->setCheckable(true);
        action->setChecked(nameOf(way) == kind->text());
    }
    kind->setMenu(menu);
    auto *open = new QToolButton(this);
    open->setObjectName(u"linkOther"_s);
    open->setText(headlineOf(link.other, codebook).left(120));
    open->setToolTip(u"<p>"_s + sentenceOf(link.other, codebook).toHtmlEscaped() + u"</p>"_s);
    open->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *bin = new QToolButton(this);
    bin->setObjectName(u"linkRemove"_s);
    bin->setIcon(icon(u"edit-delete"));
    bin->setToolTip(tr("Take the link away (can be undone)"));
    bin->setAccessibleName(tr("Take the link away"));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    for (QToolButton *button : {kind, open, bin}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        line->addWidget(button, button == open ? 1 : 0);
    }
    kind->setEnabled(session.isWritable());
    bin->setEnabled(session.isWritable());
    connect(open, &QToolButton::clicked, this, [this] { Q_EMIT exampleWanted(m_other); });
    connect(bin, &QToolButton::clicked, this, &LinkLine::remove);
}

void LinkLine::change(const Way &to)
{
    if (nameOf(to) == nameOf(m_way))
        return;
    m_session.perform({.label = tr("Change how two examples are linked"), .place = toText(m_here)},
                      [here = m_here, other = m_other, from = m_way, to](Edit &edit) {
                          from.outgoing ? unlinkExamples(edit, here, other, from.kind)
                                        : unlinkExamples(edit, other, here, from.kind);
                          const QByteArray kind = to.kind.toLatin1();
                          to.outgoing ? linkExamples(edit, here, other, QLatin1StringView(kind))
                                      : linkExamples(edit, other, here, QLatin1StringView(kind));
                      });
}

void LinkLine::remove()
{
    m_session.perform({.label = tr("Take a link away"), .place = toText(m_here)},
                      [here = m_here, other = m_other, way = m_way](Edit &edit) {
                          way.outgoing ? unlinkExamples(edit, here, other, way.kind)
                                       : unlinkExamples(edit, other, here, way.kind);
                      });
}

} // namespace seamfinder
