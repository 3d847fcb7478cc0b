#include "ui/common/CodingLayers.h"

#include "core/catalogue/ExampleFacts.h"
#include "core/catalogue/ReadStudy.h"
#include "core/catalogue/StudySession.h"
#include "ui/common/CodebookCache.h"
#include "ui/common/Icons.h"
#include "ui/common/StateTag.h"

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

CodingLayers::CodingLayers(const EditorContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    const auto follow = [this](const Commit &commit) {
        if (commit.touches("coding"_L1) || commit.touches("coder"_L1))
            fill();
    };
    for (const auto signal : {&StudySession::committed, &StudySession::undone, &StudySession::redone})
        connect(&context.session, signal, this, follow);
    connect(&context.codebook, &CodebookCache::changed, this, &CodingLayers::fill);
}

void CodingLayers::showLayers(const Field &field, qint64 target)
{
    m_field = &field;
    m_target = target;
    setAccessibleName(tr("Layers of coding: %1").arg(label(field)));
    fill();
}

void CodingLayers::clear()
{
    m_field = nullptr;
    fill();
}

void CodingLayers::fill()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    if (!m_field)
        return;
    Connection &db = m_context.session.reader();
    const QVector<CodingLayer> layers = readLayers(db, *m_field, m_target);
    const QVector<Coder> coders = readCoders(db);
    for (const CodingLayer &layer : layers) {
        const auto coder = std::ranges::find(coders, layer.coder, &Coder::id);
        m_column->addWidget(makeRow(layer, coder == coders.end() ? QString() : coder->name));
    }
    if (layers.isEmpty()) {
        auto *none = new QLabel(tr("Nobody has coded this yet."), this);
        none->setForegroundRole(QPalette::PlaceholderText);
        none->setWordWrap(true);
        m_column->addWidget(none);
    }
}

QWidget *CodingLayers::makeRow(const CodingLayer &layer, const QString &coder)
{
    const bool mine = layer.coder == m_context.session.coder();
    auto *row = new QWidget(this);
    QStringList labels;
    for (const CodedTerm &coded : layer.terms)
        labels += codedLabel(coded, m_context.codebook.codebook());
    auto *text = new QLabel(labels.isEmpty() ? tr("none of them") : labels.join(u", "_s), row);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    auto *who = new QLabel(mine ? tr("You") : coder, row);
    who->setTextFormat(Qt::PlainText);
    who->setForegroundRole(QPalette::PlaceholderText);
    const QString stage = layer.stage == CodingStage::Live    ? tr("Live")
                          : layer.stage == CodingStage::After ? tr("After")
                                                              : tr("Resolved");
    auto *top = new QHBoxLayout;
    top->addWidget(who);
    top->addWidget(new StateTag(stage, Tone::Neutral, row));
    if (layer.adopted) {
        auto *adopted = new StateTag(tr("Adopted"), Tone::Accent, row);
        adopted->setToolTip(tr("This is what lists, charts and exports show"));
        top->addWidget(adopted);
    }
    top->addStretch(1);
    // What was coded while listening stays as it is.
    if (mine && layer.stage != CodingStage::Live && m_context.isWritable()) {
        auto *bin = new QToolButton(row);
        bin->setIcon(icon(u"edit-delete"));
        bin->setAutoRaise(true);
        bin->setToolTip(tr("Take this layer away (can be undone)"));
        bin->setAccessibleName(tr("Take this layer away"));
        connect(bin, &QAbstractButton::clicked, this,
                [this, field = m_field, target = m_target, coderId = layer.coder, stageOf = layer.stage] {
                    m_context.session.perform({.label = tr("Take away coding of “%1”").arg(label(*field)),
                                               .place = field->entity == Entity::Gap
                                                            ? toText(GapId{target})
                                                            : toText(ExampleId{target})},
                                              [field, target, coderId, stageOf](Edit &edit) {
                                                  removeLayer(edit, *field, target, coderId, stageOf);
                                              });
                });
        top->addWidget(bin);
    }
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    column->addLayout(top);
    column->addWidget(text);
    return row;
}

} // namespace seamfinder
