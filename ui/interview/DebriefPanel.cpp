#include "ui/interview/DebriefPanel.h"

#include "core/domain/ReadBack.h"
#include "core/interview/InterviewSession.h"
#include "ui/common/CatalogueService.h"
#include "ui/common/CodebookCache.h"
#include "ui/common/Deliver.h"
#include "ui/common/LinkLabel.h"
#include "ui/common/SectionHeading.h"

#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype namedAtMost = 5; // more would bury the number

/// Writes the sentences, and keeps what each of their numbers opens.
class Writer
{
public:
    explicit Writer(const Codebook &codebook)
        : m_codebook(codebook)
    {
    }

    [[nodiscard]] QString link(const QString &words, const Filter &behind)
    {
        text.behind.append(behind);
        return u"<a href=\"%1\">%2</a>"_s.arg(QString::number(text.behind.size() - 1), words.toHtmlEscaped());
    }

    [[nodiscard]] QString nameOf(TermId term) const
    {
        const Term *found = m_codebook.term(term);
        return found ? found->label.toHtmlEscaped() : QString();
    }

    /// "2 information items (…) and 1 element (…)"; empty if there are none of either.
    [[nodiscard]] QString both(const DebriefValues &items, const DebriefValues &elements)
    {
        QStringList parts;
        if (const qsizetype count = items.values.size())
            parts.append(counted(items, count == 1 ? DebriefPanel::tr("1 information item")
                                                   : DebriefPanel::tr("%1 information items").arg(count)));
        if (const qsizetype count = elements.values.size())
            parts.append(counted(elements, count == 1 ? DebriefPanel::tr("1 element")
                                                      : DebriefPanel::tr("%1 elements").arg(count)));
        return joinedNames(parts);
    }

    DebriefText text;

private:
    QString counted(const DebriefValues &values, const QString &words)
    {
        QStringList names;
        for (const DimensionValue &value : values.values.first(qMin(namedAtMost, values.values.size())))
            names.append(nameOf(TermId{value.first}));
        if (values.values.size() > namedAtMost)
            names.append(u"…"_s);
        return u"%1 (%2)"_s.arg(link(words, values.behind), names.join(u", "_s));
    }

    const Codebook &m_codebook;
};
} // namespace

DebriefText debriefText(const Debrief &debrief, const Codebook &codebook)
{
    Writer writer(codebook);
    QStringList sentences;
    const QString fresh = writer.both(debrief.freshItems, debrief.freshElements);
    sentences.append(
        fresh.isEmpty()
            ? DebriefPanel::tr("This interview named nothing that nobody had named before.")
            : DebriefPanel::tr("This interview brought %1 that nobody had named before.").arg(fresh));
    const QString confirmed = writer.both(debrief.confirmedItems, debrief.confirmedElements);
    if (!confirmed.isEmpty())
        sentences.append(DebriefPanel::tr("It confirmed %1, which others had named.").arg(confirmed));
    else
        sentences.append(DebriefPanel::tr("It confirmed nothing that others had named."));
    if (debrief.leastHeard) {
        const LeastHeard &least = *debrief.leastHeard;
        const QString who =
            least.element
                ? DebriefPanel::tr("%1 about %2").arg(writer.nameOf(least.role), writer.nameOf(least.element))
                : writer.nameOf(least.role);
        const QString heard =
            least.participants == 0
                ? DebriefPanel::tr("nobody yet")
                : writer.link(least.participants == 1
                                  ? DebriefPanel::tr("1 participant")
                                  : DebriefPanel::tr("%1 participants").arg(least.participants),
                              least.behind);
        sentences.append(DebriefPanel::tr("Least heard so far: %1 (%2).").arg(who, heard));
    }
    writer.text.html = u"<p>"_s + sentences.join(u"</p><p>"_s) + u"</p>"_s;
    return writer.text;
}

DebriefPanel::DebriefPanel(InterviewSession &session, CodebookCache &codebook, CatalogueService &catalogue,
                           QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_codebook(codebook)
    , m_catalogue(catalogue)
    , m_sentence(new LinkLabel(this))
{
    m_sentence->setObjectName(u"debriefSentence"_s);
    QFont large = font();
    large.setPointSizeF(font().pointSizeF() * 1.15);
    m_sentence->setFont(large);
    m_sentence->setHtml(tr("Counting what this interview brought …"));
    auto *heading = new SectionHeading(tr("What this interview brought"), SectionHeading::Level::Part, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(heading);
    column->addWidget(m_sentence);
    setFocusProxy(m_sentence);
    connect(m_sentence, &QLabel::linkActivated, this, [this](const QString &link) {
        const int place = link.toInt();
        if (place < m_behind.size())
            Q_EMIT catalogueWanted(m_behind[place]);
    });
    catalogue.addViewer(this);
    connect(&catalogue, &CatalogueService::changed, this, &DebriefPanel::count);
    count();
}

void DebriefPanel::count()
{
    if (!m_catalogue.isCurrent())
        return; // it says when it is
    const auto ticket = m_generation.next();
    deliver(
        m_session.study().jobs().run(ticket,
                                     [columns = m_catalogue.columns(), codebook = m_codebook.codebook(),
                                      id = m_session.id()](Connection &db) {
                                         return debrief(*columns, codebook,
                                                        heldInterviews(readInterviewNames(db)), id);
                                     }),
        ticket, this, [this](const std::optional<Debrief> &debrief) { show(debrief); },
        [this](const std::exception_ptr &) {
            m_behind.clear();
            m_sentence->setHtml(tr("What this interview brought could not be counted."));
        });
}

void DebriefPanel::show(const std::optional<Debrief> &debrief)
{
    const DebriefText text = debrief ? debriefText(*debrief, m_codebook.codebook()) : DebriefText{};
    m_behind = text.behind;
    m_sentence->setHtml(text.html);
}

} // namespace seamfinder
