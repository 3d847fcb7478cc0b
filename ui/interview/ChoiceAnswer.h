#pragma once

#include "ui/interview/AnswerInput.h"

class QListView;
class QKeyEvent;

namespace seamfinder {

class ChoiceModel;
class SearchField;

/// One or several of a list, in an order of their own where ranked. Arrows move, Space picks and takes back,
/// a digit does so while the list has the focus; Enter picks, and goes on from what is picked; long lists
/// narrow as one types.
class ChoiceAnswer final : public AnswerInput
{
    Q_OBJECT

public:
    enum class Mode : quint8 { One, Many, Ranked };

    /// `kind`: what the keys stand for (Keys; Number for a scale; Boolean for one tick).
    ChoiceAnswer(Mode mode, Value::Kind kind, QWidget *parent = nullptr);

    void showValue(const Value &value) override;
    [[nodiscard]] Value value() const override;
    void setName(const QString &name) override;
    void setChoices(const QVector<StepChoice> &choices) override;
    void setReadOnly(bool readOnly) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool listKey(QKeyEvent *event);
    void pick(int row);
    void moveRanked(int step);
    void fitHeight();
    void showRow(const QString &key);

    Mode m_mode;
    Value::Kind m_kind;
    bool m_readOnly = false;
    ChoiceModel *m_model;
    SearchField *m_search;
    QListView *m_list;
};

} // namespace seamfinder
