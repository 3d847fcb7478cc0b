#include "core/protocol/BuiltInProtocols.h"

#include "core/domain/Error.h"

#include <QFile>

namespace seamfinder {

using namespace Qt::StringLiterals;

QVector<BuiltInProtocol> builtInProtocols()
{
    return {{u"mismatch-elicitation-60"_s, u":/protocols/mismatch-elicitation-60.json"_s},
            {u"mismatch-elicitation-30"_s, u":/protocols/mismatch-elicitation-30.json"_s}};
}

Protocol builtInProtocol(const QString &key)
{
    for (const BuiltInProtocol &candidate : builtInProtocols()) {
        if (candidate.key != key)
            continue;
        QFile file(candidate.path);
        if (!file.open(QIODevice::ReadOnly))
            throw Error(ErrorCode::Internal, u"a built-in protocol is not in the program"_s, key);
        const LoadedProtocol loaded = loadProtocol(file.readAll(), {}, candidate.path);
        if (!loaded.isUsable())
            throw Error(ErrorCode::Internal, loaded.problems.first().what, key);
        return loaded.protocol;
    }
    throw Error(ErrorCode::NotFound, u"there is no built-in protocol of this key"_s, key);
}

} // namespace seamfinder
