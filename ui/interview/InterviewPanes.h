#pragma once

#include <QSplitter>

namespace seamfinder {

class OutlineView;

/// Outline, question and side of an interview, beside each other. The question has at least half the width,
/// as far as the others can be made narrower: in a small window they give way. How wide they are wanted is
/// kept apart from that, so that they come back with the room.
class InterviewPanes final : public QSplitter
{
    Q_OBJECT

public:
    InterviewPanes(OutlineView *outline, QWidget *question, QWidget *side, QWidget *parent = nullptr);

    /// As wide as they are wanted, and as there is room for.
    void fit();
    /// What needs more room at the side gets it, if the question keeps enough.
    void widenSide(int width);
    /// The wanted widths, for `setWanted` of another time. Others than its own are ignored.
    [[nodiscard]] QByteArray wanted() const;
    void setWanted(const QByteArray &wanted);

private:
    void remember(int handle);

    OutlineView *m_outline;
    QWidget *m_side;
    int m_outlineWidth, m_sideWidth;
    int m_narrowWidth = 0; ///< of the outline that shows sections alone; at least what it needs
};

} // namespace seamfinder
