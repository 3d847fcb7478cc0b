#pragma once

#include "ui/common/EditorContext.h"

#include <QWidget>

class QVBoxLayout;

namespace seamfinder {

class AutoGrowTextEdit;
class Pill;
struct Commit;
struct EvidenceRecord;

/// The passages that bear on one example or gap, with what they do for it; a spoken quote can be added.
class EvidenceList : public QWidget
{
    Q_OBJECT

public:
    explicit EvidenceList(const EditorContext &context, QWidget *parent = nullptr);

    void setTarget(qint64 target); ///< 0: none
    [[nodiscard]] int count() const { return m_count; }

Q_SIGNALS:
    void countChanged(int count);

private:
    void read();
    QWidget *makeEntry(const EvidenceRecord &evidence);
    void add();

    EditorContext m_context;
    qint64 m_target = 0;
    int m_count = 0;
    QVBoxLayout *m_entries;
    AutoGrowTextEdit *m_quote;
    QList<Pill *> m_relations;
    class QPushButton *m_add;
};

} // namespace seamfinder
