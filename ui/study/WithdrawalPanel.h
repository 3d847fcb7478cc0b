#pragma once

#include "core/catalogue/ErasurePreview.h"
#include "core/catalogue/ReadJobs.h"
#include "ui/study/ErasurePanel.h"

#include <memory>

namespace seamfinder {

/// A participant (or one interview) leaves the study for good: shows what goes and asks for the pseudonym.
class WithdrawalPanel final : public ErasurePanel
{
    Q_OBJECT

public:
    WithdrawalPanel(StudySession &session, Messages &messages, Jobs &jobs, QWidget *parent);
    ~WithdrawalPanel() override;

    /// Shows the window and what would go.
    void withdraw(ParticipantId participant) { withdraw(Withdrawal{.participant = participant}); }
    void withdraw(const Withdrawal &withdrawal);

Q_SIGNALS:
    /// Comes before the erasure is asked for: what is open of these must be left now.
    void aboutToErase(const QVector<seamfinder::InterviewId> &interviews);

protected:
    [[nodiscard]] QString report(bool clean) const override;
    void confirmed() override;
    void textsWanted() override;

private:
    [[nodiscard]] static QString namesInWords(const QStringList &systems);
    [[nodiscard]] static QString unclearInWords(const ErasurePreview &preview);
    [[nodiscard]] static QString stayingInWords(const QVector<ErasedText> &notes);
    void showWhatGoes(const ErasurePreview &preview);

    Withdrawal m_withdrawal;
    ErasurePreview m_preview;
    /// As the writer found it in the moment of erasing.
    std::shared_ptr<ErasurePreview> m_erased;
    Generation m_generation, m_textsGeneration;
};

} // namespace seamfinder
