#include "core/domain/Id.h"
#include "core/protocol/BuiltInProtocols.h"
#include "core/protocol/Flow.h"
#include "tests/support/SourceTree.h"

#include <QDir>
#include <QFile>
#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {

/// Answers held in memory, with names for instances.
class Answers : public AnswerSource
{
public:
    QHash<QuestionRef, Value> values;
    QHash<QuestionRef, MissingCode> codes;
    QHash<QuestionRef, QVector<qint64>> added;
    QHash<qint64, QString> titles;
    QHash<qint64, Entity> entities;
    QVector<qint64> order;

    [[nodiscard]] Value value(const QuestionRef &ref) const override { return values.value(ref); }
    [[nodiscard]] std::optional<MissingCode> missing(const QuestionRef &ref) const override
    {
        const auto found = codes.constFind(ref);
        return found == codes.cend() ? std::nullopt : std::optional(*found);
    }
    [[nodiscard]] QVector<qint64> instances(const QuestionRef &repeat) const override
    {
        return added.value(repeat);
    }
    [[nodiscard]] QVector<FlowTerm> terms(const QString &facet) const override
    {
        const QString ds = u"data-scientist"_s, se = u"software-engineer"_s, ops = u"operations-staff"_s;
        if (facet == "role"_L1)
            return {{11, ds, u"Data scientist"_s, {}, {}},
                    {12, se, u"Software engineer"_s, {}, {}},
                    {13, ops, u"Operations staff"_s, {}, {}}};
        if (facet != "element"_L1)
            return {};
        return {{1, u"system-context"_s, u"System context"_s, {}, {ds, se, ops}},
                {2, u"raw-data"_s, u"Raw data"_s, {}, {ds}},
                {3, u"data-pipeline"_s, u"Data pipeline"_s, {}, {ds, se, ops}},
                {4, u"training-data"_s, u"Training data"_s, {}, {se}},
                {5, u"trained-model"_s, u"Trained model"_s, {}, {se, ops}},
                {6, u"development-environment"_s, u"Development environment"_s, {}, {ds}},
                {7, u"production-environment"_s, u"Production environment"_s, {}, {ds, se}},
                {8, u"production-data"_s, u"Production data"_s, {}, {ds, se}},
                {9, u"other"_s, u"Other"_s, {}, {}}};
    }
    [[nodiscard]] QVector<qint64> rows(Entity entity) const override
    {
        QVector<qint64> result;
        for (const qint64 id : order) {
            if (entities.value(id) == entity)
                result.append(id);
        }
        return result;
    }
    [[nodiscard]] QString rowTitle(Entity, qint64 id, const SpokenLabels &) const override
    {
        return titles.value(id);
    }
    [[nodiscard]] QString rowSentence(Entity, qint64 id, const SpokenLabels &) const override
    {
        return u"Sentence of %1."_s.arg(titles.value(id));
    }
};

/// Plays one script; what it means is told in tests/data/flows/README.md.
class Script
{
public:
    explicit Script(const QString &protocol)
        : m_protocol(std::make_shared<const Protocol>(builtInProtocol(protocol)))
        , m_flow(m_protocol, m_answers, u"en"_s, QDateTime(QDate(2026, 3, 2), QTime(10, 0)))
    {
    }

    /// What differs from the line's expectation; empty if nothing does.
    QString play(const QString &line)
    {
        const QString verb = line.section(u' ', 0, 0);
        const QString rest = line.section(u' ', 1).trimmed();
        if (verb == "expect"_L1)
            return expect(rest.section(u' ', 0, 0), rest.section(u' ', 1).trimmed());
        if (verb == "language"_L1) {
            m_flow.setLanguage(rest);
            return {};
        }
        const QString left = rest.section(u'=', 0, 0).trimmed(), right = rest.section(u'=', 1).trimmed();
        if (verb == "add"_L1 || verb == "remove"_L1)
            return edit(verb, place(left.section(u':', 0, 0)), left.section(u':', 1).trimmed(), right);
        const QuestionRef ref = place(left);
        const int at = m_flow.indexOf(ref);
        if (at < 0)
            return u"there is no such place"_s;
        m_answers.values.remove(ref);
        m_answers.codes.remove(ref);
        if (verb == "answer"_L1)
            m_answers.values.insert(ref, valueOf(*m_flow.steps()[at].question, right));
        else if (verb == "missing"_L1)
            m_answers.codes.insert(ref, missingCodeFromKey(right).value());
        else if (verb != "clear"_L1)
            return u"unknown line"_s;
        m_changes = m_flow.update();
        return {};
    }

private:
    QString edit(const QString &verb, const QuestionRef &ref, const QString &name, const QString &title)
    {
        const int at = m_flow.indexOf(ref);
        if (at < 0)
            return u"there is no such repeat"_s;
        const qint64 id = m_ids.value(name, 1'000'000 + m_ids.size());
        if (verb == "add"_L1) {
            m_ids.insert(name, id);
            m_answers.titles.insert(id, title);
            m_answers.entities.insert(id, m_flow.steps()[at].question->repeat.creates.value());
            m_answers.order.append(id);
            m_answers.added[ref].append(id);
        } else {
            m_answers.order.removeAll(id);
            m_answers.added[ref].removeAll(id);
            for (Value &value : m_answers.values) {
                if (value.kind() == Value::Kind::Keys) {
                    QStringList keys = value.keys();
                    keys.removeAll(crockford(id));
                    value = Value::keys(keys);
                }
            }
        }
        m_changes = m_flow.update();
        return {};
    }

