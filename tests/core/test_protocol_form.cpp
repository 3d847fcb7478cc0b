#include "core/catalogue/EditCodebook.h"
#include "core/catalogue/EditProtocols.h"
#include "core/catalogue/EditStudy.h"
#include "core/domain/Fields.h"
#include "core/exchange/ConditionWords.h"
#include "core/exchange/FormLocale.h"
#include "core/exchange/FormNumbers.h"
#include "core/exchange/ProtocolFormHtml.h"
#include "core/interview/InterviewSession.h"
#include "core/protocol/BuiltInProtocols.h"
#include "core/protocol/SpokenLabels.h"
#include "tests/support/TempStudy.h"

#include <QRegularExpression>
#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {
/// All texts of an XML document, piece by piece; ends the test where it is none.
QStringList textsOf(const QByteArray &html)
{
    QXmlStreamReader reader(html);
    QStringList texts;
    QString text;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isCharacters()) {
            text += reader.text();
        } else if (!text.trimmed().isEmpty()) {
            texts.append(text.trimmed());
            text.clear();
        }
    }
    if (reader.hasError())
        qFatal("line %lld: %s", reader.lineNumber(), qUtf8Printable(reader.errorString()));
    return texts;
}

int times(const QStringList &texts, const QString &wanted)
{
    return int(texts.count(wanted));
}

const FormQuestion *find(const ProtocolForm &form, const QString &say)
{
    for (const FormSection &section : form.sections) {
        for (const FormItem &item : section.items) {
            if (item.kind == FormItem::Kind::Question && item.question.say == say)
                return &item.question;
        }
    }
    return nullptr;
}

/// Texts of a form that are one of the program's English phrases, where the language has another one.
QStringList englishIn(const QStringList &texts, const QString &language)
{
    static const QRegularExpression blank(u"%\\d"_s);
    QStringList pieces;
    for (const QString &text : texts)
        pieces += text.split(u" · "_s);
    QStringList found;
    const SpokenLabels::Labels phrases = SpokenLabels::in(language).phrases();
    for (const SpokenLabels::Label &phrase : phrases[u"phrases"_s]) {
        if (phrase.spoken == phrase.original)
            continue;
        QStringList parts;
        for (const QString &part : phrase.original.split(blank))
            parts += QRegularExpression::escape(part);
        const QRegularExpression whole(QRegularExpression::anchoredPattern(parts.join(u".+"_s)));
        found += pieces.filter(whole);
    }
    return found;
}

QStringList picked(const FormQuestion &question)
{
    QStringList labels;
    for (const FormChoice &choice : question.choices) {
        if (choice.picked)
            labels.append(choice.label);
    }
    return labels;
}

constexpr auto smallProtocol = R"({
 "format": "seamfinder-protocol/1", "key": "small", "version": "7", "languages": ["en", "he"],
 "title": {"en": "A small one", "he": "קטן"},
 "sections": [
  {"key": "one", "title": "First", "minutes": 3, "questions": [
    {"name": "agree", "type": "acknowledge", "label": "Do you agree?", "required": true},
    {"name": "kind", "type": "select-one", "label": "Which kind?", "choices": {"fixed": [
      {"key": "a", "label": "Apples & <pears>"}, {"key": "b", "label": "Bread"}]}},
    {"name": "why", "type": "text", "label": {"en": "Why <b>that</b>?", "he": "למה?"}, "hint": "Wait & listen.",
     "reword": "The reason.", "relevance": "${kind} = 'a'", "priority": "if-time",
     "probes": [{"key": "p", "label": "Since when?"}]},
    {"name": "much", "type": "integer", "label": "How many?", "relevance": "string-length(${why}) > 0"},
    {"name": "day", "type": "date", "label": "On which day?"},
    {"name": "grade", "type": "scale", "label": "How well?", "minimum": 1, "maximum": 5, "lowLabel": "badly",
     "highLabel": "well"}]},
  {"key": "two", "title": "Second", "interviewerOnly": true, "questions": [
    {"name": "things", "type": "repeat", "label": "Which things?", "repeat": {"maximum": 3}, "questions": [
      {"name": "thing", "type": "text", "label": "What is it called?"}]},
    {"name": "after", "type": "text", "label": "Anything else?", "when": "after"}]}
 ]})";
} // namespace

