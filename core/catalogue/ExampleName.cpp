#include "core/catalogue/ExampleName.h"

#include "core/domain/Fields.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 90; ///< characters; a list shows about as many

/// Of the first line with words, up to the end of a word.
QString beginning(const QString &text)
{
    const QString line = text.trimmed().section(u'\n', 0, 0).simplified();
    if (line.size() <= longestName)
        return line;
    qsizetype end = line.lastIndexOf(u' ', longestName);
    if (end < longestName / 2)
        end = line.at(longestName - 1).isHighSurrogate() ? longestName - 1 : longestName;
    return line.first(end) + u'…';
}

} // namespace

QString exampleWords(const ExampleRecord &example)
{
    for (const Field *field : {&fields::example::countedOn, &fields::example::turnedOut,
                               &fields::example::feared, &fields::example::ledTo, &fields::example::story}) {
        if (const QString words = beginning(example.text(*field)); !words.isEmpty())
            return words;
    }
    for (const GapRecord &gap : example.gaps) {
        if (const QString words = beginning(gap.text(fields::gap::information)); !words.isEmpty())
            return words;
    }
    return {};
}

QString exampleName(const ExampleRecord &example)
{
    const QString title = example.text(fields::example::title).simplified();
    return title.isEmpty() ? exampleWords(example) : title;
}

QString firstQuote(Connection &db, ExampleId example)
{
    const QVector<EvidenceRecord> evidence = readEvidence(db, example.value);
    for (const EvidenceRecord &each : evidence) {
        if (const QString words = beginning(each.quote); !words.isEmpty())
            return words;
    }
    return {};
}

} // namespace seamfinder
