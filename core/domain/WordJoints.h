#pragma once

#include <QRegularExpression>
#include <QVector>

namespace seamfinder {

/// What two words do to each other where they meet in a sentence that is put together: in French "de" and
/// "ingénieur" become "d’ingénieur", in Spanish "de" and "el" become "del". The rules of a language stand in
/// its file of resources/spoken; without rules nothing changes.
class WordJoints
{
public:
    /// The first rule whose words are there counts.
    void add(const QString &before, const QString &after, const QString &instead);

    /// `before` ends as what follows wants it, and `after` loses what went into it.
    void join(QString &before, QString &after) const;
    /// Both, one after the other.
    [[nodiscard]] QString joined(QString before, QString after) const;

private:
    struct Rule
    {
        QString before;           ///< as a sentence has it, with the space behind it
        QRegularExpression after; ///< what it takes of the next words; a look ahead leaves them as they are
        QString instead;          ///< for both
    };
    QVector<Rule> m_rules;
};

} // namespace seamfinder
