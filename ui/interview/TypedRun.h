#pragma once

#include <QElapsedTimer>
#include <QStringList>

namespace seamfinder {

/// Digits that were typed at a list in one go, and the space behind them: each picks, but what follows can
/// tell that they began words ("2 weeks", "2-3", "été" where the digit row writes é).
class TypedRun
{
public:
    /// `text`: as the key writes it; `picked`: before the digit took effect, by key of the choice.
    void add(const QString &text, const QStringList &picked);
    /// The digits are the number that was said, be it words, too: what it picked stays.
    void keep(const QStringList &picked) { m_picked = picked; }
    /// A digit that is the place of no choice, behind some that are.
    void hold(const QString &text);
    /// Whether a space goes on with digits: picking and taking back with one hand is not meant.
    bool takeSpace();
    /// Whether digits were typed a moment ago.
    [[nodiscard]] bool goesOn() const;
    /// Whether, with `next` behind them, they are words.
    [[nodiscard]] bool isBegunBy(const QString &next) const;
    /// What is picked if they are: as before the run, but for a number that was said.
    [[nodiscard]] const QStringList &pickedOtherwise() const { return m_picked; }
    /// The run, which ends.
    QString take();

private:
    QString m_text;
    QStringList m_picked;
    bool m_isHeld = false; ///< a part of it picked nothing
    QElapsedTimer m_sinceLast;
};

} // namespace seamfinder
