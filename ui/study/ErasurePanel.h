#pragma once

#include "core/catalogue/Commit.h"

#include <functional>
#include <QDialog>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace seamfinder {

class Jobs;
class Messages;
class ScrollPane;
class StudySession;
class StudyWriter;

/// A window beside the work, made for what cannot be undone: what goes, what would still hold it, a word to
/// be typed before the button works, and afterwards the report. Erases on the writer's thread; the window can
/// be closed meanwhile.
class ErasurePanel : public QDialog
{
    Q_OBJECT

public:
    [[nodiscard]] bool isRunning() const { return m_running; }

protected:
    ErasurePanel(StudySession &session, Messages &messages, Jobs &jobs, QWidget *parent);

    /// Room for a panel's own controls, above what goes.
    [[nodiscard]] QVBoxLayout *controls() const { return m_controls; }
    /// Nothing to confirm yet: `sentence` says why (it is being looked up, nothing was found).
    void showNothing(const QString &sentence);
    /// `typed` is what has to be typed, as `prompt` says.
    void showPreview(const QString &counts, const QString &holding, const QString &prompt,
                     const QString &typed);
    /// For who asked for just this erasure: the word can be typed at once.
    void focusConfirmation();
    void showTexts(const QString &texts);
    /// Erases with `erase`, cleans up behind it, and says `done` with the report.
    void run(const Action &action, const std::function<Commit(StudyWriter &)> &erase);
    /// It is done; the report comes next.
    virtual void erased() {}
    /// What stands in the report when it is done. `clean`: nothing is left in free pages and WAL either.
    [[nodiscard]] virtual QString report(bool clean) const = 0;
    /// The button was pressed and the word is right.
    virtual void confirmed() = 0;
    /// The texts are wanted.
    virtual void textsWanted() = 0;

    [[nodiscard]] StudySession &session() const { return m_session; }
    [[nodiscard]] Messages &messages() const { return m_messages; }
    void showReport(const QString &text);

    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    [[nodiscard]] QRect room() const;
    void stayOnScreen();
    struct Outcome;
    void finish(const Outcome &outcome);
    void updateButton();
    void setConfirming(bool on);

    StudySession &m_session;
    Messages &m_messages;
    Jobs &m_jobs;
    QVBoxLayout *m_controls;
    QWidget *m_page; ///< what is read; what is done stands below it and never scrolls away
    ScrollPane *m_scroll;
    QLabel *m_counts;
    QPushButton *m_textsButton;
    QPlainTextEdit *m_texts;
    QLabel *m_holdingHeading;
    QPlainTextEdit *m_holding;
    QLabel *m_prompt;
    QLineEdit *m_typed;
    QPushButton *m_erase;
    QString m_expected;
    bool m_running = false;
};

} // namespace seamfinder