/// Protocols as forms on paper: blank, and filled in with an interview.
class TestProtocolForm : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::TempStudy> m_file;
    std::unique_ptr<StudySession> m_study;
    std::unique_ptr<InterviewSession> m_interview;

    void settle() { QTRY_VERIFY(m_interview->isSaved() && !m_study->isSaving()); }
    /// With the protocol of an hour if none is given.
    void holdInterview(const QByteArray &protocol = {})
    {
        m_file = std::make_unique<test::TempStudy>();
        InterviewId id;
        m_file->writer().perform({u"New interview"_s}, [&](Edit &edit) {
            ProtocolVersionId version{};
            for (const ProtocolVersion &each : readProtocolVersions(edit.db())) {
                if (each.key == "mismatch-elicitation-60"_L1)
                    version = each.id;
            }
            if (!protocol.isEmpty())
                version = addProtocol(edit, protocol);
            id = createInterview(edit, version, {createParticipant(edit, u"P<01>"_s)});
        });
        m_study = std::make_unique<StudySession>(m_file->take());
        m_interview = std::make_unique<InterviewSession>(
            *m_study, std::make_shared<const Codebook>(Codebook::read(m_study->reader())), id);
        m_interview->begin();
        settle();
    }
    ProtocolForm filled() { return filledForm(m_study->reader(), m_interview->id()); }

