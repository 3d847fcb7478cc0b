#include "ui/study/StudySummary.h"

#include "ui/study/Figure.h"
#include "ui/study/SaturationBars.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

QString saturationSentence(const QVector<SaturationStep> &steps)
{
    if (steps.isEmpty())
        return {};
    const int fresh = steps.last().fresh;
    if (steps.size() == 1 && fresh == 0)
        return StudySummary::tr("The first interview named no information item yet.");
    if (steps.size() == 1 && fresh == 1)
        return StudySummary::tr("The first interview named 1 information item.");
    if (steps.size() == 1)
        return StudySummary::tr("The first interview named %1 information items.").arg(fresh);
    if (fresh > 1)
        return StudySummary::tr("The last interview brought %1 information items nobody named before.")
            .arg(fresh);
    if (fresh == 1)
        return StudySummary::tr("The last interview brought 1 information item nobody named before.");
    qsizetype without = 0;
    while (without < steps.size() && steps[steps.size() - 1 - without].fresh == 0)
        ++without;
    return without == 1
               ? StudySummary::tr("The last interview brought no information item that nobody named before.")
               : StudySummary::tr(
                     "The last %1 interviews brought no information item that nobody named before.")
                     .arg(without);
}

/// As many as have room, each of them whole.
static QString shortened(const QStringList &entries, const Figure &figure)
{
    const QString between = u" · "_s;
    qsizetype shown = entries.size();
    QString note = entries.join(between);
    while (shown > 1 && !figure.takesNote(note)) {
        --shown;
        note = entries.mid(0, shown).join(between) + between +
               StudySummary::tr("and %1 other roles").arg(entries.size() - shown);
    }
    return note;
}

StudySummary::StudySummary(QWidget *parent)
    : QWidget(parent)
    , m_participants(new Figure(false, this))
    , m_interviews(new Figure(false, this))
    , m_examples(new Figure(true, this))
    , m_gaps(new Figure(true, this))
    , m_saturation(new QWidget(this))
    , m_sentence(new QLabel(m_saturation))
    , m_bars(new SaturationBars(m_saturation))
    , m_column(new QVBoxLayout(this))
    , m_line(new QHBoxLayout)
{
    m_examples->setObjectName(u"studyExamples"_s);
    m_bars->setObjectName(u"saturation"_s);
    m_sentence->setObjectName(u"saturationSentence"_s);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    auto *column = new QVBoxLayout(m_saturation);
    column->setContentsMargins(8, 4, 0, 4);
    column->setSpacing(2);
    column->addWidget(m_bars);
    column->addWidget(m_sentence);
    m_column->setContentsMargins(6, 6, 14, 6);
    m_column->setSpacing(0);
    m_column->addLayout(m_line);
    m_line->setSpacing(14);
    for (Figure *figure : {m_participants, m_interviews, m_examples, m_gaps})
        m_line->addWidget(figure, 0, Qt::AlignTop);
    m_line->addWidget(m_saturation, 1);
    for (Figure *figure : {m_examples, m_gaps})
        connect(figure, &QAbstractButton::clicked, this, &StudySummary::examplesWanted);
    connect(m_bars, &SaturationBars::opened, this, &StudySummary::interviewExamplesWanted);
}

QString StudySummary::interviewsInWords(const StudyOverview &overview)
{
    QStringList parts;
    if (overview.interviews)
        parts.append(tr("%1 complete").arg(overview.complete));
    if (overview.declined)
        parts.append(tr("%1 more declined").arg(overview.declined));
    return parts.join(u" · "_s);
}

void StudySummary::setOverview(const StudyOverview &overview)
{
    QStringList roles;
    for (const auto &[role, count] : overview.roles)
        roles.append(role + u' ' + QString::number(count)); // needs no plural
    m_participants->setFigure(overview.participants,
                              overview.participants == 1 ? tr("participant") : tr("participants"),
                              shortened(roles, *m_participants), roles.join(u" · "_s));
    m_interviews->setFigure(overview.interviews,
                            overview.interviews == 1 ? tr("interview") : tr("interviews"),
                            interviewsInWords(overview));
    int openExamples = 0;
    QStringList names;
    for (const OverviewRow &row : overview.rows)
        openExamples += row.openExamples;
    m_examples->setFigure(overview.examples, overview.examples == 1 ? tr("example") : tr("examples"),
                          openExamples ? tr("%1 with something open").arg(openExamples) : QString());
    m_gaps->setFigure(overview.gaps, overview.gaps == 1 ? tr("information gap") : tr("information gaps"),
                      overview.steps.isEmpty() ? QString()
                      : overview.steps.last().known == 1
                          ? tr("1 information item")
                          : tr("%1 different items").arg(overview.steps.last().known));
    QHash<qint64, QString> whoOf;
    for (const OverviewRow &row : overview.rows)
        whoOf.insert(row.interview.value, row.who);
    for (const SaturationStep &step : overview.steps)
        names.append(whoOf.value(step.interview));
    m_bars->setSteps(overview.steps, names);
    m_sentence->setText(saturationSentence(overview.steps));
    m_hasSteps = !overview.steps.isEmpty();
    fit();
}

void StudySummary::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

// What is new in each interview goes below the figures where it has no room beside them.
void StudySummary::fit()
{
    int taken = 0;
    for (const Figure *figure : {m_participants, m_interviews, m_examples, m_gaps})
        taken += figure->sizeHint().width() + m_line->spacing();
    const bool beside = width() - taken > fontMetrics().averageCharWidth() * 34;
    if (beside != (m_line->indexOf(m_saturation) >= 0)) {
        m_line->removeWidget(m_saturation);
        m_column->removeWidget(m_saturation);
        beside ? m_line->addWidget(m_saturation, 1) : m_column->addWidget(m_saturation);
    }
    m_saturation->setVisible(m_hasSteps);
}

} // namespace seamfinder
