#pragma once

#include "core/interview/FinishWalk.h"
#include "ui/common/EditorContext.h"

#include <QDeadlineTimer>
#include <QWidget>

class QVBoxLayout;

namespace seamfinder {

class EditedRow;
class ExampleCard;
class FieldEditor;
class FinishAnswer;
class FinishGaps;
class InterviewSession;
class MarkTargets;
class MarkTranscript;
struct WordsFor;

/// The right of the finish queue: of an example or the interview the fields that are open, of a mark what can
/// be made of it, and then the card of the example that was.
class FinishFields : public QWidget
{
    Q_OBJECT

public:
    FinishFields(InterviewSession &session, CodebookCache &codebook, QWidget *parent = nullptr);

    void showStop(const FinishStop &stop);
    /// `transcript`: beside it, nullptr without one.
    void showMark(const Mark &mark, MarkTranscript *transcript);
    /// Whether it is asked what a mark is.
    [[nodiscard]] bool asksAboutMark() const { return m_targets; }
    /// Of what a mark became. `madeOf`: the mark that goes on waiting if nothing is noted in it.
    void showCard(ExampleId example, MarkId madeOf);
    /// An example into which nothing was noted goes with its card, and its mark waits again. True if so it
    /// is.
    bool dropEmptyCard();
    /// See MarkTargets.
    bool takeNow();
    /// Takes it over.
    void showEnd(QWidget *end);
    void flush();
    void clear();
    /// False where there is no field.
    [[nodiscard]] bool focusFirst();
    /// False where it is not open here.
    bool focusField(const QString &field, qint64 row);
    void focusInCard(const QString &field, GapId gap);
    /// False where there is no card.
    [[nodiscard]] bool nextTeller();
    /// Whose card is shown; none without a card.
    [[nodiscard]] ExampleId cardExample() const;

    /// The row that is edited here or beside it, until `clear`.
    [[nodiscard]] EditedRow *rowFor(Entity entity, qint64 id);
    /// For the editors of an example: none, of the interview as a whole.
    [[nodiscard]] EditorContext context(ExampleId example);
    /// Title and story are edited beside the fields.
    [[nodiscard]] static bool isBeside(const FinishItem &item);

Q_SIGNALS:
    /// See MarkTargets.
    void settled(const seamfinder::MarkOutcome &outcome);
    /// The example of the card is no more.
    void cardDeleted();
    void cardBinned();
    void gapAdded(QWidget *card);
    /// The last of what is open here was confirmed.
    void finished();
    /// Words that no list took are in a note or in the story; this says where.
    void wordsKept(const QString &sentence);

private:
    void addItem(const FinishItem &item);
    void addField(const FinishItem &item, const Step *step, const QString &asked);
    void addAnswer(const QuestionRef &ref, const QString &asked);
    void goOnFrom(const FinishAnswer *answer);
    void keepWords(ExampleId example, const QString &words, const WordsFor &wanted);
    void addGaps(ExampleId example);

    InterviewSession &m_session;
    CodebookCache &m_codebook;
    QVBoxLayout *m_column;
    QVector<EditedRow *> m_rows;
    QVector<FieldEditor *> m_editors;
    QVector<FinishAnswer *> m_answers;
    FinishGaps *m_gaps = nullptr;
    bool m_lacksGap = false; ///< and nothing else
    MarkTargets *m_targets = nullptr;
    QDeadlineTimer m_enterBelongsBefore{0}; ///< to the mark that a digit has just settled
    ExampleCard *m_card = nullptr;          ///< of an example that a mark became,
    MarkId m_madeOf{};                      ///< made of this one
};

} // namespace seamfinder
