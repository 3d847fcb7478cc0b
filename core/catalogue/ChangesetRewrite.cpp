#include "core/catalogue/ChangesetRewrite.h"

#include "core/domain/Error.h"

#include <QtEndian>
#include <sqlite3.h>

namespace seamfinder::changeset {

using namespace Qt::StringLiterals;

namespace {
constexpr char tableMark = 'T';

/// Reads the parts of a changeset one after the other.
class Source
{
public:
    explicit Source(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_at == m_bytes.size(); }
    [[nodiscard]] char peek() const { return atEnd() ? '\0' : m_bytes[m_at]; }
    [[nodiscard]] qsizetype at() const { return m_at; }

    QByteArray take(qsizetype size)
    {
        if (size < 0 || size > m_bytes.size() - m_at)
            throw Error(ErrorCode::Damaged, u"a changeset ends too early"_s);
        m_at += size;
        return m_bytes.mid(m_at - size, size);
    }

    char takeByte() { return take(1).front(); }

    /// SQLite's: seven bits a byte, the highest first; the ninth byte has eight.
    quint64 takeVarint()
    {
        quint64 value = 0;
        for (int i = 0; i < 9; ++i) {
            const auto byte = quint8(takeByte());
            if (i == 8)
                return value << 8 | byte;
            value = value << 7 | (byte & 0x7f);
            if ((byte & 0x80) == 0)
                break;
        }
        return value;
    }

    RecordedValue takeValue()
    {
        RecordedValue value;
        const char type = takeByte();
        if (type < 0 || type > 5)
            throw Error(ErrorCode::Damaged, u"a changeset has a value of unknown type"_s);
        value.type = RecordedValue::Type(type);
        switch (value.type) {
        case RecordedValue::Type::Integer:
        case RecordedValue::Type::Real:
            value.bytes = take(8);
            break;
        case RecordedValue::Type::Text:
        case RecordedValue::Type::Blob:
            value.bytes = take(qsizetype(takeVarint()));
            break;
        default:
            break;
        }
        return value;
    }

    std::vector<RecordedValue> takeRow(quint64 columns)
    {
        std::vector<RecordedValue> row;
        for (quint64 i = 0; i < columns; ++i)
            row.push_back(takeValue());
        return row;
    }

private:
    const QByteArray &m_bytes;
    qsizetype m_at = 0;
};

void appendVarint(QByteArray &bytes, quint64 value)
{
    // Lengths here are below 2^56: the nine-byte form is not needed.
    QByteArray reversed;
    do {
        reversed.append(char((value & 0x7f) | (reversed.isEmpty() ? 0 : 0x80)));
        value >>= 7;
    } while (value > 0);
    for (qsizetype i = reversed.size() - 1; i >= 0; --i)
        bytes.append(reversed[i]);
}

void appendRow(QByteArray &bytes, const std::vector<RecordedValue> &row)
{
    for (const RecordedValue &value : row) {
        bytes.append(char(value.type));
        if (value.type == RecordedValue::Type::Text || value.type == RecordedValue::Type::Blob)
            appendVarint(bytes, quint64(value.bytes.size()));
        bytes.append(value.bytes);
    }
}
} // namespace

qint64 RecordedValue::integer() const
{
    return type == Type::Integer ? qFromBigEndian<qint64>(bytes.constData()) : 0;
}

qint64 RecordedChange::row() const
{
    const std::vector<RecordedValue> &side = before.empty() ? after : before;
    return side.empty() ? 0 : side.front().integer();
}

std::optional<QByteArray> rewritten(const QByteArray &changeset,
                                    const std::function<bool(RecordedChange &)> &visit)
{
    Source source(changeset);
    QByteArray result, header;
    RecordedChange change;
    quint64 columns = 0;
    while (!source.atEnd()) {
        if (source.peek() == tableMark) {
            const qsizetype from = source.at();
            source.takeByte();
            columns = source.takeVarint();
            source.take(qsizetype(columns)); // which are of the key
            change.table.clear();
            while (const char c = source.takeByte())
                change.table.append(c);
            header = changeset.mid(from, source.at() - from);
            continue;
        }
        const char operation = source.takeByte(), indirect = source.takeByte();
        if (operation != SQLITE_INSERT && operation != SQLITE_UPDATE && operation != SQLITE_DELETE)
            throw Error(ErrorCode::Damaged, u"a changeset has an unknown operation"_s);
        change.before = operation == SQLITE_INSERT ? std::vector<RecordedValue>() : source.takeRow(columns);
        change.after = operation == SQLITE_DELETE ? std::vector<RecordedValue>() : source.takeRow(columns);
        if (!visit(change))
            continue;
        result.append(std::exchange(header, {})); // a table without changes is not named
        result.append(operation).append(indirect);
        appendRow(result, change.before);
        appendRow(result, change.after);
    }
    return result == changeset ? std::nullopt : std::optional(result);
}

} // namespace seamfinder::changeset
