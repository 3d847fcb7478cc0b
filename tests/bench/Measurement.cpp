#include "tests/bench/Measurement.h"

#include <algorithm>
#include <QFile>
#include <QJsonObject>

namespace seamfinder::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr double noise = 1.25;
}

bool Measurement::isBroken() const
{
    return limit && value > *limit * noise;
}

QJsonArray toJson(const Measurements &measurements)
{
    QJsonArray array;
    for (const Measurement &one : measurements) {
        QJsonObject line{{u"what"_s, one.what}, {u"value"_s, one.value}, {u"unit"_s, one.unit}};
        if (one.ratio) {
            line.insert(u"ratio"_s, *one.ratio);
            line.insert(u"beside"_s, one.beside);
        }
        if (one.limit)
            line.insert(u"limit"_s, *one.limit);
        array.append(line);
    }
    return array;
}

Measurements fromJson(const QJsonArray &array)
{
    Measurements measurements;
    for (const QJsonValue value : array) {
        const QJsonObject line = value.toObject();
        Measurement one{line[u"what"_s].toString(), line[u"value"_s].toDouble(), line[u"unit"_s].toString()};
        if (line.contains(u"ratio"_s)) {
            one.ratio = line[u"ratio"_s].toDouble();
            one.beside = line[u"beside"_s].toString();
        }
        if (line.contains(u"limit"_s))
            one.limit = line[u"limit"_s].toDouble();
        measurements.append(one);
    }
    return measurements;
}

QString table(const Measurements &measurements)
{
    qsizetype width = 0;
    for (const Measurement &one : measurements)
        width = std::max(width, one.what.size());
    QString text;
    for (const Measurement &one : measurements) {
        const int decimals = one.value < 10 ? 2 : one.value < 100 ? 1 : 0;
        text += one.what.leftJustified(width + 2, u'.') +
                QString::number(one.value, 'f', decimals).rightJustified(12) + u' ' +
                one.unit.leftJustified(4);
        if (one.ratio)
            text += u"  %1 × %2"_s.arg(*one.ratio, 0, 'f', 2).arg(one.beside);
        if (one.limit)
            text += u"  ≤ %1 %2: %3"_s.arg(*one.limit)
                        .arg(one.unit, one.isBroken()            ? u"limit broken"_s
                                       : one.value <= *one.limit ? u"holds"_s
                                                                 : u"over it, but not by more than noise"_s);
        text += u'\n';
    }
    return text;
}

double time(const std::function<void()> &what)
{
    QElapsedTimer timer;
    timer.start();
    what();
    return double(timer.nsecsElapsed()) / 1e6;
}

double median(QVector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values[(values.size() - 1) / 2];
}

double ninetyNinth(QVector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values[(values.size() * 99 - 1) / 100];
}

double peakMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').value(1).toDouble() / 1024;
    }
    return 0;
}

} // namespace seamfinder::bench
