#pragma once

#include "core/domain/Field.h"
#include "core/domain/ReadBackWords.h"

#include <QHash>

namespace seamfinder {

/// What the choices of a question are called aloud in one language (resources/spoken): the terms of the
/// default codebook, the fixed options of fields, the "Yes" of what is to be acknowledged, and an example's
/// sentence. Only for what stands in a question: the interface and all exports keep the labels of the
/// codebook.
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
    /// Of a choice of the field; the key itself if the field has no such choice.
    [[nodiscard]] QString option(const Field &field, const QString &key) const;
    /// The fixed words of an example's sentence.
    [[nodiscard]] const ReadBackWords &readBack() const { return m_readBack; }
    [[nodiscard]] QString acknowledge(const QString &label) const;

    struct Label
    {
        QString original; ///< English, as the program came with it
        QString spoken;
    };
    using Labels = QHash<QString, QHash<QString, Label>>;         ///< by list, by key
    [[nodiscard]] const Labels &terms() const { return m_terms; } ///< the lists are facets
    [[nodiscard]] const Labels &options() const
    {
        return m_options;
    } ///< the lists are fields, "interview.mode"

private:
    static SpokenLabels read(const QString &path);

    Labels m_terms, m_options;
    ReadBackWords m_readBack;
    Label m_acknowledge;
};

} // namespace seamfinder
