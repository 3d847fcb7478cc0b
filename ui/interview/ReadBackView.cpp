#include "ui/interview/ReadBackView.h"

#include "core/catalogue/EditFields.h"
#include "core/catalogue/ExampleFacts.h"
#include "core/domain/Fields.h"
#include "core/domain/ReadBackHtml.h"
#include "core/interview/InterviewSession.h"
#include "core/protocol/SpokenLabels.h"
#include "ui/common/ExampleCard.h"
#include "ui/common/KeyHint.h"
#include "ui/common/ScrollPane.h"
#include "ui/interview/InterviewContext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr auto confirmed = "confirmed"_L1, candidate = "candidate"_L1, notMismatch = "not-mismatch"_L1;
constexpr double readingSize = 1.9; // of the usual text: to be read aloud, or seen from across a table
} // namespace

ReadBackView::ReadBackView(InterviewSession &session, CodebookCache &codebook, QWidget *parent)
    : FocusRing(parent)
    , m_session(session)
    , m_codebook(codebook)
    , m_place(new QLabel(this))
    , m_sentence(new QLabel)
    , m_open(new QLabel(this))
    , m_status(new QLabel(this))
    , m_side(new QWidget(this))
    , m_close(new QPushButton(this))
    , m_agree(new QPushButton(tr("They agree"), this))
    , m_correct(new QPushButton(tr("Not right: mend it"), this))
    , m_back(new QPushButton(tr("Back"), this))
    , m_next(new QPushButton(this))
{
    setAccessibleName(tr("Read back"));
    m_place->setObjectName(u"readBackPlace"_s);
    m_place->setForegroundRole(QPalette::PlaceholderText);
    m_place->setTextFormat(Qt::PlainText);
    QFont large = font();
    large.setPointSizeF(font().pointSizeF() * readingSize);
    m_sentence->setFont(large);
    m_sentence->setObjectName(u"readBackSentence"_s);
    m_sentence->setTextFormat(Qt::RichText);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_open->setObjectName(u"readBackOpen"_s);
    m_open->setTextFormat(Qt::PlainText);
    m_open->setWordWrap(true);
    m_open->setForegroundRole(QPalette::PlaceholderText);
    m_agree->setObjectName(u"readBackAgree"_s);
    m_agree->setToolTip(tr("The example is confirmed, and the next one comes"));
    m_correct->setObjectName(u"readBackCorrect"_s);
    m_correct->setToolTip(tr("Opens the example beside the sentence; it is a candidate until they agree"));
    m_next->setObjectName(u"readBackNext"_s);
    keepToolTip(*m_next, {}, KeyCommand::NextQuestion);
    keepToolTip(*m_back, {}, KeyCommand::PreviousQuestion);
    auto *scroll = new ScrollPane;
    scroll->setWidget(m_sentence);
    auto *side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    m_side->hide();
    auto *panes = new QHBoxLayout;
    panes->setSpacing(24);
    panes->addWidget(scroll, 3);
    panes->addWidget(m_side, 2);
    m_close->setObjectName(u"readBackClose"_s);
    m_close->setFlat(true);
    m_close->setToolTip(tr("Esc"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_close);
    buttons->addStretch(1);
    buttons->addWidget(m_status);
    buttons->addSpacing(12);
    for (QPushButton *button : {m_agree, m_correct, m_back, m_next}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(28, 18, 28, 14);
    whole->setSpacing(12);
    whole->addWidget(m_place);
    whole->addLayout(panes, 1);
    whole->addWidget(m_open);
    whole->addLayout(buttons);
    connect(m_close, &QPushButton::clicked, this, &ReadBackView::leave);
    connect(m_agree, &QPushButton::clicked, this, &ReadBackView::agree);
    connect(m_correct, &QPushButton::clicked, this, &ReadBackView::correct);
    connect(m_back, &QPushButton::clicked, this, &ReadBackView::previous);
    connect(m_next, &QPushButton::clicked, this, &ReadBackView::next);
    connect(&session, &InterviewSession::changed, this, &ReadBackView::refresh);
    followKeys(*this, [this] { refresh(); });
}

ReadBackView::~ReadBackView()
{
    m_session.disconnect(this);
    delete m_card; // it writes what is pending
}

QVector<ExampleId> ReadBackView::examples() const
{
    QVector<ExampleId> found;
    for (const ExampleRecord &example : m_session.data().examples) {
        if (example.relevant && example.text(fields::example::status) != notMismatch)
            found.append(example.exampleId());
    }
    return found;
}

void ReadBackView::begin(const QString &wayBack, ExampleId at)
{
    m_close->setText(wayBack);
    show(std::max(0, int(examples().indexOf(at))));
}

void ReadBackView::show(int place)
{
    forgetCard();
    m_example = examples().value(place);
    refresh();
    focusFirst();
}

void ReadBackView::next()
{
    const int next = int(examples().indexOf(m_example)) + 1;
    if (m_example && next < examples().size()) {
        show(next);
        return;
    }
    leave();
}

void ReadBackView::leave()
{
    forgetCard();
    Q_EMIT closed();
}

void ReadBackView::previous()
{
    if (const int here = int(examples().indexOf(m_example)); here > 0)
        show(here - 1);
}

void ReadBackView::refresh()
{
    const QVector<ExampleId> all = examples();
    const ExampleRecord *example = m_session.data().example(m_example.value);
    const int place = int(all.indexOf(m_example));
    const bool isConfirmed = example && example->text(fields::example::status) == confirmed;
    const QString title = example ? m_session.answers().rowTitle(Entity::Example, example->id) : QString();
    // The participant reads along: in the language of the interview, as the sentence is.
    const SpokenLabels &spoken = m_session.flow().spoken();
    const QString count =
        spoken.phrase("%1 of %2").arg(QString::number(place + 1), QString::number(all.size()));
    const Interview &interview = m_session.data().interview;
    // Where several take part, whose example it is: the one who agrees to it.
    const qsizetype teller = example ? interview.participants.indexOf(example->participant) : -1;
    const QString whose = m_session.hasSeveralParticipants() && teller >= 0
                              ? interview.pseudonyms.value(teller) + u" · "_s
                              : QString();
    m_place->setText(example ? count + u"   "_s + whose + title : QString());
    const QVector<ReadBackPart> sentence =
        example ? m_session.answers().aloud(*example, spoken) : QVector<ReadBackPart>();
    m_sentence->setText(!example ? spoken.phrase("There is no example to read back.").toHtmlEscaped()
                        : sentence.isEmpty() ? title.toHtmlEscaped() // as in the question that reads it back
                                             : readBackHtml(sentence));
    const QString open = example ? openInWords(*example) : QString();
    m_open->setText(open);
    m_open->setVisible(!open.isEmpty());
    m_status->setText(isConfirmed ? spoken.phrase("✓ Confirmed") : QString());
    m_agree->setVisible(!sentence.isEmpty()); // nobody agrees to what is not told
    m_agree->setEnabled(example && m_session.isWritable());
    m_correct->setEnabled(example && m_session.isWritable() && !m_card);
    m_back->setEnabled(place > 0);
    m_next->setText(withKey(place + 1 < all.size() ? tr("Next") : tr("Done"), KeyCommand::NextQuestion));
}

QString ReadBackView::openInWords(const ExampleRecord &example) const
{
    const SpokenLabels &spoken = m_session.flow().spoken();
    QStringList names;
    for (const Field *field : openBlanks(readBackFacts(example, m_session.answers().codebook())))
        names.append(spoken.readBack().inside(spoken.blank(*field)));
    return names.isEmpty() ? QString() : spoken.phrase("Not yet told: %1").arg(names.join(u", "_s));
}

void ReadBackView::setStatus(QLatin1StringView status, const QString &label)
{
    // Not compared with what is shown: a step that changes nothing leaves no trace, and what was said a
    // moment ago may not be shown yet.
    m_session.study().perform({.label = label, .place = toText(m_example)},
                              [id = m_example, status](Edit &edit) {
                                  setValue(edit, fields::example::status, id.value, QString(status));
                              });
}

void ReadBackView::agree()
{
    if (!m_session.data().example(m_example.value))
        return;
    flush();
    setStatus(confirmed, tr("The participant agrees"));
    next();
}

void ReadBackView::correct()
{
    if (m_card || !m_session.data().example(m_example.value))
        return;
    setStatus(candidate, tr("The participant does not agree"));
    m_card = new ExampleCard(interviewContext(m_session, m_codebook, m_session.stage()), m_side);
    m_card->setClosable(true);
    m_side->layout()->addWidget(m_card);
    m_side->show();
    connect(m_card, &ExampleCard::binned, this, &ReadBackView::binned);
    connect(m_card, &ExampleCard::closed, this, [this] {
        forgetCard();
        focusFirst();
    });
    connect(m_card, &ExampleCard::deleted, this, [this] { show(0); });
    m_card->showExample(m_example);
    m_card->focusFirst();
    refresh();
}

void ReadBackView::forgetCard()
{
    if (!m_card)
        return;
    m_card->flush();
    m_card->hide();
    m_card->deleteLater(); // it may be the one that asked for it
    m_card = nullptr;
    m_side->hide();
    refresh();
}

void ReadBackView::flush()
{
    if (m_card)
        m_card->flush();
}

void ReadBackView::focusFirst()
{
    if (m_card)
        m_card->focusFirst();
    else if (m_agree->isEnabled() && !m_agree->isHidden())
        m_agree->setFocus();
    else
        m_next->setFocus();
}

} // namespace seamfinder
