#include "tests/support/TempStudy.h"

#include "core/catalogue/EditCodebook.h"
#include "core/catalogue/EditStudy.h"

namespace seamfinder::test {

void addDefaultContent(Edit &edit)
{
    addDefaultCodebook(edit);
    addBuiltInProtocols(edit);
    createCoder(edit, QStringLiteral("Ada Test"), QStringLiteral("AT"), true);
}

TempStudy::TempStudy()
{
    Study::create(path(), QStringLiteral("Test study"), &addDefaultContent);
}

Study &TempStudy::study()
{
    if (!m_study)
        m_study = Study::open(path(), Study::Mode::Write);
    return *m_study;
}

StudyWriter &TempStudy::writer()
{
    if (!m_writer)
        m_writer = std::make_unique<StudyWriter>(study().openWriter());
    return *m_writer;
}

void TempStudy::close()
{
    m_writer.reset();
    m_study.reset();
}

std::unique_ptr<Study> TempStudy::take()
{
    m_writer.reset();
    static_cast<void>(study());
    return std::move(m_study);
}

} // namespace seamfinder::test
