#pragma once

#include "core/catalogue/ReadJobs.h"
#include "core/catalogue/Scrub.h"
#include "core/catalogue/StillHolding.h"
#include "core/domain/HiddenWords.h"
#include "ui/study/ErasurePanel.h"

#include <memory>
#include <QTimer>

class QCheckBox;
class QLineEdit;

namespace seamfinder {

/// A name or word is removed everywhere, or replaced: shows each place first.
class ScrubPanel final : public ErasurePanel
{
    Q_OBJECT

public:
    ScrubPanel(StudySession &session, Messages &messages, Jobs &jobs, QWidget *parent);
    ~ScrubPanel() override;

    /// Shows the window, with a word already in it or for one to be typed.
    void remove(const QString &text = {}, const QString &replacement = {});

protected:
    void erased() override;
    [[nodiscard]] QString report(bool clean) const override;
    void confirmed() override;
    void textsWanted() override;

private:
    struct Found
    {
        ScrubPreview preview;
        StillHolding holding;
    };
    [[nodiscard]] ScrubRequest request() const;
    [[nodiscard]] static Found look(Connection &db, const QString &path, const ScrubRequest &request);
    void lookAnew();
    void showFound(const Found &found);

    QLineEdit *m_text;
    QLineEdit *m_replacement;
    QCheckBox *m_whole;
    QCheckBox *m_watch; ///< put it on the list of words to hide
    QTimer m_pause;
    Generation m_generation;
    ScrubPreview m_preview;
    HiddenWord m_toWatch;            ///< of the removal that is under way; empty: nothing
    QString m_watchProblem;          ///< why the list could not be written
    std::shared_ptr<Found> m_before; ///< as the writer found it in the moment of removing
    std::shared_ptr<ScrubPreview> m_after;
};

} // namespace seamfinder
