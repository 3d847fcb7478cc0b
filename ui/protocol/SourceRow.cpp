#include "ui/protocol/SourceRow.h"

#include "core/catalogue/ReadCodebook.h"

#include <QComboBox>
#include <QHBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

using Kind = ChoiceSource::Kind;

SourceRow::SourceRow(Purpose purpose, QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox(this))
    , m_from(new QComboBox(this))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_kind);
    line->addWidget(m_from, 1);
    setFocusProxy(m_kind);
    const auto offer = [this](const QString &text, Kind kind) { m_kind->addItem(text, int(kind)); };
    if (purpose == Purpose::Choices) {
        offer(tr("As the field that it is bound to"), Kind::None);
        offer(tr("A list of its own"), Kind::Fixed);
        offer(tr("A category of the codebook"), Kind::Facet);
        offer(tr("What was noted in a repeat"), Kind::Question);
        offer(tr("All of this interview's"), Kind::Rows);
    } else {
        offer(tr("Grows as needed"), Kind::None);
        offer(tr("Once for each term of"), Kind::Facet);
        offer(tr("Once for each noted or picked in"), Kind::Question);
        offer(tr("Once for each of this interview's"), Kind::Rows);
    }
    const QString what =
        purpose == Purpose::Choices ? tr("Where the choices come from") : tr("What it is repeated for");
    m_kind->setAccessibleName(what);
    m_from->setAccessibleName(tr("%1: which").arg(what));
    m_kind->setObjectName(purpose == Purpose::Choices ? u"choiceKind"_s : u"repeatKind"_s);
    m_from->setObjectName(purpose == Purpose::Choices ? u"choiceFrom"_s : u"repeatFrom"_s);
    connect(m_kind, &QComboBox::activated, this, [this] {
        offerFrom();
        say();
    });
    connect(m_from, &QComboBox::activated, this, &SourceRow::say);
}

void SourceRow::setOffer(const Codebook &codebook, const QStringList &questions)
{
    m_facets = codebook.facets();
    m_questions = questions;
}

void SourceRow::offerFrom()
{
    m_from->clear();
    switch (Kind(m_kind->currentData().toInt())) {
    case Kind::Facet:
        for (const QString &facet : std::as_const(m_facets))
            m_from->addItem(facet, facet);
        break;
    case Kind::Question:
        for (const QString &question : std::as_const(m_questions))
            m_from->addItem(question, question);
        break;
    case Kind::Rows:
        m_from->addItem(tr("mismatch examples"), u"example"_s);
        m_from->addItem(tr("information gaps"), u"gap"_s);
        break;
    case Kind::None:
    case Kind::Fixed:
        break;
    }
    m_from->setVisible(m_from->count() > 0);
}

void SourceRow::setSource(const ChoiceSource &source)
{
    m_kind->setCurrentIndex(qMax(0, m_kind->findData(int(source.kind))));
    offerFrom();
    if (!source.from.isEmpty() && m_from->findData(source.from) < 0)
        m_from->addItem(source.from, source.from); // wrong, or of another codebook: shown as it is
    m_from->setCurrentIndex(m_from->findData(source.from));
}

void SourceRow::say()
{
    Q_EMIT chosen(Kind(m_kind->currentData().toInt()), m_from->currentData().toString());
}

} // namespace seamfinder
