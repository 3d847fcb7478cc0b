#include "core/exchange/CsvFormat.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <span>

namespace seamfinder {

namespace {
constexpr quint64 everyByte(char c)
{
    return 0x0101010101010101u * quint8(c);
}

// A high bit for each byte that is zero, at least for the lowest such byte
// (https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord).
constexpr quint64 zeroBytes(quint64 word)
{
    return (word - everyByte(1)) & ~word & everyByte(char(0x80));
}

bool needsQuotes(std::string_view text, char delimiter)
{
    const quint64 quote = everyByte('"'), cr = everyByte('\r'), lf = everyByte('\n'),
                  mark = everyByte(delimiter);
    size_t i = 0;
    for (; i + sizeof(quint64) <= text.size(); i += sizeof(quint64)) {
        quint64 word = 0;
        std::memcpy(&word, text.data() + i, sizeof word);
        if (zeroBytes(word ^ quote) | zeroBytes(word ^ cr) | zeroBytes(word ^ lf) | zeroBytes(word ^ mark))
            return true;
    }
    for (; i < text.size(); ++i) {
        if (const char c = text[i]; c == '"' || c == '\r' || c == '\n' || c == delimiter)
            return true;
    }
    return false;
}

bool startsWithOneOf(std::string_view text, std::span<const std::string_view> signs, size_t &length)
{
    const auto found = std::find_if(signs.begin(), signs.end(),
                                    [&](std::string_view sign) { return text.starts_with(sign); });
    length = found == signs.end() ? 0 : found->size();
    return length > 0;
}
} // namespace

bool runsAsFormula(std::string_view text)
{
    using namespace std::string_view_literals;
    // = + - @ and their full-width forms.
    static constexpr std::array signs{"="sv,      "+"sv,      "-"sv,      "@"sv,
                                      "\uff1d"sv, "\uff0b"sv, "\uff0d"sv, "\uff20"sv};
    // What programs skip before them: also the spaces that do not break, that are full-width, or have no
    // width.
    static constexpr std::array blanks{" "sv,  "\t"sv,     "\r"sv,     "\n"sv,     "\v"sv,
                                       "\f"sv, "\u00a0"sv, "\u3000"sv, "\u200b"sv, "\ufeff"sv};
    if (text.empty())
        return false;
    if (text.front() == '\t' || text.front() == '\r' || text.front() == '\n')
        return true;
    size_t length = 0;
    while (startsWithOneOf(text, blanks, length))
        text.remove_prefix(length);
    return startsWithOneOf(text, signs, length);
}

void CsvFormat::cell(std::string &line, std::string_view text) const
{
    if (m_mode == CsvMode::Spreadsheet && text.find('\0') != std::string_view::npos) {
        std::string without(text);
        std::erase(without, '\0');
        cell(line, without);
        return;
    }
    const bool guarded = m_mode == CsvMode::Spreadsheet && runsAsFormula(text);
    if (!needsQuotes(text, m_delimiter)) {
        if (guarded)
            line.push_back('\'');
        line.append(text);
    } else {
        line.append(guarded ? "\"'" : "\"");
        for (size_t from = 0; from <= text.size();) {
            const size_t quote = std::min(text.find('"', from), text.size());
            line.append(text, from, quote - from);
            if (quote < text.size())
                line.append("\"\"");
            from = quote + 1;
        }
        line.push_back('"');
    }
    line.push_back(m_delimiter);
}

void CsvFormat::endLine(std::string &line)
{
    line.pop_back();
    line.append("\r\n");
}

} // namespace seamfinder
