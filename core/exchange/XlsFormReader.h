#pragma once

#include "core/exchange/XlsFormChoices.h"
#include "core/exchange/XlsFormTypes.h"

namespace seamfinder {

/// The form as it is read: languages and names are known before the first question is.
struct FormSource
{
    explicit FormSource(const Workbook &workbook);

    FormTable settings;
    bool ours; ///< written by this program
    FormTable survey, choices;
    FormLanguages languages;
    FormNames names;
    QVector<ImportProblem> problems;
    /// Of the survey: whose type is none, so that nothing else can be said of them; and whose choices the
    /// sheet "choices" has errors in.
    QSet<qsizetype> untyped, withoutChoices;

    void problem(ImportSeverity severity, const ImportPlace &place, const QString &what, const QString &mend);
    void error(qsizetype row, const QString &column, const QString &what, const QString &mend);
    void warning(qsizetype row, const QString &column, const QString &what, const QString &mend);
    /// Whether the row is not asked at all.
    [[nodiscard]] bool isDisabled(qsizetype row) const;
    /// Of the survey.
    [[nodiscard]] QString cell(qsizetype row, const char *column) const;
    [[nodiscard]] TranslatableText texts(qsizetype row, const char *column) const;

private:
    void findLanguages();
    void findNames();
    void checkColumns();
};

/// Rows of the survey as questions.
class FormQuestions
{
public:
    explicit FormQuestions(FormSource &source);

    /// A question, group or repeat, without what is inside.
    [[nodiscard]] Question question(qsizetype row, const FormType &type);
    [[nodiscard]] Section section(qsizetype row);
    /// Columns of the choices that nothing has used; to be asked when all questions are read.
    void reportUnused();

private:
    void readTexts(Question &question, qsizetype row) const;
    void readChoices(Question &question, qsizetype row, const FormType &type);
    void readScale(Question &question, qsizetype row);
    void readExpressions(Question &question, qsizetype row, const FormType &type);
    void readRepeat(Question &question, qsizetype row);
    void leaveOutWhatHasNoAnswer(Question &question, qsizetype row);
    [[nodiscard]] ChoiceSource listed(qsizetype row, const QString &column, const QString &list);
    [[nodiscard]] std::optional<ChoiceSource> choiceSource(qsizetype row, const char *column);
    [[nodiscard]] QVector<AnswerChoice> keyed(qsizetype row, const char *column);
    [[nodiscard]] Expression expression(qsizetype row, const char *column,
                                        const ChoicesByValue &choices = {});
    [[nodiscard]] Expression defaultValue(qsizetype row, QuestionType type);
    [[nodiscard]] int number(qsizetype row, const char *column);
    [[nodiscard]] bool flag(qsizetype row, const char *column);
    template <class Enum>
    [[nodiscard]] Enum named(qsizetype row, const char *column, std::optional<Enum> (*find)(QStringView),
                             Enum other);

    FormSource &m_source;
    FormChoices m_choices;
};

} // namespace seamfinder
