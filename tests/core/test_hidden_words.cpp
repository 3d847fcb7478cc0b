#include "core/domain/HiddenWords.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

/// The matcher behind the underlining of names: what it finds in a text, and exactly which stretch.
class HiddenWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found"); ///< the stretches, as they stand in the text
        const auto row = [](const char *name, const QString &word, const QString &text,
                            const QStringList &found) { QTest::newRow(name) << word << text << found; };
        row("nothing", u"Anna"_s, u"She said so."_s, {});
        row("as it is", u"Anna"_s, u"Anna said so."_s, {u"Anna"_s});
        row("several", u"Anna"_s, u"Anna, anna and ANNA"_s, {u"Anna"_s, u"anna"_s, u"ANNA"_s});
        row("whole text", u"Anna"_s, u"Anna"_s, {u"Anna"_s});
        row("part of a word", u"Ann"_s, u"Annual planning, Joann, Ann2"_s, {});
        row("beside signs", u"Ann"_s, u"(Ann) \"Ann\" Ann's Ann-Marie Ann_x"_s,
            {u"Ann"_s, u"Ann"_s, u"Ann"_s, u"Ann"_s, u"Ann"_s});
        row("accents in the text", u"jose"_s, u"José and JOSÉ"_s, {u"José"_s, u"JOSÉ"_s});
        row("accents in the list", u"José"_s, u"jose"_s, {u"jose"_s});
        row("combining accent", u"José"_s, u"Jose\u0301 came"_s, {u"Jose\u0301"_s});
        row("several combining", u"Nguyen"_s, u"Nguye\u0302\u0303n"_s, {u"Nguye\u0302\u0303n"_s});
        row("combining after the end is no border", u"Ann"_s, u"Ann\u0301a"_s, {});
        row("list with combining", u"Jose\u0301"_s, u"José"_s, {u"José"_s});
        row("strokes", u"Soren Lukasz"_s, u"Søren Łukasz"_s, {u"Søren Łukasz"_s});
        row("sharp s", u"Weiss"_s, u"Frau Weiß, WEISS"_s, {u"Weiß"_s, u"WEISS"_s});
        row("half of a sharp s", u"Weis"_s, u"Weiß"_s, {});
        row("dotted I", u"ilker"_s, u"İlker and ILKER"_s, {u"İlker"_s, u"ILKER"_s});
        row("Greek sigma at the end", u"ΓΙΩΡΓΟΣ"_s, u"Γιώργος"_s, {u"Γιώργος"_s});
        row("Cyrillic", u"Алёна"_s, u"АЛЕНА"_s, {u"АЛЕНА"_s});
        row("white space", u"Anna  Lee"_s, u"Anna\u00a0Lee, Anna \t Lee"_s,
            {u"Anna\u00a0Lee"_s, u"Anna \t Lee"_s});
        row("soft hyphen", u"Schmidt"_s, u"Schm\u00adidt"_s, {u"Schm\u00adidt"_s});
        row("typographic apostrophe", u"O'Neill"_s, u"O’Neill"_s, {u"O’Neill"_s});
        row("begins with a sign", u"@anna"_s, u"mail@anna, @anna"_s, {u"@anna"_s, u"@anna"_s});
        row("no spaces between words", u"田中"_s, u"田中さんは"_s, {u"田中"_s});
        row("beyond the first plane", u"𝒜nna"_s, u"anna"_s, {u"anna"_s});
        row("after an emoji", u"Anna"_s, u"😀Anna😀"_s, {u"Anna"_s});
        row("only accents in the list", u"\u0301"_s, u"e\u0301"_s, {});
    }

    void finds()
    {
        QFETCH(QString, word);
        QFETCH(QString, text);
        QFETCH(QStringList, found);
        QStringList stretches;
        for (const HiddenWords::Match &match : HiddenWords({{word, {}}}).find(text))
            stretches.append(text.sliced(match.start, match.length));
        QCOMPARE(stretches, found);
    }

    void ofTwoTheLonger()
    {
        const HiddenWords words({{u"Anna"_s, u"P01"_s}, {u"Anna Lee"_s, u"P02"_s}, {u"Lee"_s, u"P03"_s}});
        const QString text = u"Anna Lee met Anna and Lee."_s;
        const QVector<HiddenWords::Match> expected{{0, 8, 1}, {13, 4, 0}, {22, 3, 2}};
        QCOMPARE(words.find(text), expected);
    }

    void anEmptyListFindsNothing()
    {
        QVERIFY(HiddenWords().find(u"Anna").isEmpty());
        QVERIFY(HiddenWords({{u" "_s, {}}}).find(u"a b").isEmpty());
        QVERIFY(HiddenWords({{u"Anna"_s, {}}}).find(QStringView()).isEmpty());
    }

    void theListAsText()
    {
        const HiddenWords words = HiddenWords::fromText(
            u"Anna Schmidt = P03\n\n  Acme   Corp \nACME CORP=again\n = nobody\nx=y=Z\r\n"_s);
        const QVector<HiddenWord> expected{
            {u"Anna Schmidt"_s, u"P03"_s}, {u"Acme Corp"_s, {}}, {u"x=y"_s, u"Z"_s}};
        QCOMPARE(words.words(), expected);
        QCOMPARE(HiddenWords::fromText(words.toText()).words(), expected);
    }

    /// Whatever text: matches are in order, inside the text, and never cut a character.
    void anyText()
    {
        QRandomGenerator random(7);
        const QString letters = u"aAnN \u0301ßé田さ😀-İ\u00ad"_s;
        const HiddenWords words({{u"an"_s, {}}, {u"n"_s, {}}, {u"田"_s, {}}, {u"s"_s, {}}, {u"i na"_s, {}}});
        for (int round = 0; round < 2000; ++round) {
            QString text;
            for (int i = random.bounded(24); i > 0; --i)
                text += letters[random.bounded(int(letters.size()))];
            qsizetype end = 0;
            for (const HiddenWords::Match &match : words.find(text)) {
                QVERIFY(match.start >= end && match.length > 0);
                end = match.start + match.length;
                QVERIFY(end <= text.size());
                QVERIFY(end == text.size() || !text[end].isMark());
            }
        }
    }
};

QTEST_APPLESS_MAIN(HiddenWordsTest)
#include "test_hidden_words.moc"
