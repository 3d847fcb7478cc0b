#pragma once

#include "core/domain/Id.h"

#include <QToolButton>

namespace seamfinder {

class StudySession;
struct ExampleRecord;

/// "Told by P03": which of several participants told of an example. Pressed, it is the next of them. Hidden
/// where one person is interviewed.
class TellerButton final : public QToolButton
{
    Q_OBJECT

public:
    explicit TellerButton(StudySession &session, QWidget *parent = nullptr);

    void showTeller(const ExampleRecord &record);
    void next();

private:
    StudySession &m_session;
    ExampleId m_example{};
};

} // namespace seamfinder
