#pragma once

#include "ui/common/KeyCommands.h"

#include <optional>
#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace seamfinder {

class KeyField;
class SearchField;

/// Lists every command with its keys, by the place where they work, and gives a command another key. What is
/// pressed holds at once and is kept in the settings; what cannot be had is said beside the field.
class KeysPanel final : public QDialog
{
    Q_OBJECT

public:
    explicit KeysPanel(QWidget *parent);

    void open() override;

private:
    void fill();
    [[nodiscard]] QTreeWidgetItem *placeItem(KeyPlace place);
    void layOut();
    void refresh();
    void showCurrent();
    void search(const QString &text);
    void goToResults();
    void tryKey(const QKeySequence &pressed);
    void tryKeys(KeyCommand command, const QList<QKeySequence> &keys);
    void take();
    void giveUp();
    void resetAll();
    void say(const QString &sentence);
    [[nodiscard]] std::optional<KeyCommand> current() const;
    [[nodiscard]] QTreeWidgetItem *itemOf(KeyCommand command) const;

    SearchField *m_search;
    QTreeWidget *m_list;
    QLabel *m_what;
    KeyField *m_key;
    QLabel *m_said;
    QPushButton *m_take, *m_none, *m_reset, *m_resetAll, *m_close;
    QList<QKeySequence> m_wanted; ///< by the button that takes them from others
};

} // namespace seamfinder
