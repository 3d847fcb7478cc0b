#pragma once

#include <functional>
#include <QString>

namespace seamfinder {

class Edit;

/// Who starts a study: its lead coder.
struct FirstCoder
{
    QString name;
    QString initials;
};

/// The user's name as the operating system knows it, for where nobody gave one.
[[nodiscard]] FirstCoder coderOfThisSession();

/// Creates a study with the default codebook, the built-in protocols and its lead coder; `more` may add to it
/// (the edit is the lead coder's). Errors are those of Study::create.
void createStudy(const QString &path, const QString &title, const FirstCoder &coder,
                 const std::function<void(Edit &)> &more = {});

} // namespace seamfinder
