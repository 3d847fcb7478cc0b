#include "ui/common/EvidenceList.h"

#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditPeople.h"
#include "core/catalogue/ReadExamples.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/StudySession.h"
#include "ui/common/AutoGrowTextEdit.h"
#include "ui/common/FieldWrites.h"
#include "ui/common/FlowLayout.h"
#include "ui/common/Icons.h"
#include "ui/common/Pill.h"
#include "ui/common/PlainEnter.h"
#include "ui/common/StateTag.h"
#include "ui/common/TypedText.h"
#include "ui/common/UndoStep.h"

#include <algorithm>
#include <QApplication>
#include <QButtonGroup>
#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QUuid>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

struct Relation
{
    QLatin1StringView key;
    const char *label;
    Tone tone;
};
constexpr QLatin1StringView interviewersWords{"interviewer"};
constexpr Relation relations[]{
    {"supports"_L1, QT_TRANSLATE_NOOP("EvidenceList", "Supports it"), Tone::Good},
    {"contradicts"_L1, QT_TRANSLATE_NOOP("EvidenceList", "Contradicts it"), Tone::Bad},
    {interviewersWords, QT_TRANSLATE_NOOP("EvidenceList", "Interviewer's words"), Tone::Neutral},
};

QString relationLabel(const Relation &relation)
{
    return QCoreApplication::translate("EvidenceList", relation.label);
}

} // namespace

EvidenceList::EvidenceList(const EditorContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_entries(new QVBoxLayout)
    , m_quote(new AutoGrowTextEdit(this))
    , m_add(new QPushButton(tr("Add quote"), this))
{
    m_entries->setSpacing(8);
    m_quote->setLineLimits(1, 8);
    m_quote->setAccessibleName(tr("New quote"));
    m_quote->setReadOnly(!context.isWritable());
    m_add->setEnabled(false);
    auto *choice = new FlowLayout(nullptr, 4);
    auto *group = new QButtonGroup(this);
    for (const Relation &relation : relations) {
        auto *pill = new Pill(relationLabel(relation), this);
        group->addButton(pill);
        connect(pill, &QAbstractButton::toggled, this, &EvidenceList::showStop);
        choice->addWidget(pill);
        m_relations += pill;
    }
    connect(&m_pause, &TypingPause::due, this, &EvidenceList::write);
    beginAnew();
    showAgreed({});
    choice->addWidget(m_add);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_entries);
    column->addWidget(m_quote);
    column->addLayout(choice);
    setFocusProxy(m_quote);
    connect(m_quote, &QPlainTextEdit::textChanged, this, [this] {
        m_add->setEnabled(m_target != 0 && !m_quote->toPlainText().trimmed().isEmpty() &&
                          m_context.isWritable());
    });
    connect(m_quote, &AutoGrowTextEdit::edited, &m_pause, &TypingPause::typed);
    connect(m_quote, &AutoGrowTextEdit::left, this, &EvidenceList::flush);
    m_quote->setFirstUndoBeyond(true);
    connect(m_quote, &AutoGrowTextEdit::undoBeyondField, this, [this] {
        flush();
        UndoStep::of(m_context.session).undo();
    });
    connect(m_quote, &AutoGrowTextEdit::redoBeyondField, this, [this] {
        flush();
        UndoStep::of(m_context.session).redo();
    });
    connect(m_add, &QAbstractButton::clicked, this, &EvidenceList::add);
    const auto follow = [this](const Commit &commit) {
        if (commit.touches("evidence"_L1) || commit.touches("excerpt"_L1))
            read();
        else if (commit.touches("interview"_L1))
            readPeople(); // and what they agreed to
    };
    for (const auto signal : {&StudySession::committed, &StudySession::undone, &StudySession::redone})
        connect(&context.session, signal, this, follow);
}

EvidenceList::~EvidenceList()
{
    m_quote->disconnect(this); // it would say that it was left when half of this is gone
    addBegun();
}

void EvidenceList::addBegun()
{
    // Emptied, it is to be none, too.
    if (m_target != 0 && (m_add->isEnabled() || m_pause.isActive()))
        end();
}

void EvidenceList::flush()
{
    if (m_pause.isActive())
        write();
}

