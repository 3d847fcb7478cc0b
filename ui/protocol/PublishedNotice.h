#pragma once

#include <QWidget>

class QKeyEvent;
class QLabel;

namespace seamfinder {

class ProtocolDraft;

/// Says why nothing is typed into a version that only shows, and how to go on. Hidden until somebody tries;
/// made for the foot of the editor, so that nothing moves when it comes.
class PublishedNotice final : public QWidget
{
    Q_OBJECT

public:
    explicit PublishedNotice(const ProtocolDraft &draft, QWidget *parent = nullptr);

    void say();

private:
    const ProtocolDraft &m_draft;
    QLabel *m_sentence;
};

/// Whether a key would have changed the text of a field.
[[nodiscard]] bool wouldType(const QKeyEvent &event);

} // namespace seamfinder
