#pragma once

#include "ui/catalogue/DetailFacts.h"

#include <QScrollArea>

class QVBoxLayout;

namespace seamfinder {

class Codebook;
class StudySession;
class DimensionNames;

/// Accounts of the same event by different participants, side by side, and the examples that this one is
/// linked with.
class RelatedPage : public QScrollArea
{
    Q_OBJECT

public:
    explicit RelatedPage(StudySession &session, QWidget *parent = nullptr);

    void show(const DetailFacts &facts, const Codebook &codebook, const DimensionNames &names);

Q_SIGNALS:
    void exampleWanted(seamfinder::ExampleId example);

private:
    void addEvent(QVBoxLayout *column, const DetailFacts &facts, const Codebook &codebook,
                  const DimensionNames &names);
    QWidget *account(const ExampleRecord &example, bool here, const Codebook &codebook,
                     const DimensionNames &names);

    StudySession &m_session;
};

} // namespace seamfinder
