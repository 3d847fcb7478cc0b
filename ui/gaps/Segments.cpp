#include "ui/gaps/Segments.h"

#include "ui/common/Colors.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>

namespace seamfinder {

namespace {

class Segment final : public QAbstractButton
{
public:
    Segment(const QString &text, QWidget *parent)
        : QAbstractButton(parent)
    {
        setText(text);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        return {fontMetrics().horizontalAdvance(text()) + 22, fontMetrics().height() + 10};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colors &colors = colorsFor(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF body = QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5);
        if (isChecked()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colors.tinted.background);
            painter.drawRoundedRect(body, 4, 4);
        } else if (underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colors.raised);
            painter.drawRoundedRect(body, 4, 4);
        }
        if (hasFocus()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(colors.accent, 1.5));
            painter.drawRoundedRect(body, 4, 4);
        }
        painter.setPen(!isEnabled()  ? colors.disabledText
                       : isChecked() ? colors.tinted.text
                                     : colors.mutedText);
        painter.drawText(rect(), Qt::AlignCenter, text());
    }
};

/// The frame that holds the segments together.
class Frame final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colors &colors = colorsFor(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(colors.line);
        painter.setBrush(colors.surface);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
};

} // namespace

Segments::Segments(const QString &name, const QStringList &choices, QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    auto *frame = new Frame(this);
    auto *line = new QHBoxLayout(frame);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(0);
    for (qsizetype i = 0; i < choices.size(); ++i) {
        auto *segment = new Segment(choices[i], frame);
        segment->setAccessibleName(name + QStringLiteral(": ") + choices[i]);
        m_group->addButton(segment, int(i));
        line->addWidget(segment);
    }
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(frame);
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    if (QAbstractButton *first = m_group->button(0)) {
        first->setChecked(true);
        setFocusProxy(first);
    }
    connect(m_group, &QButtonGroup::idToggled, this, [this](int index, bool on) {
        if (on) {
            setFocusProxy(m_group->button(index));
            Q_EMIT chosen(index);
        }
    });
}

int Segments::current() const
{
    return m_group->checkedId();
}

void Segments::setCurrent(int index)
{
    const QSignalBlocker quiet(this);
    if (QAbstractButton *button = m_group->button(index))
        button->setChecked(true);
}

void Segments::setChoiceToolTip(int index, const QString &text)
{
    if (QAbstractButton *button = m_group->button(index))
        button->setToolTip(text);
}

} // namespace seamfinder
