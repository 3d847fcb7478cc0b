#pragma once

#include "ui/protocol/ProtocolDraft.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace seamfinder {

class LineEdit;
class SectionHeading;
enum class ChangeWeight : quint8;
struct ProtocolChange;

/// Before a draft becomes a version: what differs from the newest one, the gravest first, what is still
/// wrong, and the note that goes with it.
class PublishPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit PublishPanel(ProtocolDraft &draft, QWidget *parent = nullptr);

    /// Compares anew and puts the caret into the note.
    void begin();
    [[nodiscard]] QString note() const;
    void setNote(const QString &note);

Q_SIGNALS:
    void cancelled();
    void problemWanted();

private:
    void compare();
    void showState();
    void publish();
    void addGroup(const QVector<ProtocolChange> &changes, ChangeWeight weight);

    ProtocolDraft &m_draft;
    SectionHeading *m_heading;
    QLabel *m_summary;
    QTreeWidget *m_changes;
    LineEdit *m_note;
    QPushButton *m_publish, *m_cancel, *m_toProblem;
    int m_before = 0; ///< number of the newest version; 0: there is none
    bool m_same = false, m_underWay = false;
};

} // namespace seamfinder
