#include "tests/bench/SyntheticText.h"

#include <algorithm>

namespace seamfinder::bench {

namespace {
constexpr int vocabulary = 6000;

const QVector<QByteArray> &frequentWords()
{
    static const QVector<QByteArray> words{
        "the",      "of",     "to",         "and",      "a",           "that",      "was",         "in",
        "it",       "data",   "model",      "for",      "we",          "not",       "on",          "they",
        "team",     "had",    "with",       "training", "but",         "when",      "service",     "no",
        "one",      "never",  "production", "what",     "schema",      "field",     "told",        "which",
        "version",  "after",  "features",   "because",  "calibration", "threshold", "assumed",     "provider",
        "latency",  "values", "changed",    "format",   "units",       "drift",     "monitoring",  "release",
        "pipeline", "sensor", "labels",     "café",     "naïve",       "Grenzwert", "température", "wrong"};
    return words;
}
} // namespace

SyntheticText::SyntheticText(quint64 seed)
    : m_random(seed)
    , m_words(frequentWords())
{
    static constexpr std::array syllables{"ba",  "cor", "den", "fi",  "gra", "ho",  "ins",
                                          "ju",  "kel", "lo",  "mar", "nu",  "opt", "pre",
                                          "qua", "ri",  "sta", "ter", "un",  "ver"};
    while (m_words.size() < vocabulary) {
        QByteArray word;
        for (int count = 2 + number(3); count > 0; --count)
            word += syllables[size_t(number(int(syllables.size())))];
        m_words.append(word);
    }
    quint32 sum = 0;
    for (int i = 0; i < vocabulary; ++i)
        m_cumulated.push_back(sum += quint32(1'000'000 / (i + 2)));
}

QByteArray SyntheticText::sentence(int characters)
{
    QByteArray text;
    text.reserve(characters + 16);
    while (text.size() < characters) {
        const auto at = quint32(m_random() % m_cumulated.back());
        const auto found = std::upper_bound(m_cumulated.begin(), m_cumulated.end(), at);
        if (!text.isEmpty())
            text += chance(4) ? ", " : " ";
        text += m_words[found - m_cumulated.begin()];
    }
    return text + '.';
}

} // namespace seamfinder::bench
