#pragma once

#include "ui/common/EmptyState.h"

namespace seamfinder {

class InterviewSession;
class Messages;

/// Where an interview has no transcript: asks for one, to be pasted (also by the key, with the focus in it)
/// or opened.
class NewTranscript final : public EmptyState
{
    Q_OBJECT

public:
    NewTranscript(InterviewSession &session, Messages &messages, QWidget *parent = nullptr);

    void paste();
    void openFile();
    void openFile(const QString &path);

private:
    void add(const QString &title, const QString &text);

    InterviewSession &m_session;
    Messages &m_messages;
};

} // namespace seamfinder
