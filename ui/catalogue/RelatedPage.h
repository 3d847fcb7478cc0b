#pragma once

#include "ui/catalogue/DetailFacts.h"
#include "ui/common/ScrollPane.h"

#include <QPointer>

class QLineEdit;
class QVBoxLayout;

namespace seamfinder {

class Codebook;
class StudySession;
class DimensionLabels;

/// Accounts of the same event by different participants, side by side, and the examples that this one is
/// linked with. The event's name and the links are edited here.
class RelatedPage : public ScrollPane
{
    Q_OBJECT

public:
    explicit RelatedPage(StudySession &session, QWidget *parent = nullptr);
    ~RelatedPage() override;

    void show(const DetailFacts &facts, const Codebook &codebook, const DimensionLabels &names);
    /// Writes the event's name if it was changed.
    void flush();

Q_SIGNALS:
    void exampleWanted(seamfinder::ExampleId example);

private:
    void addEvent(QVBoxLayout *column, const DetailFacts &facts, const Codebook &codebook,
                  const DimensionLabels &names);
    QWidget *account(const ExampleRecord &example, bool here, const Codebook &codebook,
                     const DimensionLabels &names);

    QLineEdit *eventName(const DetailFacts &facts);

    StudySession &m_session;
    QPointer<QLineEdit> m_name; ///< of the event
    IncidentId m_event{};       ///< that it is the name of
    ExampleId m_example{};      ///< where one reads it
};

} // namespace seamfinder
