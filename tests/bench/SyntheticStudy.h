#pragma once

#include <functional>
#include <QString>

namespace seamfinder::bench {

struct SyntheticCounts
{
    qint64 examples = 0, gaps = 0, codings = 0;
    qint64 bytes = 0; ///< of the file
};

/// Makes a study of `examples` made-up examples of about 460 characters each, 1.7 gaps to an example on
/// average and one information need to fifty examples, coded like the sample study (see its .cpp for the
/// shares); twelve examples to an interview, more where there would be over 5,000 interviews. The rows are
/// written with their adopted codings and journal left out, as one statement each: through the program's own
/// edits, which keep a journal, a million would take hours. What comes out is a study like any other:
/// `seamfinder check` finds nothing wrong.
SyntheticCounts writeSyntheticStudy(const QString &path, qint64 examples, quint64 seed,
                                    const std::function<void(double)> &progress);

} // namespace seamfinder::bench
