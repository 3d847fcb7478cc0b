#pragma once

#include "core/domain/Id.h"

#include <memory>
#include <optional>
#include <QByteArray>
#include <QString>
#include <QVariant>

namespace SQLite {
class Statement;
}

namespace seamfinder {

/// One run of a prepared statement: bind in order, then walk over the rows or run it.
///     Query q = db.query(u"SELECT id, title FROM example WHERE system = ?"_s);
///     q.bind(system.value);
///     while (q.next()) use(q.integer(0), q.text(1));
/// `next` returns false only at the end; every failure is an Error.
class Query
{
public:
    explicit Query(std::shared_ptr<SQLite::Statement> statement);
    ~Query();
    Query(Query &&) noexcept = default;
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;

    template <class... Values>
    Query &bind(const Values &...values)
    {
        (bindNext(values), ...);
        return *this;
    }

    [[nodiscard]] bool next();
    /// Runs a statement that returns no rows.
    void run();

    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] QVariant
    value(int column) const; ///< qint64, double, QString, QByteArray, or invalid for NULL
    /// UTF-8 bytes that live until the next step: for exports that must not copy.
    [[nodiscard]] QByteArrayView bytes(int column) const;
    [[nodiscard]] int columnCount() const;

    template <class IdType>
    [[nodiscard]] IdType id(int column) const
    {
        return IdType{integer(column)};
    }

private:
    void bindNext(qint64 value);
    void bindNext(int value) { bindNext(qint64(value)); }
    void bindNext(bool value) { bindNext(qint64(value)); }
    void bindNext(double value);
    void bindNext(const QString &value);
    void bindNext(QLatin1StringView value);
    void bindNext(const QByteArray &value); ///< as a blob
    void bindNext(const QVariant &value);
    void bindNext(std::nullopt_t);
    template <class Tag>
    void bindNext(Id<Tag> id) ///< none as NULL
    {
        id ? bindNext(id.value) : bindNext(std::nullopt);
    }
    template <class T>
    void bindNext(const std::optional<T> &value)
    {
        value ? bindNext(*value) : bindNext(std::nullopt);
    }

    std::shared_ptr<SQLite::Statement> m_statement;
    int m_bound = 0;
};

} // namespace seamfinder
