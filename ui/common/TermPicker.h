#pragma once

#include <QColor>
#include <QFrame>
#include <QList>
#include <QPointer>
#include <QStringList>

class QLabel;
class QListView;

namespace seamfinder {

class PickModel;
class SearchField;

/// One line of a picker.
struct PickItem
{
    qint64 id = 0;
    QString label;
    QString alias{};      ///< other words that find it; shown muted when they matched
    QString group{};      ///< items of one group stand together under its heading; empty: no heading
    QString definition{}; ///< shown under the list for the current line
    QColor color{};       ///< a dot before the label
};

/// A searchable list that drops down beside a widget: type to narrow over label and alias, Up/Down to move,
/// Enter to pick (and close), Space on an empty search or Ctrl+Space to tick and stay open in a multiple one,
/// Esc to close. It is a child of the anchor's window, not a window: nothing is modal, and it closes when the
/// focus goes elsewhere. In a multiple picker what is ticked on closing stays; there is no cancel, undo is
/// the way back.
class TermPicker : public QFrame
{
    Q_OBJECT

public:
    enum class Mode : quint8 { Single, Multiple };

    explicit TermPicker(Mode mode, QWidget *parent = nullptr);

    void setItems(const QList<PickItem> &items);
    void setChosen(const QList<qint64> &ids);
    /// In the order of the items.
    [[nodiscard]] QList<qint64> chosen() const;
    /// Offers "Add “typed text”" as the last line when no label equals it.
    void setNewAllowed(bool allowed);
    /// That line comes first: for what is named rather than found.
    void setNewFirst(bool first);
    /// The name of what is picked ("Effect"): accessible name and placeholder.
    void setWhat(const QString &what);

    /// What is typed when it is left picks the only item that it can mean; for fields, not for commands. Tab
    /// then goes on from the anchor.
    void setPicksOnLeaving(bool picks) { m_picksOnLeaving = picks; }

    /// Words that pick nothing are kept when it is left; it says so.
    void setKeepsWords(bool keeps) { m_keepsWords = keeps; }

    /// It acts on what is picked, and is no field: Esc closes it at once, whatever is typed.
    void setCommand(bool command) { m_isCommand = command; }

    /// Drops down under (or above) the anchor with an empty search; the focus returns there on closing,
    /// or to what had it where the anchor takes none.
    void openAt(QWidget *anchor, const QString &typed = {});
    void closePicker();
    /// Whether Enter has closed one a moment ago: an Esc behind it was meant for the list. It asks once.
    [[nodiscard]] static bool takesEsc();
    [[nodiscard]] QString typed() const;
    /// What was typed and has picked nothing so far.
    [[nodiscard]] QString unfinished() const { return m_typedIsUsed ? QString() : typed(); }

    /// What drops down at a widget belongs to it: the anchor of the list that `widget` is in; else `widget`.
    [[nodiscard]] static const QWidget *anchorOf(const QWidget *widget);

    /// Leaves those that are open at a widget or at one in it, as if the focus had gone elsewhere.
    static void leaveOpenAt(const QWidget &widget);

Q_SIGNALS:
    /// A line was picked: in a single picker the choice, in a multiple one the line that was ticked or
    /// unticked.
    void picked(qint64 id);
    void chosenChanged(const QList<qint64> &ids);
    void newWanted(const QString &text);
    void closed();
    void typing(); ///< or what is typed was used
    /// It was left with words that picked nothing: they are not to be lost.
    void unmatched(const QString &words);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool event(QEvent *event) override;

private:
    bool handleKey(class QKeyEvent *event);
    void pickCurrent(bool close);
    void move(int step);
    void showDefinition();
    void place();
    void growToFit();
    /// How high a definition becomes at this width of the picker.
    [[nodiscard]] int definitionHeight(const QString &text, int width) const;
    void giveFocusBack();
    void leave();
    void goOnFromAnchor(const class QKeyEvent &tab);

    Mode m_mode;
    bool m_picksOnLeaving = false;
    bool m_isCommand = false;
    bool m_keepsWords = false;
    bool m_typedIsUsed = false; ///< something was ticked or unticked by what is typed
    bool m_newAllowed = false;
    PickModel *m_model;
    QStringList m_definitions; ///< of all items
    int m_footer = 0;          ///< the height kept for a definition
    SearchField *m_search;
    QListView *m_list;
    QLabel *m_definition;
    QLabel *m_none;
    QPointer<QWidget> m_anchor;
    QPointer<QWidget> m_before; ///< had the focus
};

} // namespace seamfinder
