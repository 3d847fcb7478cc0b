#pragma once

#include "ui/interview/FocusRing.h"

#include "core/domain/Id.h"

class QLabel;
class QPushButton;

namespace seamfinder {

class CodebookCache;
class ExampleCard;
struct ExampleRecord;
class InterviewSession;

/// The interview's examples, one sentence at a time and in large type, to be read to the participant. What
/// they agree with is confirmed; what is wrong is mended beside the sentence, which follows.
class ReadBackView : public FocusRing
{
    Q_OBJECT

public:
    ReadBackView(InterviewSession &session, CodebookCache &codebook, QWidget *parent = nullptr);
    ~ReadBackView() override;

    /// At this example, else at the first; `wayBack` says on a button where leaving leads.
    void begin(const QString &wayBack, ExampleId at = {});
    void next(); ///< behind the last one it closes
    void previous();
    void flush();
    void leave(); ///< what was typed is written
    void focusFirst();
    [[nodiscard]] ExampleId example() const { return m_example; }

Q_SIGNALS:
    void closed();
    void binned(); ///< an example, on its card

private:
    void show(int place);
    void refresh();
    void agree();
    void correct();
    void setStatus(QLatin1StringView status, const QString &label);
    void forgetCard();
    [[nodiscard]] QVector<ExampleId> examples() const;
    [[nodiscard]] QString openInWords(const ExampleRecord &example) const;

    InterviewSession &m_session;
    CodebookCache &m_codebook;
    ExampleId m_example{};
    QLabel *m_place;
    QLabel *m_sentence;
    QLabel *m_open; ///< what is not told yet: for the interviewer, not read aloud
    QLabel *m_status;
    QWidget *m_side;
    ExampleCard *m_card = nullptr; ///< while it is being mended
    QPushButton *m_close;
    QPushButton *m_agree;
    QPushButton *m_correct;
    QPushButton *m_back;
    QPushButton *m_next;
};

} // namespace seamfinder
