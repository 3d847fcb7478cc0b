#pragma once

#include "core/catalogue/Study.h"
#include "core/catalogue/StudyWriter.h"

#include <memory>
#include <QTemporaryDir>

namespace seamfinder::test {

/// A study in a folder of its own, with the default codebook, the built-in protocols and one lead coder.
class TempStudy
{
public:
    TempStudy();

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("study.seam")); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    /// Opens it for writing (at first use) and keeps it open.
    [[nodiscard]] Study &study();
    [[nodiscard]] StudyWriter &writer();
    [[nodiscard]] Connection &db() { return writer().db(); }

    /// Closes everything, as leaving the program would.
    void close();
    /// Hands the open study over, to a StudySession for instance.
    [[nodiscard]] std::unique_ptr<Study> take();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Study> m_study;
    std::unique_ptr<StudyWriter> m_writer;
};

} // namespace seamfinder::test
