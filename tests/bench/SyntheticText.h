#pragma once

#include <QByteArray>
#include <QVector>
#include <random>
#include <vector>

namespace seamfinder::bench {

/// Made-up prose whose words are as unevenly frequent as those of a language (Zipf's law: the n-th word is
/// about 1/n as frequent as the first). The same seed gives the same text on every machine.
class SyntheticText
{
public:
    explicit SyntheticText(quint64 seed);

    /// UTF-8 of about this many characters, ending with a full stop.
    [[nodiscard]] QByteArray sentence(int characters);
    /// 0 to `below` - 1.
    [[nodiscard]] int number(int below) { return int(m_random() % quint64(below)); }
    [[nodiscard]] bool chance(int percent) { return number(100) < percent; }

private:
    std::mt19937_64 m_random;
    QVector<QByteArray> m_words;
    std::vector<quint32> m_cumulated; ///< weights, for a search by halves
};

} // namespace seamfinder::bench
