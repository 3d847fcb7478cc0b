// The languages of a protocol that is being written.

#include "core/protocol/ProtocolEdit.h"
#include "core/protocol/ProtocolParts.h"

namespace seamfinder {

namespace {
bool isMissing(const TranslatableText &text, const Protocol &protocol, const QString &language)
{
    const bool written = !text.byLanguage.value(protocol.language()).trimmed().isEmpty();
    return written && text.byLanguage.value(language).trimmed().isEmpty();
}
} // namespace

void addLanguage(Protocol &protocol, const QString &language)
{
    if (!language.isEmpty() && !protocol.languages.contains(language))
        protocol.languages.append(language);
}

void removeLanguage(Protocol &protocol, const QString &language)
{
    if (protocol.languages.indexOf(language) < 1)
        return;
    protocol.languages.removeAll(language);
    visitTexts(protocol, [&language](TranslatableText &text) { text.byLanguage.remove(language); });
}

int missingTranslations(const Question &question, const Protocol &protocol, const QString &language)
{
    int missing = 0;
    Question copy = question;
    visitTexts(copy, [&](const TranslatableText &text) { missing += isMissing(text, protocol, language); });
    return missing;
}

int missingTranslations(const Section &section, const Protocol &protocol, const QString &language)
{
    return isMissing(section.title, protocol, language);
}

int missingTranslations(const Protocol &protocol, const QString &language)
{
    int missing = 0;
    Protocol copy = protocol;
    visitTexts(copy, [&](const TranslatableText &text) { missing += isMissing(text, protocol, language); });
    return missing;
}

} // namespace seamfinder
