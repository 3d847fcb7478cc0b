#pragma once

#include "ui/common/TypingPause.h"

#include <functional>
#include <QObject>
#include <QPointer>

namespace seamfinder {

class TermPicker;

/// Hands on what is being typed in an open list from the first pause on, and nothing when it came to
/// something: so that it can be kept in case the program is killed.
class HeldSearch final : public QObject
{
    Q_OBJECT

public:
    /// `list`: a name of this one; `words`: empty when they came to something.
    using Hold = std::function<void(const QString &list, const QString &words)>;

    HeldSearch(TermPicker &picker, Hold hold, QObject *parent);
    ~HeldSearch() override;

private:
    void hold(const QString &words);

    QPointer<TermPicker> m_picker;
    Hold m_hold;
    QString m_list, m_held;
    bool m_isOpen = false; ///< something was typed in it since it was closed
    TypingPause m_pause;
};

} // namespace seamfinder
