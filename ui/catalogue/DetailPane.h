#pragma once

#include "core/catalogue/CatalogueOrder.h"
#include "core/catalogue/ReadJobs.h"
#include "ui/common/EditorContext.h"

#include <exception>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QListWidget;
class QStackedWidget;
class QTabWidget;

namespace seamfinder {

class StudyNames;
class CodingPage;
class EditedRow;
class ElidedLabel;
class EmptyState;
class ExampleCard;
class GapCard;
class RelatedPage;
class ScrollPane;
struct Commit;
struct DetailFacts;

/// Everything about the current row: its card, the layers of its coding, accounts of the same event and
/// links, and its history. What stands beside the card is read in the background.
class DetailPane : public QWidget
{
    Q_OBJECT

public:
    DetailPane(const EditorContext &context, const StudyNames &names, QWidget *parent = nullptr);
    ~DetailPane() override;

    /// Id 0: nothing is shown. Soon after: so that a held arrow key does not build a card for each row.
    void showRow(const CatalogueRow &row);
    [[nodiscard]] const CatalogueRow &row() const { return m_row; }
    /// Says that several rows are chosen: what is done is done to all of them. One or none: the row itself.
    void setChosen(int rows);
    /// "Not among the rows on the left"; empty hides it.
    void setNote(const QString &note);

    /// Now, not soon.
    void settle();
    void focusFirst();
    bool focusField(QStringView field, GapId gap = {});
    void flush();
    [[nodiscard]] ExampleCard *card() const { return m_card; }
    [[nodiscard]] QTabWidget *tabs() const { return m_tabs; }

Q_SIGNALS:
    void exampleWanted(seamfinder::ExampleId example);
    void failed(const std::exception_ptr &error);
    /// The card was closed with Esc: back to the table.
    void left();

private:
    void load();
    [[nodiscard]] bool isShown() const;
    void showNeed(GapId need);
    void readFacts();
    void showFacts(const DetailFacts &facts);
    void showHistory(const DetailFacts &facts);
    void follow(const Commit &commit);

    EditorContext m_context;
    const StudyNames &m_names;
    Generation m_generation;
    QTimer m_soon;
    QTimer m_factsSoon;
    CatalogueRow m_row;
    CatalogueRow m_loaded;
    int m_chosen = 0;
    QStackedWidget *m_pages;
    EmptyState *m_nothing;
    ElidedLabel *m_note;
    QLabel *m_several;
    QTabWidget *m_tabs;
    QStackedWidget *m_cards;
    ExampleCard *m_card;
    ScrollPane *m_needArea;
    QPointer<GapCard> m_needCard;
    EditedRow *m_need = nullptr;
    CodingPage *m_coding;
    RelatedPage *m_related;
    QListWidget *m_history;
};

} // namespace seamfinder
