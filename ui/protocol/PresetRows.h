#pragma once

#include "core/domain/Field.h"
#include "core/protocol/Expression.h"

#include <functional>
#include <optional>
#include <QMap>
#include <QWidget>

class QMenu;
class QPushButton;
class QVBoxLayout;

namespace seamfinder {

class ExpressionEdit;

/// The fields that a repeat fills in in what it creates, a line each: the field and the expression that gives
/// its value.
class PresetRows final : public QWidget
{
    Q_OBJECT

public:
    explicit PresetRows(QWidget *parent = nullptr);

    /// `creates`: whose fields are offered. `presets`: by the field's name ("example.source").
    void setPresets(std::optional<Entity> creates, const QMap<QString, Expression> &presets);
    /// What the expressions may refer to.
    void setNames(const QStringList &names);
    /// The keys that a text beside a question can be, and those of a field that is filled in.
    void setKeys(const std::function<QStringList(const QString &question)> &ofQuestion,
                 const std::function<QStringList(const Field &field)> &ofField);
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    void edited(const QMap<QString, seamfinder::Expression> &presets, bool typed);
    void left();
    void undoBeyondField();
    void redoBeyondField();

private:
    struct Row
    {
        QString field;
        QWidget *line;
        ExpressionEdit *value;
        QWidget *remove;
    };

    void rebuild();
    [[nodiscard]] Row makeRow(const QString &field);
    void offerFields();
    void add(const QString &field);
    void remove(const QString &field);

    std::optional<Entity> m_creates;
    QMap<QString, Expression> m_presets;
    QVector<Row> m_rows;
    QStringList m_names;
    std::function<QStringList(const QString &question)> m_keysOfQuestion;
    std::function<QStringList(const Field &field)> m_keysOfField;
    QVBoxLayout *m_column;
    QPushButton *m_add;
    QMenu *m_fields;
    bool m_readOnly = false;
};

} // namespace seamfinder
