#pragma once

#include "ui/protocol/DraftForm.h"

namespace seamfinder {

class ItemRows;
class PresetRows;
class SourceRow;

/// Everything that a question says and does. Only what its type has is shown.
class QuestionForm final : public DraftForm
{
    Q_OBJECT

public:
    explicit QuestionForm(ProtocolDraft &draft, QWidget *parent = nullptr);

    void setQuestion(const DraftPlace &place);
    /// A question that was just added: what is said in it gives it its name, unless somebody does.
    void nameByItsText(const QString &name) { m_unnamed = name; }

Q_SIGNALS:
    /// Its name is another one now.
    void renamed(const QString &name);

protected:
    bool load() override;
    void store(bool typed) override;
    void showRest() override;
    [[nodiscard]] bool concerns(const ProtocolProblem &problem) const override;
    [[nodiscard]] QStringList names() const override;
    [[nodiscard]] QString ownName() const override { return m_question.name; }

private:
    void addTexts();
    void addAnswer();
    void addRepeat();
    void addRules();
    void addItems();
    [[nodiscard]] QComboBox *addCombo(const QString &label, const QString &name,
                                      const std::function<void(int)> &chosen);
    void offerBindings();
    void rename(const QString &name);
    void nameByText();
    void setType(QuestionType type);
    void showByTerm();
    void showRows();

    DraftPlace m_place;
    Question m_question; ///< without its children
    bool m_hasChildren = false;
    QString m_unnamed;
    LineEdit *m_name = nullptr;
    QComboBox *m_type = nullptr, *m_when = nullptr, *m_priority = nullptr, *m_binding = nullptr,
              *m_mark = nullptr, *m_creates = nullptr;
    QCheckBox *m_required = nullptr, *m_interviewerOnly = nullptr;
    QSpinBox *m_minimum = nullptr, *m_maximum = nullptr, *m_fewest = nullptr, *m_most = nullptr;
    TranslatedText *m_label = nullptr, *m_body = nullptr, *m_low = nullptr, *m_high = nullptr,
                   *m_message = nullptr, *m_reword = nullptr, *m_guidance = nullptr;
    ExpressionEdit *m_constraint = nullptr, *m_calculation = nullptr, *m_default = nullptr,
                   *m_filter = nullptr, *m_count = nullptr, *m_overFilter = nullptr, *m_first = nullptr;
    SourceRow *m_source = nullptr, *m_over = nullptr;
    ItemRows *m_choices = nullptr, *m_probes = nullptr, *m_byTerm = nullptr;
    PresetRows *m_presets = nullptr;
};

/// "Text", "One of several", … as a list of types says it.
[[nodiscard]] QString typeName(QuestionType type);

} // namespace seamfinder
