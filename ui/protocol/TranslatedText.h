#pragma once

#include "core/protocol/TranslatableText.h"

#include <QWidget>

namespace seamfinder {

class AutoGrowTextEdit;

/// One text of a protocol: in its first language, and beside that in the language that is being translated
/// into, if there is one.
class TranslatedText final : public QWidget
{
    Q_OBJECT

public:
    enum class Lines : quint8 { One, Several };

    TranslatedText(const QString &name, const QString &hint, Lines lines, QWidget *parent = nullptr);

    void setLines(int fewest, int most);
    /// `into` empty: no translation is shown.
    void setLanguages(const QString &source, const QString &into);
    /// Quietly: what is equal keeps its caret and its own history.
    void setText(const TranslatableText &text);
    void setReadOnly(bool readOnly);
    [[nodiscard]] AutoGrowTextEdit *source() const { return m_source; }
    [[nodiscard]] AutoGrowTextEdit *translation() const { return m_translation; }

Q_SIGNALS:
    void edited(const QString &language, const QString &text);
    void left();
    void undoBeyondField();
    void redoBeyondField();

private:
    [[nodiscard]] AutoGrowTextEdit *makeEdit(Lines lines);

    QString m_name, m_sourceLanguage, m_into;
    AutoGrowTextEdit *m_source, *m_translation;
};

/// Writes a text in one language; an empty one leaves no trace.
void setIn(TranslatableText &text, const QString &language, const QString &words);

} // namespace seamfinder
