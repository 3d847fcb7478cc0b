#pragma once

#include <QTranslator>

namespace seamfinder::test {

/// A language that nobody speaks: every text of the window 40 % longer, with accents, its words kept so that
/// pictures stay readable. While one lives, it is the language of the application.
class LongerLanguage final : public QTranslator
{
public:
    LongerLanguage();

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *source, const char *disambiguation,
                                    int n) const override;
};

} // namespace seamfinder::test
