#include "ui/interview/FindStrip.h"

#include "ui/common/PlainEnter.h"
#include "ui/common/SearchField.h"

#include <algorithm>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QToolButton>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

QToolButton *arrowButton(Qt::ArrowType arrow, const QString &what, const QString &key)
{
    auto *button = new QToolButton;
    button->setArrowType(arrow);
    button->setAutoRaise(true);
    button->setAccessibleName(what);
    button->setToolTip(u"%1 (%2)"_s.arg(what, key));
    return button;
}

QVector<qsizetype> placesOf(const QString &words, const QString &text)
{
    QVector<qsizetype> places;
    if (words.isEmpty())
        return places;
    for (qsizetype at = text.indexOf(words, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(words, at + words.size(), Qt::CaseInsensitive))
        places.append(at);
    return places;
}

} // namespace

FindStrip::FindStrip(QPlainTextEdit *text, QWidget *parent)
    : QWidget(parent)
    , m_text(text)
    , m_words(new SearchField(tr("Find in the transcript"), this))
    , m_count(new QLabel(this))
{
    auto *previous = arrowButton(Qt::UpArrow, tr("Previous place"), tr("Shift+Enter"));
    auto *next = arrowButton(Qt::DownArrow, tr("Next place"), tr("Enter"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 14, 4);
    row->addWidget(m_words, 1);
    row->addWidget(m_count);
    row->addWidget(previous);
    row->addWidget(next);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_words->installEventFilter(this);
    connect(m_words, &SearchField::searchChanged, this, [this] { go(false, true); });
    connect(m_words, &SearchField::escaped, this, &FindStrip::close);
    connect(previous, &QToolButton::clicked, this, [this] { go(true); });
    connect(next, &QToolButton::clicked, this, [this] { go(false); });
    hide();
}

void FindStrip::open()
{
    const QString selected = m_text->textCursor().selectedText();
    const bool isPassage = selected.contains(QChar::ParagraphSeparator);
    if (!selected.isEmpty() && !isPassage)
        m_words->setQuietly(selected);
    m_missed = false;
    show();
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
    if (isPassage)
        m_count->clear(); // what was looked for another time does not take its place
    else
        go(false, true);
}

void FindStrip::go(bool backward, bool stay)
{
    const QString words = m_words->text();
    const QVector<qsizetype> places = placesOf(words, m_text->toPlainText());
    m_missed = !words.isEmpty() && places.isEmpty();
    if (places.isEmpty()) {
        m_count->setText(m_missed ? tr("not found") : QString());
        if (m_missed)
            sayMissed(); // what was found for half of the words is not what they say
        return;
    }
    QTextCursor cursor = m_text->textCursor();
    const qsizetype here = cursor.selectionStart() + (stay || backward || !cursor.hasSelection() ? 0 : 1);
    auto place = std::lower_bound(places.begin(), places.end(), here);
    if (backward)
        place = place == places.begin() ? places.end() - 1 : place - 1;
    else if (place == places.end())
        place = places.begin();
    cursor.setPosition(int(*place));
    cursor.setPosition(int(*place + words.size()), QTextCursor::KeepAnchor);
    m_text->setTextCursor(cursor);
    m_text->centerCursor();
    m_count->setText(tr("%1 of %2").arg(place - places.begin() + 1).arg(places.size()));
}

/// The caret stays where the search began, for the words as they will be mended.
void FindStrip::sayMissed()
{
    if (QTextCursor cursor = m_text->textCursor(); cursor.hasSelection()) {
        cursor.setPosition(cursor.selectionStart());
        m_text->setTextCursor(cursor);
    }
    Q_EMIT missed();
}

void FindStrip::close()
{
    m_words->flush(); // a search that came later would select behind the reader's back
    hide();
    m_text->setFocus(Qt::OtherFocusReason);
    if (m_missed)
        sayMissed();
}

bool FindStrip::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        m_words->flush(); // before a click selects something else
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (isPlainEnter(*key)) {
            if (!m_words->flush()) // else this is the first place
                go(key->modifiers().testFlag(Qt::ShiftModifier));
            return true;
        }
        // What was found is to be read now: Esc returns to it at once, with the words still there for later.
        if (key->key() == Qt::Key_Escape) {
            close();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace seamfinder
