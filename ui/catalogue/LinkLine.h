#pragma once

#include "ui/catalogue/DetailFacts.h"

#include <QWidget>

namespace seamfinder {

class Codebook;
class StudySession;

/// One linked example: how it is linked, which can be changed there, what it is, and a way to take the link
/// away.
class LinkLine : public QWidget
{
    Q_OBJECT

public:
    LinkLine(StudySession &session, ExampleId here, const DetailFacts::Link &link, const Codebook &codebook,
             QWidget *parent = nullptr);

Q_SIGNALS:
    void exampleWanted(seamfinder::ExampleId example);

private:
    struct Way
    {
        QString kind;
        bool outgoing = true;
    };
    [[nodiscard]] static QString nameOf(const Way &way);
    void change(const Way &to);
    void remove();

    StudySession &m_session;
    ExampleId m_here, m_other;
    Way m_way;
};

} // namespace seamfinder