void EvidenceList::setTarget(qint64 target)
{
    if (target == m_target)
        return;
    addBegun(); // it belongs to the target it was begun for
    m_target = target;
    beginAnew();
    read();
}

void EvidenceList::read()
{
    while (QLayoutItem *item = m_entries->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_count = 0;
    readPeople();
    if (m_target != 0) {
        const QVector<EvidenceRecord> all = readEvidence(m_context.session.reader(), m_target);
        m_count = int(all.size());
        const qint64 begun = m_begun->evidence.load();
        const bool isThere = std::ranges::any_of(
            all, [begun](const EvidenceRecord &evidence) { return evidence.id.value == begun; });
        if (m_isBegunSeen && !isThere && !m_pause.isActive())
            beginAnew(); // what was typed was undone
        m_isBegunSeen = isThere;
        showBegun(all);
        for (const EvidenceRecord &evidence : all) {
            if (evidence.id.value != begun) // that one stands in the field
                m_entries->addWidget(makeEntry(evidence));
        }
    }
    Q_EMIT countChanged(m_count);
}

/// Undo and redo change what stands in the field; what is being typed or on its way to the file is newer.
void EvidenceList::showBegun(const QVector<EvidenceRecord> &all)
{
    if (m_pause.isActive() || FieldWrites::of(m_context.session).waiting(keyOfBegun()))
        return;
    for (const EvidenceRecord &evidence : all) {
        if (evidence.id.value == m_begun->evidence && evidence.quote != m_quote->toPlainText().trimmed())
            m_quote->showChange(evidence.quote);
    }
}

QString EvidenceList::keyOfBegun() const
{
    return u"%1/quote/%2"_s.arg(toText(ExampleId{m_target}), m_begun->key);
}

QWidget *EvidenceList::makeEntry(const EvidenceRecord &evidence)
{
    auto *entry = new QWidget(this);
    const auto found = std::ranges::find_if(
        relations, [&](const Relation &relation) { return relation.key == evidence.relation; });
    const Relation &relation = found == std::end(relations) ? relations[0] : *found;
    auto *quote = new QLabel(tr("“%1”").arg(evidence.quote), entry);
    quote->setTextFormat(Qt::PlainText);
    quote->setWordWrap(true);
    quote->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *bin = new QToolButton(entry);
    bin->setObjectName(u"removeEvidence"_s);
    bin->setIcon(icon(u"edit-delete"));
    bin->setAutoRaise(true);
    bin->setToolTip(tr("Remove this quote (can be undone)"));
    bin->setAccessibleName(tr("Remove this quote"));
    bin->setEnabled(m_context.isWritable());
    const EvidenceId id = evidence.id;
    const QString place = toText(ExampleId{m_target});
    connect(bin, &QAbstractButton::clicked, this, [this, id, place] {
        m_context.session.perform({.label = tr("Remove quote"), .place = place},
                                  [id](Edit &edit) { removeEvidence(edit, id); });
    });
    auto *top = new QHBoxLayout;
    top->addWidget(new StateTag(relationLabel(relation), relation.tone, entry));
    if (evidence.sourceKind == "transcript"_L1)
        top->addWidget(new StateTag(tr("Transcript"), Tone::Neutral, entry));
    if (m_people.size() > 1 && relation.key != interviewersWords) // those are none of theirs
        top->addWidget(makeSpeaker(evidence, entry));
    top->addStretch(1);
    top->addWidget(bin);
    auto *column = new QVBoxLayout(entry);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(top);
    column->addWidget(quote);
    return entry;
}

void EvidenceList::readPeople()
{
    Connection &db = m_context.session.reader();
    const auto example = m_target ? readExample(db, ExampleId{m_target}) : std::nullopt;
    const auto interview =
        example && example->interview ? readInterview(db, example->interview) : std::nullopt;
    m_participant = example ? example->participant : ParticipantId{};
    m_people = interview ? interview->participants : QVector<ParticipantId>();
    m_pseudonyms = interview ? interview->pseudonyms : QVector<QString>();
    const QString agreed = interview ? interview->quotes : QString();
    if (agreed != m_agreed)
        showAgreed(agreed);
}

void EvidenceList::showAgreed(const QString &quotes)
{
    m_agreed = quotes;
    const bool otherWords = quotes == "paraphrase"_L1;
    m_quote->setPlaceholderText(otherWords            ? tr("In other words: they may not be quoted")
                                : quotes == "none"_L1 ? tr("For you only: they agreed to no quotes")
                                                      : tr("A quote, word for word"));
    const auto usual = std::ranges::find_if(relations, [otherWords](const Relation &relation) {
        return (relation.key == interviewersWords) == otherWords;
    });
    m_relations.at(usual - std::begin(relations))->setChecked(true);
}

QWidget *EvidenceList::makeSpeaker(const EvidenceRecord &evidence, QWidget *entry)
{
    const qsizetype named = m_people.indexOf(evidence.speaker ? evidence.speaker : m_participant);
    const qsizetype place = qMax<qsizetype>(0, named);
    auto *button = new QToolButton(entry);
    button->setObjectName(u"evidenceSpeaker"_s);
    button->setText(m_pseudonyms[place]);
    button->setAccessibleName(tr("Said by %1").arg(m_pseudonyms[place]));
    button->setToolTip(tr("Whose words these are: the next of the participants"));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setEnabled(m_context.isWritable());
    connect(button, &QAbstractButton::clicked, this,
            [this, id = evidence.id, next = m_people[(place + 1) % m_people.size()]] {
                m_context.session.perform(
                    {.label = tr("Say who said it"), .place = toText(ExampleId{m_target})},
                    [id, next](Edit &edit) { setEvidenceSpeaker(edit, id, next); });
            });
    return button;
}

void EvidenceList::keyPressEvent(QKeyEvent *event)
{
    auto *pill = qobject_cast<Pill *>(QApplication::focusWidget());
    if (pill && isPlainEnter(*event))
        pill->click();
    else if (!typeOnIn(*m_quote, *event))
        QWidget::keyPressEvent(event);
}

/// Only what is chosen is a stop for Tab.
void EvidenceList::showStop()
{
    for (Pill *pill : std::as_const(m_relations))
        pill->setFocusPolicy(pill->isChecked() ? Qt::StrongFocus : Qt::ClickFocus);
    if (!m_quote->toPlainText().isEmpty())
        m_pause.typed(); // it is another relation now
}

QLatin1StringView EvidenceList::chosenRelation() const
{
    for (int i = 0; i < int(m_relations.size()); ++i) {
        if (m_relations.at(i)->isChecked())
            return relations[i].key;
    }
    return relations[0].key;
}

/// A write that fails stays with what waits for the study, as those of fields do.
void EvidenceList::write()
{
    m_pause.stop();
    if (m_target == 0 || !m_context.isWritable())
        return;
    const QLatin1StringView relation = chosenRelation();
    const Passage words{.quote = m_quote->toPlainText().trimmed(),
                        .speaker = relation == interviewersWords ? ParticipantId{} : m_participant};
    const QString place = toText(ExampleId{m_target});
    const QString key = keyOfBegun();
    FieldWrites::of(m_context.session)
        .perform(key, {.label = tr("Add quote"), .place = place, .visit = key}, {.value = words.quote},
                 [begun = m_begun, target = m_target, words, relation](Edit &edit) {
                     const EvidenceId evidence{begun->evidence.load()};
                     if (words.quote.isEmpty())
                         removeEvidence(edit, evidence);
                     else if (!rewordEvidence(edit, evidence, words, relation))
                         begun->evidence = addEvidence(edit, target, words, relation).value;
                 });
}

/// What stands in the field is an entry of its own from now on.
void EvidenceList::end()
{
    flush();
    beginAnew();
}

void EvidenceList::beginAnew()
{
    m_pause.stop();
    m_begun = std::make_shared<Begun>();
    m_begun->key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_isBegunSeen = false;
    m_quote->setTextQuietly({});
    m_add->setEnabled(false);
}

void EvidenceList::add()
{
    if (m_add->hasFocus())
        m_quote->setFocus(
            Qt::OtherFocusReason); // for the next; a button that is disabled gives it to anything
    end();
    read();
}

} // namespace seamfinder
