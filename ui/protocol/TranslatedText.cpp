#include "ui/protocol/TranslatedText.h"

#include "ui/common/OneLineEdit.h"
#include "ui/interview/LanguageButton.h"

#include <QHBoxLayout>

namespace seamfinder {

void setIn(TranslatableText &text, const QString &language, const QString &words)
{
    if (words.isEmpty())
        text.byLanguage.remove(language);
    else
        text.byLanguage.insert(language, words);
}

TranslatedText::TranslatedText(const QString &name, const QString &hint, Lines lines, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_source(makeEdit(lines))
    , m_translation(makeEdit(lines))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(m_source, 1, Qt::AlignTop);
    line->addWidget(m_translation, 1, Qt::AlignTop);
    m_source->setPlaceholderText(hint);
    setFocusProxy(m_source);
    for (AutoGrowTextEdit *edit : {m_source, m_translation}) {
        edit->setLineLimits(1, 12);
        connect(edit, &AutoGrowTextEdit::edited, this, [this, edit](const QString &text) {
            Q_EMIT edited(edit == m_source ? m_sourceLanguage : m_into, text);
        });
        connect(edit, &AutoGrowTextEdit::left, this, &TranslatedText::left);
        connect(edit, &AutoGrowTextEdit::undoBeyondField, this, &TranslatedText::undoBeyondField);
        connect(edit, &AutoGrowTextEdit::redoBeyondField, this, &TranslatedText::redoBeyondField);
    }
    setLanguages({}, {});
}

AutoGrowTextEdit *TranslatedText::makeEdit(Lines lines)
{
    if (lines == Lines::Several)
        return new AutoGrowTextEdit(this);
    return new OneLineEdit([this] { focusNextChild(); }, this);
}

void TranslatedText::setLines(int fewest, int most)
{
    m_source->setLineLimits(fewest, most);
    m_translation->setLineLimits(fewest, most);
}

void TranslatedText::setLanguages(const QString &source, const QString &into)
{
    m_sourceLanguage = source;
    m_into = into;
    m_translation->setVisible(!into.isEmpty());
    m_translation->setPlaceholderText(into.isEmpty() ? QString()
                                                     : tr("Translation (%1)").arg(nativeLanguageName(into)));
    m_source->setAccessibleName(m_name);
    m_translation->setAccessibleName(tr("%1, translation (%2)").arg(m_name, nativeLanguageName(into)));
}

void TranslatedText::setText(const TranslatableText &text)
{
    m_source->setTextQuietly(text.byLanguage.value(m_sourceLanguage));
    m_translation->setTextQuietly(m_into.isEmpty() ? QString() : text.byLanguage.value(m_into));
}

void TranslatedText::setReadOnly(bool readOnly)
{
    m_source->setReadOnly(readOnly);
    m_translation->setReadOnly(readOnly);
}

} // namespace seamfinder
