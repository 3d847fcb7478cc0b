#pragma once

#include "ui/catalogue/DetailFacts.h"
#include "ui/common/ScrollPane.h"

class QVBoxLayout;

namespace seamfinder {

class Codebook;
class StudySession;
class DimensionLabels;

/// Accounts of the same event by different participants, side by side, and the examples that this one is
/// linked with.
class RelatedPage : public ScrollPane
{
    Q_OBJECT

public:
    explicit RelatedPage(StudySession &session, QWidget *parent = nullptr);

    void show(const DetailFacts &facts, const Codebook &codebook, const DimensionLabels &names);

Q_SIGNALS:
    void exampleWanted(seamfinder::ExampleId example);

private:
    void addEvent(QVBoxLayout *column, const DetailFacts &facts, const Codebook &codebook,
                  const DimensionLabels &names);
    QWidget *account(const ExampleRecord &example, bool here, const Codebook &codebook,
                     const DimensionLabels &names);

    StudySession &m_session;
};

} // namespace seamfinder
