#include "ui/interview/LineAnswer.h"

#include "ui/common/Colors.h"

#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

LineAnswer::LineAnswer(Value::Kind kind, QWidget *parent)
    : AnswerInput(parent)
    , m_kind(kind)
    , m_edit(new QLineEdit(this))
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
    if (kind == Value::Kind::Date)
        m_edit->setPlaceholderText(
            tr("Year-month-day, for example %1").arg(QDate::currentDate().toString(Qt::ISODate)));
    m_problem->hide();
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, [this] {
        showProblem();
        Q_EMIT typed();
    });
    connect(m_edit, &QLineEdit::editingFinished, this, &AnswerInput::left);
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
    if (m_kind == Value::Kind::Date) {
        const Value iso = Value::fromText(m_kind, text);
        return iso.isNothing() ? Value::date(QLocale().toDate(text, QLocale::ShortFormat)) : iso;
    }
    const Value plain = Value::fromText(m_kind, text);
    bool ok = false;
    const double local = QLocale().toDouble(text, &ok);
    return plain.isNothing() && ok ? Value::number(local) : plain;
}

void LineAnswer::showProblem()
{
    const bool wrong = !m_edit->text().trimmed().isEmpty() && value().isNothing();
    m_problem->setVisible(wrong);
    m_problem->setText(m_kind == Value::Kind::Date ? tr("This is no date yet, so it is not kept.")
                                                   : tr("This is no number yet, so it is not kept."));
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
    m_edit->setCursorPosition(caret);
}

} // namespace seamfinder
