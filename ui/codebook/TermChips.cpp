#include "ui/codebook/TermChips.h"

#include "ui/common/Chip.h"
#include "ui/common/FlowLayout.h"
#include "ui/common/TermPicker.h"

#include <algorithm>
#include <QColor>
#include <QPushButton>

namespace seamfinder {

TermChips::TermChips(Mode mode, const QString &what, QWidget *parent)
    : QWidget(parent)
    , m_mode(mode)
    , m_what(what)
    , m_flow(new FlowLayout(this))
    , m_add(new QPushButton(this))
    , m_picker(
          new TermPicker(mode == Mode::One ? TermPicker::Mode::Single : TermPicker::Mode::Multiple, this))
{
    m_flow->setContentsMargins(0, 0, 0, 0);
    m_picker->setWhat(what);
    setAccessibleName(what);
    m_add->setAccessibleName(what);
    m_add->setAutoDefault(false);
    setFocusProxy(m_add);
    connect(m_add, &QPushButton::clicked, this, &TermChips::open);
    const auto take = [this](const QList<qint64> &ids) {
        QVector<TermId> terms;
        for (const qint64 id : ids)
            terms.append(TermId{id});
        if (terms == m_terms)
            return;
        setTerms(terms);
        Q_EMIT changed(m_terms);
    };
    if (mode == Mode::One)
        connect(m_picker, &TermPicker::picked, this, [take](qint64 id) { take({id}); });
    else
        connect(m_picker, &TermPicker::chosenChanged, this, take);
    rebuild();
}

TermChips::~TermChips()
{
    delete m_picker;
}

void TermChips::setOffer(const Codebook &codebook, const QString &facet,
                         std::function<bool(const Term &)> allowed)
{
    m_codebook = codebook;
    m_facet = facet;
    m_allowed = std::move(allowed);
    rebuild();
}

void TermChips::setTerms(const QVector<TermId> &terms)
{
    m_terms = terms;
    rebuild();
}

void TermChips::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    rebuild();
}

void TermChips::rebuild()
{
    const bool chipHadFocus = focusWidget() && focusWidget() != m_add && isAncestorOf(focusWidget());
    while (QLayoutItem *item = m_flow->takeAt(0)) {
        if (item->widget() != m_add) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (const TermId id : m_terms) {
        const Term *term = m_codebook.term(id);
        if (!term)
            continue;
        auto *chip = new Chip(term->label, this);
        chip->setRemovable(!m_readOnly);
        if (const QColor colour(term->colour); colour.isValid())
            chip->setDot(colour);
        connect(chip, &QAbstractButton::clicked, this, &TermChips::open);
        connect(chip, &Chip::removeRequested, this, [this, id] {
            m_terms.removeAll(id);
            rebuild();
            Q_EMIT changed(m_terms);
        });
        m_flow->addWidget(chip);
        chip->show();
    }
    m_add->setText(m_mode == Mode::Many ? tr("Add…") : m_terms.isEmpty() ? tr("Choose…") : tr("Change…"));
    m_add->setEnabled(!m_readOnly);
    m_flow->addWidget(m_add);
    if (chipHadFocus)
        m_add->setFocus();
    updateGeometry();
}

void TermChips::open()
{
    if (m_readOnly)
        return;
    QList<PickItem> items;
    QList<qint64> chosen;
    for (const Term &term : m_codebook.inFacet(m_facet)) {
        const bool holds = m_terms.contains(term.id);
        if (!holds && (term.retired || (m_allowed && !m_allowed(term))))
            continue;
        items.append({.id = term.id.value,
                      .label = term.label,
                      .alias = term.alias,
                      .definition = term.definition,
                      .color = QColor(term.colour)});
        if (holds)
            chosen.append(term.id.value);
    }
    m_picker->setItems(items);
    m_picker->setChosen(chosen);
    m_picker->openAt(m_add);
}

} // namespace seamfinder
