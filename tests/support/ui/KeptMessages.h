#pragma once

#include "ui/shell/Messages.h"

namespace seamfinder::test {

/// Keeps what a workspace says, for tests that look at it.
class KeptMessages final : public Messages
{
public:
    void show(const Message &message) override { shown.append(message); }
    void ask(const Decision &decision) override { asked.append(decision); }
    void clear() override { shown.clear(); }

    QList<Message> shown;
    QList<Decision> asked;
};

} // namespace seamfinder::test
