#pragma once

#include "core/domain/Field.h"
#include "ui/common/FieldInput.h"

#include <QList>
#include <QTimer>

namespace seamfinder {

class Chip;
class FlowLayout;
class InputPicker;
struct PickItem;
class Pill;

/// One of a few: the keys of a choice, the terms of a small facet, the steps of a scale. One stop for Tab;
/// arrows move, Space or Enter picks, a digit picks at once, Delete takes the choice back, and so does
/// picking it again. Who types a word gets the same options as a list that the word searches.
class OptionInput final : public FieldInput
{
    Q_OBJECT

public:
    OptionInput(const EditorContext &context, const Field &field, QWidget *parent);
    ~OptionInput() override;

    void setContent(const FieldContent &content) override;
    [[nodiscard]] FieldContent content() const override;
    void setReadOnly(bool readOnly) override;
    void setName(const QString &name) override;
    void setRow(qint64 row) override;

    [[nodiscard]] const QList<Pill *> &pills() const { return m_pills; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void followLanguage();
    void addOption(const QVariant &value, const QString &label, const QString &help = {},
                   const QString &alias = {});
    [[nodiscard]] QList<PickItem> listed() const;
    void openPicker(const QString &typed = {});
    void showWaiting();
    void pick(int index);
    [[nodiscard]] bool staysPicked() const;
    void takeWaiting();
    void focusPill(int index);
    void showState();
    [[nodiscard]] int current() const;
    [[nodiscard]] bool equal(const QVariant &one, const QVariant &other) const;

    EditorContext m_context;
    const Field &m_field;
    FlowLayout *m_flow;
    QString m_name;
    QList<Pill *> m_pills;
    QList<QVariant> m_values;
    QStringList m_aliases; ///< other words that find an option
    InputPicker *m_picker;
    Chip *m_waits; ///< words that found none, where nothing else keeps them
    QVariant m_value;
    QTimer m_wait; ///< for words behind a letter of the digit row
    int m_waiting = -1;
    QString m_letter;
    bool m_readOnly = false;
    const SpokenLabels *m_shownIn = nullptr; ///< whose words the pills have
};

} // namespace seamfinder
