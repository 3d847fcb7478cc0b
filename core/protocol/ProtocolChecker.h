#pragma once

#include "core/protocol/ExpressionTypes.h"
#include "core/protocol/ProtocolIndex.h"
#include "core/protocol/ProtocolProblem.h"

#include <QSet>

namespace seamfinder {

/// Walks a protocol once and collects problems. The parts: structure and texts (ProtocolCheck.cpp), choices
/// and bindings (ProtocolCheckSources.cpp), expressions and references (ProtocolCheckExpressions.cpp).
class ProtocolChecker
{
public:
    ProtocolChecker(const Protocol &protocol, const CodebookKeys &codebook, const QString &file);
    QVector<ProtocolProblem> run();

private:
    /// An expression of a question: what it is for decides what it may refer to.
    struct ExpressionUse
    {
        QString name;            ///< "relevance", as in the file
        bool candidates = false; ///< ${choice.…} may be used
        std::optional<Entity> candidateEntity = {};
        QString candidateFacet = {};
        std::optional<ExpressionType> self = {};
        std::optional<Value::Kind> wanted = {};
    };

    void problem(const QString &what, const QString &mend, const QString &unknown = {});

    void checkHeader();
    void checkSection(int section);
    void checkQuestion();
    void checkName();
    void checkContainer();
    void checkTypeSpecifics();
    void checkText(QLatin1StringView part, const TranslatableText &text, const QString &what, bool needed);
    void checkQuotes(const QString &text, const QString &what);
    void checkKeyed(const QVector<AnswerChoice> &choices, const QString &what);

    void checkChoices();
    void checkSource(const ChoiceSource &source, const QString &what);
    void checkFacet(const QString &facet);
    void checkRepeat();
    void checkPresets();
    void checkBinding();
    void checkBoundType(const Field &field);
    void checkMark(const Field &field);
    void checkLabelsByTerm();

    void checkExpressions();
    void checkExpression(const Expression &expression, const ExpressionUse &use);
    void checkSectionRelevance(int section);
    void checkReference(const QString &name, const ExpressionUse &use);
    [[nodiscard]] bool isCycle(int from, int to) const;
    void collectEdges();
    [[nodiscard]] std::optional<ReferenceType> referenceType(const QString &name, const ExpressionUse &use,
                                                             int depth) const;
    [[nodiscard]] ExpressionType typeOf(const Question &question, int depth) const;
    [[nodiscard]] std::optional<QStringList> choiceKeys(const Question &question) const;
    [[nodiscard]] std::optional<QStringList> facetKeys(const QString &facet) const;
    [[nodiscard]] bool isAround(int repeat) const;
    [[nodiscard]] bool hasTermAround(const QString &facet) const;
    [[nodiscard]] bool hasRowAround(std::optional<Entity> entity) const; ///< nothing: of any kind
    [[nodiscard]] bool isSpecial(const QString &name, bool candidates) const;

    const Protocol &m_protocol;
    const CodebookKeys &m_codebook;
    const QString m_file;
    const ProtocolIndex m_index;
    QVector<QVector<int>> m_edges; ///< question → what must be known before it
    int m_section = -1, m_at = -1; ///< where the walk is; -1: not in one
    QString m_part;                ///< of the question or section: see ProtocolProblem
    QVector<ProtocolProblem> m_problems;
    QSet<QString> m_names;

    [[nodiscard]] const IndexedQuestion &here() const { return m_index.questions()[m_at]; }
    [[nodiscard]] const Question &question() const { return *here().question; }
};

} // namespace seamfinder
