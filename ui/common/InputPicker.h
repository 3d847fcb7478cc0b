#pragma once

#include "ui/common/EditorContext.h"
#include "ui/common/TermPicker.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace seamfinder {

class HeldSearch;

/// The list that an input opens to choose from. Words that were typed into it and that nothing in it has are
/// never lost: the context keeps them, or they wait here for the row that they were typed for.
class InputPicker final : public QObject
{
    Q_OBJECT

public:
    /// `field`: that it chooses for; nullptr for a link to a row.
    InputPicker(const EditorContext &context, TermPicker::Mode mode, const Field *field, QWidget *input);
    ~InputPicker() override;

    /// Made when it is first asked for: most are never opened.
    [[nodiscard]] TermPicker &list();
    [[nodiscard]] bool isOpen() const { return m_list && m_list->isVisible(); }
    /// With what is typed in its search, or with what waits.
    void openAt(QWidget *anchor, const QString &typed);
    [[nodiscard]] QString waiting() const { return m_waiting.value(m_row); }
    void setRow(qint64 row);
    /// A text to pick it by; empty when no letter was typed.
    [[nodiscard]] static QString textOf(const class QKeyEvent &key);

Q_SIGNALS:
    void waitingChanged();
    /// As of the list.
    void picked(qint64 id);
    void chosenChanged(const QList<qint64> &ids);
    void newWanted(const QString &text);
    void closed();

private:
    void setWaiting(const QString &words);

    EditorContext m_context;
    TermPicker::Mode m_mode;
    const Field *m_field;
    QWidget *m_input;
    qint64 m_row = 0;
    QHash<qint64, QString> m_waiting; ///< by row
    QPointer<TermPicker> m_list;      ///< while it is open it is a child of the window
    QPointer<HeldSearch> m_held;
};

} // namespace seamfinder
