#pragma once

#include "core/domain/Field.h"
#include "core/domain/Term.h"
#include "ui/common/FieldInput.h"
#include "ui/common/InputPicker.h"

#include <QHash>

class QLineEdit;
class QMenu;
class QVBoxLayout;

namespace seamfinder {

class Chip;
class FlowLayout;
class SpokenLabels;

/// Terms of the codebook as chips. Enter, Space or typing opens the picker in place; Delete on a chip takes
/// it away; Enter on a chip opens what else can be said of it: the main element, the sides of "A does not fit
/// B", the team. A term that asks for a text gets a line for it.
class CodingInput final : public FieldInput
{
    Q_OBJECT

public:
    CodingInput(const EditorContext &context, const Field &field, Look look, QWidget *parent);
    ~CodingInput() override;

    void setContent(const FieldContent &content) override;
    [[nodiscard]] FieldContent content() const override;
    void setReadOnly(bool readOnly) override;
    void setName(const QString &name) override;
    void setPlaceholder(const QString &text) override;
    void setElementsFirst(const QVector<TermId> &elements) override { m_elementsFirst = elements; }
    void setRow(qint64 row) override { m_picker->setRow(row); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void rebuild();
    void followLanguage();
    void addOtherLine(const CodedTerm &coded, const Term &term);
    [[nodiscard]] QString chipText(const CodedTerm &coded) const;
    void openPicker(const QString &typed = {});
    void takePicked(const QList<qint64> &ids);
    void takeNew(const QString &name);
    /// In the picker, while it is open.
    void showTicks();
    /// Takes out what cannot stand beside it (see AloneChoices.h).
    void giveWayTo(TermId added);
    void focusOther();
    void openMenu(Chip *chip, TermId term);
    void addElementActions(QMenu *menu, TermId term);
    void addTeamActions(QMenu *menu, TermId term);
    void change(TermId term, const std::function<void(CodedTerm &)> &edit);
    void remove(TermId term);
    [[nodiscard]] CodedTerm *find(TermId term);

    EditorContext m_context;
    const Field &m_field;
    Look m_look;
    QString m_name;
    QString m_placeholder;
    QVector<CodedTerm> m_terms;
    QStringList m_newNames;
    QVector<TermId> m_elementsFirst;
    FlowLayout *m_flow;
    QVBoxLayout *m_column;
    Chip *m_add;
    QHash<TermId, Chip *> m_chips;
    QHash<TermId, QLineEdit *> m_others;
    InputPicker *m_picker;
    TermId m_wantsText{};
    bool m_readOnly = false;
    const SpokenLabels *m_shownIn = nullptr; ///< whose words the chips have
};

} // namespace seamfinder
