#include "core/exchange/ProtocolFormHtml.h"

#include "core/exchange/FormWords.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr const char *style = R"(
:root { --ink: #1c2226; --muted: #5a656c; --line: #c3cacf; --accent: #1d6b72; --you: #f1ede2; }
* { box-sizing: border-box; }
html { background: #e9ecee; }
body { font: 11pt/1.4 "Noto Sans", "Segoe UI", "Helvetica Neue", Arial, sans-serif; color: var(--ink);
  background: #fff; max-width: 48rem; margin: 2rem auto; padding: 2.5rem 3rem; overflow-wrap: anywhere; }
h1 { font-size: 1.9rem; line-height: 1.15; margin: 0 0 .4rem; }
h2 { font-size: 1.25rem; margin: 2.2rem 0 .8rem; padding-bottom: .3rem; border-bottom: 2px solid var(--accent);
  display: flex; gap: .7rem; align-items: baseline; break-after: avoid; }
h2 .minutes { margin-inline-start: auto; font-size: .9rem; font-weight: normal; color: var(--muted); white-space: nowrap; }
h2 .number { color: var(--accent); }
h3 { font-size: 1rem; margin: 1.4rem 0 .4rem; break-after: avoid; }
.lead, .condition, .hint, .reword, .tags, .empty, .foot { color: var(--muted); font-size: .86rem; }
.lead { font-size: .95rem; margin: 0 0 .8rem; }
.condition { font-style: italic; }
p { margin: .25rem 0; white-space: pre-line; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.2rem; margin: 1.2rem 0; }
dt { color: var(--muted); } dd { margin: 0; }
.you { background: var(--you); margin: 1.6rem -1.2rem 0; padding: .1rem 1.2rem 1rem; border-radius: .4rem; }
.you h2 { margin-top: 1rem; }
.badge { display: inline-block; font-size: .8rem; color: #6b5a1e; }
.question { display: grid; grid-template-columns: 3.1rem 1fr; margin: 1.1rem 0; break-inside: avoid; }
.question > .number { color: var(--muted); font-size: .86rem; padding-top: .28rem; }
.say { font-size: 1.17rem; line-height: 1.3; margin: 0; }
.say.small { font-size: 1rem; }
.depth1 { margin-inline-start: 1.2rem; } .depth2 { margin-inline-start: 2.4rem; } .depth3 { margin-inline-start: 3.6rem; }
ul { list-style: none; padding: 0; margin: .45rem 0; }
.choices { display: flex; flex-wrap: wrap; gap: .2rem 1.3rem; }
.choices.many { display: block; columns: 2; column-gap: 2rem; }
.choices.many li { break-inside: avoid; }
.box { display: inline-block; min-width: 1.25em; }
.body li { padding-inline-start: 1.1em; text-indent: -1.1em; } .body li::before { content: "•"; display: inline-block; width: 1.1em; text-indent: 0; }
.body { border-inline-start: 3px solid var(--line); padding-inline-start: .9rem; margin: .4rem 0; }
.line { border-bottom: 1px solid var(--line); height: 1.85rem; }
.short { display: inline-block; width: 9rem; border-bottom: 1px solid var(--ink); height: 1.6rem; }
.rest { display: flex; gap: .5rem; align-items: baseline; color: var(--muted); font-size: .82rem; margin-top: .5rem; }
.rest i { flex: 1; border-bottom: 1px dotted var(--muted); }
.probes { font-size: .9rem; }
.answer { border-inline-start: 3px solid var(--accent); padding-inline-start: .8rem; margin: .4rem 0; white-space: pre-wrap; }
.by { font-size: .85rem; font-weight: 600; margin: .3rem 0 0; }
.note { background: #f4f6f7; padding: .35rem .8rem; margin: .4rem 0; font-size: .92rem; white-space: pre-wrap; }
.example { break-inside: avoid; margin: 1rem 0; } .example em { color: var(--muted); }
.list { columns: 2; column-gap: 2rem; font-size: .92rem; } .list li { break-inside: avoid; }
@page { size: auto; margin: 17mm 18mm; }
@media print {
  html { background: none; } body { margin: 0; padding: 0; max-width: none; font-size: 10pt; }
  .you { margin-inline: 0; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
)";

/// Text for XML: escaped, and without the characters that XML cannot hold at all.
QString escaped(const QString &text)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (pair) {
            result += c;
            result += text[++i];
        } else if (!c.isSurrogate() && c.unicode() < 0xfffe &&
                   (c.unicode() >= 0x20 || c == u'\n' || c == u'\t')) {
            result += c;
        }
    }
    return result.toHtmlEscaped();
}

class Page
{
public:
    explicit Page(const ProtocolForm &form)
        : m_form(form)
    {
    }

    [[nodiscard]] QByteArray write()
    {
        const QString direction = m_form.rightToLeft ? u"rtl"_s : u"ltr"_s;
        m_html =
            u"<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"%1\" dir=\"%2\">\n<head>\n"
            "<meta charset=\"utf-8\" />\n<meta name=\"viewport\" content=\"width=device-width\" />\n"_s.arg(
                escaped(m_form.language), direction);
        element(u"title"_s, m_form.title);
        m_html += u"<style>"_s + QString::fromUtf8(style) + u"</style>\n</head>\n<body>\n"_s;
        head();
        for (const FormSection &section : m_form.sections)
            add(section);
        examples();
        lists();
        if (m_form.hidden > 0)
            text(u"p"_s, u"foot"_s, form_words::hidden(m_form.hidden, m_form.language));
        return (m_html + u"</body>\n</html>\n"_s).toUtf8();
    }

private:
    void element(const QString &tag, const QString &content)
    {
        m_html += u"<"_s + tag + u'>' + escaped(content) + u"</"_s + tag + u">\n"_s;
    }
    /// In whatever direction its own script runs.
    void text(const QString &tag, const QString &kind, const QString &content)
    {
        if (!content.isEmpty())
            m_html += u"<"_s + tag + u" class=\""_s + kind + u"\" dir=\"auto\">"_s + escaped(content) +
                      u"</"_s + tag + u">\n"_s;
    }
    void open(const QString &tag, const QString &kind)
    {
        m_html += u"<"_s + tag + u" class=\""_s + kind + u"\">"_s;
    }
    void close(const QString &tag) { m_html += u"</"_s + tag + u">\n"_s; }

    void head()
    {
        text(u"h1"_s, u"title"_s, m_form.title);
        text(u"p"_s, u"lead"_s, m_form.description);
        m_html += u"<dl>\n"_s;
        for (const auto &[label, value] : m_form.facts)
            fact(label, value);
        if (!m_form.version.isEmpty())
            fact(form_words::version(m_form.language), m_form.version);
        if (m_form.minutes > 0)
            fact(form_words::length(m_form.language), form_words::minutes(m_form.minutes, m_form.language));
        m_html += u"</dl>\n"_s;
        if (!m_form.filled)
            text(u"p"_s, u"foot"_s, form_words::reasons(m_form.language));
    }

    void fact(const QString &label, const QString &value)
    {
        element(u"dt"_s, label);
        m_html += u"<dd dir=\"auto\">"_s + escaped(value) + u"</dd>\n"_s;
    }

    void add(const FormSection &section)
    {
        open(u"section"_s, section.forYou ? u"you"_s : u"said"_s);
        heading(section.number, section.title,
                section.minutes > 0 ? form_words::minutes(section.minutes, m_form.language) : QString());
        if (section.forYou)
            text(u"p"_s, u"badge"_s, form_words::forYou(m_form.language));
        text(u"p"_s, u"condition"_s, section.condition);
        for (const FormItem &item : section.items)
            add(item);
        close(u"section"_s);
    }

    void heading(const QString &number, const QString &title, const QString &minutes)
    {
        m_html += u"<h2>"_s;
        text(u"span"_s, u"number"_s, number);
        m_html += u"<span dir=\"auto\">"_s + escaped(title) + u"</span>"_s;
        text(u"span"_s, u"minutes"_s, minutes);
        close(u"h2"_s);
    }

    void add(const FormItem &item)
    {
        const QString depth = u"depth%1"_s.arg(qMin(item.depth, 3));
        if (item.kind == FormItem::Kind::Heading) {
            text(u"h3"_s, depth, item.heading);
            text(u"p"_s, u"condition "_s + depth, item.condition);
            return;
        }
        if (item.kind == FormItem::Kind::Remark) {
            text(u"p"_s, u"condition "_s + depth, item.heading);
            return;
        }
        const FormQuestion &question = item.question;
        open(u"div"_s, u"question "_s + depth);
        m_html += u"<div class=\"number\">"_s + escaped(question.number) + u"</div>\n<div>\n"_s;
        text(u"p"_s, u"tags"_s, form_words::aside(question, m_form.language));
        text(u"p"_s, question.after || question.forYou ? u"say small"_s : u"say"_s, question.say);
        body(question.body);
        text(u"p"_s, u"hint"_s, question.hint);
        if (m_form.filled)
            filled(question);
        else
            blank(question);
        m_html += u"</div>\n"_s;
        close(u"div"_s);
    }

    void body(const QVector<FormParagraph> &paragraphs)
    {
        if (paragraphs.isEmpty())
            return;
        open(u"div"_s, u"body"_s);
        bool inList = false;
        for (const FormParagraph &paragraph : paragraphs) {
            if (paragraph.bullet != inList)
                m_html += std::exchange(inList, paragraph.bullet) ? u"</ul>\n"_s : u"<ul>\n"_s;
            element(paragraph.bullet ? u"li"_s : u"p"_s, paragraph.text);
        }
        if (inList)
            m_html += u"</ul>\n"_s;
        close(u"div"_s);
    }

    void choices(const QVector<FormChoice> &choices, const QString &kind, bool one = false)
    {
        if (choices.isEmpty())
            return;
        open(u"ul"_s, kind);
        for (const FormChoice &choice : choices) {
            const QString box = choice.rank > 0 ? QString::number(choice.rank) + u'.'
                                : one           ? (choice.picked ? u"◉"_s : u"○"_s)
                                : choice.picked ? u"☑"_s
                                                : u"☐"_s;
            m_html += u"<li dir=\"auto\"><span class=\"box\">"_s + box + u"</span> "_s +
                      escaped(choice.label) + u"</li>\n"_s;
        }
        close(u"ul"_s);
    }

    void answerChoices(const FormQuestion &question)
    {
        constexpr qsizetype manyChoices = 6;
        QVector<FormChoice> shown = question.choices;
        if (question.answer == FormAnswer::Scale && !shown.isEmpty()) {
            const auto withEnd = [](FormChoice &choice, const QString &end) {
                if (!end.isEmpty())
                    choice.label += u' ' + end;
            };
            withEnd(shown.first(), question.lowLabel);
            withEnd(shown.last(), question.highLabel);
        }
        choices(shown, shown.size() > manyChoices ? u"choices many"_s : u"choices"_s,
                question.answer == FormAnswer::One || question.answer == FormAnswer::Scale);
    }

    void blank(const FormQuestion &question)
    {
        if (!question.reword.isEmpty())
            text(u"p"_s, u"reword"_s, form_words::reworded(question.reword, m_form.language));
        answerChoices(question);
        if (!question.list.isEmpty())
            m_html += u"<div class=\"rest\"><span>"_s +
                      escaped(form_words::fromList(question.list, m_form.language)) +
                      u"</span><i></i></div>\n"_s;
        if (question.answer == FormAnswer::Number || question.answer == FormAnswer::Date)
            m_html += u"<div class=\"short\"></div>\n"_s;
        for (int i = question.list.isEmpty() ? 0 : 1; i < question.lines; ++i)
            m_html += u"<div class=\"line\"></div>\n"_s;
        choices(question.probes, u"probes"_s);
        if (!question.hasNoAnswerLine())
            return;
        m_html += u"<div class=\"rest\"><span>☐ "_s + escaped(form_words::noAnswer(m_form.language)) +
                  u"</span><i></i><span>"_s + escaped(form_words::note(m_form.language)) +
                  u"</span><i></i></div>\n"_s;
    }

    void filled(const FormQuestion &question)
    {
        if (!question.by.isEmpty())
            text(u"div"_s, u"by"_s, question.by);
        text(u"div"_s, u"answer"_s, question.words);
        if (question.isAnswered())
            answerChoices(question);
        else if (!question.missing.isEmpty())
            text(u"div"_s, u"answer"_s, question.missing);
        else if (question.answer != FormAnswer::None)
            text(u"p"_s, u"empty"_s, form_words::notAnswered(m_form.language));
        choices(question.probes, u"probes"_s);
        if (!question.note.isEmpty())
            text(u"div"_s, u"note"_s, form_words::noted(question.note, m_form.language));
    }

    void examples()
    {
        if (m_form.examples.isEmpty())
            return;
        heading({}, form_words::examples(m_form.language), {});
        for (const FormExample &example : m_form.examples) {
            open(u"div"_s, u"example"_s);
            text(u"h3"_s, u"title"_s, example.title);
            m_html += u"<p dir=\"auto\">"_s;
            for (const ReadBackPart &part : example.sentence)
                m_html += marked(part);
            m_html += u"</p>\n"_s;
            text(u"p"_s, u"foot"_s, example.open);
            close(u"div"_s);
        }
    }

    static QString marked(const ReadBackPart &part)
    {
        const QString text = escaped(part.text);
        switch (part.kind) {
        case ReadBackPart::Kind::Words:
            return text;
        case ReadBackPart::Kind::Given:
        case ReadBackPart::Kind::StandIn:
            return u"<b>"_s + text + u"</b>"_s;
        case ReadBackPart::Kind::Missing:
            return u"<em>"_s + text + u"</em>"_s;
        case ReadBackPart::Kind::Empty:
            return u"<em>…</em>"_s;
        }
        return {};
    }

    void lists()
    {
        if (m_form.lists.isEmpty())
            return;
        heading({}, form_words::lists(m_form.language), {});
        for (const FormList &list : m_form.lists) {
            text(u"h3"_s, u"title"_s, list.letter + u"  "_s + list.name);
            open(u"ol"_s, u"list"_s); // numbered: a number is an answer
            for (const QString &label : list.labels)
                element(u"li"_s, label);
            close(u"ol"_s);
        }
    }

    const ProtocolForm &m_form;
    QString m_html;
};
} // namespace

QByteArray formHtml(const ProtocolForm &form)
{
    return Page(form).write();
}

} // namespace seamfinder
