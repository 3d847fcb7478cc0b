#pragma once

#include "core/catalogue/ReadCodebook.h"
#include "tests/support/TempStudy.h"

namespace seamfinder::test {

/// How much is in a coded study.
struct CodedStudySize
{
    int participants = 6;
    int examples = 40;
    quint32 seed = 1;
};

/// Fills a study with coded material that is awkward on purpose: gaps with many values and with none,
/// examples without gaps, needs without an example, examples in the bin and ones that are no mismatch, people
/// with two roles, two people in one interview. The same seed gives the same study, ids aside.
TempStudy &fillCoded(TempStudy &study, const CodedStudySize &size = {});

} // namespace seamfinder::test
