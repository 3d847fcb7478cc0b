#pragma once

#include "core/domain/Field.h"
#include "core/domain/Openness.h"
#include "core/domain/ReadBackWords.h"
#include "core/protocol/SpokenPhrase.h"

#include <QHash>

namespace seamfinder {

/// What the program says to a participant in one language (resources/spoken): the terms of the default
/// codebook, the fixed options of fields, the "Yes" of what is to be acknowledged, an example's sentence, and
/// the phrases of forms and cards. Only for what is asked or handed out: the interface and exports of data
/// keep English and the labels of the codebook.
class SpokenLabels
{
public:
    /// "fr-CA" falls back on "fr". In a language that there is no file for, every label stays as it is. Each
    /// file is read once; the reference stays valid. Any thread may call this.
    static const SpokenLabels &in(const QString &language);
    /// The languages that there is a file for.
    static QStringList languages();

    /// `label`, the codebook's, unless it is the one that the program came with: a team that renamed a term
    /// wants to hear its own word.
    [[nodiscard]] QString term(const QString &facet, const QString &key, const QString &label) const;
    /// What else finds a term that is listed under term(): the codebook's label and alias, and common names
    /// in the language; separated by "; ".
    [[nodiscard]] QString otherNames(const QString &facet, const QString &key, const QString &label,
                                     const QString &alias) const;
    /// Of a choice of the field; the key itself if the field has no such choice.
    [[nodiscard]] QString option(const Field &field, const QString &key) const;
    /// The fixed words of an example's sentence, and what words do to each other where they meet.
    [[nodiscard]] const ReadBackWords &readBack() const { return m_readBack; }
    [[nodiscard]] QString acknowledge(const QString &label) const;
    [[nodiscard]] QString phrase(SpokenPhrase phrase) const;
    /// Of a field that is a blank of an example's sentence, where the blank is open.
    [[nodiscard]] QString blank(const Field &field) const;
    /// Why there is no answer, as a form says it; within the sentence it is readBack().
    [[nodiscard]] QString missing(MissingCode code) const;
    /// Of a codebook's facet, as a heading.
    [[nodiscard]] QString facet(const QString &key) const;
    /// "open: kind of effect, who needed it"; empty if nothing is open.
    [[nodiscard]] QString open(OpenFields fields) const;

    struct Label
    {
        QString original; ///< English, as the program came with it
        QString spoken;
        QString alias{}; ///< what else it is called, separated by "; "
    };
    using Labels = QHash<QString, QHash<QString, Label>>;         ///< by list, by key
    [[nodiscard]] const Labels &terms() const { return m_terms; } ///< the lists are facets
    [[nodiscard]] const Labels &options() const
    {
        return m_options;
    } ///< the lists are fields, "interview.mode"
    /// The lists are "phrases", which have their English for a key, "missing", "facets" and "open".
    [[nodiscard]] const Labels &phrases() const { return m_phrases; }

private:
    static SpokenLabels read(const QString &path);

    Labels m_terms, m_options, m_phrases;
    ReadBackWords m_readBack;
    Label m_acknowledge;
};

} // namespace seamfinder
