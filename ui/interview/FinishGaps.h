#pragma once

#include "core/domain/Id.h"
#include "ui/common/EditorContext.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace seamfinder {

class EditedRow;
class GapCard;

/// Adds information gaps to an example after the interview. Only those that were added here are shown as
/// cards: of the others the finish queue shows what is open.
class FinishGaps : public QWidget
{
    Q_OBJECT

public:
    FinishGaps(const EditorContext &context, ExampleId example, QWidget *parent = nullptr);
    ~FinishGaps() override;

    void flush();

Q_SIGNALS:
    void added(QWidget *card);

private:
    void add();
    void show(GapId gap);

    EditorContext m_context;
    ExampleId m_example;
    QVBoxLayout *m_column;
    QPushButton *m_add;
    QVector<GapCard *> m_cards;
};

} // namespace seamfinder
