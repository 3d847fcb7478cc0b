#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringDecoder>

namespace seamfinder {

/// A text that somebody typed, as it is. QString::fromUtf8 drops a byte order mark at its start, which is
/// part of the text as any other character is.
[[nodiscard]] inline QString textFromUtf8(QByteArrayView utf8)
{
    if (!utf8.startsWith("\xef\xbb\xbf"))
        return QString::fromUtf8(utf8);
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder(utf8);
}

} // namespace seamfinder
