#include "ui/interview/MarkTargets.h"

#include "core/interview/InterviewSession.h"
#include "core/interview/WordsAround.h"

#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int targetRole = Qt::UserRole;
constexpr int newExampleRow = 0;
} // namespace

MarkTargets::MarkTargets(InterviewSession &session, const Mark &mark, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_mark(mark)
    , m_text(new QPlainTextEdit(this))
    , m_targets(new QListWidget(this))
{
    const WordsAround around = wordsAround(mark, session.answers());
    m_words = passageOf(mark, around);
    m_text->setPlainText(around.before + around.marked + around.after);
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("Words around the mark"));
    m_text->setVisible(!around.isEmpty());
    QTextCursor cursor = m_text->textCursor();
    cursor.setPosition(int(around.before.size()));
    cursor.setPosition(int(around.before.size() + around.marked.size()), QTextCursor::KeepAnchor);
    m_text->setTextCursor(cursor);
    m_text->setMaximumHeight(fontMetrics().lineSpacing() * 8);

    m_targets->setAccessibleName(tr("What it is"));
    m_targets->setObjectName(u"markTargets"_s);
    m_targets->addItem(tr("A new example"));
    for (const ExampleRecord &example : session.data().examples) {
        const QString title = session.answers().rowTitle(Entity::Example, example.id);
        auto *item = new QListWidgetItem(
            tr("Evidence for “%1”").arg(title.isEmpty() ? tr("(no title yet)") : title), m_targets);
        item->setData(targetRole, example.id);
        item->setFlags(m_words.quote.isEmpty() ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    }
    m_targets->addItem(tr("Nothing more"));
    m_targets->setCurrentRow(newExampleRow);
    connect(m_targets, &QListWidget::itemActivated, this,
            [this](QListWidgetItem *item) { take(m_targets->row(item)); });

    auto *hint = new QLabel(
        around.isEmpty() ? tr("Nothing was written around it. What was said then is in the recording, "
                              "the transcript, or your memory.")
                         : tr("Select the words that count; without a selection all of them are taken."),
        this);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_text);
    column->addWidget(hint);
    column->addWidget(m_targets, 1);
    setFocusProxy(m_targets);
}

Passage MarkTargets::chosenWords() const
{
    Passage words = m_words;
    const QString selected = m_text->textCursor().selectedText().replace(QChar::ParagraphSeparator, u'\n');
    if (!selected.isEmpty() && selected != words.quote) {
        words.quote = selected;
        words.start = words.end = -1;
    }
    return words;
}

void MarkTargets::take(int row)
{
    if (row == newExampleRow) {
        m_session.makeExampleOf(m_mark, chosenWords(),
                                [this](qint64 example) { Q_EMIT settled(ExampleId{example}); });
    } else if (const qint64 target = m_targets->item(row)->data(targetRole).toLongLong()) {
        m_session.makeEvidenceOf(m_mark, chosenWords(), target);
        Q_EMIT settled({});
    } else {
        m_session.setMarkDone(m_mark.id, true);
        Q_EMIT settled({});
    }
}

} // namespace seamfinder
