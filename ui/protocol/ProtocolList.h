#pragma once

#include "core/catalogue/ReadProtocols.h"

#include <QHash>
#include <QWidget>

class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace seamfinder {

class ProtocolExporter;
class ProtocolImporter;
class StudySession;
struct Protocol;

/// The protocols of the study, each with its draft and its versions, and what can be done with them.
class ProtocolList final : public QWidget
{
    Q_OBJECT

public:
    explicit ProtocolList(StudySession &session, QWidget *parent = nullptr);

    void refresh();
    void focusDefault();
    void select(ProtocolVersionId version);
    /// The version that is selected; of a protocol, its draft or else its newest version.
    [[nodiscard]] std::optional<ProtocolEntry> current() const;

    /// Opens the draft of the protocol; makes one of the selected version if there is none.
    void edit();
    void startNew();
    void duplicate();
    void discard();

Q_SIGNALS:
    void openRequested(seamfinder::ProtocolVersionId version);
    void publishRequested(seamfinder::ProtocolVersionId draft);
    void imported(seamfinder::ProtocolVersionId version);
    void tryRequested(seamfinder::ProtocolVersionId version);
    void moveRequested(seamfinder::ProtocolId protocol);
    void closeRequested();
    void said(const QString &sentence, const QString &remarks);
    void failed(const QString &sentence, const QString &detail);

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QPushButton *addButton(const QString &name, const QString &text, const QString &hint);
    void build();
    void addVersion(QTreeWidgetItem *protocol, const ProtocolEntry &entry);
    void updateButtons();
    void startFrom(const QString &action, const Protocol &protocol);
    [[nodiscard]] ProtocolId protocolOf(const QTreeWidgetItem *item) const;

    StudySession &m_session;
    ProtocolImporter *m_importer;
    ProtocolExporter *m_exporter;
    QVector<ProtocolEntry> m_entries;
    QTreeWidget *m_tree;
    class FlowLayout *m_buttons;
    QPushButton *m_open = nullptr, *m_edit = nullptr, *m_try = nullptr, *m_publish = nullptr,
                *m_duplicate = nullptr, *m_move = nullptr, *m_export = nullptr, *m_discard = nullptr;
};

} // namespace seamfinder