    QString expect(const QString &what, const QString &rest)
    {
        const QString left = rest.section(u'=', 0, 0).trimmed(), right = rest.section(u'=', 1).trimmed();
        if (what == "path"_L1)
            return differs(path(rest.section(u':', 0, 0)), list(rest.section(u':', 1), u';'));
        if (what == "changed:"_L1) {
            QStringList found;
            for (const RelevanceChange &change : m_changes)
                found.append((change.relevant ? u'+' : u'-') + shown(change.ref));
            return differs(found, list(rest, u';'));
        }
        if (what == "open"_L1) {
            const int open = m_flow.firstOpen();
            return differs({open < 0 ? u"nothing"_s : shown(m_flow.steps()[open].ref)}, {rest});
        }
        if (what == "counts"_L1) {
            const StepCounts c = m_flow.counts(section(left));
            return differs(
                {u"%1/%2 %3/%4"_s.arg(c.answered).arg(c.questions).arg(c.requiredAnswered).arg(c.required)},
                {right});
        }
        const int at = m_flow.indexOf(place(left));
        if (what == "absent"_L1)
            return at < 0 ? QString() : u"it is there"_s;
        if (at < 0)
            return u"there is no such place"_s;
        const Step &step = m_flow.steps()[at];
        if (what == "shown"_L1 || what == "hidden"_L1 || what == "folded"_L1)
            return differs({!step.relevant ? u"hidden"_s : step.folded ? u"folded"_s : u"shown"_s}, {what});
        if (what == "say"_L1)
            return differs({m_flow.say(step)}, {right});
        if (what == "problem"_L1)
            return differs({step.problem}, {right});
        if (what == "choices"_L1) {
            QStringList found;
            for (const StepChoice &choice : m_flow.choices(step))
                found.append(nameOf(choice.key));
            return differs(found, list(right, u','));
        }
        if (what == "labels"_L1) {
            QStringList found;
            for (const StepChoice &choice : m_flow.choices(step))
                found.append(choice.label);
            return differs(found, list(right, u';'));
        }
        if (what == "preset"_L1) {
            QStringList found;
            for (const auto &[field, value] : m_flow.presets(step))
                found.append(entityKey(field->entity) + u'.' + field->key + u':' + value.toText());
            return differs(found, list(right, u','));
        }
        if (what == "bound"_L1) {
            const QString row = step.fieldRow == 0 ? u"interview"_s : m_ids.key(step.fieldRow);
            return differs({entityKey(step.field->entity) + u'.' + step.field->key + u" of "_s + row},
                           {right});
        }
        return u"unknown expectation"_s;
    }

    static QString differs(const QStringList &found, const QStringList &wanted)
    {
        return found == wanted ? QString() : u"found: "_s + found.join(u"; "_s);
    }

    static QStringList list(const QString &text, QChar separator)
    {
        QStringList parts;
        for (const QString &part : text.split(separator, Qt::SkipEmptyParts)) {
            if (!part.trimmed().isEmpty())
                parts.append(part.trimmed());
        }
        return parts;
    }

    [[nodiscard]] int section(const QString &key) const
    {
        for (int i = 0; i < m_protocol->sections.size(); ++i) {
            if (m_protocol->sections[i].key == key)
                return i;
        }
        return 1000;
    }

    [[nodiscard]] QStringList path(const QString &key) const
    {
        QStringList result;
        for (int i = m_flow.next(-1); i >= 0; i = m_flow.next(i)) {
            if (m_flow.steps()[i].section == section(key))
                result.append(shown(m_flow.steps()[i].ref));
        }
        return result;
    }

