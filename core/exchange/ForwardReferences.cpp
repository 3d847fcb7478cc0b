#include "core/exchange/ForwardReferences.h"

#include "core/exchange/QuestionOrder.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

// Each move looks at all questions; who moves more often than that goes in a circle of groups.
constexpr int mostMoves = 500, mostOfOne = 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("ForwardReferences", text);
}

/// A place in the protocol by names, which stay when what is around moves.
struct Place
{
    int section;
    QStringList names; ///< from the outermost container to the question itself
};

struct Standing
{
    QVector<Question> *list = nullptr; ///< that holds it
    qsizetype at = 0;
};

Standing standing(Protocol &protocol, const Place &place)
{
    QVector<Question> *list = &protocol.sections[place.section].questions;
    Standing result;
    for (const QString &name : place.names) {
        const auto found = std::find_if(list->begin(), list->end(),
                                        [&name](const Question &each) { return each.name == name; });
        if (found == list->end())
            return {};
        result = {list, found - list->begin()};
        list = &found->children;
    }
    return result;
}

/// Containers that are left empty go; so does the section.
void removeEmpty(Protocol &protocol, Place place)
{
    for (place.names.removeLast(); !place.names.isEmpty(); place.names.removeLast()) {
        const Standing around = standing(protocol, place);
        if (!around.list || !(*around.list)[around.at].children.isEmpty())
            return;
        around.list->removeAt(around.at);
    }
    if (protocol.sections[place.section].questions.isEmpty())
        protocol.sections.removeAt(place.section);
}

QString both(const Expression &a, const Expression &b)
{
    return a.isEmpty()   ? b.source()
           : b.isEmpty() ? a.source()
                         : u"(%1) and (%2)"_s.arg(a.source(), b.source());
}

class Levelling
{
public:
    explicit Levelling(Protocol &protocol)
        : m_protocol(protocol)
    {
    }

    QVector<LevelledReference> run()
    {
        for (int moves = 0; moves < mostMoves && moveOne(); ++moves) {}
        leaveOut();
        return std::move(m_done);
    }

private:
    bool moveOne()
    {
        const Protocol before = m_protocol;
        const QuestionOrder order(before);
        for (int place = 0; place < order.size(); ++place) {
            const int target = order.furthestBelow(place, referencesOf(order.question(place)));
            if (target >= 0 && (order.question(place).type == QuestionType::Calculated
                                    ? moveCalculation(order, place, target)
                                    : moveBelow(order, place, target)))
                return true;
        }
        return false;
    }

    /// The question, or what is around it where the way to its target parts, to below what is around that.
    bool moveBelow(const QuestionOrder &order, int place, int target)
    {
        const QVector<int> from = order.path(place), to = order.path(target);
        const qsizetype parting = partingOf(from, to);
        if (order.section(place) != order.section(target) || parting >= from.size() || parting >= to.size() ||
            order.dependsOn(to[parting], from[parting]))
            return false;
        const Question &mover = order.question(from[parting]);
        if (++m_moves[mover.name] > mostOfOne)
            return false;
        const Standing taken = standing(m_protocol, placeOf(order, from.first(parting + 1)));
        const Standing anchor = standing(m_protocol, placeOf(order, to.first(parting + 1)));
        if (!taken.list || taken.list != anchor.list || taken.at >= anchor.at)
            return false;
        noteMove(order, place, target, mover.name);
        taken.list->move(taken.at, anchor.at);
        return true;
    }

    bool moveCalculation(const QuestionOrder &order, int place, int target)
    {
        const QVector<int> from = order.path(place), to = order.path(target);
        const bool sameSection = order.section(place) == order.section(target);
        const qsizetype parting = sameSection ? partingOf(from, to) : 0;
        if (parting >= from.size() || parting >= to.size() ||
            ++m_moves[order.question(place).name] > mostOfOne)
            return false;
        // It takes along when the groups that it leaves are asked; out of a repeat it would be another one.
        Expression relevance = order.question(place).relevance;
        for (qsizetype i = from.size() - 2; i >= parting; --i) {
            const Question &around = order.question(from[i]);
            if (around.type == QuestionType::Repeat)
                return false;
            relevance = Expression(both(around.relevance, relevance));
        }
        if (!sameSection)
            relevance = Expression(both(m_protocol.sections[order.section(place)].relevance, relevance));
        const Place old = placeOf(order, from);
        const Standing taken = standing(m_protocol, old);
        if (!taken.list)
            return false;
        Question moved = taken.list->takeAt(taken.at);
        moved.relevance = relevance;
        const Standing anchor = standing(m_protocol, placeOf(order, to.first(parting + 1)));
        if (!anchor.list) {
            taken.list->insert(taken.at, order.question(place)); // names that are there twice
            return false;
        }
        noteMove(order, place, target, moved.name);
        anchor.list->insert(anchor.at + 1, std::move(moved));
        removeEmpty(m_protocol, old);
        return true;
    }

    static qsizetype partingOf(const QVector<int> &a, const QVector<int> &b)
    {
        qsizetype common = 0;
        while (common < a.size() && common < b.size() && a[common] == b[common])
            ++common;
        return common;
    }

