#pragma once

#include <QMap>
#include <QString>

namespace seamfinder {

/// One text of a protocol in one or more languages (ISO codes: "en", "pt-BR").
struct TranslatableText
{
    QMap<QString, QString> byLanguage;

    [[nodiscard]] bool isEmpty() const { return byLanguage.isEmpty(); }

    /// The text in `language`, else in `fallback` (the protocol's own language), else in any language: a
    /// half-translated protocol must still be readable aloud.
    [[nodiscard]] QString in(const QString &language, const QString &fallback) const
    {
        for (const QString &wanted : {language, fallback}) {
            const auto found = byLanguage.constFind(wanted);
            if (found != byLanguage.cend() && !found->isEmpty())
                return *found;
        }
        return byLanguage.isEmpty() ? QString() : byLanguage.first();
    }

    friend bool operator==(const TranslatableText &, const TranslatableText &) = default;
};

} // namespace seamfinder
