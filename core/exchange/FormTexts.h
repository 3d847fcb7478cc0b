#pragma once

#include "core/exchange/ConditionWords.h"
#include "core/exchange/ProtocolForm.h"
#include "core/protocol/ProtocolIndex.h"
#include "core/protocol/SpokenLabels.h"

namespace seamfinder {

/// What blank and filled-in forms have in common: a protocol's texts in one language, the numbers of its
/// questions, and what its choices are called.
class FormTexts
{
public:
    /// Both must outlive it.
    FormTexts(const Protocol &protocol, const Codebook &codebook, QString language);
    Q_DISABLE_COPY_MOVE(FormTexts)

    /// That of what is printed: the protocol's own where it does not have the one that was asked for.
    [[nodiscard]] const QString &language() const { return m_language; }
    [[nodiscard]] const ProtocolIndex &index() const { return m_index; }
    [[nodiscard]] QString in(const TranslatableText &text) const;
    /// What choices are called in the language, and the form's own phrases.
    [[nodiscard]] const SpokenLabels &spoken() const;
    /// "Only if 1.3 is “Yes”."; empty where there is no condition.
    [[nodiscard]] QString condition(const Expression &relevance) const;
    /// What a choice of a question is called; the key itself if there is no such choice.
    [[nodiscard]] QString choiceLabel(const QString &question, const QString &key) const;

    /// The form's head and its sections, still without questions.
    [[nodiscard]] ProtocolForm head() const;
    /// What is the same for every instance of a question; its texts are left to the caller.
    [[nodiscard]] FormQuestion frame(const Question &question) const;

private:
    const Protocol &m_protocol;
    const Codebook &m_codebook;
    QString m_asked, m_language;
    ProtocolIndex m_index;
    QHash<QString, QString> m_numbers;
    ConditionWords m_conditions;
};

/// The paragraphs and lists of a card's Markdown, without emphasis and pictures.
[[nodiscard]] QVector<FormParagraph> formParagraphs(const QString &markdown);

} // namespace seamfinder