    static Place placeOf(const QuestionOrder &order, const QVector<int> &path)
    {
        Place result{order.section(path.first()), {}};
        for (const int each : path)
            result.names.append(order.question(each).name);
        return result;
    }

    void noteMove(const QuestionOrder &order, int place, int target, const QString &mover)
    {
        const Question &question = order.question(place);
        const QString name = order.question(target).name;
        if (m_said.contains({mover, name}))
            return;
        m_said.insert({mover, name});
        QString found;
        forExpressions(question, [&](const Expression &expression, const QString &part) {
            if (found.isEmpty() && expression.references().contains(name))
                found = part;
        });
        m_done.append(
            {order.sectionKey(place), question.name, found,
             tr("“%1” comes after “%2” now, on which it depends.").arg(mover, name),
             tr("Nothing needs to be done; or put them in the order in which they are to be asked.")});
    }

    /// What could not move.
    void leaveOut()
    {
        const Protocol before = m_protocol;
        const QuestionOrder order(before);
        int place = 0;
        for (int section = 0; section < m_protocol.sections.size(); ++section) {
            Section &here = m_protocol.sections[section];
            for (const QString &name : here.relevance.references()) {
                const int target = order.find(name);
                if (target < 0 || order.section(target) <= section)
                    continue;
                m_done.append({here.key,
                               {},
                               u"relevance"_s,
                               tr("“%1” is asked only later: the section is always asked.").arg(name),
                               mend()});
                here.relevance = {};
                break;
            }
            quoteNothingLater(
                here.title, u"title"_s, {here.key, {}, {}, {}, {}},
                [&](int target) { return order.section(target) >= section; }, order);
            leaveOut(here.questions, order, place);
        }
    }

    void leaveOut(QVector<Question> &questions, const QuestionOrder &order, int &next)
    {
        for (Question &question : questions) {
            const int place = next++;
            const LevelledReference where{order.sectionKey(place), question.name, {}, {}, {}};
            forExpressions(question, [&](Expression &expression, const QString &part) {
                const int target = order.furthestBelow(place, expression.references());
                if (target < 0)
                    return;
                LevelledReference done = where;
                done.part = part;
                done.what = instead(part).arg(order.question(target).name);
                done.mend = mend();
                m_done.append(done);
                expression = part == "calculation"_L1 ? unknownCalculation() : Expression();
                if (part == "constraint"_L1)
                    question.constraintMessage = {};
            });
            const auto isLater = [place](int target) { return target >= place; };
            for (const auto &[text, part] :
                 {std::pair(&question.label, u"label"_s), std::pair(&question.hint, u"hint"_s),
                  std::pair(&question.guidance, u"guidance"_s), std::pair(&question.lowLabel, u"lowLabel"_s),
                  std::pair(&question.highLabel, u"highLabel"_s),
                  std::pair(&question.constraintMessage, u"constraintMessage"_s)})
                quoteNothingLater(*text, part, where, isLater, order);
            leaveOut(question.children, order, next);
        }
    }

    template <class IsLater>
    void quoteNothingLater(TranslatableText &text, const QString &part, LevelledReference where,
                           IsLater &&isLater, const QuestionOrder &order)
    {
        static const QRegularExpression quote(u"\\$\\{\\s*([^}]*?)\\s*\\}"_s);
        QString later;
        for (QString &each : text.byLanguage) {
            qsizetype from = 0;
            for (auto match = quote.match(each); match.hasMatch(); match = quote.match(each, from)) {
                const int target = order.find(match.captured(1));
                from = match.capturedEnd();
                if (target < 0 || !isLater(target))
                    continue;
                later = match.captured(1);
                each.replace(match.capturedStart(), match.capturedLength(), u"…"_s);
                from = match.capturedStart() + 1;
            }
        }
        if (later.isEmpty())
            return;
        where.part = part;
        where.what = tr("“%1” has no answer yet where it is quoted; “…” stands in its place.").arg(later);
        where.mend = tr("Quote only what stands before.");
        m_done.append(where);
    }

    static QString mend() { return tr("Move that question before this one, and import again."); }

    static QString instead(const QString &part)
    {
        static const QHash<QString, QString> sentences{
            {u"relevance"_s, tr("“%1” is asked only later: the question is always asked.")},
            {u"constraint"_s, tr("“%1” is asked only later: any answer is accepted.")},
            {u"calculation"_s, tr("“%1” is asked only later: the calculation stays empty.")},
            {u"default"_s, tr("“%1” is asked only later: there is no default.")},
            {u"filter"_s, tr("“%1” is asked only later: all choices are offered.")},
            {u"count"_s, tr("“%1” is asked only later: the repeat can have any number.")}};
        return sentences.value(part);
    }

    Protocol &m_protocol;
    QVector<LevelledReference> m_done;
    QHash<QString, int> m_moves;
    QSet<std::pair<QString, QString>> m_said;
};

} // namespace

QVector<LevelledReference> levelForwardReferences(Protocol &protocol)
{
    return Levelling(protocol).run();
}

Expression unknownCalculation()
{
    return Expression(u"if(true(), '', 0)"_s);
}

} // namespace seamfinder
