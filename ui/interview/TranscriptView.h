#pragma once

#include "core/catalogue/EditExamples.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/interview/TranscriptVoices.h"

#include <QPlainTextEdit>

namespace seamfinder {

struct SaidWords;
struct TranscriptMoment;

/// A transcript to read and to select in, by mouse or keyboard; who speaks is told by colour.
class TranscriptView final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit TranscriptView(QWidget *parent = nullptr);

    /// Whom its labels may name.
    void setPeople(const TranscriptPeople &people);
    void showTranscript(const Transcript &transcript);
    [[nodiscard]] const Transcript &transcript() const { return m_transcript; }
    /// The selected words, without the label of who says them; nothing if none are. They are whose the labels
    /// say; `speaker` is meant where a label is of somebody who is interviewed and does not tell who.
    [[nodiscard]] std::optional<Passage> selection(ParticipantId speaker) const;
    /// What is said where the caret is.
    [[nodiscard]] std::optional<Passage> turnAtCaret(ParticipantId speaker) const;
    /// Scrolls to it, the caret at its start or the whole of it selected: its first line is seen, with some
    /// of what was said before. There it stays, however large the view becomes, until something else is
    /// looked at. What is selected and seen already stays where it is.
    void goTo(const TranscriptMoment &moment, bool select);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void showFirstLine();
    [[nodiscard]] int topOfSelection() const;
    void colourTurns();
    [[nodiscard]] std::optional<Passage> passageOf(const SaidWords &words, ParticipantId speaker) const;

    Transcript m_transcript;
    TranscriptPeople m_people;
    bool m_keepsPlace = false; ///< in which goTo has brought it
};

} // namespace seamfinder
