#pragma once

#include "core/domain/Id.h"
#include "tests/support/ui/OpenedStudy.h"

#include <memory>
#include <QByteArray>
#include <QObject>
#include <QSize>

namespace seamfinder {
class InterviewSession;
class InterviewWorkspace;
} // namespace seamfinder

namespace seamfinder::test {

/// A test of the interview workspace on one interview by a protocol of the test's own, which is open before
/// each test function.
class OneInterviewBench : public QObject
{
    Q_OBJECT

protected:
    explicit OneInterviewBench(QByteArray protocol);
    ~OneInterviewBench() override;

    /// Opens the study and shows the workspace, without an interview yet.
    void show(QSize size = {1300, 800});
    /// show() with the interview, of which everything is in the file when it returns.
    void open(QSize size = {1300, 800});
    void close();
    [[nodiscard]] InterviewSession &interview() const;
    [[nodiscard]] static QWidget *focus();

    const QByteArray m_protocol;
    std::unique_ptr<TempStudy> m_file;
    std::unique_ptr<OpenedStudy> m_open;
    std::unique_ptr<InterviewWorkspace> m_workspace;
    InterviewId m_id{};

private Q_SLOTS:
    void init();
    void cleanup();
};

} // namespace seamfinder::test
