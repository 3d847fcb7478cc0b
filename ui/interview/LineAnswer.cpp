#include "ui/interview/LineAnswer.h"

#include "ui/common/LineEdit.h"

#include <cmath>
#include <QFocusEvent>
#include <QLabel>
#include <QLocale>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
QString withoutSpaces(QString text)
{
    text.removeIf([](QChar each) { return each.isSpace(); });
    return text;
}

/// One point or comma is the decimal one, in every language; of several, the language says which.
Value numberIn(const QString &typed)
{
    QString text = withoutSpaces(typed);
    bool ok = false;
    if (text.count(u'.') + text.count(u',') > 1) {
        const double grouped = QLocale().toDouble(text, &ok);
        return ok ? Value::number(grouped) : Value();
    }
    const double number = text.replace(u',', u'.').toDouble(&ok);
    return ok ? Value::number(number) : Value();
}

/// Who types "1,000" for a whole number hardly means one; and half of one is none: it would be rounded.
Value wholeNumberIn(const QString &typed)
{
    static const QRegularExpression thousands(u"[.,]\\d{3}$"_s);
    const Value number = withoutSpaces(typed).contains(thousands) ? Value() : numberIn(typed);
    return !number.isNothing() && number.number() != std::floor(number.number()) ? Value() : number;
}

Value dateIn(const QString &typed)
{
    const Value iso = Value::fromText(Value::Kind::Date, typed);
    return iso.isNothing() ? Value::date(QLocale().toDate(typed, QLocale::ShortFormat)) : iso;
}
} // namespace

LineAnswer::LineAnswer(What what, QWidget *parent)
    : AnswerInput(parent)
    , m_what(what)
    , m_edit(new LineEdit(this))
    , m_problem(new QLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_edit, 0, Qt::AlignLeading);
    column->addWidget(m_problem);
    QFont font = m_edit->font();
    font.setPointSizeF(font.pointSizeF() * 1.15);
    m_edit->setFont(font);
    m_edit->setFixedWidth(QFontMetrics(font).averageCharWidth() * 24);
    m_edit->setObjectName(u"answerLine"_s);
    if (what == What::Date)
        m_edit->setPlaceholderText(
            tr("Year-month-day, for example %1").arg(QDate::currentDate().toString(Qt::ISODate)));
    m_problem->setWordWrap(true);
    m_problem->hide();
    setFocusProxy(m_edit);
    m_edit->installEventFilter(this);
    showProblem();
    connect(m_edit, &LineEdit::textEdited, this, [this] {
        showProblem();
        Q_EMIT typed();
    });
    connect(m_edit, &LineEdit::returnPressed, this, [this] {
        if (refused().isEmpty())
            Q_EMIT confirmed();
    });
    connect(m_edit, &LineEdit::left, this, &AnswerInput::left);
    connect(m_edit, &LineEdit::undoBeyondField, this, &AnswerInput::undoBeyondField);
    connect(m_edit, &LineEdit::redoBeyondField, this, &AnswerInput::redoBeyondField);
}

void LineAnswer::showValue(const Value &value)
{
    // "12." while typing is the number 12: the text stays as it was typed.
    if (value == this->value() && !(value.isNothing() && m_edit->text().isEmpty()))
        return;
    m_edit->setText(value.toText());
    showProblem();
}

Value LineAnswer::value() const
{
    const QString text = m_edit->text().trimmed();
    switch (m_what) {
    case What::WholeNumber:
        return wholeNumberIn(text);
    case What::Number:
        return numberIn(text);
    case What::Date:
        return dateIn(text);
    }
    return {};
}

QString LineAnswer::refused() const
{
    return value().isNothing() ? m_edit->text().trimmed() : QString();
}

/// What stands there already is replaced by what is typed, as in any field for numbers.
bool LineAnswer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::FocusIn) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        const bool enters = reason != Qt::MouseFocusReason && reason != Qt::PopupFocusReason &&
                            reason != Qt::ActiveWindowFocusReason && reason != Qt::MenuBarFocusReason;
        if (enters && refused().isEmpty())
            m_edit->selectAll();
    }
    return AnswerInput::eventFilter(watched, event);
}

void LineAnswer::showProblem()
{
    // The journal knows answers, not what is none.
    m_edit->setFirstUndoBeyond(refused().isEmpty());
    m_problem->setVisible(!refused().isEmpty());
    const QString problem = m_what == What::WholeNumber ? tr("This is not a whole number yet.")
                            : m_what == What::Number    ? tr("This is not a number yet.")
                                                        : tr("This is not a date yet.");
    m_problem->setText(tr("%1 As it is, it becomes your note when you go on.").arg(problem));
}

void LineAnswer::setName(const QString &name)
{
    m_edit->setAccessibleName(name);
}

void LineAnswer::setSuggestion(const Value &value)
{
    if (!value.isBlank())
        m_edit->setPlaceholderText(tr("%1, if you just go on").arg(value.toText()));
}

void LineAnswer::setReadOnly(bool readOnly)
{
    m_edit->setReadOnly(readOnly);
}

int LineAnswer::caret() const
{
    return m_edit->cursorPosition();
}

void LineAnswer::setCaret(int caret)
{
    const bool isEntered = m_edit->hasFocus() && m_edit->selectedText() == m_edit->text();
    if (!isEntered)
        m_edit->setCursorPosition(qBound(0, caret, int(m_edit->text().size())));
}

} // namespace seamfinder
