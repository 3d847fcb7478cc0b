#include "core/catalogue/HoldsText.h"

#include "core/catalogue/ChangesetRewrite.h"
#include "core/catalogue/Connection.h"
#include "core/catalogue/Cursor.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/ScrubText.h"
#include "core/catalogue/TextColumns.h"
#include "core/domain/Error.h"
#include "core/domain/Utf8.h"

#include <algorithm>
#include <QFile>
#include <QRegularExpression>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 blockSize = 1 << 22;
constexpr qsizetype overlap = 1 << 16; // longer than what anybody looks for

bool columnHolds(Connection &db, QLatin1StringView table, QLatin1StringView column, const ScrubText &text)
{
    try {
        Cursor texts(db, u"SELECT %1 FROM %2 WHERE %1 <> ''"_s.arg(column, table));
        while (texts.next()) {
            if (text.isIn(textFromUtf8(texts.bytes(0))))
                return true;
        }
    } catch (const Error &) {
        // An older study that has no such column, or a damaged page: its bytes are looked through, too.
    }
    return false;
}

bool historyHolds(Connection &db, const ScrubText &text)
{
    try {
        Query q = db.query(u"SELECT changeset FROM journal_chunk"_s);
        bool found = false;
        while (!found && q.next())
            static_cast<void>(changeset::rewritten(q.blob(0), [&](changeset::RecordedChange &change) {
                for (const auto *side : {&change.before, &change.after}) {
                    found = found || std::any_of(side->begin(), side->end(), [&](const auto &value) {
                                return value.type == changeset::RecordedValue::Type::Text &&
                                       text.isIn(textFromUtf8(value.bytes));
                            });
                }
                return true;
            }));
        return found;
    } catch (const Error &) {
        return false;
    }
}

bool rowsHold(const QString &path, const ScrubText &text)
{
    try {
        // Without its log: nothing may be written beside it. The log's bytes are looked through instead.
        Connection db(path, Access::Immutable);
        for (const TextColumn &column : textColumns()) {
            if (columnHolds(db, column.table, column.column, text))
                return true;
        }
        for (const auto &[table, column] :
             {std::pair{"protocol_version"_L1, "content"_L1}, std::pair{"term"_L1, "key"_L1},
              std::pair{"journal"_L1, "label"_L1}}) {
            if (columnHolds(db, table, column, text))
                return true;
        }
        return historyHolds(db, text);
    } catch (const Error &) {
        return false;
    }
}

/// What stands in pages that no row uses any more, in UTF-8 as SQLite keeps it.
bool bytesHold(const QString &path, const ScrubText &text)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    QByteArray tail;
    while (!file.atEnd()) {
        const QByteArray block = tail + file.read(blockSize);
        if (!text.find(QString::fromUtf8(block)).isEmpty())
            return true;
        tail = block.right(overlap);
    }
    return false;
}

QString decoded(const QByteArray &bytes)
{
    const auto marked = QStringConverter::encodingForData(bytes);
    QStringDecoder decoder(marked.value_or(QStringConverter::Utf8), QStringConverter::Flag::Stateless);
    QString text = decoder(bytes);
    return decoder.hasError() ? QString::fromLatin1(bytes) : text;
}

/// Puts what a pattern's first capture stands for in the place of the whole.
QString unescaped(const QString &text, const QRegularExpression &escape,
                  const std::function<QString(const QRegularExpressionMatch &)> &meaning)
{
    QString result;
    qsizetype from = 0;
    for (auto it = escape.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        result += QStringView(text).mid(from, match.capturedStart() - from);
        result += meaning(match);
        from = match.capturedEnd();
    }
    result += QStringView(text).mid(from);
    return result;
}

QString character(const QString &digits, int base)
{
    bool isNumber = false;
    const char32_t code = digits.toUInt(&isNumber, base);
    return isNumber && code > 0 && code <= QChar::LastValidCodePoint ? QString::fromUcs4(&code, 1)
                                                                     : QString();
}

QString fromHtml(const QString &text)
{
    static const QRegularExpression entity(
        uR"(&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(amp|lt|gt|quot|apos|nbsp));)"_s);
    return unescaped(text, entity, [](const QRegularExpressionMatch &match) {
        const QString name = match.captured(3);
        return !match.captured(1).isEmpty()   ? character(match.captured(1), 10)
               : !match.captured(2).isEmpty() ? character(match.captured(2), 16)
               : name == "amp"_L1             ? u"&"_s
               : name == "lt"_L1              ? u"<"_s
               : name == "gt"_L1              ? u">"_s
               : name == "quot"_L1            ? u"\""_s
               : name == "apos"_L1            ? u"'"_s
                                              : u" "_s;
    });
}

QString fromJson(const QString &text)
{
    static const QRegularExpression escape(uR"(\\(?:u([0-9a-fA-F]{4})|(.)))"_s);
    return unescaped(text, escape, [](const QRegularExpressionMatch &match) {
        if (!match.captured(1).isEmpty()) // a half of a pair, too: the other half follows
            return QString(QChar(char16_t(match.captured(1).toUShort(nullptr, 16))));
        const QString sign = match.captured(2);
        return sign == "n"_L1 || sign == "t"_L1 || sign == "r"_L1 ? u" "_s : sign;
    });
}

/// Lines may be broken anywhere between words.
bool holds(const QString &said, const ScrubText &text)
{
    return !text.find(said).isEmpty() || !text.find(said.simplified()).isEmpty();
}
} // namespace

bool studyHolds(const QString &path, const ScrubText &text)
{
    return rowsHold(path, text) || bytesHold(path, text) || bytesHold(path + u"-wal"_s, text);
}

bool fileHolds(const QString &path, const ScrubText &text)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QString said = decoded(file.readAll());
    return holds(said, text) || holds(QString(said).replace("\"\""_L1, "\""_L1), text) ||
           holds(fromHtml(said), text) || holds(fromJson(said), text);
}

} // namespace seamfinder
