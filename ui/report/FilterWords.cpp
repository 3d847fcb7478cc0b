#include "ui/report/FilterWords.h"

#include "ui/report/ChartData.h"

#include <QCoreApplication>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(FilterWords)
};

constexpr qsizetype mostInPicture = 6;

} // namespace

QString limitInWords(Dimension dimension, const QVector<DimensionValue> &values, const DimensionLabels &names,
                     qsizetype most)
{
    QStringList words;
    for (const DimensionValue value : values)
        words.append(valueLabel(names, dimension, value));
    const QString shown =
        words.size() > most ? Texts::tr("%1 of these").arg(words.size()) : words.join(Texts::tr(" or "));
    return Texts::tr("%1: %2", "facet, values").arg(label(dimension), shown);
}

QString textLimitInWords(const QString &text)
{
    return Texts::tr("Text: %1").arg(text);
}

bool isUsualStatus(const Filter &filter, Dimension dimension)
{
    Filter rest = filter;
    rest.values.remove(Dimension::Status);
    return dimension == Dimension::Status && filter == withoutNonMismatches(rest);
}

QString usualStatusInWords()
{
    return Texts::tr("Without what turned out to be no mismatch");
}

QString filterInWords(const Filter &filter, const DimensionLabels &names)
{
    Filter rest = filter;
    const bool usual = isUsualStatus(filter, Dimension::Status);
    if (usual)
        rest.values.remove(Dimension::Status);
    QStringList limits;
    for (auto it = rest.values.cbegin(); it != rest.values.cend(); ++it)
        limits.append(limitInWords(it.key(), it.value(), names, mostInPicture));
    if (const QString text = filter.text.simplified(); !text.isEmpty())
        limits.append(textLimitInWords(text));
    QStringList sentences;
    if (!limits.isEmpty())
        sentences.append(Texts::tr("Only: %1", "limits of a chart").arg(limits.join(u" · "_s)));
    if (usual)
        sentences.append(usualStatusInWords());
    return sentences.join(u" · "_s);
}

} // namespace seamfinder
