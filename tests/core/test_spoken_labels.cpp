#include "core/domain/Fields.h"
#include "core/domain/ReadBack.h"
#include "core/protocol/SpokenLabels.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {

/// The English labels that the program comes with, by list and key: what the files have to say in their
/// language.
using Originals = QMap<QString, QMap<QString, QString>>;

Originals defaultTerms()
{
    Originals result;
    QFile file(u":/codebook/default.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return result;
    const QJsonObject codebook = QJsonDocument::fromJson(file.readAll()).object();
    for (const QJsonValue facet : codebook["facets"_L1].toArray()) {
        for (const QJsonValue term : facet["terms"_L1].toArray())
            result[facet["key"_L1].toString()].insert(term["key"_L1].toString(), term["label"_L1].toString());
    }
    return result;
}

Originals fieldOptions()
{
    Originals result;
    for (const Entity entity : {Entity::Participant, Entity::System, Entity::Interview, Entity::Example,
                                Entity::Gap, Entity::Practice}) {
        for (const Field &field : fieldsOf(entity)) {
            for (const Choice &choice : field.choices)
                result[entityKey(entity) + u'.' + field.key].insert(choice.key,
                                                                    QString::fromUtf8(choice.label));
        }
    }
    return result;
}

Originals originalsIn(const SpokenLabels::Labels &labels)
{
    Originals result;
    for (auto list = labels.cbegin(); list != labels.cend(); ++list) {
        for (auto label = list->cbegin(); label != list->cend(); ++label)
            result[list.key()].insert(label.key(), label->original);
    }
    return result;
}

QStringList differences(const Originals &found, const Originals &wanted)
{
    QStringList result;
    const auto missingIn = [&](const Originals &these, const Originals &others, const QString &what) {
        for (auto list = these.cbegin(); list != these.cend(); ++list) {
            for (auto label = list->cbegin(); label != list->cend(); ++label) {
                if (others.value(list.key()).value(label.key()) != *label)
                    result.append(u"%1: %2 / %3 (%4)"_s.arg(what, list.key(), label.key(), *label));
            }
        }
    };
    missingIn(wanted, found, u"without a label"_s);
    missingIn(found, wanted, u"not in the program"_s);
    return result;
}

/// Labels that nobody can read aloud or tell from another one of their list.
QStringList faults(const SpokenLabels::Labels &labels)
{
    QStringList result;
    for (auto list = labels.cbegin(); list != labels.cend(); ++list) {
        QSet<QString> seen;
        for (auto label = list->cbegin(); label != list->cend(); ++label) {
            const QString place = u"%1 / %2: %3"_s.arg(list.key(), label.key(), label->spoken);
            if (label->spoken.trimmed().isEmpty() || label->spoken != label->spoken.simplified())
                result.append(u"empty or with stray spaces: "_s + place);
            if (label->spoken.size() > 64)
                result.append(u"too long: "_s + place);
            if (seen.contains(label->spoken.toCaseFolded()))
                result.append(u"twice in its list: "_s + place);
            // "Data scientist", "Ticket", "Start-up" are words of other languages too; a phrase is not.
            if (label->spoken == label->original && label->spoken.count(u' ') > 1)
                result.append(u"still English: "_s + place);
            seen.insert(label->spoken.toCaseFolded());
        }
    }
    return result;
}

} // namespace

class SpokenLabelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theProtocolsLanguagesAreThere()
    {
        QCOMPARE(SpokenLabels::languages(), QStringList({u"de"_s, u"es"_s, u"fr"_s}));
    }

    void everyLabelIsThereAndNoOther_data()
    {
        QTest::addColumn<QString>("language");
        for (const QString &language : SpokenLabels::languages())
            QTest::newRow(qPrintable(language)) << language;
    }

    void everyLabelIsThereAndNoOther()
    {
        QFETCH(QString, language);
        const SpokenLabels &labels = SpokenLabels::in(language);
        QVERIFY(defaultTerms().value(u"information-item"_s).size() > 100);
        QVERIFY(fieldOptions().size() > 10);
        const QStringList problems = differences(originalsIn(labels.terms()), defaultTerms()) +
                                     differences(originalsIn(labels.options()), fieldOptions()) +
                                     faults(labels.terms()) + faults(labels.options());
        QVERIFY2(problems.isEmpty(), qPrintable(u"\n"_s + problems.join(u'\n')));
        QVERIFY(labels.acknowledge(u"Yes"_s) != u"Yes"_s);
        QCOMPARE(labels.acknowledge(u"Yes"_s), labels.option(fields::interview::takesPart, u"yes"_s));
    }

    void theSentenceIsWhole_data() { everyLabelIsThereAndNoOther_data(); }

    void theSentenceIsWhole()
    {
        QFETCH(QString, language);
        QFile file(u":/spoken/%1.json"_s.arg(language));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject words = QJsonDocument::fromJson(file.readAll()).object()["read_back"_L1].toObject();
        QCOMPARE(words.size(), qsizetype(ReadBackWords::originals.size()));
        static const QRegularExpression blank(u"\\{\\w+\\}"_s);
        const auto blanksOf = [](const QString &pattern) {
            QStringList names;
            for (const QRegularExpressionMatch &match : blank.globalMatch(pattern))
                names += match.captured();
            names.sort();
            return names;
        };
        for (const ReadBackWords::Original &original : ReadBackWords::originals) {
            const QJsonValue word = words[QLatin1StringView(original.key)];
            QCOMPARE(word["en"_L1].toString(), QString::fromLatin1(original.english));
            const QString said = word["say"_L1].toString();
            QCOMPARE(blanksOf(said), blanksOf(word["en"_L1].toString()));
            if (said.simplified().count(u' ') > 1)
                QVERIFY2(said != word["en"_L1].toString(), original.key);
        }
    }

    void anExampleIsReadBackInTheLanguage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("English")
            << u"en"_s
            << u"Data scientist counted on rain; in fact it was dry; so …; nobody was there "
               "to tell tester that (not known)."_s;
        QTest::newRow("German")
            << u"de"_s
            << u"Für Data scientist war Verlass auf rain; tatsächlich it was dry; deshalb "
               "…; nobody war da, um Tester zu sagen, dass (nicht bekannt)."_s;
        QTest::newRow("French")
            << u"fr"_s
            << u"Pour data scientist, on pouvait compter sur rain\u202f; en fait, it was "
               "dry\u202f; du coup, …\u202f; nobody n’était là pour dire à tester que (pas "
               "connu)."_s;
    }

    void anExampleIsReadBackInTheLanguage()
    {
        QFETCH(QString, language);
        QFETCH(QString, sentence);
        const ReadBackFacts facts{.believedBy = {{u"Data scientist"_s}},
                                  .countedOn = {{u"rain"_s}},
                                  .turnedOut = {{u"it was dry"_s}},
                                  .gaps = {{.owner = {{u"Nobody"_s}},
                                            .neededBy = {{u"Tester"_s}},
                                            .information = {.missing = MissingCode::DoesNotKnow},
                                            .ownerIsNobody = true}}};
        QCOMPARE(readBackText(facts, SpokenLabels::in(language).readBack()), sentence);
    }

    void thatIsSaidOnceInTheLanguage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("that");
        QTest::addColumn<QString>("countedOn");
        QTest::addColumn<QString>("told");
        QTest::newRow("German") << u"de"_s << u"dass X"_s << u" auf die Tatsache, dass X; "_s
                                << u" an …, dass X."_s;
        QTest::newRow("French") << u"fr"_s << u"que X"_s << u" sur le fait que X\u202f; "_s
                                << u", à savoir que X."_s;
        QTest::newRow("French, before a vowel")
            << u"fr"_s << u"qu’il X"_s << u" sur le fait qu’il X\u202f; "_s << u", à savoir qu’il X."_s;
        QTest::newRow("Spanish") << u"es"_s << u"que X"_s << u" contar con que X; "_s << u" de que X."_s;
    }

    void thatIsSaidOnceInTheLanguage()
    {
        QFETCH(QString, language);
        QFETCH(QString, that);
        QFETCH(QString, countedOn);
        QFETCH(QString, told);
        const QString sentence = readBackText({.countedOn = {{that}}, .gaps = {{.information = {{that}}}}},
                                              SpokenLabels::in(language).readBack());
        QVERIFY2(sentence.contains(countedOn), qPrintable(sentence));
        QVERIFY2(sentence.endsWith(told), qPrintable(sentence));
    }

    void aRegionFallsBackOnItsLanguage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("yes");
        QTest::newRow("itself") << u"fr"_s << u"Oui"_s;
        QTest::newRow("of Canada") << u"fr-CA"_s << u"Oui"_s;
        QTest::newRow("as a locale") << u"fr_CA"_s << u"Oui"_s;
        QTest::newRow("in capitals") << u"FR"_s << u"Oui"_s;
        QTest::newRow("with a script") << u"es-Latn-MX"_s << u"Sí"_s;
        QTest::newRow("begins alike") << u"frr"_s << u"Yes"_s;
        QTest::newRow("English") << u"en"_s << u"Yes"_s;
        QTest::newRow("unknown") << u"nl"_s << u"Yes"_s;
        QTest::newRow("none") << QString() << u"Yes"_s;
        QTest::newRow("no language") << u"-"_s << u"Yes"_s;
    }

    void aRegionFallsBackOnItsLanguage()
    {
        QFETCH(QString, language);
        QFETCH(QString, yes);
        const SpokenLabels &labels = SpokenLabels::in(language);
        QCOMPARE(labels.option(fields::interview::takesPart, u"yes"_s), yes);
        QCOMPARE(labels.acknowledge(u"Yes"_s), yes);
        QCOMPARE(&SpokenLabels::in(language), &labels);
    }

    void whatTheTeamRenamedIsLeftAlone()
    {
        const SpokenLabels &french = SpokenLabels::in(u"fr"_s);
        const auto tester = [&](const QString &label) { return french.term(u"role"_s, u"tester"_s, label); };
        QCOMPARE(tester(u"Tester or evaluator"_s), u"Tests ou évaluation"_s);
        QCOMPARE(tester(u"Quality team"_s), u"Quality team"_s);
        QCOMPARE(tester(u"tester or evaluator"_s), u"tester or evaluator"_s);
        QCOMPARE(tester(QString()), QString());
        // Nor what the team added, under whatever key, nor a label of the same words in another list.
        QCOMPARE(french.term(u"role"_s, u"tester-2"_s, u"Tester or evaluator"_s), u"Tester or evaluator"_s);
        QCOMPARE(french.term(u"tag"_s, u"tester"_s, u"Tester or evaluator"_s), u"Tester or evaluator"_s);
        QCOMPARE(french.option(fields::interview::mode, u"telegram"_s), u"telegram"_s);
        QCOMPARE(french.option(fields::interview::recording, u"yes"_s), u"yes"_s);
    }
};

QTEST_APPLESS_MAIN(SpokenLabelsTest)
#include "test_spoken_labels.moc"
