#pragma once

#include <QString>
#include <QStringList>

namespace seamfinder::test {

/// The rules of ARCHITECTURE.md over one file's text, so that tests can try them on snippets. `path` is
/// relative to the root, with slashes. Each complaint names the path, the line and the rule.
QStringList complaintsAbout(const QString &path, const QString &text);
/// Over the names in the root folder.
QStringList complaintsAboutRoot(const QStringList &names);

/// C++ and CMake files of the tree, relative to the root.
QStringList sourceFiles(const QString &root);
/// The entries of the root that are not ignored by git.
QStringList rootEntries(const QString &root);
QString readText(const QString &file);

/// C++ text with comments blanked, split into code (strings blanked) and the contents of string literals
/// (adjacent literals joined, as the compiler does); lines are kept.
struct Taken
{
    QString code;
    QList<std::pair<int, QString>> literals; ///< line (from 1) and content
};
Taken takeApart(const QString &cpp);

} // namespace seamfinder::test
