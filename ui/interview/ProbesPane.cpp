#include "ui/interview/ProbesPane.h"

#include "core/catalogue/ExampleFacts.h"
#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"
#include "ui/common/DigitRow.h"
#include "ui/common/KeyHint.h"
#include "ui/common/Pill.h"
#include "ui/common/ScrollPane.h"
#include "ui/common/SectionHeading.h"
#include "ui/interview/ExampleLabel.h"
#include "ui/interview/ExampleLine.h"
#include "ui/interview/MarkList.h"
#include "ui/interview/PeoplePanel.h"
#include "ui/interview/ProbeBox.h"

#include <algorithm>
#include <QApplication>
#include <QLabel>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
void clearColumn(QVBoxLayout *column)
{
    while (QLayoutItem *item = column->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

void tickByNumber(QCheckBox &box, int number)
{
    auto *shortcut = new QShortcut(&box);
    shortcut->setKeys(altDigit(number));
    QObject::connect(shortcut, &QShortcut::activated, &box, &QCheckBox::click); // the focus stays
}
} // namespace

ProbesPane::ProbesPane(InterviewSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_pages(new QStackedWidget(this))
    , m_switch(new QWidget(this))
    , m_toProbes(new Pill(tr("Probes"), m_switch))
    , m_toExamples(new Pill(tr("Examples"), m_switch))
    , m_page(new QWidget(this))
    , m_examplePage(new QWidget(this))
    , m_people(new PeoplePanel(session, this))
    , m_probeHeading(new SectionHeading(tr("Probes"), SectionHeading::Level::Part, this))
    , m_probes(new QVBoxLayout)
    , m_markHeading(new SectionHeading(tr("Marks"), SectionHeading::Level::Part, this))
    , m_marks(new MarkList(session, this))
    , m_examples(new QVBoxLayout)
{
    auto *column = new QVBoxLayout(m_page);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(8);
    m_examples->setSpacing(2);
    column->addWidget(m_people);
    column->addWidget(m_probeHeading);
    column->addLayout(m_probes);
    column->addSpacing(10);
    column->addWidget(m_markHeading);
    column->addWidget(m_marks);
    column->addStretch(1);
    auto *examples = new QVBoxLayout(m_examplePage);
    examples->setContentsMargins(14, 12, 14, 12);
    examples->addLayout(m_examples);
    examples->addStretch(1);
    for (QWidget *page : {m_page, m_examplePage}) {
        auto *scroll = new ScrollPane(this);
        scroll->setWidget(page);
        m_pages->addWidget(scroll);
    }
    auto *line = new QHBoxLayout(m_switch);
    line->setContentsMargins(14, 10, 14, 0);
    line->setSpacing(4);
    for (Pill *pill : {m_toProbes, m_toExamples}) {
        pill->setFocusPolicy(Qt::TabFocus); // a click leaves the focus in the answer
        keepToolTip(*pill, tr("Probes, or this interview's examples"), KeyCommand::ExamplesBeside);
        line->addWidget(pill);
        connect(pill, &QAbstractButton::clicked, this, [this, pill] {
            setExamplesShown(pill == m_toExamples);
            Q_EMIT pageChosen(pill == m_toExamples);
        });
    }
    line->addStretch(1);
    m_toProbes->setObjectName(u"showProbes"_s);
    m_toExamples->setObjectName(u"showExamples"_s);
    m_toProbes->setChecked(true);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_switch);
    whole->addWidget(m_pages, 1);
    const auto showMarks = [this] {
        m_markHeading->setVisible(m_marks->count() > 0);
        m_marks->setVisible(m_marks->count() > 0);
    };
    connect(m_marks, &MarkList::emptyChanged, this, showMarks);
    showMarks();
    connect(&session, &InterviewSession::changed, this, &ProbesPane::refresh);
    connect(&session, &InterviewSession::currentChanged, this, &ProbesPane::refresh);
    refresh();
}

void ProbesPane::setExamplesShown(bool shown)
{
    const bool focused = m_pages->currentWidget()->isAncestorOf(QApplication::focusWidget());
    m_toProbes->setChecked(!shown);
    m_toExamples->setChecked(shown);
    showPage();
    if (focused)
        (shown ? m_toExamples : m_toProbes)->setFocus(Qt::OtherFocusReason);
}

QWidget *ProbesPane::currentLine() const
{
    const bool examples = m_pages->currentIndex() == 1;
    for (const qint64 instance : m_session.currentRef().instances) {
        QWidget *asked = examples ? lineOf(ExampleId{instance}) : nullptr;
        if (asked && asked->isVisible())
            return asked; // it is what one wants to look at
    }
    if (QWidget *last = (examples ? m_examplePage : m_page)->focusWidget();
        last && last->isVisible() && last->isEnabled())
        return last;
    if (examples)
        return qobject_cast<ExampleLine *>(m_examples->itemAt(0)->widget());
    if (!m_boxes.isEmpty())
        return m_boxes.first().first;
    return m_marks->count() > 0 ? m_marks : nullptr;
}

QWidget *ProbesPane::lineOf(ExampleId example) const
{
    const auto found = std::ranges::find(m_lines, example, [](const auto &each) { return each.second; });
    return found == m_lines.end() ? nullptr : found->first;
}

ExampleId ProbesPane::exampleOf(const QWidget *line) const
{
    const auto found = std::ranges::find(m_lines, line, [](const auto &each) { return each.first; });
    return found == m_lines.end() ? ExampleId{} : found->second;
}

void ProbesPane::refresh()
{
    const Step *step = m_session.currentStep();
    m_people->setVisible(step && m_session.isSetUp(*step));
    showProbes();
    showExamples();
    showPage();
}

/// In the set-up there is nothing but the people, whichever page is wanted otherwise.
void ProbesPane::showPage()
{
    const Step *step = m_session.currentStep();
    const bool isSetUp = step && m_session.isSetUp(*step) && m_session.data().examples.isEmpty();
    m_pages->setCurrentIndex(m_toExamples->isChecked() && !isSetUp ? 1 : 0);
    showSwitch();
}

void ProbesPane::showSwitch()
{
    // It stands beside the question, so that nothing of that moves by it.
    m_switch->setVisible(!m_boxes.isEmpty() || !m_session.data().examples.isEmpty() ||
                         m_toExamples->isChecked() || m_switch->isAncestorOf(QApplication::focusWidget()));
}

void ProbesPane::showProbes()
{
    const Step *step = m_session.currentStep();
    const QString shown =
        step ? QStringList{step->ref.toText(), m_session.flow().language()}.join(u'\n') : QString();
    if (shown == m_shownProbes) {
        showAsked(); // the boxes stay: one of them may have the focus
        return;
    }
    m_shownProbes = shown;
    m_boxes.clear();
    clearColumn(m_probes);
    const QVector<StepProbe> probes = step ? probesAt(*step) : QVector<StepProbe>();
    m_probeHeading->setVisible(!probes.isEmpty());
    m_probeHeading->setNote(tr("asked: Alt+1, Alt+2 …"));
    for (const StepProbe &each : probes) {
        auto *box = new ProbeBox(m_session.flow().text(*step, each.probe->label), m_page);
        box->setToolTip(tr("Tick it when you have asked it"));
        m_probes->addWidget(box);
        box->show(); // at once: a layout would show it a moment later
        m_boxes.append({box, each});
        if (const int number = int(m_boxes.size()); number <= 9)
            tickByNumber(*box, number);
        connect(box, &QCheckBox::clicked, this, [this, ref = each.ref, key = each.probe->key](bool on) {
            m_session.setProbeAsked(ref, key, on);
        });
    }
    showAsked();
}

void ProbesPane::showAsked()
{
    for (const auto &[box, probe] : std::as_const(m_boxes)) {
        box->setChecked(m_session.data().probes.value(probe.ref).contains(probe.probe->key));
        box->setEnabled(m_session.isWritable());
    }
}

void ProbesPane::showExamples()
{
    QString shown;
    struct Line
    {
        qint64 id;
        QString title, open;
    };
    QVector<Line> lines;
    for (const ExampleRecord &example : m_session.data().examples) {
        const Line line{example.id, shownName(m_session, Entity::Example, example.id),
                        openSentence(openFieldsOf(example, m_session.answers().codebook()))};
        lines.append(line);
        shown += QStringList{QString::number(line.id), line.title, line.open}.join(u'\n') + u'\n';
    }
    m_toExamples->setText(lines.isEmpty() ? tr("Examples") : tr("Examples (%1)").arg(lines.size()));
    if (shown == m_shownExamples && !lines.isEmpty())
        return;
    m_shownExamples = shown;
    clearColumn(m_examples);
    m_lines.clear();
    if (lines.isEmpty()) {
        auto *none = new QLabel(m_examplePage);
        followKeys(*none, [none] {
            none->setText(tr("None yet. %1 notes one at any moment; the question stays.")
                              .arg(withKey(tr("New example"), KeyCommand::NewExample)));
        });
        none->setWordWrap(true);
        none->setForegroundRole(QPalette::PlaceholderText);
        m_examples->addWidget(none);
        return;
    }
    for (const Line &each : lines) {
        auto *line = new ExampleLine(each.title, each.open, m_examplePage);
        m_examples->addWidget(line);
        line->show();
        m_lines.append({line, ExampleId{each.id}});
        connect(line, &ExampleLine::clicked, this, [this, id = each.id] { Q_EMIT exampleWanted(id); });
    }
}

} // namespace seamfinder
