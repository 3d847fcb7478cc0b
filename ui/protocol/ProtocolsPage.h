#pragma once

#include "core/catalogue/StudyCopy.h"
#include "core/domain/Id.h"

#include <QHash>
#include <QPointer>
#include <QStackedWidget>

namespace seamfinder {

class CodebookCache;
class Messages;
class MovePanel;
class ProtocolEditor;
class ProtocolList;
class StudySession;

/// Everything about protocols: their list, or one version in its editor, or an interview that moves to a
/// newer one.
class ProtocolsPage final : public QStackedWidget
{
    Q_OBJECT

public:
    ProtocolsPage(StudySession &session, CodebookCache &codebook, Messages &messages,
                  QWidget *parent = nullptr);
    ~ProtocolsPage() override;

    void showList(ProtocolVersionId selected = {});
    void open(ProtocolVersionId version);
    /// To the newest version of the protocol that the interview follows, after a preview.
    void moveInterview(InterviewId interview);
    [[nodiscard]] ProtocolEditor *editor() const { return m_editor; } ///< nullptr while none is open
    [[nodiscard]] QList<QWidget *> panes() const;
    void focusDefault();
    /// One step out: of publishing to the draft, of a version or a move to the list, of the list to whoever
    /// showed this.
    void goBack();
    void flush();
    /// `Action::place` of a version of a protocol. False for others, and for a version that is gone.
    bool goToPlace(const QString &place);
    [[nodiscard]] QVector<PendingChange> pending() const;
    void retry();

Q_SIGNALS:
    void closeRequested();
    void tryRequested(const QByteArray &protocol);
    void interviewRequested(seamfinder::InterviewId interview);
    /// Somebody has just published or imported it here: what they will want to hold an interview with.
    void versionAdded(seamfinder::ProtocolVersionId version);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void tryOut(ProtocolVersionId version);
    void closeEditor();
    void editorGone();
    void say(const QString &sentence, const QString &remarks = {});
    void fail(const QString &sentence, const QString &detail);

    StudySession &m_session;
    CodebookCache &m_codebook;
    Messages &m_messages;
    ProtocolList *m_list;
    MovePanel *m_move;
    ProtocolEditor *m_editor = nullptr;
    QHash<ProtocolVersionId, QString> m_changeNotes; ///< of drafts that were left before they were published
};

} // namespace seamfinder
