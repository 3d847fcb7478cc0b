#include "core/domain/Error.h"
#include "core/protocol/BuiltInProtocols.h"
#include "core/protocol/ProtocolIndex.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The default codebook's facets, by key.
QHash<QString, QStringList> facets()
{
    QHash<QString, QStringList> result;
    const QJsonObject root = QJsonDocument::fromJson(bytesOf(u":/codebook/default.json"_s)).object();
    for (const QJsonValue facet : root.value("facets"_L1).toArray()) {
        QStringList &keys = result[facet["key"_L1].toString()];
        for (const QJsonValue term : facet["terms"_L1].toArray())
            keys.append(term["key"_L1].toString());
    }
    return result;
}

/// The texts of a protocol file in its languages.
void collectTexts(const QJsonValue &value, QVector<QJsonObject> &texts)
{
    for (const QJsonValue each : value.toArray())
        collectTexts(each, texts);
    const QJsonObject object = value.toObject();
    if (object.value("en"_L1).isString()) {
        texts.append(object);
        return;
    }
    for (const QJsonValue each : object)
        collectTexts(each, texts);
}

QStringList quotedAnswers(const QString &text)
{
    static const QRegularExpression reference(u"\\$\\{[^}]*\\}"_s);
    QStringList found;
    for (const QRegularExpressionMatch &match : reference.globalMatch(text))
        found << match.captured();
    found.sort();
    return found;
}

} // namespace

class BuiltInProtocolTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void each_data()
    {
        QTest::addColumn<QString>("path");
        for (const BuiltInProtocol &protocol : builtInProtocols())
            QTest::newRow(qPrintable(protocol.key)) << protocol.path;
    }

    void hasNoProblems_data() { each_data(); }
    void hasNoProblems()
    {
        QFETCH(QString, path);
        const auto known = facets();
        QVERIFY(known.size() >= 14);
        const CodebookKeys codebook = [&](const QString &facet) -> std::optional<QStringList> {
            const auto found = known.constFind(facet);
            return found == known.cend() ? std::nullopt : std::optional(*found);
        };
        QStringList lines;
        for (const ProtocolProblem &p : loadProtocol(bytesOf(path), codebook, path).problems)
            lines.append(u"%1/%2: %3 %4"_s.arg(p.section, p.question, p.what, p.mend));
        QVERIFY2(lines.isEmpty(), qPrintable(u"\n"_s + lines.join(u'\n')));
    }

    void readsBackWhatItWrote_data() { each_data(); }
    void readsBackWhatItWrote()
    {
        QFETCH(QString, path);
        const Protocol protocol = readProtocolJson(bytesOf(path)).protocol;
        const LoadedProtocol again = readProtocolJson(writeProtocolJson(protocol));
        QVERIFY(again.problems.isEmpty());
        QVERIFY(again.protocol == protocol);
        QCOMPARE(writeProtocolJson(again.protocol), writeProtocolJson(protocol));
    }

    void everyTextIsInEveryLanguage_data() { each_data(); }
    void everyTextIsInEveryLanguage()
    {
        QFETCH(QString, path);
        const QJsonObject root = QJsonDocument::fromJson(bytesOf(path)).object();
        const QStringList languages{u"de"_s, u"en"_s, u"es"_s, u"fr"_s};
        QVector<QJsonObject> texts;
        collectTexts(root, texts);
        QVERIFY(texts.size() >= 30);
        for (const QJsonObject &text : texts) {
            QCOMPARE(text.keys(), languages);
            const QString english = text["en"_L1].toString();
            for (const QString &language : languages) {
                const QString translated = text[language].toString();
                QVERIFY2(!translated.trimmed().isEmpty(), qPrintable(english));
                QVERIFY2(language == "en"_L1 || translated != english, qPrintable(english));
                QCOMPARE(quotedAnswers(translated), quotedAnswers(english));
            }
        }
    }

    void isSpokenWithCare_data() { each_data(); }
    void isSpokenWithCare()
    {
        QFETCH(QString, path);
        const Protocol protocol = readProtocolJson(bytesOf(path)).protocol;
        bool briefed = false;
        const ProtocolIndex index(protocol);
        for (const IndexedQuestion &entry : index.questions()) {
            const Question &question = *entry.question;
            const Section &section = protocol.sections[entry.section];
            const QByteArray where = question.name.toUtf8();
            briefed = briefed || section.key == "briefing"_L1;
            const QString said = question.label.in(u"en"_s, u"en"_s);
            if (takesAnswer(question.type) &&
                (question.type != QuestionType::Repeat || question.repeat.grows()))
                QVERIFY2(!question.reword.isEmpty(), where);
            if (!briefed) {
                for (const auto word : {"mismatch"_L1, "belief"_L1, "believe"_L1, "element"_L1})
                    QVERIFY2(!said.contains(word, Qt::CaseInsensitive), where);
            }
            for (const auto word : {"fault"_L1, "blame"_L1, "mistake"_L1, "wrongly"_L1, "should have"_L1})
                QVERIFY2(question.name == "close-missed"_L1 || !said.contains(word, Qt::CaseInsensitive),
                         where);
            // Read aloud in one breath; only the opening words are longer.
            if (question.type != QuestionType::Note && question.type != QuestionType::Card) {
                for (const QString &each : question.label.byLanguage)
                    QVERIFY2(each.size() <= 140, where);
            }
            // The six live things of a deep dive and nothing else.
            if (section.key == "deep"_L1 && question.when == AnswerWhen::Live && question.required)
                QVERIFY2(QStringList({u"deep-story"_s, u"deep-scene"_s, u"deep-counted-on"_s,
                                      u"deep-believed-by"_s, u"deep-turned-out"_s, u"deep-led-to"_s,
                                      u"deep-feared"_s, u"deep-gaps"_s, u"gap-information"_s, u"gap-had-by"_s,
                                      u"gap-owner"_s, u"gap-needed-by"_s})
                             .contains(question.name),
                         where);
        }
    }

    void minutesAddUp()
    {
        const Protocol hour = builtInProtocol(u"mismatch-elicitation-60"_s);
        const Protocol half = builtInProtocol(u"mismatch-elicitation-30"_s);
        QCOMPARE(hour.totalMinutes(), 60);
        QCOMPARE(half.totalMinutes(), 30);
        QCOMPARE(hour.id, 1001);
        QCOMPARE(hour.versionId, 1103);
        QCOMPARE(half.id, 1002);
        QCOMPARE(half.versionId, 1104);
        QCOMPARE(builtInProtocols().first().key, hour.key);
        QVERIFY_THROWS_EXCEPTION(Error, builtInProtocol(u"nothing"_s));
    }

    /// The short protocol passes over the cards, which were sent ahead; they can be shown all the same.
    void theShortProtocolHasTheSameCards()
    {
        const auto cards = [](const Protocol &protocol) {
            QVector<Question> result;
            const ProtocolIndex index(protocol);
            for (const IndexedQuestion &entry : index.questions()) {
                if (entry.question->type == QuestionType::Card &&
                    protocol.sections[entry.section].key == "briefing"_L1)
                    result.append(*entry.question);
            }
            return result;
        };
        const QVector<Question> whole = cards(builtInProtocol(u"mismatch-elicitation-60"_s));
        QVector<Question> brief = cards(builtInProtocol(u"mismatch-elicitation-30"_s));
        QCOMPARE(whole.size(), 6);
        QCOMPARE(brief.size(), 7);
        QCOMPARE(brief.takeFirst().name, u"card-recap"_s);
        for (int i = 0; i < whole.size(); ++i) {
            QCOMPARE(brief[i].when, AnswerWhen::After); // no step of the script
            brief[i].when = AnswerWhen::Live;
            QVERIFY2(brief[i] == whole[i], qPrintable(whole[i].name));
        }
    }

    /// What an example and a gap need in order not to be open is asked for.
    void bindsEveryFieldThatOpennessNeeds_data() { each_data(); }
    void bindsEveryFieldThatOpennessNeeds()
    {
        QFETCH(QString, path);
        const Protocol protocol = readProtocolJson(bytesOf(path)).protocol;
        QSet<QString> bound;
        const ProtocolIndex index(protocol);
        for (const IndexedQuestion &entry : index.questions())
            bound.insert(entry.question->binding);
        for (const char *name : {"participant.role",
                                 "participant.years_ml",
                                 "participant.workflow",
                                 "participant.organisation_size",
                                 "participant.organisation_kind",
                                 "system.alias",
                                 "system.stage",
                                 "system.domain",
                                 "system.kind",
                                 "system.description",
                                 "interview.mode",
                                 "interview.planned_minutes",
                                 "interview.briefing_read",
                                 "interview.recording",
                                 "interview.informed",
                                 "interview.takes_part",
                                 "interview.consent_how",
                                 "interview.may_record",
                                 "interview.quotes",
                                 "interview.notes_access",
                                 "interview.contact_again",
                                 "interview.withdraw_until",
                                 "example.title",
                                 "example.occurrence",
                                 "example.story",
                                 "example.counted_on",
                                 "example.believed_by",
                                 "example.turned_out",
                                 "example.led_to",
                                 "example.feared",
                                 "example.what_if",
                                 "example.element",
                                 "example.effect",
                                 "example.workflow_origin",
                                 "example.workflow_found",
                                 "example.detection",
                                 "example.severity",
                                 "example.confidence",
                                 "example.breadth",
                                 "example.first_hand",
                                 "example.happened_when",
                                 "example.timeline",
                                 "example.cost",
                                 "gap.information",
                                 "gap.item",
                                 "gap.gap_element",
                                 "gap.had_by",
                                 "gap.owner",
                                 "gap.needed_by",
                                 "gap.needed_when",
                                 "gap.state",
                                 "gap.reason",
                                 "gap.remedy",
                                 "practice.story"})
            QVERIFY2(bound.contains(QString::fromLatin1(name)), name);
    }

    void everyTextOfTheFormatSurvives()
    {
        Question question;
        question.name = u"q"_s;
        question.type = QuestionType::Scale;
        question.label.byLanguage = {{u"en"_s, u"😀 \"quoted\" \\ \n"_s}, {u"ar"_s, u"مرحبا"_s}};
        question.hint.byLanguage = {{u"ar"_s, u"x"_s}};
        question.reword = question.guidance = question.body = question.lowLabel = question.highLabel =
            question.label;
        question.constraintMessage = question.label;
        question.labelByTerm = {{u"k"_s, question.label}};
        question.probes = {{u"p"_s, question.label}};
        question.choices = {
            ChoiceSource::Kind::Fixed, {{u"a"_s, question.label}}, {}, Expression(u"true()"_s)};
        question.minimum = 1;
        question.maximum = 5;
        question.required = true;
        question.priority = Priority::IfTime;
        question.when = AnswerWhen::Either;
        question.binding = u"example.severity"_s;
        question.relevance = Expression(u"1 = 1"_s);
        question.constraint = Expression(u". > 1"_s);
        question.calculation = Expression(u"broken ("_s);
        question.defaultValue = Expression(u"3"_s);
        question.repeat = {1,
                           9,
                           Expression(u"2"_s),
                           Entity::Practice,
                           {{u"practice.story"_s, Expression(u"'x'"_s)}},
                           {ChoiceSource::Kind::Rows, {}, u"gap"_s, {}},
                           Expression(u"true()"_s)};
        question.children = {Question{}};
        question.children.first().name = u"inner"_s;
        Protocol protocol;
        protocol.id = (qint64(1) << 62) + 1;
        protocol.versionId = 3;
        protocol.key = u"k"_s;
        protocol.version = u"2026-03"_s;
        protocol.languages = {u"en"_s, u"ar"_s};
        protocol.title = question.label;
        protocol.reserveMinutes = 3;
        protocol.sections = {{u"s"_s, question.label, 7, true, Expression(u"true()"_s), {question}}};
        const LoadedProtocol again = readProtocolJson(writeProtocolJson(protocol));
        QCOMPARE(again.problems.size(), 0);
        QVERIFY(again.protocol == protocol);
    }
};

QTEST_APPLESS_MAIN(BuiltInProtocolTest)
#include "test_protocol_builtin.moc"