    [[nodiscard]] qint64 idOf(const QString &name) const
    {
        for (const FlowTerm &term : m_answers.terms(u"element"_s)) {
            if (term.key == name)
                return term.id;
        }
        return m_ids.value(name, -1);
    }

    [[nodiscard]] QuestionRef place(const QString &text) const
    {
        QuestionRef ref{text.section(u'[', 0, 0).trimmed(), {}};
        for (const QString &name : list(text.section(u'[', 1).section(u']', 0, 0), u','))
            ref.instances.append(idOf(name));
        return ref;
    }

    [[nodiscard]] QString shown(const QuestionRef &ref) const
    {
        QStringList names;
        for (const qint64 id : ref.instances)
            names.append(nameOf(crockford(id)));
        return names.isEmpty() ? ref.question : u"%1 [%2]"_s.arg(ref.question, names.join(u", "_s));
    }

    [[nodiscard]] QString nameOf(const QString &key) const
    {
        const auto id = fromCrockford(key);
        if (!id)
            return key;
        for (const FlowTerm &term : m_answers.terms(u"element"_s)) {
            if (term.id == *id)
                return term.key;
        }
        return m_ids.key(*id, key);
    }

    [[nodiscard]] Value valueOf(const Question &question, const QString &text) const
    {
        const Value value = Value::fromText(valueKind(question.type), text);
        if (value.kind() != Value::Kind::Keys)
            return value;
        QStringList keys;
        for (const QString &key : value.keys())
            keys.append(m_ids.contains(key) ? crockford(m_ids.value(key)) : key);
        return Value::keys(keys);
    }

    std::shared_ptr<const Protocol> m_protocol;
    Answers m_answers;
    Flow m_flow;
    QVector<RelevanceChange> m_changes;
    QHash<QString, qint64> m_ids;
};

} // namespace

class FlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scripts_data()
    {
        QTest::addColumn<QString>("path");
        const QDir folder(test::sourceDir() + u"/tests/data/flows"_s);
        const QFileInfoList files = folder.entryInfoList({u"*.txt"_s}, QDir::Files);
        QVERIFY(!files.isEmpty());
        for (const QFileInfo &file : files)
            QTest::newRow(qPrintable(file.baseName())) << file.filePath();
    }

    void scripts()
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        std::unique_ptr<Script> script;
        QStringList failures;
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
        for (int i = 0; i < lines.size(); ++i) {
            const QString line = lines[i].trimmed();
            if (line.isEmpty() || line.startsWith(u'#'))
                continue;
            if (line.startsWith("protocol "_L1)) {
                script = std::make_unique<Script>(line.section(u' ', 1));
                continue;
            }
            QVERIFY2(script, "the first line names the protocol");
            if (const QString failure = script->play(line); !failure.isEmpty())
                failures.append(u"line %1: %2\n    %3"_s.arg(i + 1).arg(line, failure));
        }
        QVERIFY2(failures.isEmpty(), qPrintable(u"\n"_s + failures.join(u'\n')));
    }

    void aRefSurvivesItsTextForm()
    {
        for (const QuestionRef &ref : {QuestionRef{u"deep-story"_s, {}},
                                       QuestionRef{u"gap-owner"_s, {std::numeric_limits<qint64>::max(), 1}}})
            QCOMPARE(QuestionRef::fromText(ref.toText()), std::optional(ref));
        for (const char *broken : {"", "/0000000000001", "q/", "q/12", "q/uuuuuuuuuuuuu", "q/0000000000001/"})
            QVERIFY2(!QuestionRef::fromText(QString::fromLatin1(broken)), broken);
    }

    void walksBothWaysOverTheSameSteps()
    {
        Answers answers;
        const Flow flow(std::make_shared<const Protocol>(builtInProtocol(u"mismatch-elicitation-60"_s)),
                        answers);
        QVector<int> forwards, backwards;
        for (int i = flow.next(-1); i >= 0; i = flow.next(i))
            forwards.append(i);
        for (int i = flow.previous(int(flow.steps().size())); i >= 0; i = flow.previous(i))
            backwards.prepend(i);
        QVERIFY(forwards.size() > 50);
        QCOMPARE(forwards, backwards);
        QCOMPARE(flow.next(1'000'000), -1);
        QCOMPARE(flow.previous(-5), -1);
        QCOMPARE(flow.indexOf({u"nothing"_s, {}}), -1);
    }

    void quotesWhatThereIs()
    {
        Protocol protocol;
        protocol.languages = {u"en"_s, u"de"_s};
        Question who;
        who.name = u"who"_s;
        who.type = QuestionType::SelectMany;
        who.choices.kind = ChoiceSource::Kind::Facet;
        who.choices.from = u"role"_s;
        Question why;
        why.name = u"why"_s;
        why.label.byLanguage = {{u"en"_s, u"Why ${who}? ${ who } ${gone} ${open"_s},
                                {u"de"_s, u"Warum ${who}?"_s}};
        protocol.sections = {{u"s"_s, {}, 0, false, {}, {who, why}}};
        const auto shared = std::make_shared<const Protocol>(protocol);
        Answers answers;
        QCOMPARE(Flow(shared, answers, u"de"_s).say(Flow(shared, answers).steps()[1]), u"Warum …?"_s);
        answers.values.insert({u"who"_s, {}}, Value::keys({u"software-engineer"_s, u"retired-term"_s}));
        const Flow flow(shared, answers, u"fr"_s);
        QCOMPARE(flow.say(flow.steps()[1]),
                 u"Why Software engineer, retired-term? Software engineer, retired-term … ${open"_s);
    }

    void countsFromAnExpression()
    {
        const LoadedProtocol loaded =
            loadProtocol(R"({"format":"seamfinder-protocol/1","key":"t","languages":["en"],
            "title":"T","sections":[{"key":"s","title":"S","questions":[
              {"name":"n","type":"integer","label":"?"},
              {"name":"r","type":"repeat","required":true,"repeat":{"count":"${n}"},"questions":[
                {"name":"q","type":"integer","label":"?"}]},
              {"name":"total","type":"calculated","calculation":"sum(${q}) "},
              {"name":"big","type":"note","label":"${total}","relevance":"${total} > 5"}]}]})");
        QCOMPARE(loaded.problems.size(), 0);
        Answers answers;
        Flow flow(std::make_shared<const Protocol>(loaded.protocol), answers);
        const auto step = [&](const QString &name) { return flow.steps()[flow.indexOf({name, {}})]; };
        answers.values.insert({u"n"_s, {}}, Value::number(1e300));
        flow.update();
        QCOMPARE(step(u"r"_s).minimum, 1000);
        answers.values.insert({u"n"_s, {}}, Value::number(0));
        flow.update();
        QVERIFY(!step(u"r"_s).relevant);
        answers.values.insert({u"n"_s, {}}, Value::number(2));
        answers.added.insert({u"r"_s, {}}, {7, 8});
        answers.values.insert({u"q"_s, {7}}, Value::number(4));
        answers.values.insert({u"q"_s, {8}}, Value::number(3));
        QCOMPARE(flow.update(), QVector<RelevanceChange>({{{u"r"_s, {}}, true}, {{u"big"_s, {}}, true}}));
        QVERIFY(step(u"r"_s).answered);
        QCOMPARE(step(u"total"_s).value, Value::number(7));
        QCOMPARE(flow.say(step(u"big"_s)), u"7"_s);
        answers.added.insert({u"r"_s, {}}, {8});
        flow.update();
        QVERIFY(!step(u"r"_s).answered);
        QVERIFY(!step(u"big"_s).relevant);
    }

    void aBrokenProtocolStillYieldsSteps()
    {
        const LoadedProtocol loaded =
            loadProtocol(R"({"format":"seamfinder-protocol/1","sections":[{"questions":[
              {"name":"a","type":"text","relevance":"1 +", "default":"${b}"},
              {"name":"a","type":"select-one","choices":{"question":"a"}},
              {"name":"b","type":"repeat","repeat":{"over":{"question":"b"}},"questions":[{"name":"c"}]}]}]})");
        QVERIFY(!loaded.isUsable());
        Answers answers;
        const Flow flow(std::make_shared<const Protocol>(loaded.protocol), answers);
        QVERIFY(flow.steps().size() >= 2);
        for (const Step &step : flow.steps())
            QVERIFY(flow.choices(step).isEmpty());
    }

    void thousandsOfStepsAreReadFast()
    {
        Answers answers;
        const auto protocol = std::make_shared<const Protocol>(builtInProtocol(u"mismatch-elicitation-60"_s));
        QStringList picks;
        for (qint64 id = 1; id <= 100; ++id) {
            answers.added[{u"headlines"_s, {}}].append(id);
            picks.append(crockford(id));
            for (qint64 gap = 1; gap <= 4; ++gap)
                answers.added[{u"deep-gaps"_s, {id}}].append(id * 10 + gap);
        }
        answers.values.insert({u"headline-picks"_s, {}}, Value::keys(picks));
        Flow flow(protocol, answers);
        QVERIFY(flow.steps().size() > 7000);
        QElapsedTimer timer;
        timer.start();
        flow.update();
        // About a tenth of this where nothing else runs; sanitizers are on.
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_APPLESS_MAIN(FlowTest)
#include "test_flow.moc"
