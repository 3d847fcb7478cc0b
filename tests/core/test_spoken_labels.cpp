#include "core/domain/Facet.h"
#include "core/domain/Fields.h"
#include "core/domain/ReadBack.h"
#include "core/domain/ReadBackHtml.h"
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

/// What forms and cards say by themselves.
Originals fixedPhrases()
{
    Originals result;
    for (const std::string_view phrase : spokenPhrases) {
        const QString english = QString::fromUtf8(phrase.data(), qsizetype(phrase.size()));
        result[u"phrases"_s].insert(english, english);
    }
    for (const MissingCodeInfo &code : missingCodes)
        result[u"missing"_s].insert(QString(code.key), QString::fromUtf8(code.label));
    for (const QString &facet : facetKeys())
        result[u"facets"_s].insert(facet, facetLabel(facet));
    for (const OpenField field : openFields())
        result[u"open"_s].insert(QString(openFieldKey(field)), label(field));
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
            const QString plain = QString(label->spoken).replace(QChar::Nbsp, u' '); // "1 000"
            if (plain.trimmed().isEmpty() || plain != plain.simplified())
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

    void everyPhraseIsThereAndNoOther_data() { everyLabelIsThereAndNoOther_data(); }

    void everyPhraseIsThereAndNoOther()
    {
        QFETCH(QString, language);
        const SpokenLabels::Labels &phrases = SpokenLabels::in(language).phrases();
        const QStringList problems = differences(originalsIn(phrases), fixedPhrases());
        QVERIFY2(problems.isEmpty(), qPrintable(u"\n"_s + problems.join(u'\n')));
        static const QRegularExpression edges(u"^\\s|\\s$"_s);
        for (const auto &list : phrases) {
            for (const SpokenLabels::Label &each : list) {
                const QString &english = each.original, &said = each.spoken;
                QVERIFY2(!said.trimmed().isEmpty(), qPrintable(english));
                QCOMPARE(said.count(edges), english.count(edges));
                for (const QString &place : {u"%1"_s, u"%2"_s})
                    QVERIFY2(said.count(place) == english.count(place), qPrintable(said));
                if (english.count(u' ') > 1)
                    QVERIFY2(said != english, qPrintable(english));
            }
        }
    }

    void phrasesFallBackOnEnglish_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("noAnswer");
        QTest::addColumn<QString>("declined");
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("open");
        QTest::newRow("English") << u"en"_s << u"No answer, because"_s << u"Rather not say"_s << u"Role"_s
                                 << u"open: element, who needed it"_s;
        QTest::newRow("unknown") << u"nl"_s << u"No answer, because"_s << u"Rather not say"_s << u"Role"_s
                                 << u"open: element, who needed it"_s;
        QTest::newRow("French") << u"fr-CA"_s << u"Pas de réponse, parce que"_s << u"Préfère ne pas le dire"_s
                                << u"Rôle"_s << u"à compléter\u00a0: élément, qui en avait besoin"_s;
        QTest::newRow("German") << u"de"_s << u"Keine Antwort, weil"_s << u"Möchte es nicht sagen"_s
                                << u"Rolle"_s << u"offen: Element, wer es brauchte"_s;
    }

    void phrasesFallBackOnEnglish()
    {
        QFETCH(QString, language);
        QFETCH(QString, noAnswer);
        QFETCH(QString, declined);
        QFETCH(QString, role);
        QFETCH(QString, open);
        const SpokenLabels &labels = SpokenLabels::in(language);
        QCOMPARE(labels.phrase("No answer, because"), noAnswer);
        QCOMPARE(labels.missing(MissingCode::Declined), declined);
        QCOMPARE(labels.facet(u"role"_s), role);
        QCOMPARE(labels.facet(u"of-the-team"_s), u"of-the-team"_s);
        const auto bit = [](OpenField field) { return 1U << (unsigned(field) - 1U); };
        QCOMPARE(labels.open(OpenFields(bit(OpenField::Element) | bit(OpenField::NeededBy))), open);
        QCOMPARE(labels.open(0), QString());
    }

    void everyBlankOfTheSentenceHasAName_data() { everyLabelIsThereAndNoOther_data(); }

    void everyBlankOfTheSentenceHasAName()
    {
        QFETCH(QString, language);
        const SpokenLabels &labels = SpokenLabels::in(language);
        for (const bool likely : {false, true}) {
            const QVector<ReadBackPart> parts =
                readBack({.likely = likely, .gaps = {ReadBackGap{}}}, labels.readBack());
            for (const ReadBackPart &part : parts) {
                if (part.field && *part.field != fields::gap::information) // the same word in some
                    QVERIFY2(labels.blank(*part.field) != label(*part.field), part.field->label);
            }
            const QString html =
                readBackHtml(parts, [&labels](const Field &field) { return labels.blank(field); });
            QVERIFY2(!html.contains(label(fields::example::believedBy)), qPrintable(html));
        }
        QCOMPARE(SpokenLabels::in(u"en"_s).blank(fields::example::countedOn),
                 label(fields::example::countedOn));
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
            << u"The data scientist counted on rain; in fact it was dry; so …; nobody was there "
               "to tell the tester: (not known)."_s;
        QTest::newRow("German")
            << u"de"_s
            << u"Für Data scientist galt als sicher: rain; tatsächlich it was dry; deshalb "
               "…; nobody war da, um Tester über Folgendes zu informieren: (nicht bekannt)."_s;
        QTest::newRow("French")
            << u"fr"_s
            << u"Du côté des data scientists, on comptait sur ceci\u00a0: rain\u202f; en fait, it was "
               "dry\u202f; du coup, …\u202f; nobody n’était là pour informer tester de ceci\u00a0: (pas "
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

    void germanRolesHaveArticles()
    {
        const ReadBackFacts facts{.believedBy = {{u"Data Scientist"_s}},
                                  .gaps = {{.owner = {{u"Externer Datenanbieter"_s}},
                                            .neededBy = {{u"Data Scientist"_s, u"Betriebsteam"_s}},
                                            .information = {{u"die Werte ändern sich"_s}}}}};
        QCOMPARE(readBackText(facts, SpokenLabels::in(u"de"_s).readBack()),
                 u"Für die Data Scientists galt als sicher: …; tatsächlich …; deshalb …; gefehlt hat eine "
                 "Auskunft durch den externen Datenanbieter an die Data Scientists und das Betriebsteam: die "
                 "Werte ändern sich."_s);
    }

    void whatWasTypedStartsSmallInside_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("inside");
        const auto row = [](const char *language, const QString &typed, const QString &inside) {
            QTest::newRow(qPrintable(QLatin1StringView(language) + u": "_s + typed))
                << QString::fromLatin1(language) << typed << inside;
        };
        row("fr", u"Dix ans d’historique"_s, u"dix ans d’historique"_s);
        row("fr", u"Modèle biaisé"_s, u"modèle biaisé"_s); // a word of the program's labels
        row("fr", u"Dates fausses"_s, u"dates fausses"_s);
        row("fr", u"L’équipe ne savait pas"_s, u"l’équipe ne savait pas"_s);
        row("fr", u"Paris était en retard"_s, u"Paris était en retard"_s);
        row("fr", u"API changée"_s, u"API changée"_s);
        row("fr", u"C était le langage"_s, u"C était le langage"_s);
        row("fr", u"biais, ou oubli\u202f?."_s, u"biais, ou oubli"_s);
        row("es", u"Diez años"_s, u"diez años"_s);
        row("es", u"Los datos eran viejos"_s, u"los datos eran viejos"_s);
        row("es", u"Madrid no avisó"_s, u"Madrid no avisó"_s);
        row("de", u"Zehn Jahre"_s, u"zehn Jahre"_s);
        row("de", u"Daten waren alt"_s, u"Daten waren alt"_s);
        row("de", u"Wissen fehlte"_s, u"Wissen fehlte"_s); // "wissen" is in a label, and a verb
    }

    void whatWasTypedStartsSmallInside()
    {
        QFETCH(QString, language);
        QFETCH(QString, typed);
        QFETCH(QString, inside);
        for (const ReadBackPart &part :
             readBack({.turnedOut = {{typed}}}, SpokenLabels::in(language).readBack())) {
            if (part.field && *part.field == fields::example::turnedOut)
                QCOMPARE(part.text, inside);
        }
    }

    void thatIsSaidOnceInTheLanguage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("that");
        QTest::addColumn<QString>("countedOn");
        QTest::addColumn<QString>("told");
        QTest::newRow("German") << u"de"_s << u"dass X"_s << u" als sicher: dass X; "_s << u" an …: X."_s;
        QTest::newRow("French") << u"fr"_s << u"que X"_s << u" ceci\u00a0: que X\u202f; "_s
                                << u" pour …\u00a0: X."_s;
        QTest::newRow("French, before a vowel")
            << u"fr"_s << u"qu’il X"_s << u" ceci\u00a0: qu’il X\u202f; "_s << u" pour …\u00a0: il X."_s;
        QTest::newRow("Spanish") << u"es"_s << u"que X"_s << u" lo siguiente: que X; "_s << u" para …: X."_s;
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

    void whatIsCountedOnIsLedToInTheLanguage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("countedOn");
        const QString fr = u"fr"_s, es = u"es"_s, de = u"de"_s;
        QTest::newRow("fr: a sentence")
            << fr << u"Les dates sont justes"_s << u" ceci\u00a0: les dates sont justes\u202f; "_s;
        QTest::newRow("fr: an infinitive")
            << fr << u"recevoir tout à temps"_s << u" ceci\u00a0: recevoir tout à temps\u202f; "_s;
        QTest::newRow("fr: a thing") << fr << u"Notre base propre"_s
                                     << u" ceci\u00a0: notre base propre\u202f; "_s;
        QTest::newRow("es: a sentence")
            << es << u"Los datos llegan"_s << u" lo siguiente: los datos llegan; "_s;
        QTest::newRow("de: a sentence")
            << de << u"die Daten kommen pünktlich"_s << u" als sicher: die Daten kommen pünktlich; "_s;
        QTest::newRow("de: a thing") << de << u"saubere Daten"_s << u" als sicher: saubere Daten; "_s;
    }
    void whatIsCountedOnIsLedToInTheLanguage()
    {
        QFETCH(QString, language);
        QFETCH(QString, typed);
        QFETCH(QString, countedOn);
        const QString sentence =
            readBackText({.countedOn = {{typed}}}, SpokenLabels::in(language).readBack());
        QVERIFY2(sentence.contains(countedOn), qPrintable(sentence));
    }

    void whoIsNotToldIsLeftOutAloud_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("aloud");
        QTest::newRow("fr") << u"fr"_s << u"Il aurait fallu une information\u00a0: le fuseau."_s;
        QTest::newRow("es") << u"es"_s << u"Habría hecho falta un aviso: le fuseau."_s;
        QTest::newRow("de") << u"de"_s << u"Gefehlt hat eine Auskunft: le fuseau."_s;
    }
    void whoIsNotToldIsLeftOutAloud()
    {
        QFETCH(QString, language);
        QFETCH(QString, aloud);
        QString said;
        for (const ReadBackPart &part : readAloud({.gaps = {{.information = {{u"le fuseau"_s}}}}},
                                                  SpokenLabels::in(language).readBack()))
            said += part.text;
        QCOMPARE(said, aloud);
    }

    void aSentenceBehindAColonStartsAsTheLanguageHasIt_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("quoted");
        QTest::newRow("fr") << u"fr"_s << u"Compris\u00a0: "_s << u"pour nous."_s;
        QTest::newRow("fr, no colon") << u"fr"_s << u"Compris. "_s << u"Pour nous."_s;
        QTest::newRow("en") << u"en"_s << u"Understood: "_s << u"Pour nous."_s;
        QTest::newRow("de") << u"de"_s << u"Verstanden: "_s << u"Pour nous."_s;
    }
    void aSentenceBehindAColonStartsAsTheLanguageHasIt()
    {
        QFETCH(QString, language);
        QFETCH(QString, before);
        QFETCH(QString, quoted);
        QCOMPARE(SpokenLabels::in(language).readBack().quotedBehind(before, u"Pour nous."_s), quoted);
        QCOMPARE(SpokenLabels::in(u"fr"_s).readBack().quotedBehind(u": "_s, u"Berlin tient."_s),
                 u"Berlin tient."_s);
    }

    void wordsThatMeet_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const QString &language, const QString &before, const QString &after,
                            const QString &sentence) {
            QTest::newRow(qPrintable(language + u": "_s + before + after))
                << language << before << after << sentence;
        };
        const QString fr = u"fr"_s, es = u"es"_s, de = u"de"_s;
        row(fr, u"une information de "_s, u"ingénieur"_s, u"une information d’ingénieur"_s);
        row(fr, u"à savoir que "_s, u"aucun n’est là"_s, u"à savoir qu’aucun n’est là"_s);
        row(fr, u"à savoir que "_s, u"il pleut"_s, u"à savoir qu’il pleut"_s);
        row(fr, u"le "_s, u"article"_s, u"l’article"_s);
        row(fr, u"la "_s, u"équipe"_s, u"l’équipe"_s);
        row(fr, u"de "_s, u"IA"_s, u"d’IA"_s);
        row(fr, u"de "_s, u"homme"_s, u"d’homme"_s);
        row(fr, u"de "_s, u"hasard"_s, u"de hasard"_s);
        row(fr, u"de "_s, u"onze"_s, u"de onze"_s);
        row(fr, u"que "_s, u"oui"_s, u"que oui"_s);
        row(fr, u"que "_s, u"ouïr"_s, u"qu’ouïr"_s);
        row(fr, u"de "_s, u"testeur"_s, u"de testeur"_s);
        row(fr, u"de "_s, u"le client"_s, u"du client"_s);
        row(fr, u"de "_s, u"les clients"_s, u"des clients"_s);
        row(fr, u"de "_s, u"la cliente"_s, u"de la cliente"_s);
        row(fr, u"dire à "_s, u"le client"_s, u"dire au client"_s);
        row(fr, u"dire à "_s, u"les clients"_s, u"dire aux clients"_s);
        row(fr, u"de "_s, u"Le Monde"_s, u"de Le Monde"_s);
        row(fr, u"de "_s, u"lectrice"_s, u"de lectrice"_s);
        row(fr, u"De "_s, u"ingénieur"_s, u"D’ingénieur"_s);
        row(fr, u"un disque "_s, u"usé"_s, u"un disque usé"_s);
        row(fr, u"de "_s, u"(pas connu)"_s, u"de (pas connu)"_s);
        row(fr, u"de "_s, QString(), u"de "_s);
        row(es, u"un aviso de "_s, u"el equipo"_s, u"un aviso del equipo"_s);
        row(es, u"informar a "_s, u"el equipo"_s, u"informar al equipo"_s);
        row(es, u"de "_s, u"la analista"_s, u"de la analista"_s);
        row(es, u"de "_s, u"El Salvador"_s, u"de El Salvador"_s);
        row(es, u"de "_s, u"elección"_s, u"de elección"_s);
        row(es, u"datos y "_s, u"ingeniería"_s, u"datos e ingeniería"_s);
        row(es, u"datos y "_s, u"historia"_s, u"datos e historia"_s);
        row(es, u"datos y "_s, u"hielo"_s, u"datos y hielo"_s);
        row(es, u"datos y "_s, u"iones"_s, u"datos y iones"_s);
        row(es, u"uno o "_s, u"otro"_s, u"uno u otro"_s);
        row(es, u"uno o "_s, u"hombre"_s, u"uno u hombre"_s);
        row(es, u"hoy "_s, u"ingeniería"_s, u"hoy ingeniería"_s);
        row(de, u"eine Auskunft von "_s, u"dem Team"_s, u"eine Auskunft von dem Team"_s);
        row(u"en"_s, u"of "_s, u"engineer"_s, u"of engineer"_s);
    }

    void wordsThatMeet()
    {
        QFETCH(QString, language);
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, sentence);
        QCOMPARE(SpokenLabels::in(language).readBack().joints().joined(before, after), sentence);
    }

    void wordsMeetInTheSentence()
    {
        const ReadBackFacts facts{
            .countedOn = {{u"la météo"_s}},
            .gaps = {{.owner = {{u"Ingénieur"_s}}, .information = {{u"aucun flux n’est sûr"_s}}}}};
        const QString french = readBackText(facts, SpokenLabels::in(u"fr"_s).readBack());
        QVERIFY2(french.contains(u"une information donnée par ingénieur pour …\u00a0: aucun flux"_s),
                 qPrintable(french));
        const QString spanish = readBackText(
            {.countedOn = {{u"x"_s}},
             .gaps = {{.owner = {{u"El equipo de datos"_s, u"Ingeniería"_s}}, .neededBy = {{u"Cliente"_s}}}}},
            SpokenLabels::in(u"es"_s).readBack());
        QVERIFY2(spanish.contains(u"un aviso del equipo de datos e ingeniería para el cliente: …"_s),
                 qPrintable(spanish));
    }

    // With their articles, where the language has them, and what these become behind a preposition.
    void rolesHaveTheirArticles()
    {
        const auto sentence = [](const QString &language, const QStringList &owners,
                                 const QString &neededBy) {
            return readBackText(
                {.countedOn = {{u"x"_s}}, .gaps = {{.owner = {owners}, .neededBy = {{neededBy}}}}},
                SpokenLabels::in(language).readBack());
        };
        const QString french =
            sentence(u"fr"_s, {u"Développement logiciel"_s, u"Data engineer"_s}, u"Équipe d’exploitation"_s);
        QVERIFY2(french.contains(u"une information donnée par le développement logiciel et les data "
                                 "engineers pour l’équipe d’exploitation"_s),
                 qPrintable(french));
        const QString nobody = sentence(u"fr"_s, {u"Data engineer"_s}, u"Personne"_s);
        QVERIFY2(nobody.contains(u"par les data engineers pour personne"_s), qPrintable(nobody));
        const QString spanish = sentence(u"es"_s, {u"Personal de operaciones"_s}, u"Ciencia de datos"_s);
        QVERIFY2(spanish.contains(u"un aviso del personal de operaciones para la ciencia de datos"_s),
                 qPrintable(spanish));
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
