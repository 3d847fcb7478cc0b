#include "ui/common/HeldSearch.h"

#include "ui/common/TermPicker.h"

#include <utility>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
quint64 listNumber = 0;
}

HeldSearch::HeldSearch(TermPicker &picker, Hold hold, QObject *parent)
    : QObject(parent)
    , m_picker(&picker)
    , m_hold(std::move(hold))
    , m_list(u"list %1"_s.arg(++listNumber))
{
    connect(&picker, &TermPicker::typing, this, [this] {
        m_isOpen = true;
        m_pause.typed();
    });
    connect(&picker, &TermPicker::closed, this, [this] { m_isOpen = false; });
    connect(&m_pause, &TypingPause::due, this, [this] {
        if (m_picker && m_picker->isVisible())
            this->hold(m_picker->unfinished());
    });
    // After what the words came to: until that is in the file, too, they are not let go.
    connect(
        &picker, &TermPicker::closed, this,
        [this] {
            if (m_picker && !m_picker->isVisible())
                this->hold({});
        },
        Qt::QueuedConnection);
}

HeldSearch::~HeldSearch()
{
    if (!m_isOpen) // else nobody has left the list, and the words come back when the interview is opened
        hold({});
}

void HeldSearch::hold(const QString &words)
{
    if (std::exchange(m_held, words) != words)
        m_hold(m_list, words);
}

} // namespace seamfinder
