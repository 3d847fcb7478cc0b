#pragma once

#include "core/domain/Field.h"
#include "ui/common/EditorContext.h"

#include <QWidget>

class QVBoxLayout;

namespace seamfinder {

/// The layers of one facet of an example or gap: who coded what, live or after, which one is mine and which
/// one lists and charts show (adopted). Mine can be taken away.
class CodingLayers : public QWidget
{
    Q_OBJECT

public:
    explicit CodingLayers(const EditorContext &context, QWidget *parent = nullptr);

    void showLayers(const Field &field, qint64 target);
    void clear();

private:
    void fill();
    QWidget *makeRow(const struct CodingLayer &layer, const QString &coder);

    EditorContext m_context;
    const Field *m_field = nullptr;
    qint64 m_target = 0;
    QVBoxLayout *m_column;
};

} // namespace seamfinder
