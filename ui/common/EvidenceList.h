#pragma once

#include "ui/common/EditorContext.h"
#include "ui/common/TypingPause.h"

#include <atomic>
#include <memory>
#include <QVector>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace seamfinder {

class AutoGrowTextEdit;
class Pill;
struct Commit;
struct EvidenceRecord;

/// The passages that bear on one example or gap, with what they do for it; a spoken quote can be added. It is
/// in the file as it is typed; "Add quote" only ends it.
class EvidenceList : public QWidget
{
    Q_OBJECT

public:
    explicit EvidenceList(const EditorContext &context, QWidget *parent = nullptr);
    ~EvidenceList() override;

    void setTarget(qint64 target); ///< 0: none
    /// A quote that was begun and not added is added: it is left for good.
    void addBegun();
    void flush();
    [[nodiscard]] int count() const { return m_count; }

Q_SIGNALS:
    void countChanged(int count);

protected:
    /// What is typed beside the new quote is part of it; Enter picks what a passage does.
    void keyPressEvent(QKeyEvent *event) override;

private:
    void read();
    QWidget *makeEntry(const EvidenceRecord &evidence);
    /// Says whose words they are, and changes it; only where several people are interviewed.
    QWidget *makeSpeaker(const EvidenceRecord &evidence, QWidget *entry);
    void readPeople();
    void showAgreed(const QString &quotes);
    void showStop();
    [[nodiscard]] QLatin1StringView chosenRelation() const;
    [[nodiscard]] QString keyOfBegun() const;
    void showBegun(const QVector<EvidenceRecord> &all);
    void write();
    void end();
    void beginAnew();
    void add();

    EditorContext m_context;
    qint64 m_target = 0;
    int m_count = 0;
    ParticipantId m_participant{};   ///< of the example
    QVector<ParticipantId> m_people; ///< of its interview
    QVector<QString> m_pseudonyms;
    QString m_agreed; ///< how they may be quoted
    QVBoxLayout *m_entries;
    AutoGrowTextEdit *m_quote;
    QList<Pill *> m_relations;
    QPushButton *m_add;
    TypingPause m_pause;
    /// What is being typed.
    struct Begun
    {
        std::atomic<qint64> evidence = 0; ///< once it was written; the writer sets it
        QString key;                      ///< of its writes
    };
    std::shared_ptr<Begun> m_begun;
    bool m_isBegunSeen = false; ///< in the file
};

} // namespace seamfinder
