#pragma once

#include "ui/catalogue/BulkEdits.h"

#include <functional>
#include <QList>
#include <QObject>

class QAction;
class QMenu;

namespace seamfinder {

class CatalogueList;
class CatalogueTable;
class CodebookCache;
class CodingActions;
class Messages;
class StudySession;

/// What can be done to the chosen rows, for the window's menu, the table's own and its keys.
class CatalogueActions : public QObject
{
    Q_OBJECT

public:
    CatalogueActions(StudySession &session, const CodebookCache &codebook, Messages &messages,
                     CatalogueList &list, CatalogueTable &table, QObject *parent = nullptr);

    QAction *leaveLook, *newExample, *remove, *restore, *sameEvent, *showBin, *showFilters, *resetColumns;
    [[nodiscard]] CodingActions &coding() { return *m_coding; }
    /// For the window's menu.
    [[nodiscard]] QList<QAction *> menu() const;

    void removeChosen();
    void restoreChosen();

private:
    QAction *make(const QString &name, const QString &text, const QString &icon = {});
    void makeSortMenu();
    void makeLinkMenu();
    void update();
    void showTableMenu(const QPoint &position);
    void groupChosen();
    void linkChosen(const QString &kind, bool forwards);
    void removed(const QVector<CatalogueRow> &rows, JournalEntryId entry);
    [[nodiscard]] QVector<ExampleId> chosenExamples() const;

    StudySession &m_session;
    Messages &m_messages;
    CatalogueList &m_list;
    CatalogueTable &m_table;
    CodingActions *m_coding;
    QMenu *m_sort;
    QMenu *m_link;
};

} // namespace seamfinder
