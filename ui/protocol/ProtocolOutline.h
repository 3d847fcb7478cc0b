#pragma once

#include "ui/protocol/ProtocolDraft.h"

#include <QTreeWidget>

namespace seamfinder {

/// A protocol's sections and questions, the protocol itself at the top; a sign says where a problem is, or a
/// translation is missing. Insert adds, Delete removes, Alt+Up and Alt+Down move, Ctrl+D doubles, Enter or F2
/// goes on in the form.
class ProtocolOutline final : public QTreeWidget
{
    Q_OBJECT

public:
    explicit ProtocolOutline(ProtocolDraft &draft, QWidget *parent = nullptr);

    [[nodiscard]] DraftPlace current() const;
    /// The place itself, or the nearest thing around it that is there.
    void select(const DraftPlace &place);
    /// Counts what is missing in this language; empty: nothing.
    void setTranslation(const QString &language);
    void refresh();

Q_SIGNALS:
    void placeChanged(const seamfinder::DraftPlace &place);
    void editWanted();
    void addWanted();
    void removeWanted();
    void duplicateWanted();
    void moveWanted(int step);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QTreeWidgetItem *add(QTreeWidgetItem *parent, const DraftPlace &place);
    void addQuestions(QTreeWidgetItem *parent, const QString &section, const QVector<Question> &questions);
    void showTexts();
    void describe(QTreeWidgetItem *item, const QString &text, const QString &kind, const DraftPlace &place,
                  int missing);

    ProtocolDraft &m_draft;
    QString m_structure, m_into;
    QHash<QString, QTreeWidgetItem *> m_sections, m_questions;
    bool m_rebuilding = false;
};

} // namespace seamfinder
