#pragma once

#include "tests/support/ui/OpenedStudy.h"
#include "ui/interview/InterviewWorkspace.h"

#include <QObject>

class QPlainTextEdit;

namespace seamfinder {
class InterviewSession;
struct QuestionRef;
} // namespace seamfinder

namespace seamfinder::test {

/// A test of the interview workspace on a study of its own, opened before and closed after each test
/// function.
class InterviewBench : public QObject
{
    Q_OBJECT

protected:
    void open();
    void close();
    [[nodiscard]] InterviewSession &interview() const;
    /// Starts an interview with the suggested participant; everything is in the file when it returns.
    void start();
    void goTo(const QuestionRef &ref);
    [[nodiscard]] QPlainTextEdit *answerText() const;
    /// What is seen, of a kind and, if one is given, under a name.
    template <class Widget>
    [[nodiscard]] Widget *shown(const QString &name = {}) const
    {
        for (Widget *widget : m_workspace->findChildren<Widget *>(name)) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }

    std::unique_ptr<TempStudy> m_file;
    std::unique_ptr<OpenedStudy> m_open;
    std::unique_ptr<InterviewWorkspace> m_workspace;

private Q_SLOTS:
    void init();
    void cleanup();

public:
    InterviewBench();
    ~InterviewBench() override;
};

} // namespace seamfinder::test
