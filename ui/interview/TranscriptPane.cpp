#include "ui/interview/TranscriptPane.h"

#include "core/interview/InterviewSession.h"
#include "core/interview/TranscriptVoices.h"
#include "ui/common/SectionHeading.h"
#include "ui/interview/ExampleLabel.h"
#include "ui/interview/FindStrip.h"
#include "ui/interview/NewTranscript.h"
#include "ui/interview/TranscriptView.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

TranscriptPane::TranscriptPane(InterviewSession &session, Messages &messages, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_pages(new QStackedWidget(this))
    , m_new(new NewTranscript(session, messages))
    , m_text(new TranscriptView)
    , m_find(new FindStrip(m_text))
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(14, 12, 0, 0);
    auto *heading = new SectionHeading(tr("Transcript"));
    column->addWidget(heading);
    auto *hint = new QHBoxLayout;
    auto *example = new QPushButton(tr("New example from selection"));
    auto *evidence = new QPushButton(tr("Evidence of…"));
    example->setToolTip(tr("Enter, while the transcript has the focus"));
    evidence->setToolTip(tr("E, while the transcript has the focus"));
    for (QPushButton *button : {example, evidence}) {
        button->setFlat(true);
        button->setEnabled(false);
        hint->addWidget(button);
    }
    hint->addStretch(1);
    column->addLayout(hint);
    column->addWidget(m_find);
    column->addWidget(m_text, 1);
    m_text->setObjectName(u"transcript"_s);
    m_text->setContextMenuPolicy(Qt::CustomContextMenu);
    m_text->installEventFilter(this);
    m_pages->addWidget(m_new);
    m_pages->addWidget(page);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_pages);

    connect(example, &QPushButton::clicked, this, &TranscriptPane::newExample);
    connect(evidence, &QPushButton::clicked, this, &TranscriptPane::offerEvidence);
    connect(m_text, &QPlainTextEdit::copyAvailable, this, [this, example, evidence](bool selected) {
        example->setEnabled(selected && m_session.isWritable());
        evidence->setEnabled(example->isEnabled());
    });
    connect(m_text, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        QMenu *menu = m_text->createStandardContextMenu(at);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        if (selection() && m_session.isWritable()) {
            menu->addSeparator();
            menu->addAction(tr("New example from this"), this, &TranscriptPane::newExample);
            menu->addAction(tr("Evidence of…"), this, &TranscriptPane::offerEvidence);
        }
        menu->popup(m_text->mapToGlobal(at));
    });
    connect(&session, &InterviewSession::changed, this, &TranscriptPane::refresh);
    refresh();
}

void TranscriptPane::refresh()
{
    const QVector<Transcript> all = readTranscripts(m_session.study().reader(), m_session.id());
    const Transcript now = all.isEmpty() ? Transcript{} : all.last();
    const bool hadFocus = m_pages->isAncestorOf(QApplication::focusWidget());
    const bool turns = m_pages->currentIndex() != (now.id ? 1 : 0);
    m_pages->setCurrentIndex(now.id ? 1 : 0);
    m_text->setPeople(TranscriptPeople::of(m_session.data(), readCoders(m_session.study().reader())));
    m_text->showTranscript(now);
    if (turns && hadFocus)
        focusText(); // who pasted reads on with the keys
}

bool TranscriptPane::hasTranscript() const
{
    return bool(m_text->transcript().id);
}

void TranscriptPane::focusText()
{
    hasTranscript() ? m_text->setFocus() : m_pages->currentWidget()->setFocus();
}

bool TranscriptPane::find()
{
    if (!hasTranscript() || !isAncestorOf(QApplication::focusWidget()))
        return false;
    m_find->open();
    return true;
}

bool TranscriptPane::hasFocusInText() const
{
    return m_text->hasFocus();
}

void TranscriptPane::openFile(const QString &path)
{
    m_new->openFile(path);
}

std::optional<Passage> TranscriptPane::selection() const
{
    return m_text->selection(m_session.speaker(m_session.currentRef()));
}

void TranscriptPane::newExample()
{
    if (const auto passage = selection())
        m_session.createExampleFrom(*passage, [this](qint64 example) { Q_EMIT exampleCreated(example); });
}

void TranscriptPane::offerEvidence()
{
    const auto passage = selection();
    if (!passage)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto title = [this](Entity entity, qint64 id) {
        return fontMetrics().elidedText(shownName(m_session, entity, id), Qt::ElideRight, 380);
    };
    const auto add = [&](Entity entity, qint64 id, const QString &indent) {
        menu->addAction(indent + title(entity, id).replace(u'&', u"&&"_s), this,
                        [this, id, passage, of = title(entity, id)] {
                            m_session.addEvidence(id, *passage, relationOf(*passage));
                            m_text->setFocus(Qt::OtherFocusReason); // to the next passage
                            Q_EMIT evidenceTaken(of);
                        });
    };
    for (const ExampleRecord &example : m_session.data().examples) {
        add(Entity::Example, example.id, {});
        for (const GapRecord &gap : example.gaps)
            add(Entity::Gap, gap.id, u"      "_s);
    }
    for (const GapRecord &need : m_session.data().needs)
        add(Entity::Gap, need.id, {});
    if (!menu->isEmpty())
        menu->addSeparator();
    menu->addAction(tr("A new example"), this, &TranscriptPane::newExample);
    menu->popup(m_text->mapToGlobal(m_text->cursorRect().bottomLeft()));
}

bool TranscriptPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress && m_session.isWritable()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool plain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        if (plain && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && selection()) {
            newExample();
            return true;
        }
        if (plain && key->key() == Qt::Key_E && selection()) {
            offerEvidence();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace seamfinder
