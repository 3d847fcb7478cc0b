#pragma once

#include <functional>
#include <QByteArray>
#include <QStringList>
#include <QVector>

namespace seamfinder {

class Edit;

/// A table of examples from elsewhere: an export of this program, or any table whose first line names its
/// columns. A column is known by the name or key that exports give it (CsvColumns.h) or by its field's label
/// on screen; upper and lower case, spaces, "-" and "_" make no difference. Lines with the same `example_id`
/// are gaps of one example; every other line is an example of its own, or an information need where it has
/// only fields of a gap. Terms are known by key, label or alias; several in one cell stand between ";".
///
/// Nothing is lost: a column that has no field, and a value that its field cannot take, go into the example's
/// story (a need's: its information) as "column: value". What an export says about its own study (ids, times,
/// coders, interviews, how much evidence there is, ranks) is not taken over. A line about what was erased
/// from this study for good (by the ids that exports write, or by the participant's pseudonym) is left out.
class CsvImport
{
public:
    /// UTF-8 or UTF-16, else Latin-1; "," ";" or tab between cells, whichever the first line has most of.
    /// Error InvalidInput, with the line, for what is no CSV or has no line below its header.
    explicit CsvImport(const QByteArray &bytes);

    [[nodiscard]] int lines() const { return int(m_rows.size()); }
    /// How many of its cells are such a text.
    [[nodiscard]] int countTexts(const std::function<bool(const QString &)> &isOne) const;

    struct Outcome
    {
        int examples = 0, gaps = 0;
        int erased =
            0; ///< lines left out: their interview, example or gap was erased from this study for good
        int ofErased = 0;      ///< lines left out: their participant was, by the pseudonym
        QStringList intoStory; ///< the columns some of whose values have gone into the story
    };
    /// One action of the edit. Participants and systems are found by their alias, or made.
    [[nodiscard]] Outcome write(Edit &edit) const;

private:
    QStringList m_header;
    QVector<QStringList> m_rows;
};

} // namespace seamfinder
