#pragma once

#include <QString>
#include <QStringList>

namespace seamfinder {

/// What a column of an XLSForm says: "label::English (en)" is the label in "en".
struct FormColumn
{
    QString key;      ///< of several spellings the one of the reference table: "constraint_message"
    QString language; ///< "" if the header names none
    friend bool operator==(const FormColumn &, const FormColumn &) = default;
};

[[nodiscard]] FormColumn formColumn(const QString &header);
/// The inverse; `language` may be empty.
[[nodiscard]] QString formHeader(const QString &key, const QString &language);

/// "en" of "English (en)", "English", "en".
[[nodiscard]] QString languageFromName(const QString &name);
/// "English (en)" of "en"; the code itself if it is none that has a name.
[[nodiscard]] QString nameOfLanguage(const QString &code);

} // namespace seamfinder
