#pragma once

#include "core/protocol/QuestionRef.h"
#include "ui/interview/AskingView.h"

#include <QVector>

class QVBoxLayout;

namespace seamfinder {

class ElidedLabel;
class InterviewSession;
class NeighbourLine;
class QuestionBlock;
class SteadyScroll;
struct Step;

/// The whole section that the current question is in, one question below the other. The current question is
/// the one that has the focus, and is always wholly in sight. Questions come and go with the answers, and
/// what is being typed and looked at stays where it is. Far from what is in sight, questions are only room:
/// they are made when somebody comes near.
class SectionView final : public AskingView
{
    Q_OBJECT

public:
    explicit SectionView(InterviewSession &session, QWidget *parent = nullptr);
    ~SectionView() override;

    void focusAnswer() override;
    void caretToEnd() override;
    void flush() override;
    void toggleMissing() override;
    void editNote() override;
    void nextSpeaker() override;
    void goNext() override;
    void goPrevious() override;
    bool addAnother() override;
    [[nodiscard]] Passage wordsToMark(MarkKind kind) const override;

    /// The questions of the section, in order.
    [[nodiscard]] QVector<QuestionRef> questions() const;
    /// nullptr if it is not there, or nobody came near it yet.
    [[nodiscard]] QuestionBlock *block(const QuestionRef &ref) const;
    [[nodiscard]] bool isWhollyInSight(const QuestionRef &ref) const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    /// A question's place in the column; a widget of estimated height until the question is made.
    struct Row
    {
        QuestionRef ref;
        QWidget *place = nullptr;
        QuestionBlock *block = nullptr;
        QString heading; ///< where an instance begins
    };

    void follow();
    void showCurrent(bool takeFocus);
    void showSection();
    void showNeighbours();
    [[nodiscard]] int stepBeyond(bool forward) const;
    void goToSection(bool forward);
    [[nodiscard]] QVector<const Step *> stepsToShow() const;
    [[nodiscard]] Row makeRow(const Step &step);
    void make(Row &row);
    void makeNear();
    [[nodiscard]] int estimatedHeight(const Step &step) const;
    [[nodiscard]] Row *rowOf(const QuestionRef &ref);
    [[nodiscard]] const Row *rowOf(const QuestionRef &ref) const;
    [[nodiscard]] QuestionBlock *current() const { return block(m_current); }
    void followFocus(QWidget *now);

    InterviewSession &m_session;
    int m_section = -1;
    QuestionRef m_current;
    bool m_settled = false; ///< shown and focused: from then on the focus says which question is asked
    QVector<Row> m_rows;
    NeighbourLine *m_before;
    ElidedLabel *m_title;
    SteadyScroll *m_scroll;
    QWidget *m_page;
    QVBoxLayout *m_column;
    NeighbourLine *m_after;
};

} // namespace seamfinder
