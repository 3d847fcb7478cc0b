#include "tests/support/TempStudy.h"

#include "core/catalogue/NewStudy.h"

namespace seamfinder::test {

TempStudy::TempStudy()
{
    createStudy(path(), QStringLiteral("Test study"), {QStringLiteral("Ada Test"), QStringLiteral("AT")});
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
