#include "ui/catalogue/RowText.h"

#include "core/analysis/DimensionLabels.h"
#include "core/catalogue/ExampleFacts.h"
#include "core/catalogue/ExampleName.h"
#include "core/domain/Fields.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text, const char *comment = nullptr, int n = -1)
{
    return QCoreApplication::translate("CatalogueRow", text, comment, n);
}

/// One line, without the full stop that a typed sentence may end with; "…" where nothing was typed.
QString part(const QString &typed)
{
    QString text = typed.simplified();
    while (text.endsWith(u'.') && !text.endsWith(u".."_s))
        text.chop(1);
    return text.isEmpty() ? u"…"_s : text;
}

QString day(qint64 time)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(time).date(), QLocale::ShortFormat);
}

Tone toneOf(const QString &status)
{
    if (status == "confirmed"_L1)
        return Tone::Good;
    return Tone::Neutral;
}

QString toolTipOf(const CatalogueCells &cells)
{
    QString text = u"<p>"_s;
    if (!cells.title.isEmpty())
        text += u"<b>"_s + cells.title.toHtmlEscaped() + u"</b><br>"_s;
    return text + cells.sentence.toHtmlEscaped() + u"</p>"_s;
}

} // namespace

QString nameOf(const DimensionLabels &names, Dimension dimension, qint64 id)
{
    return id == 0 ? QString() : names.label(dimension, {id, 0});
}

QString termText(const QVector<CodedTerm> &terms, const Codebook &codebook)
{
    QStringList labels;
    for (const CodedTerm &one : terms)
        labels << codedLabel(one, codebook);
    return labels.join(u", "_s);
}

QString sentenceOf(const GapRecord &gap, const Codebook &codebook)
{
    const QString information = gap.text(fields::gap::information);
    const QString what =
        information.trimmed().isEmpty() ? termText(gap.coded(fields::gap::item), codebook) : information;
    const QString owner = termText(gap.coded(fields::gap::owner), codebook);
    const QString needer = termText(gap.coded(fields::gap::neededBy), codebook);
    return tr("%1 would have had to tell %2: %3").arg(part(owner), part(needer), part(what));
}

QString sentenceOf(const ExampleRecord &example, const Codebook &codebook, const QString &quote)
{
    const QString sentence = readBackText(readBackFacts(example, codebook)).simplified();
    if (!sentence.isEmpty())
        return sentence;
    if (const QString words = exampleWords(example); !words.isEmpty())
        return words;
    return quote.isEmpty() ? tr("Nothing noted yet") : tr("“%1”").arg(quote);
}

QString headlineOf(const ExampleRecord &example, const Codebook &codebook)
{
    const QString title = example.text(fields::example::title).simplified();
    return title.isEmpty() ? sentenceOf(example, codebook) : title;
}

CatalogueCells cellsOf(const ExampleRecord &example, const Codebook &codebook, const DimensionLabels &names,
                       const QString &quote)
{
    CatalogueCells cells;
    cells.id = example.id;
    cells.title = example.text(fields::example::title).simplified();
    cells.sentence = sentenceOf(example, codebook, quote);
    cells.toolTip = toolTipOf(cells);
    const auto set = [&cells](CatalogueColumn column, const QString &text) {
        cells.text[size_t(column)] = text;
    };
    set(CatalogueColumn::Headline,
        cells.title.isEmpty() ? cells.sentence : cells.title + u": "_s + cells.sentence);
    set(CatalogueColumn::Participant, nameOf(names, Dimension::Participant, example.participant.value));
    set(CatalogueColumn::System, nameOf(names, Dimension::System, example.system.value));
    QVector<CodedTerm> elements = example.coded(fields::example::element);
    const auto main =
        std::find_if(elements.begin(), elements.end(), [](const CodedTerm &one) { return one.main; });
    if (main != elements.end())
        elements = {*main};
    set(CatalogueColumn::MainElement, termText(elements.mid(0, 1), codebook));
    set(CatalogueColumn::Effect, termText(example.coded(fields::example::effect), codebook));
    set(CatalogueColumn::Occurrence,
        codebook.label(TermId{example.value(fields::example::occurrence).toLongLong()}));
    const QString status = example.text(fields::example::status);
    cells.notMismatch = status == "not-mismatch"_L1;
    cells.statusTone = toneOf(status);
    set(CatalogueColumn::Status, choiceLabel(fields::example::status, status));
    set(CatalogueColumn::Gaps, QLocale().toString(example.gaps.size()));
    const OpenFields open = openFieldsOf(example, codebook);
    QStringList openLabels;
    for (const OpenField field : openFields()) {
        if (isOpen(open, field))
            openLabels << label(field);
    }
    set(CatalogueColumn::Open, openLabels.join(u", "_s));
    set(CatalogueColumn::Severity, example.text(fields::example::severity));
    set(CatalogueColumn::Updated, day(example.updated));
    set(CatalogueColumn::Created, day(example.created));
    return cells;
}

CatalogueCells cellsOf(const GapRecord &need, const Codebook &codebook, const DimensionLabels &names)
{
    CatalogueCells cells;
    cells.id = need.id;
    cells.isNeed = true;
    cells.title = tr("Information need");
    cells.sentence = sentenceOf(need, codebook);
    cells.toolTip = toolTipOf(cells);
    const auto set = [&cells](CatalogueColumn column, const QString &text) {
        cells.text[size_t(column)] = text;
    };
    set(CatalogueColumn::Headline, cells.title + u": "_s + cells.sentence);
    set(CatalogueColumn::Participant, nameOf(names, Dimension::Participant, need.participant.value));
    const QVector<CodedTerm> items = need.coded(fields::gap::item);
    const Term *item = items.isEmpty() ? nullptr : codebook.term(items.front().term);
    set(CatalogueColumn::MainElement, item && item->about
                                          ? codebook.label(item->about)
                                          : termText(need.coded(fields::gap::element), codebook));
    set(CatalogueColumn::Gaps, QLocale().toString(1));
    QStringList open;
    if (!need.has(fields::gap::owner) && !need.isMissing(fields::gap::owner))
        open << label(OpenField::Owner);
    if (!need.has(fields::gap::neededBy) && !need.isMissing(fields::gap::neededBy))
        open << label(OpenField::NeededBy);
    if (!need.has(fields::gap::item) && !need.isMissing(fields::gap::item))
        open << label(OpenField::Item);
    set(CatalogueColumn::Open, open.join(u", "_s));
    set(CatalogueColumn::Updated, day(need.updated));
    set(CatalogueColumn::Created, day(need.created));
    return cells;
}

} // namespace seamfinder