private Q_SLOTS:
    void cleanup()
    {
        m_interview.reset();
        m_study.reset();
        m_file.reset();
    }

    void conditionsInPlainWords_data()
    {
        QTest::addColumn<QString>("words");
        const auto row = [](const char *expression, const QString &words) {
            QTest::newRow(expression) << words;
        };
        row("${kind} = 'a'", u"1.2 is “Apples & <pears>”"_s);
        row("not(${kind} = 'a')", u"1.2 is not “Apples & <pears>”"_s);
        row("'b' = ${kind}", u"1.2 is “Bread”"_s);
        row("${kind} = 'unheard-of'", u"1.2 is “unheard-of”"_s);
        row("${much} > 3", u"1.4 is more than 3"_s);
        row("3 > ${much}", u"1.4 is less than 3"_s);
        row("not(${much} >= 3)", u"1.4 is less than 3"_s);
        row("${much} = ${grade}", u"1.4 is 1.6"_s);
        row("${why} = ''", u"1.3 has no answer"_s);
        row("${why} != ''", u"1.3 is answered"_s);
        row("string-length(${why}) > 0", u"1.3 is answered"_s);
        row("${agree}", u"1.1 is ticked"_s);
        row("not(${agree})", u"1.1 is not ticked"_s);
        row("selected(${kind}, 'b')", u"“Bread” is chosen at 1.2"_s);
        row("count(${things}) > 0", u"2.1 has an entry"_s);
        row("count(${things}) = 0", u"2.1 has no entry"_s);
        row("count(${things}) > 1", u"the number of entries at 2.1 is more than 1"_s);
        row("count-selected(${kind}) >= 2", u"the number of choices at 1.2 is at least 2"_s);
        row("${agree} and ${much} > 3", u"1.1 is ticked and 1.4 is more than 3"_s);
        row("not(${agree} or ${much} > 3)", u"1.1 is not ticked and 1.4 is at most 3"_s);
        row("${agree} and (${much} > 3 or ${kind} = 'b')",
            u"1.1 is ticked and (1.4 is more than 3 or 1.2 is “Bread”)"_s);
        row("not(${agree} and ${much} > 3)", u"1.1 is not ticked or 1.4 is at most 3"_s);
        // What has no plain words stays unsaid, rather than half said.
        row("${much} + 1 > 3", QString());
        row("${agree} and regex(${why}, 'x.*')", QString());
        row("${nobody} = 'a'", QString());
    }

    void conditionsInPlainWords()
    {
        QFETCH(QString, words);
        const Protocol protocol = readProtocolJson(smallProtocol).protocol;
        const ConditionWords conditions(formNumbers(protocol), [&](const QString &, const QString &key) {
            for (const AnswerChoice &choice : protocol.sections[0].questions[1].choices.fixed) {
                if (choice.key == key)
                    return choice.label.in(u"en"_s, {});
            }
            return key;
        });
        const Expression expression(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY(expression.isValid());
        QCOMPARE(conditions.words(expression).value_or(QString()), words);
    }

    void blankHasEveryTextOnce()
    {
        const ProtocolForm form = blankForm(readProtocolJson(smallProtocol).protocol, {});
        const QStringList texts = textsOf(formHtml(form));
        for (const QString &say :
             {u"Do you agree?"_s, u"Which kind?"_s, u"Why <b>that</b>?"_s, u"How many?"_s, u"On which day?"_s,
              u"How well?"_s, u"Which things?"_s, u"Anything else?"_s})
            QVERIFY2(times(texts, say) == 1, qPrintable(say));
        QCOMPARE(times(texts, u"Wait & listen."_s), 1);
        QCOMPARE(times(texts, u"If they ask what you mean: “The reason.”"_s), 1);
        QCOMPARE(times(texts, u"if there is time · Only if 1.2 is “Apples & <pears>”."_s), 1);
        QCOMPARE(times(texts, u"For you, not to be said"_s), 1);
        QCOMPARE(times(texts, u"What is it called?"_s), 3); // one for each of the three blanks
        QCOMPARE(times(texts, u"No. 3"_s), 1);
        QCOMPARE(find(form, u"Why <b>that</b>?"_s)->number, u"1.3"_s);
        QVERIFY(find(form, u"Why <b>that</b>?"_s)->ifTime);
        QVERIFY(find(form, u"Do you agree?"_s)->required);
        QCOMPARE(find(form, u"How well?"_s)->choices.size(), 5);
        // At each but the repeat itself and what is filled in afterwards.
        QVERIFY(formHtml(form).count("No answer, because") == 9);
    }

    void builtInsAreWellFormedInEveryLanguage()
    {
        test::TempStudy file;
        const Codebook codebook = Codebook::read(file.db());
        for (const BuiltInProtocol &builtIn : builtInProtocols()) {
            const Protocol protocol = builtInProtocol(builtIn.key);
            for (const QString &language : protocol.languages) {
                const ProtocolForm form = blankForm(protocol, codebook, language);
                const QByteArray html = formHtml(form);
                const QStringList texts = textsOf(html);
                QVERIFY2(!html.contains("${"), qPrintable(language));
                QVERIFY2(!html.contains("http://") || html.count("http://") == 1, "only the XML namespace");
                const ProtocolIndex index(protocol);
                for (const IndexedQuestion &each : index.questions()) {
                    const QString say = each.question->label.in(language, {});
                    if (!say.isEmpty() && !say.contains(u"${"_s) && each.question->labelByTerm.isEmpty() &&
                        each.question->type != QuestionType::Calculated)
                        QVERIFY2(texts.contains(say.trimmed()), qPrintable(language + u": "_s + say));
                }
                // A list that is too long for each of its questions stands at the end, once.
                const QVector<Term> items = codebook.inFacet(u"information-item"_s, false);
                const auto alert = std::ranges::find(items, u"Who gets which alert"_s, &Term::label);
                QVERIFY(alert != items.end());
                const QString said =
                    SpokenLabels::in(language).term(u"information-item"_s, alert->key, alert->label);
                QCOMPARE(said == alert->label, language == u"en"_s);
                QVERIFY(std::any_of(form.lists.begin(), form.lists.end(),
                                    [&](const FormList &list) { return list.labels.contains(said); }));
                QCOMPARE(times(texts, said), 1);
            }
        }
    }

    void aListThatRepeatsStandsOnceAtTheEnd()
    {
        test::TempStudy file;
        const Protocol protocol = builtInProtocol(u"mismatch-elicitation-60"_s);
        const ProtocolForm form = blankForm(protocol, Codebook::read(file.db()));
        const QStringList texts = textsOf(formHtml(form));
        QCOMPARE(times(texts, u"Nobody asked"_s), 1);
        QCOMPARE(times(texts, u"numbers from list A at the end:"_s) > 3, true);
        QSet<QString> letters;
        for (const FormList &list : form.lists) {
            QVERIFY2(!letters.contains(list.letter), qPrintable(list.letter));
            letters.insert(list.letter);
        }
        int asked = 0;
        for (const FormSection &section : form.sections) {
            for (const FormItem &item : section.items) {
                const FormQuestion &question = item.question;
                asked += item.kind == FormItem::Kind::Question;
                // Whatever can be picked has its choices there, or a letter and a line to write numbers on.
                if (question.answer == FormAnswer::Many || question.answer == FormAnswer::One)
                    QVERIFY2(!question.choices.isEmpty() || question.lines > 0, qPrintable(question.say));
                if (!question.list.isEmpty())
                    QVERIFY2(letters.contains(question.list) && question.lines > 0, qPrintable(question.say));
            }
        }
        QVERIFY(asked > 150);
    }

    void writtenAsInTheFormsLanguage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("quoted");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("month");
        QTest::newRow("English") << u"en"_s << u"“x”"_s << u"1200.5"_s << u"January"_s;
        QTest::newRow("German") << u"de"_s << u"„x“"_s << u"1200,5"_s << u"Januar"_s;
        QTest::newRow("French") << u"fr"_s << u"«\u202fx\u202f»"_s << u"1200,5"_s << u"janvier"_s;
        QTest::newRow("Spanish") << u"es"_s << u"«x»"_s << u"1200,5"_s << u"enero"_s;
        QTest::newRow("no language that is known") << u"tlh"_s << u"“x”"_s << u"1200.5"_s << u"January"_s;
    }

    void writtenAsInTheFormsLanguage()
    {
        QFETCH(QString, language);
        QFETCH(QString, quoted);
        QFETCH(QString, number);
        QFETCH(QString, month);
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        const QString written = formNumber(1200.5, language);
        const QString day = formLocale(language).toString(QDate(2026, 1, 31), QLocale::LongFormat);
        QLocale::setDefault(before);
        QCOMPARE(formQuoted(u"x"_s, language), quoted);
        QCOMPARE(written, number);
        QVERIFY2(day.contains(month), qPrintable(day));
    }

    void theHourQuotesAsItsLanguageDoes()
    {
        test::TempStudy file;
        const Codebook codebook = Codebook::read(file.db());
        const Protocol protocol = builtInProtocol(u"mismatch-elicitation-60"_s);
        const QStringList french = textsOf(formHtml(blankForm(protocol, codebook, u"fr"_s)));
        QVERIFY(std::ranges::none_of(french, [](const QString &text) { return text.contains(u'“'); }));
        QVERIFY(std::ranges::any_of(french, [](const QString &text) {
            return text.contains(u"Seulement si 2.3 n’est pas «\u202f"_s);
        }));
    }

    void noFixedSentenceStaysEnglish_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("noAnswer");
        QTest::addColumn<QString>("participant");
        QTest::addColumn<QString>("state");
        QTest::newRow("English") << u"en"_s << u"☐ No answer, because"_s << u"Participant"_s
                                 << u"in progress"_s;
        QTest::newRow("German") << u"de"_s << u"☐ Keine Antwort, weil"_s << u"Befragte Person"_s
                                << u"läuft"_s;
        QTest::newRow("French") << u"fr"_s << u"☐ Pas de réponse, parce que"_s << u"Personne interrogée"_s
                                << u"en cours"_s;
        QTest::newRow("Spanish") << u"es"_s << u"☐ Sin respuesta, porque"_s << u"Persona entrevistada"_s
                                 << u"en curso"_s;
    }

    void noFixedSentenceStaysEnglish()
    {
        QFETCH(QString, language);
        QFETCH(QString, noAnswer);
        QFETCH(QString, participant);
        QFETCH(QString, state);
        holdInterview();
        const Codebook codebook = Codebook::read(m_study->reader());
        for (const BuiltInProtocol &builtIn : builtInProtocols()) {
            const QStringList blank =
                textsOf(formHtml(blankForm(builtInProtocol(builtIn.key), codebook, language)));
            if (builtInProtocol(builtIn.key).languages.contains(language))
                QVERIFY2(times(blank, noAnswer) > 0, qPrintable(builtIn.key));
            const QStringList english = englishIn(blank, language);
            QVERIFY2(english.isEmpty() || !builtInProtocol(builtIn.key).languages.contains(language),
                     qPrintable(english.join(u'\n')));
        }
        const ProtocolForm form = filledForm(m_study->reader(), m_interview->id(), language);
        QCOMPARE(form.facts.first().first, participant);
        QVERIFY(std::ranges::any_of(form.facts, [&](const auto &fact) { return fact.second == state; }));
        const QStringList english = englishIn(textsOf(formHtml(form)), language);
        QVERIFY2(english.isEmpty(), qPrintable(english.join(u'\n')));
    }

    // One form, one language: its own sentences are in that of the questions.
    void aLanguageThatTheProtocolLacksIsThatOfTheProtocol()
    {
        const ProtocolForm form = blankForm(readProtocolJson(smallProtocol).protocol, {}, u"fr"_s);
        QCOMPARE(form.language, u"en"_s);
        QVERIFY(formHtml(form).contains("No answer, because"));
    }

    void hostileTexts_data()
    {
        QTest::addColumn<QString>("hostile");
        QTest::addColumn<QString>("kept");
        const auto same = [](const char *name, const QString &text) { QTest::newRow(name) << text << text; };
        same("markup", u"</p><script>alert('x')</script><!-- & ]]> &amp;"_s);
        same("quotes", u"\"'` onload=\"x\""_s);
        same("emoji and right to left", u"👩🏽‍💻 שלום עולם مرحبا \u202e abc"_s);
        same("a very long word", QString(5000, u'w'));
        QTest::newRow("control characters") << u"zq\u0001q\u0000qz\uffff"_s << u"zqqqz"_s;
        QTest::newRow("half a pair") << QString(u"zq"_s + QChar(0xd83d) + u"qz"_s) << u"zqqz"_s;
    }

    void hostileTexts()
    {
        QFETCH(QString, hostile);
        QFETCH(QString, kept);
        Protocol protocol = readProtocolJson(smallProtocol).protocol;
        const auto set = [&](TranslatableText &text) { text.byLanguage = {{u"en"_s, hostile}}; };
        Question &question = protocol.sections[0].questions[2];
        for (TranslatableText *text :
             {&protocol.title, &protocol.sections[0].title, &question.label, &question.hint,
              &question.probes[0].label, &protocol.sections[0].questions[1].choices.fixed[1].label})
            set(*text);
        const QStringList texts = textsOf(formHtml(blankForm(protocol, {})));
        QCOMPARE(int(std::count_if(texts.begin(), texts.end(),
                                   [&](const QString &text) { return text.contains(kept); })),
                 7); // the page's title too
    }

    void filledInWithAnInterview()
    {
        holdInterview(smallProtocol);
        m_interview->answer({u"agree"_s, {}}, Value::boolean(true));
        m_interview->answer({u"kind"_s, {}}, Value::keys({u"a"_s}));
        m_interview->answer({u"why"_s, {}}, Value::text(u"First line\n<second> 🌧"_s));
        m_interview->setProbeAsked({u"why"_s, {}}, u"p"_s, true);
        m_interview->setNote({u"why"_s, {}}, u"said & meant"_s);
        m_interview->answer({u"much"_s, {}}, Value::number(12));
        m_interview->setMissing({u"day"_s, {}}, MissingCode::DoesNotKnow);
        m_interview->answer({u"grade"_s, {}}, Value::number(4));
        settle();
        m_interview->addInstance({u"things"_s, {}});
        settle();
        m_interview->answer(m_interview->currentRef(), Value::text(u"a feed"_s));
        m_interview->createExample();
        settle();

        const ProtocolForm form = filled();
        QCOMPARE(picked(*find(form, u"Do you agree?"_s)), QStringList{u"Yes"_s});
        QCOMPARE(picked(*find(form, u"Which kind?"_s)), QStringList{u"Apples & <pears>"_s});
        QCOMPARE(find(form, u"Why <b>that</b>?"_s)->words, u"First line\n<second> 🌧"_s);
        QCOMPARE(find(form, u"Why <b>that</b>?"_s)->note, u"said & meant"_s);
        QCOMPARE(find(form, u"Why <b>that</b>?"_s)->probes.size(), 1);
        QCOMPARE(find(form, u"How many?"_s)->words, u"12"_s);
        QCOMPARE(find(form, u"On which day?"_s)->missing, u"Don't know"_s);
        QVERIFY(!find(form, u"On which day?"_s)->isAnswered());
        QCOMPARE(picked(*find(form, u"How well?"_s)), QStringList{u"4"_s});
        QCOMPARE(find(form, u"What is it called?"_s)->words, u"a feed"_s);
        QVERIFY(!find(form, u"Anything else?"_s)); // of afterwards: gathered in one line
        QCOMPARE(form.examples.size(), 1);
        QCOMPARE(form.hidden, 0);

        const QStringList texts = textsOf(formHtml(form));
        for (const QString &text :
             {u"P<01>"_s, u"First line\n<second> 🌧"_s, u"Note: said & meant"_s, u"Don't know"_s,
              u"a feed"_s, u"No. 1"_s, u"Not answered: 2.3"_s, u"12"_s})
            QVERIFY2(times(texts, text) == 1, qPrintable(text));
    }

    void hiddenAnswersAreLeftOutAndCounted()
    {
        holdInterview(smallProtocol);
        m_interview->answer({u"kind"_s, {}}, Value::keys({u"a"_s}));
        m_interview->answer({u"why"_s, {}}, Value::text(u"a secret of before"_s));
        settle();
        QVERIFY(formHtml(filled()).contains("a secret of before"));
        m_interview->answer({u"kind"_s, {}}, Value::keys({u"b"_s}));
        settle();
        QCOMPARE(filled().hidden, 1);
        QVERIFY(!formHtml(filled()).contains("a secret of before"));
        QVERIFY(formHtml(filled()).contains("answers 1"));
    }

    void answersThatAreNotReachedAreCounted()
    {
        holdInterview();
        m_interview->addInstance({u"headlines"_s, {}});
        settle();
        const qint64 example = m_interview->data().examples.first().id;
        m_interview->answer({u"headline-title"_s, {example}}, Value::text(u"The feed"_s));
        m_interview->answer({u"headline-picks"_s, {}}, Value::keys({crockford(example)}));
        settle();
        m_interview->answer({u"deep-counted-on"_s, {example}}, Value::text(u"the weather"_s));
        m_interview->answer({u"deep-turned-out"_s, {example}}, Value::text(u"another"_s));
        settle();
        QCOMPARE(filled().hidden, 0);
        m_interview->answer({u"headline-picks"_s, {}}, {});
        settle();
        QCOMPARE(filled().hidden, 2);
    }

    void whereSeveralTakePartItSaysWhoAnswered()
    {
        holdInterview();
        const QuestionRef reminds{u"briefing-reminds"_s, {}}, years{u"years"_s, {}};
        m_interview->answer(reminds, Value::text(u"The feed changed"_s));
        settle();
        const auto asked = [this](const QString &by) {
            QStringList words;
            for (const FormSection &section : filled().sections) {
                for (const FormItem &item : section.items) {
                    if (item.kind == FormItem::Kind::Question && item.question.by == by)
                        words.append(item.question.words);
                }
            }
            return words;
        };
        QVERIFY(asked(u"P<01>"_s).isEmpty()); // alone nobody is named
        m_interview->addParticipant({});
        settle();
        const QString second = m_interview->data().interview.pseudonyms[1];
        m_interview->giveAnswer(reminds, m_interview->data().interview.participants[1]);
        settle();
        m_interview->answer(years, Value::number(3)); // the second's: they speak on
        m_interview->setSpeaker(years, m_interview->data().interview.participants[0]);
        m_interview->answer(years, Value::number(12));
        settle();
        QVERIFY(asked(second).contains(u"The feed changed"_s));
        QVERIFY(asked(second).contains(u"3"_s));
        QCOMPARE(asked(u"P<01>"_s), QStringList{u"12"_s});
        QVERIFY(formHtml(filled()).contains(second.toUtf8()));
        m_interview->setSpeaker(reminds, m_interview->data().interview.participants[0]);
        m_interview->answer(reminds, Value::text(u"And so did the clock"_s)); // each in their own words
        settle();
        QVERIFY(asked(u"P<01>"_s).contains(u"And so did the clock"_s));
        QVERIFY(asked(second).contains(u"The feed changed"_s));
    }

    void whatHoldsAFieldElsewhereIsNotLeftOut()
    {
        holdInterview();
        // One role is the main one by itself: the question which of them it is was neither asked nor
        // answered.
        m_interview->answer({u"roles"_s, {}},
                            Value::keys({m_interview->answers().terms(u"role"_s).value(0).key}));
        settle();
        QCOMPARE(filled().hidden, 0);
    }

    void anEmptyInterviewIsAForm()
    {
        holdInterview(smallProtocol);
        const ProtocolForm form = filled();
        QCOMPARE(form.hidden, 0);
        QVERIFY(form.examples.isEmpty());
        QVERIFY(times(textsOf(formHtml(form)), u"Not answered"_s) >= 4);
        QCOMPARE(times(textsOf(formHtml(form)), u"Not answered: 2.3"_s), 1);
    }

    void examplesAreReadBack()
    {
        holdInterview();
        m_interview->addInstance({u"headlines"_s, {}});
        settle();
        m_interview->answer(m_interview->currentRef(), Value::text(u"The feed <changed>"_s));
        settle();
        const qint64 example = m_interview->data().examples.first().id;
        m_interview->answer({u"headline-picks"_s, {}}, Value::keys({crockford(example)}));
        settle();
        m_interview->answer({u"deep-counted-on"_s, {example}},
                            Value::text(u"past weather staying the same"_s));
        m_interview->answer({u"deep-believed-by"_s, {example}}, Value::keys({u"data-scientist"_s}));
        m_interview->setMissing({u"deep-turned-out"_s, {example}}, MissingCode::NeverFoundOut);
        settle();
        const ProtocolForm form = filled();
        QCOMPARE(form.examples.size(), 1);
        QCOMPARE(form.examples.first().title, u"The feed <changed>"_s);
        const QByteArray html = formHtml(form);
        QVERIFY(html.contains("<b>past weather staying the same</b>"));
        QVERIFY(html.contains("No. 1: The feed &lt;changed&gt;"));
        // Of a long list only what was chosen.
        const FormQuestion *believed = find(form, u"Who else was counting on it?"_s);
        QCOMPARE(believed->choices.size(), 1);
        QCOMPARE(picked(*believed), QStringList{u"Data scientist"_s});
        m_interview->answer({u"deep-believed-by"_s, {example}},
                            Value::keys({u"data-scientist"_s, u"software-engineer"_s}));
        settle();
        const ProtocolForm both = filled();
        QCOMPARE(picked(*find(both, u"Who else was counting on it?"_s)).size(), 2);
        textsOf(html);
    }

    void theLanguageIsTheInterviewsUnlessAnotherIsAskedFor()
    {
        holdInterview(smallProtocol);
        QVERIFY(find(filled(), u"Why <b>that</b>?"_s) || find(filled(), u"Which kind?"_s));
        m_interview->setLanguage(u"he"_s);
        m_interview->answer({u"kind"_s, {}}, Value::keys({u"a"_s}));
        settle();
        QVERIFY(find(filled(), u"למה?"_s));
        QVERIFY(filled().rightToLeft);
        QVERIFY(formHtml(filled()).contains("dir=\"rtl\""));
        QVERIFY(find(filledForm(m_study->reader(), m_interview->id(), u"en"_s), u"Why <b>that</b>?"_s));
    }
};

QTEST_GUILESS_MAIN(TestProtocolForm)
#include "test_protocol_form.moc"
