#pragma once

#include "ui/catalogue/DetailFacts.h"
#include "ui/common/ScrollPane.h"

class QVBoxLayout;

namespace seamfinder {

class Codebook;
class StudySession;
class DimensionLabels;

/// The layers of coding of an example and its gaps: who judged what, live or after, and which layer lists and
/// charts show. A layer can be taken over as the resolved one; one's own can be taken away.
class CodingPage : public ScrollPane
{
    Q_OBJECT

public:
    explicit CodingPage(StudySession &session, QWidget *parent = nullptr);

    void show(const DetailFacts &facts, const Codebook &codebook, const DimensionLabels &names);

private:
    void addFacet(QVBoxLayout *column, const DetailFacts::Facet &facet, const Codebook &codebook,
                  const DimensionLabels &names);
    QWidget *layerLine(const DetailFacts::Facet &facet, const CodingLayer &layer, const Codebook &codebook,
                       const DimensionLabels &names);
    void resolve(const Field &field, qint64 target, const QVector<CodedTerm> &terms);
    void remove(const Field &field, qint64 target, CodingStage stage);

    StudySession &m_session;
    qint64 m_target = 0;
};

} // namespace seamfinder
