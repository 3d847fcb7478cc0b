#pragma once

#include "core/catalogue/ReadCodebook.h"
#include "ui/common/ScrollPane.h"
#include "ui/common/TypingPause.h"

#include <functional>
#include <optional>

class QCheckBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace seamfinder {

class AutoGrowTextEdit;
class CodebookCache;
class ColourRow;
class LineEdit;
class StudySession;
class TermChips;

/// Everything about one term, saved by itself: typed text shortly after the last keystroke and on leaving the
/// field, choices at once; a visit to a field is one step of undo. The key is shown and never changes.
class TermEditor final : public ScrollPane
{
    Q_OBJECT

public:
    TermEditor(StudySession &session, CodebookCache &codebook, QWidget *parent = nullptr);

    /// Writes what is pending, then shows another term; none for an empty page.
    void setTerm(TermId term);
    [[nodiscard]] TermId term() const { return m_term.id; }
    void setUse(int uses);
    /// Puts the caret into the name, all of it selected.
    void editName();
    void flush();

Q_SIGNALS:
    void usesWanted(seamfinder::TermId term);

private:
    struct TextField
    {
        QWidget *widget;
        QString Term::*member;
        QString action; ///< "Edit the definition of “%1”"
    };

    void build();
    [[nodiscard]] QWidget *page() const { return widget(); }
    AutoGrowTextEdit *addText(const QString &label, const QString &hint, QString Term::*member,
                              const QString &action);
    LineEdit *addLine(const QString &label, QString Term::*member, const QString &action);
    TermChips *addChips(const QString &label, bool many, TermId Term::*member);
    void addRow(const QString &label, QWidget *widget);
    void typed(const TextField &field);
    void leave();
    void show(const Term &term);
    void follow();
    void save(const QString &label, const QString &visit = {});
    void saveFlow();
    /// Says so where another term of the facet bears the same name: lists could not tell them apart.
    void compareName();
    void perform(const QString &label, const QString &visit, std::function<void(class Edit &)> change);

    StudySession &m_session;
    CodebookCache &m_codebook;
    Term m_term;
    QVector<TextField> m_texts;
    std::optional<TextField> m_dirty; ///< typed and not yet handed to the writer
    QString m_visit;
    TypingPause m_pause;
    int m_underWay = 0;

    QFormLayout *m_form = nullptr;
    QLabel *m_key = nullptr, *m_state = nullptr, *m_sameName = nullptr;
    LineEdit *m_name = nullptr;
    QPushButton *m_uses = nullptr, *m_retire = nullptr;
    ColourRow *m_colour = nullptr;
    QCheckBox *m_asksText = nullptr;
    TermChips *m_about = nullptr, *m_parent = nullptr, *m_group = nullptr, *m_workflow = nullptr,
              *m_provides = nullptr, *m_needs = nullptr;
};

} // namespace seamfinder
