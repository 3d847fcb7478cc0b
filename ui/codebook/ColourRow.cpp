#include "ui/codebook/ColourRow.h"

#include "ui/common/Colors.h"

#include <algorithm>
#include <QAbstractButton>
#include <QButtonGroup>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPainter>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

struct NamedColour
{
    QLatin1StringView value;
    const char *name;
};

// The first seven are the ones that the default codebook uses.
constexpr NamedColour offered[]{
    {"#4477AA"_L1, QT_TRANSLATE_NOOP("ColourRow", "Blue")},
    {"#66CCEE"_L1, QT_TRANSLATE_NOOP("ColourRow", "Cyan")},
    {"#228833"_L1, QT_TRANSLATE_NOOP("ColourRow", "Green")},
    {"#CCBB44"_L1, QT_TRANSLATE_NOOP("ColourRow", "Yellow")},
    {"#EE6677"_L1, QT_TRANSLATE_NOOP("ColourRow", "Red")},
    {"#AA3377"_L1, QT_TRANSLATE_NOOP("ColourRow", "Purple")},
    {"#999999"_L1, QT_TRANSLATE_NOOP("ColourRow", "Grey")},
    {"#EE8866"_L1, QT_TRANSLATE_NOOP("ColourRow", "Orange")},
    {"#44AA99"_L1, QT_TRANSLATE_NOOP("ColourRow", "Teal")},
    {"#882255"_L1, QT_TRANSLATE_NOOP("ColourRow", "Wine")},
};

class Swatch final : public QAbstractButton
{
public:
    Swatch(const QColor &colour, const QString &name, QWidget *parent)
        : QAbstractButton(parent)
        , m_colour(colour)
    {
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setToolTip(name);
        setAccessibleName(name);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const int side = fontMetrics().height() + 10;
        return {side, side};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colors &colors = colorsFor(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF ring = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
        painter.setBrush(Qt::NoBrush);
        if (isChecked() || hasFocus()) {
            painter.setPen(QPen(hasFocus() ? colors.accent : colors.text, 2));
            painter.drawEllipse(ring);
        }
        const QRectF dot = ring.adjusted(4, 4, -4, -4);
        painter.setPen(m_colour.isValid() ? QPen(Qt::NoPen) : QPen(colors.mutedText, 1));
        painter.setBrush(m_colour.isValid() ? QBrush(m_colour) : QBrush(Qt::NoBrush));
        painter.drawEllipse(dot);
        if (!m_colour.isValid())
            painter.drawLine(QPointF(dot.left() + 3, dot.bottom() - 3),
                             QPointF(dot.right() - 3, dot.top() + 3));
    }

private:
    QColor m_colour;
};

} // namespace

ColourRow::ColourRow(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_line(new QHBoxLayout(this))
{
    m_line->setContentsMargins(0, 0, 0, 0);
    m_line->setSpacing(2);
    m_line->addStretch(1);
    add({}, tr("No colour"));
    for (const NamedColour &colour : offered)
        add(colour.value, QCoreApplication::translate("ColourRow", colour.name));
    connect(m_group, &QButtonGroup::idClicked, this, [this] { Q_EMIT chosen(colour()); });
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            setFocusProxy(m_group->button(id));
    });
}

void ColourRow::add(const QString &colour, const QString &name)
{
    auto *swatch = new Swatch(QColor(colour), name, this);
    m_group->addButton(swatch, int(m_colours.size()));
    m_line->insertWidget(int(m_colours.size()), swatch);
    m_colours.append(colour);
}

void ColourRow::setColour(const QString &colour)
{
    qsizetype at = -1;
    for (qsizetype i = 0; i < m_colours.size(); ++i) {
        if (m_colours[i].compare(colour, Qt::CaseInsensitive) == 0)
            at = i;
    }
    if (at < 0 && QColor(colour).isValid()) {
        at = m_colours.size();
        add(colour, colour);
    }
    if (QAbstractButton *button = m_group->button(int(std::max<qsizetype>(at, 0))))
        button->setChecked(true);
}

QString ColourRow::colour() const
{
    return m_colours.value(m_group->checkedId());
}

} // namespace seamfinder
