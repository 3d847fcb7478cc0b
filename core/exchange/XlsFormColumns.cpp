#include "core/exchange/XlsFormColumns.h"

#include <QHash>
#include <QLocale>
#include <QRegularExpression>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
/// Spellings that older forms have.
QString plainKey(const QString &key)
{
    static const QHash<QString, QString> others{{u"caption"_s, u"label"_s},
                                                {u"relevance"_s, u"relevant"_s},
                                                {u"calculate"_s, u"calculation"_s},
                                                {u"constraint_msg"_s, u"constraint_message"_s},
                                                {u"jr:constraintmsg"_s, u"constraint_message"_s},
                                                {u"constraining_message"_s, u"constraint_message"_s},
                                                {u"count"_s, u"repeat_count"_s},
                                                {u"jr:count"_s, u"repeat_count"_s},
                                                {u"command"_s, u"type"_s},
                                                {u"list"_s, u"list_name"_s},
                                                {u"readonly"_s, u"read_only"_s},
                                                {u"set_form_title"_s, u"form_title"_s},
                                                {u"set_form_id"_s, u"form_id"_s},
                                                {u"id_string"_s, u"form_id"_s}};
    const QString plain = key.simplified().toLower().replace(u' ', u'_');
    return others.value(plain, plain);
}

/// The language of a code such as "en" or "pt-BR".
QLocale::Language languageOf(const QString &code)
{
    static const QRegularExpression pattern(u"\\A[A-Za-z]{2,3}(-[A-Za-z0-9]+)*\\z"_s);
    return pattern.match(code).hasMatch() ? QLocale(QString(code).replace(u'-', u'_')).language()
                                          : QLocale::AnyLanguage;
}
} // namespace

FormColumn formColumn(const QString &header)
{
    const QString text = header.trimmed();
    qsizetype at = text.indexOf("::"_L1);
    qsizetype after = at + 2;
    // One colon is an old way to write it; "jr:count" is a name.
    if (at < 0) {
        at = text.startsWith("jr:"_L1) ? -1 : text.indexOf(u':');
        after = at + 1;
    }
    if (at < 0)
        return {plainKey(text), {}};
    const QString before = plainKey(text.left(at)), rest = text.sliced(after).trimmed();
    // "bind::relevant" names the place in the XForm that it goes to.
    if (before == "bind"_L1 || before == "control"_L1)
        return {plainKey(rest), {}};
    return before == "media"_L1 ? FormColumn{plainKey(rest.section(u':', 0, 0)), {}}
                                : FormColumn{before, languageFromName(rest)};
}

QString formHeader(const QString &key, const QString &language)
{
    return language.isEmpty() ? key : key + u"::"_s + nameOfLanguage(language);
}

QString languageFromName(const QString &name)
{
    static const QRegularExpression code(u"\\(([^()]+)\\)\\s*\\z"_s);
    if (const auto match = code.match(name); match.hasMatch())
        return match.captured(1).trimmed();
    const QString text = name.trimmed();
    if (languageOf(text) > QLocale::C)
        return text;
    static const QHash<QString, QString> codes = [] {
        QHash<QString, QString> result;
        for (const QLocale &locale :
             QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyCountry)) {
            if (locale.language() <= QLocale::C)
                continue;
            const QString each = QLocale::languageToCode(locale.language());
            result.insert(QLocale::languageToString(locale.language()).toLower(), each);
            result.insert(QLocale(locale.language()).nativeLanguageName().toLower(), each);
        }
        result.insert(u"english"_s, u"en"_s); // its native name in Qt says "American English"
        return result;
    }();
    return codes.value(text.toLower(), text);
}

QString nameOfLanguage(const QString &code)
{
    const QLocale::Language language = languageOf(code);
    return language > QLocale::C ? QLocale::languageToString(language) + u" ("_s + code + u')' : code;
}

} // namespace seamfinder
