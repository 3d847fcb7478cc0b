#include "ui/common/TextInput.h"

#include "core/domain/Fields.h"
#include "ui/common/Colors.h"
#include "ui/common/PlainEnter.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QTextBlock>
#include <QVBoxLayout>

namespace seamfinder {

namespace {

/// A text without line breaks of its own: Enter goes on. In a sentence it is as wide as what is in it.
class ShortEdit final : public AutoGrowTextEdit
{
public:
    ShortEdit(bool inSentence, QWidget *parent)
        : AutoGrowTextEdit(parent)
        , m_inSentence(inSentence)
    {
        setLineLimits(1, inSentence ? 8 : 4);
        if (!inSentence)
            return;
        setFrameShape(QFrame::NoFrame);
        document()->setDocumentMargin(2);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        connect(this, &QPlainTextEdit::textChanged, this, &QWidget::updateGeometry);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        if (!m_inSentence)
            return AutoGrowTextEdit::sizeHint();
        int width = fontMetrics().horizontalAdvance(placeholderText());
        for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
            width = std::max(width, fontMetrics().horizontalAdvance(block.text()));
        const int unit = fontMetrics().averageCharWidth();
        return {std::max(width + 2 * unit, unit * 9) + 6, minimumHeight()};
    }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (isPlainEnter(*event) && !composing()) {
            focusNextPrevChild(true);
            return;
        }
        AutoGrowTextEdit::keyPressEvent(event);
    }

    void insertFromMimeData(const QMimeData *source) override
    {
        if (source->hasText())
            insertPlainText(source->text().simplified());
    }

    bool event(QEvent *event) override
    {
        const bool done = AutoGrowTextEdit::event(event);
        if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
            viewport()->update(); // the whole line says where the focus is
        return done;
    }

    void paintEvent(QPaintEvent *event) override
    {
        AutoGrowTextEdit::paintEvent(event);
        if (!m_inSentence)
            return;
        QPainter painter(viewport());
        const Colors &colors = colorsFor(this);
        painter.setPen(QPen(hasFocus() ? colors.accent : colors.mutedText, hasFocus() ? 2 : 1));
        const int y = viewport()->height() - 1;
        painter.drawLine(0, y, viewport()->width(), y);
    }

private:
    bool m_inSentence;
};

} // namespace

bool isOneLine(const Field &field)
{
    for (const Field *candidate :
         {&fields::example::title, &fields::example::when, &fields::participant::pseudonym,
          &fields::participant::country, &fields::participant::organisation, &fields::system::alias,
          &fields::system::domain, &fields::interview::recording, &fields::interview::withdrawUntil}) {
        if (field == *candidate)
            return true;
    }
    return false;
}

TextInput::TextInput(const Field &field, Look look, QWidget *parent)
    : FieldInput(parent)
    , m_edit(look == Look::Inline || isOneLine(field) ? new ShortEdit(look == Look::Inline, this)
                                                      : new AutoGrowTextEdit(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_edit);
    m_edit->setFirstUndoBeyond(true);
    setFocusProxy(m_edit);
    connect(m_edit, &AutoGrowTextEdit::edited, this, [this](const QString &text) {
        m_shown = text;
        Q_EMIT typed();
    });
    connect(m_edit, &AutoGrowTextEdit::left, this, &FieldInput::left);
    connect(m_edit, &AutoGrowTextEdit::undoBeyondField, this, &FieldInput::undoBeyondField);
    connect(m_edit, &AutoGrowTextEdit::redoBeyondField, this, &FieldInput::redoBeyondField);
}

void TextInput::setContent(const FieldContent &content)
{
    const QString text = content.value.toString();
    if (text == m_shown)
        return;
    m_shown = text;
    m_edit->showChange(text);
}

FieldContent TextInput::content() const
{
    return m_shown.isEmpty() ? FieldContent{} : FieldContent{.value = m_shown};
}

void TextInput::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text);
    m_edit->updateGeometry();
}

} // namespace seamfinder
