#pragma once

#include "ui/interview/AnswerInput.h"
#include "ui/interview/TypedNumber.h"
#include "ui/interview/TypedRun.h"

#include <optional>
#include <QTimer>

class QKeyEvent;
class QLabel;
class QListView;

namespace seamfinder {

class ChoiceDelegate;
class ChoiceModel;
class ElidedLabel;
class SearchField;

/// One or several of a list, in an order of their own where ranked. Arrows move, Space picks and takes back,
/// a digit does so while the list has the focus; Enter picks, and goes on from what is picked; long lists
/// narrow as one types, and say above them what is picked; beside a short one, what is typed is a note. The
/// row that the keys are on is that of the answer, until somebody moves on from it.
class ChoiceAnswer final : public AnswerInput
{
    Q_OBJECT

public:
    enum class Mode : quint8 { One, Many, Ranked };

    /// `kind`: what the keys stand for (Keys; Number for a scale; Boolean for one tick).
    ChoiceAnswer(Mode mode, Value::Kind kind, QWidget *parent = nullptr);

    /// What was agreed to is changed, not taken away by picking it again.
    void setStays(bool stays) { m_stays = stays; }
    void showValue(const Value &value) override;
    [[nodiscard]] Value value() const override;
    void setName(const QString &name) override;
    void setChoices(const QVector<StepChoice> &choices) override;
    void setReadOnly(bool readOnly) override;
    /// What was typed to narrow the list and matches nothing.
    [[nodiscard]] QString refused() const override;
    /// That, and what matches while nothing was picked by it.
    [[nodiscard]] QString unfinished() const override;
    /// Picks the only choice that is left if each word typed begins one of its words.
    void settle() override;
    void takeWaiting() override;
    void clearSearch() override;
    void setRoom(int height) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool listKey(QKeyEvent *event);
    bool digitKey(const QKeyEvent &event);
    bool beginsWords(QKeyEvent *event);
    void sayWords(const QKeyEvent &event, const QString &words);
    static bool leaveToPage(QKeyEvent *event);
    bool searchKey(QKeyEvent *event);
    void narrow(const QString &typed);
    void showNothing();
    void setPicked(const QStringList &keys);
    void showPicked();
    void pick(int row);
    void moveRanked(int step);
    void fitHeight();
    void showRow(const QString &key);

    Mode m_mode;
    Value::Kind m_kind;
    bool m_stays = false;
    bool m_readOnly = false;
    bool m_moved = false;      ///< by the user, to another row than what is picked
    bool m_used = false;       ///< what is typed to narrow the list, to pick something
    TypedNumber m_number;      ///< at ranges
    TypedRun m_run;            ///< of digits that may turn out to be words
    QTimer m_wait;             ///< for that, where it would matter: until then nothing is picked
    QString m_waiting;         ///< the choice that is picked then
    std::optional<int> m_room; ///< nothing: nobody said
    QString m_beforeTyping;    ///< the row that the list comes back to
    ChoiceModel *m_model;
    SearchField *m_search;
    ElidedLabel *m_picked; ///< above a long list
    QListView *m_list;
    ChoiceDelegate *m_delegate;
    QLabel *m_nothing; ///< in the list's place
};

} // namespace seamfinder
