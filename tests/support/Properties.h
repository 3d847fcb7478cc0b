#pragma once

#include <QDebug>
#include <QString>
#include <rapidcheck.h>
#include <vector>

/// What RapidCheck prints of a counter-example.
inline void showValue(const QString &text, std::ostream &stream)
{
    stream << QDebug::toString(text).toStdString();
}

namespace seamfinder::test {

/// Tries a property on that many random inputs of growing size. Prints the smallest counter-example and how
/// to get it again. RC_PARAMS in the environment goes first, for instance RC_PARAMS="seed=1
/// max_success=1000".
template <class Property>
[[nodiscard]] bool holds(const std::string &name, int runs, Property &&property)
{
    rc::detail::TestParams parameters = rc::detail::configuration().testParams;
    if (!qgetenv("RC_PARAMS").contains("max_success"))
        parameters.maxSuccess = runs;
    const rc::detail::TestResult result = rc::detail::checkTestable(
        std::forward<Property>(property), rc::detail::TestMetadata{name, name}, parameters);
    std::cerr << "- " << name << '\n';
    rc::detail::printResultMessage(result, std::cerr);
    std::cerr << std::endl;
    return result.template is<rc::detail::SuccessResult>();
}

/// Any sign but NUL, which no text of a study has; never half of a surrogate pair.
inline rc::Gen<QString> anySign()
{
    return rc::gen::map(
        rc::gen::suchThat(rc::gen::resize(rc::kNominalSize, rc::gen::inRange<quint32>(1, 0x11'0000)),
                          [](quint32 code) { return !QChar::isSurrogate(code); }),
        [](quint32 code) {
            const auto sign = char32_t(code);
            return QString::fromUcs4(&sign, 1);
        });
}

/// Texts as people, programs and enemies write them: what separates and quotes cells, what spreadsheets run,
/// marks, pairs of surrogates, signs that combine or run from right to left.
inline rc::Gen<QString> anyText()
{
    static const std::vector<QString> pieces{
        QStringLiteral("a"),      QStringLiteral("Zug 7"),    QStringLiteral(" "),
        QStringLiteral("\""),     QStringLiteral("\"\""),     QStringLiteral(","),
        QStringLiteral(";"),      QStringLiteral("\t"),       QStringLiteral("|"),
        QStringLiteral("\r"),     QStringLiteral("\n"),       QStringLiteral("\r\n"),
        QStringLiteral("="),      QStringLiteral("+"),        QStringLiteral("-"),
        QStringLiteral("@"),      QStringLiteral("'"),        QStringLiteral("; "),
        QStringLiteral("\ufeff"), QStringLiteral("\u0001"),   QStringLiteral("\u0085"),
        QStringLiteral("\u2028"), QStringLiteral("\u00e9"),   QStringLiteral("e\u0301"),
        QStringLiteral("\u202e"), QStringLiteral("שלום"),     QStringLiteral("مرحبا"),
        QStringLiteral("🦊"),   QStringLiteral("👩\u200d🔬"), QStringLiteral("\uffff"),
        QStringLiteral("(x)"),    QStringLiteral("1-2")};
    return rc::gen::map(rc::gen::container<std::vector<QString>>(rc::gen::weightedOneOf<QString>(
                            {{4, rc::gen::elementOf(pieces)}, {1, anySign()}})),
                        [](const std::vector<QString> &parts) {
                            QString text;
                            for (const QString &part : parts)
                                text += part;
                            return text;
                        });
}

/// The same, of at most about that many pieces.
inline rc::Gen<QString> shortText(int pieces)
{
    return rc::gen::withSize(
        [pieces](int size) { return rc::gen::resize(std::min(size, pieces), anyText()); });
}

} // namespace seamfinder::test
