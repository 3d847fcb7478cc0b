#pragma once

#include "core/catalogue/ReadProtocols.h"
#include "core/protocol/Protocol.h"
#include "tests/support/ui/InterviewBench.h"

class QWidget;

namespace seamfinder {
class AutoGrowTextEdit;
class ProtocolEditor;
class ProtocolOutline;
} // namespace seamfinder

namespace seamfinder::test {

/// Two sections, four questions, two languages.
[[nodiscard]] Protocol smallProtocol();

/// A test of the protocols behind the interviews, through the real workspace.
class ProtocolBench : public InterviewBench
{
    Q_OBJECT

protected:
    /// What is seen under that name.
    template <class T>
    [[nodiscard]] T *child(const QString &name) const
    {
        return shown<T>(name);
    }
    [[nodiscard]] StudySession &study() const;
    [[nodiscard]] ProtocolEditor *editor() const;
    [[nodiscard]] ProtocolOutline *outline() const;
    [[nodiscard]] QVector<ProtocolEntry> entries() const;
    [[nodiscard]] ProtocolEntry newestOf(const QString &key) const;
    [[nodiscard]] Protocol inFile(ProtocolVersionId version) const;
    /// The draft that is open, as the file holds it.
    [[nodiscard]] Protocol inFile() const;
    /// What the file says of a question.
    [[nodiscard]] Question question(const QString &name) const;
    [[nodiscard]] QString textOf(const QString &label) const;
    [[nodiscard]] AutoGrowTextEdit *text(const QString &part) const;
    void settle() const;
    void publishSmall();
    /// The draft of the small protocol, open, by keyboard.
    void openDraft();
    void select(const QString &name);
    void replace(QWidget *field, const QString &words);

public:
    ProtocolBench();
    ~ProtocolBench() override;
};

} // namespace seamfinder::test
