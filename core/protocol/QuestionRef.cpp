#include "core/protocol/QuestionRef.h"

#include "core/domain/Id.h"

namespace seamfinder {

QString QuestionRef::toText() const
{
    QString text = question;
    for (const qint64 id : instances)
        text += u'/' + crockford(id);
    return text;
}

std::optional<QuestionRef> QuestionRef::fromText(QStringView text)
{
    const QList<QStringView> parts = text.split(u'/');
    if (parts.first().isEmpty())
        return std::nullopt;
    QuestionRef ref{parts.first().toString(), {}};
    for (const QStringView part : parts.sliced(1)) {
        const auto id = fromCrockford(part);
        if (!id)
            return std::nullopt;
        ref.instances.append(*id);
    }
    return ref;
}

} // namespace seamfinder
