#pragma once

#include "core/protocol/Expression.h"
#include "ui/common/ScrollPane.h"
#include "ui/protocol/ProtocolDraft.h"
#include "ui/protocol/TranslatedText.h"

#include <functional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace seamfinder {

class ExpressionEdit;
class LineEdit;
struct TranslatableText;

/// What the forms of a question, a section and a protocol share: fields that write into a value as one types,
/// the problems of each part below its field, and the texts of one more language beside the first.
class DraftForm : public ScrollPane
{
    Q_OBJECT

public:
    explicit DraftForm(ProtocolDraft &draft, QWidget *parent = nullptr);

    /// Empty: none.
    void setTranslation(const QString &language);
    [[nodiscard]] QString translation() const { return m_into; }
    /// Reads the value anew and shows it; what is equal is left alone.
    void refresh();
    void showProblems();
    void showWhatCanBeWritten();
    /// A sentence of the checks with the names that the fields have here.
    [[nodiscard]] QString inFieldNames(const QString &sentence) const;
    /// To the field that a problem is in; to the first one if it is in none.
    void focusPart(const QString &part);

protected:
    template <class T>
    using Access = std::function<T &()>;

    TranslatedText *addText(const QString &label, const QString &hint, const QString &part,
                            const Access<TranslatableText> &value,
                            TranslatedText::Lines lines = TranslatedText::Lines::Several);
    ExpressionEdit *addExpression(const QString &label, const QString &hint, const QString &part,
                                  const Access<Expression> &value);
    LineEdit *addLine(const QString &label, const QString &part);
    QSpinBox *addNumber(const QString &label, int most, const Access<int> &value);
    QCheckBox *addFlag(const QString &label, const Access<bool> &value);
    /// A row of any kind, with room for the problems of a part below it.
    void addRow(const QString &label, QWidget *widget, const QString &part = {});
    void setRowVisible(QWidget *widget, bool visible);

    /// The value as the draft has it now; false if it is gone.
    virtual bool load() = 0;
    /// Puts the value into the draft; `typed`: by a keystroke in a text.
    virtual void store(bool typed) = 0;
    /// After the common fields: what else depends on the value.
    virtual void showRest() {}
    [[nodiscard]] virtual bool concerns(const ProtocolProblem &problem) const = 0;
    /// What an expression of the value may refer to.
    [[nodiscard]] virtual QStringList names() const { return {}; }
    /// The question that "." stands for.
    [[nodiscard]] virtual QString ownName() const { return {}; }
    /// What a text beside a question can be, for ExpressionEdit.
    [[nodiscard]] QStringList keysOf(const QString &question) const;

    [[nodiscard]] ProtocolDraft &draft() const { return m_draft; }
    [[nodiscard]] QWidget *page() const { return m_page; }
    [[nodiscard]] bool isShowing() const { return m_showing; } ///< signals of fields mean nothing now

private:
    struct Part
    {
        QString name;  ///< as in files
        QString label; ///< as on screen
        QWidget *field;
        QLabel *problem;
    };
    struct Text
    {
        TranslatedText *field;
        Access<TranslatableText> value;
    };

    ProtocolDraft &m_draft;
    QWidget *m_page; ///< the parent of all rows
    QFormLayout *m_form;
    QLabel *m_general; ///< problems that are in no part of the form
    QVector<Part> m_parts;
    QVector<Text> m_texts;
    QVector<std::pair<ExpressionEdit *, Access<Expression>>> m_expressions;
    QVector<std::pair<QSpinBox *, Access<int>>> m_numbers;
    QVector<std::pair<QCheckBox *, Access<bool>>> m_flags;
    QString m_into;
    bool m_showing = false;
};

} // namespace seamfinder
