#pragma once

#include "core/protocol/Protocol.h"

#include <QSet>
#include <QWidget>

class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace seamfinder {

class LineEdit;

/// The choices or the probes of a question, a line each: its key, its text, and its translation. Enter in a
/// text adds the next, Alt+Up and Alt+Down move it, the cross takes it away.
class ItemRows final : public QWidget
{
    Q_OBJECT

public:
    /// `item`: "Choice" or "Probe", for names that are read aloud. `addText`: what the button says.
    ItemRows(const QString &item, const QString &addText, QWidget *parent = nullptr);

    void setLanguages(const QString &source, const QString &into);
    void setItems(const QVector<AnswerChoice> &items);
    void setReadOnly(bool readOnly);
    /// The keys are given: only the texts are edited; no line is added, moved or taken away.
    void setFixedKeys(bool fixed) { m_fixedKeys = fixed; }
    void add();
    /// Another question is shown: its keys are nobody's to guess.
    void forget() { m_unnamed.clear(); }

Q_SIGNALS:
    void edited(const QVector<seamfinder::AnswerChoice> &items, bool typed);
    void renamed(const QString &from, const QString &to);
    void left();
    void undoBeyondField();
    void redoBeyondField();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Row
    {
        QWidget *line = nullptr;
        LineEdit *key = nullptr, *label = nullptr, *translation = nullptr;
        QToolButton *remove = nullptr;
    };

    void rebuild();
    void fill();
    [[nodiscard]] Row makeRow();
    [[nodiscard]] int rowOf(const QObject *field) const;
    void move(int row, int step);
    void remove(int row);
    void nameByText(int row);
    void setKey(int row);
    void watch(LineEdit *field);

    QString m_item, m_source, m_into;
    QVector<AnswerChoice> m_items;
    QVector<Row> m_rows;
    QVBoxLayout *m_column;
    QPushButton *m_add;
    QSet<QString> m_unnamed; ///< keys of what was just added: the text still gives it a better one
    bool m_readOnly = false, m_fixedKeys = false;
};

} // namespace seamfinder
