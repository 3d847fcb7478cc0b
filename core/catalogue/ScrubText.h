#pragma once

#include <optional>
#include <QString>
#include <QVector>

namespace seamfinder {

/// What is to be replaced by what.
struct ScrubRequest
{
    QString text;
    QString replacement{};
    bool wholeWords = true; ///< "Ann" leaves "planning" alone
};

/// A stretch of a text, in UTF-16 units.
struct TextRange
{
    qsizetype start = 0, length = 0;
    friend bool operator==(const TextRange &, const TextRange &) = default;
};

/// Finds a text whatever its case and however its accents are encoded, and puts another in its place.
class ScrubText
{
public:
    explicit ScrubText(ScrubRequest request);

    [[nodiscard]] bool isEmpty() const { return m_forms.isEmpty(); }
    /// In order, none inside another.
    [[nodiscard]] QVector<TextRange> find(const QString &text) const;
    /// Also in one of the texts of a JSON list, however its signs are escaped there.
    [[nodiscard]] bool isIn(const QString &text) const;
    /// What people read: of a JSON list its texts, a line each.
    [[nodiscard]] static QString readable(const QString &text);
    /// Nothing if it is not in there. What is JSON (a list of answers) stays JSON.
    [[nodiscard]] std::optional<QString> replaced(const QString &text) const;
    /// Where a place (in code points) of the text is in the replaced one; one inside of what was replaced
    /// goes to the replacement's start.
    [[nodiscard]] int moved(const QString &text, int codePoint) const;

private:
    [[nodiscard]] bool isWord(const QString &text, const TextRange &range) const;

    ScrubRequest m_request;
    QStringList m_forms; ///< composed and decomposed
};

} // namespace seamfinder
