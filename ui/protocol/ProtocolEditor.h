#pragma once

#include "ui/protocol/ProtocolDraft.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace seamfinder {

class DraftForm;
class ElidedLabel;
class HeaderForm;
class ProtocolOutline;
class PublishPanel;
class PublishedNotice;
class QuestionForm;
class SectionForm;

/// One version of a protocol: its outline at the left, what is selected in it at the right. A draft can be
/// changed there, and published; a published version only shows.
class ProtocolEditor final : public QWidget
{
    Q_OBJECT

public:
    /// Errors: those of ProtocolDraft.
    ProtocolEditor(StudySession &session, CodebookCache &codebook, ProtocolVersionId version,
                   QWidget *parent = nullptr);

    [[nodiscard]] ProtocolDraft &draft() { return *m_draft; }
    [[nodiscard]] QList<QWidget *> panes() const;
    void focusDefault();
    void flush();
    /// `Action::place` of this version. False if it is of another.
    bool goToPlace(const QString &place);
    void publish();
    /// False if it is not about to be published.
    bool leavePublishing();
    /// From a field to the outline, at what it is of; false if the focus is in none.
    bool leaveForm();
    /// What was typed for the next version's list of changes, so that it outlives this editor.
    [[nodiscard]] QString changeNote() const;
    void setChangeNote(const QString &note);

Q_SIGNALS:
    void closeRequested();
    void tryRequested(const QByteArray &protocol);
    void editRequested(); ///< of a published version: as a draft
    /// It was published, or is a draft again, or is not there any more.
    void gone();
    void said(const QString &sentence);

protected:
    /// Here comes what a field that only shows has not taken.
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// Whether it is a draft; says why not.
    [[nodiscard]] bool mayChange();
    [[nodiscard]] QWidget *buildTop();
    [[nodiscard]] QWidget *buildTools();
    [[nodiscard]] QToolButton *addTool(const QString &name, const QString &iconName, const QString &text,
                                       const QString &keys);
    void fillAddMenu();
    void offerToAdd();
    void showPlace(const DraftPlace &place);
    void add(QuestionType type);
    void addSection();
    void remove();
    void duplicate();
    void move(int step);
    void moveIntoGroup();
    void nextProblem();
    void tryOut();
    void listLanguages();
    void setTranslation();
    void showState();
    [[nodiscard]] DraftForm *currentForm() const;
    [[nodiscard]] QString nameOf(const DraftPlace &place) const;

    ProtocolDraft *m_draft;
    ElidedLabel *m_title = nullptr;
    QComboBox *m_into = nullptr;
    QPushButton *m_problems = nullptr, *m_try = nullptr, *m_publish = nullptr;
    QMenu *m_addMenu = nullptr;
    QToolButton *m_add = nullptr, *m_remove = nullptr, *m_up = nullptr, *m_down = nullptr,
                *m_duplicate = nullptr, *m_inside = nullptr;
    ProtocolOutline *m_outline;
    HeaderForm *m_header;
    SectionForm *m_section;
    QuestionForm *m_question;
    PublishPanel *m_publishing;
    PublishedNotice *m_published;
    QStackedWidget *m_right;
    QSplitter *m_splitter;
};

} // namespace seamfinder
