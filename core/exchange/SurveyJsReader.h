#pragma once

#include "core/exchange/ProtocolImport.h"
#include "core/exchange/SurveyJsExpression.h"

#include <QJsonObject>

namespace seamfinder {

/// The survey as it is read: names and languages are known before the first question is.
struct SurveySource
{
    explicit SurveySource(const QJsonObject &root);

    QJsonObject root;
    QStringList languages; ///< the first is that of "default"
    SurveyNames names;
    QVector<ImportProblem> problems;

    void error(const QString &path, const QString &what, const QString &mend);
    void warning(const QString &path, const QString &what, const QString &mend);
    /// A string, or one by language. Names in it ({age}) become quotes (${age}).
    [[nodiscard]] TranslatableText text(const QJsonValue &value) const;
    [[nodiscard]] QString plain(const TranslatableText &text) const
    {
        return text.in(languages[0], languages[0]);
    }

private:
    void findNames(const QJsonObject &parent, int depth);
    void addName(const QJsonObject &element);
    void findLanguages(const QJsonValue &value, int depth);

    QSet<QString> m_taken; ///< names of questions
};

/// The elements of a page or panel as questions.
class SurveyElements
{
public:
    explicit SurveyElements(SurveySource &source)
        : m_source(source)
    {
    }

    [[nodiscard]] QVector<Question> questions(const QJsonObject &parent, const QString &path, int depth);
    /// visibleIf and enableIf: what cannot be answered need not be seen.
    [[nodiscard]] Expression relevance(const QJsonObject &element, const QString &path);

    QHash<QString, QString> pathOf; ///< by the question's name

private:
    [[nodiscard]] Question question(const QJsonObject &element, const QString &path, int depth);
    void readType(Question &question, const QJsonObject &element, const QString &path, int depth);
    void readText(Question &question, const QJsonObject &element, const QString &path);
    void readRating(Question &question, const QJsonObject &element, const QString &path);
    void readChoices(Question &question, const QJsonObject &element, const QString &path);
    void addChoice(Question &question, const QJsonValue &choice);
    void readYesNo(Question &question, const QJsonObject &element) const;
    void readValidators(Question &question, const QJsonObject &element, const QString &path);
    void readDefault(Question &question, const QJsonObject &element, const QString &path);
    [[nodiscard]] Expression expression(const QString &source, const QString &path, const QString &self = {});
    static void require(Question &question, const Expression &condition);

    SurveySource &m_source;
};

/// The type that an element becomes; nothing for one that an interview has not.
[[nodiscard]] std::optional<QuestionType> surveyType(const QJsonObject &element);
/// A value as a key: without white space.
[[nodiscard]] QString keyOfValue(const QJsonValue &value);
/// A value as its survey compares it: "5", "yes", "true".
[[nodiscard]] QString textOfValue(const QJsonValue &value);

} // namespace seamfinder
