#pragma once

#include "ui/catalogue/BulkEdits.h"
#include "ui/common/TermPicker.h"

#include <QObject>
#include <QPointer>

class QAction;
class QMenu;

namespace seamfinder {

class CatalogueTable;
class CodebookCache;
class Messages;
class StudySession;
enum class KeyCommand : quint8;

/// Keyboard-first coding of the chosen rows: one key opens a searchable picker of a facet's terms. The keys
/// work while the table has the focus, and stand in the menu.
class CodingActions : public QObject
{
    Q_OBJECT

public:
    CodingActions(StudySession &session, const CodebookCache &codebook, Messages &messages,
                  CatalogueTable &table, QObject *parent = nullptr);
    ~CodingActions() override;

    /// The submenu "Code".
    [[nodiscard]] QAction *menuAction() const;
    [[nodiscard]] QAction *statusAction() const { return m_status; }
    /// The picker that is open, or nullptr.
    [[nodiscard]] TermPicker *picker() const { return m_picker; }
    void setEnabled(bool enabled);
    /// Opens the picker of a facet for the chosen rows.
    void openPicker(const Field &field);

Q_SIGNALS:
    /// The example was set to "not a mismatch": its reason is wanted.
    void reasonWanted(seamfinder::ExampleId example);

protected:
    /// In the open menu, the key that stands beside an entry is its letter.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAction *add(const Field &field, KeyCommand command);
    void openGapPicker(const Field &field, const CatalogueRow &row);
    void openTermPicker(const Field &field, const QVector<CatalogueRow> &rows, GapId gap);
    void openValuePicker(const Field &field, const QVector<CatalogueRow> &rows);
    /// Of a single example: their items stand first.
    [[nodiscard]] QVector<TermId> elementsOf(const QVector<CatalogueRow> &rows) const;
    TermPicker *makePicker(TermPicker::Mode mode, const QString &what, const QList<PickItem> &items);
    void showPicker();
    void apply(const CodeChange &change, const QVector<CatalogueRow> &rows, GapId gap,
               const QString &newTag = {});
    void set(const Field &field, const QVariant &value, const QVector<CatalogueRow> &rows);
    void perform(const QString &label, const QVector<CatalogueRow> &rows,
                 std::function<BulkOutcome(Edit &)> change);
    void report(const BulkOutcome &outcome);

    StudySession &m_session;
    const CodebookCache &m_codebook;
    Messages &m_messages;
    CatalogueTable &m_table;
    QMenu *m_menu;
    QAction *m_status = nullptr;
    QAction *m_resolve = nullptr;
    QWidget *m_anchor; ///< lies over the current row, so that the picker opens there
    QPointer<TermPicker> m_picker;
};

} // namespace seamfinder
