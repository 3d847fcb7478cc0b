#include "core/exchange/QuestionNames.h"
#include "core/exchange/XlsForm.h"
#include "core/exchange/XlsFormQuotes.h"
#include "core/exchange/XlsFormReader.h"

#include <QCoreApplication>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("XlsForm", text);
}

const QStringList &translated()
{
    static const QStringList keys{u"label"_s, u"hint"_s, u"guidance_hint"_s, u"constraint_message"_s};
    return keys;
}
} // namespace

FormSource::FormSource(const Workbook &workbook)
    : settings(workbook.sheet(u"settings"), true)
    , ours(settings.size() > 0 && settings.name(0, u"seamfinder_format"_s) == xlsFormFormat)
    , survey(workbook.sheet(u"survey"), ours)
    , choices(workbook.sheet(u"choices"), ours)
{
    if (!workbook.sheet(u"survey"))
        problem(ImportSeverity::Error, {}, tr("There is no sheet “survey”."),
                tr("Name the sheet with the questions “survey”."));
    for (const QString &other : {u"external_choices"_s, u"entities"_s, u"osm"_s}) {
        if (const Sheet *sheet = workbook.sheet(other); sheet && !sheet->rows.isEmpty())
            problem(ImportSeverity::Warning, {sheet->name, 0, {}, {}, {}},
                    tr("The sheet “%1” is left out: it has no use in an interview.").arg(sheet->name),
                    tr("Nothing needs to be done."));
    }
    findLanguages();
    findNames();
    checkColumns();
}

void FormSource::problem(ImportSeverity severity, const ImportPlace &place, const QString &what,
                         const QString &mend)
{
    problems.append({severity, place, what, mend});
}

void FormSource::error(qsizetype row, const QString &column, const QString &what, const QString &mend)
{
    problem(ImportSeverity::Error, survey.place(row, column), what, mend);
}

void FormSource::warning(qsizetype row, const QString &column, const QString &what, const QString &mend)
{
    problem(ImportSeverity::Warning, survey.place(row, column), what, mend);
}

bool FormSource::isDisabled(qsizetype row) const
{
    const QString disabled = survey.name(row, u"disabled"_s).toLower();
    return disabled == "yes"_L1 || disabled == "true"_L1 || disabled == "true()"_L1;
}

QString FormSource::cell(qsizetype row, const char *column) const
{
    return survey.text(row, QString::fromLatin1(column));
}

TranslatableText FormSource::texts(qsizetype row, const char *column) const
{
    TranslatableText result = survey.texts(row, QString::fromLatin1(column), languages);
    for (QString &text : result.byLanguage)
        text = ours ? fromFormQuotes(text) : withRenamedQuotes(text, names.renamed);
    return result;
}

void FormSource::findLanguages()
{
    const QString given = settings.size() > 0 ? settings.name(0, u"default_language"_s) : QString();
    if (ours) {
        const QString all = settings.name(0, u"seamfinder_languages"_s);
        for (const QString &language : all.split(u',', Qt::SkipEmptyParts))
            languages.all.append(language.trimmed());
        languages.ofPlainColumns = languages.all.value(0);
        return;
    }
    const bool plain = survey.hasPlain(translated()) || choices.hasPlain({u"label"_s});
    QStringList named = survey.languages();
    for (const QString &language : choices.languages()) {
        if (!named.contains(language))
            named.append(language);
    }
    // "default" is what converters write where nobody has named the language.
    QString first = given.isEmpty() || given == "default"_L1 ? QString() : languageFromName(given);
    const auto assume = [&](const QString &language, const QString &what) {
        first = language;
        problem(ImportSeverity::Warning, settings.headerPlace(u"default_language"_s), what.arg(language),
                tr("Name it as default_language in the sheet “settings”: English (en)."));
    };
    // Only a label without a language beside others is in one of its own; a hint or a message that nobody has
    // translated is in that of the labels.
    const bool another = survey.hasBoth(u"label"_s) || choices.hasBoth(u"label"_s);
    if (first.isEmpty() && plain && !another && !named.isEmpty())
        assume((survey.languages(u"label"_s) + named).first(),
               tr("Some columns name no language; “%1” is assumed."));
    else if (first.isEmpty() && (plain || named.isEmpty()))
        assume(named.contains(u"en"_s) ? u"und"_s : u"en"_s,
               tr("The form does not say its language; “%1” is assumed."));
    else if (first.isEmpty())
        first = (survey.languages(u"label"_s) + named).first();
    named.removeAll(first);
    languages.all = QStringList{first} + named;
    languages.ofPlainColumns = first;
}

void FormSource::findNames()
{
    QSet<QString> taken;
    QStringList around; // the repeats that are open
    for (qsizetype row = 0; row < survey.size(); ++row)
        taken.insert(survey.name(row, u"name"_s));
    for (qsizetype row = 0; row < survey.size(); ++row) {
        const FormType type = formType(survey.name(row, u"type"_s));
        const QString name = survey.name(row, u"name"_s);
        if (type.kind == FormType::Kind::Metadata) {
            if (survey.name(row, u"type"_s) == "today"_L1)
                names.computed.insert(name, u"today()"_s);
            continue;
        }
        if (type.kind == FormType::Kind::EndRepeat && !around.isEmpty())
            around.removeLast();
        // What ends may be named again.
        const bool ends = type.kind == FormType::Kind::EndGroup || type.kind == FormType::Kind::EndRepeat;
        if (ends)
            continue;
        if (name.isEmpty()) {
            if (type.kind == FormType::Kind::BeginRepeat)
                around.append(QString());
            continue;
        }
        if (!ours && !isQuestionName(name) && !names.renamed.contains(name)) {
            const QString near = nearestQuestionName(name, taken);
            taken.insert(near);
            names.renamed.insert(name, near);
            warning(row, u"name"_s,
                    tr("“%1” is no name for a question here; it became “%2”.").arg(name, near),
                    tr("A name starts with a letter and holds letters, digits, - and _ only."));
        }
        names.types.insert(names.renamed.value(name, name),
                           type.kind == FormType::Kind::BeginRepeat ? QuestionType::Repeat : type.type);
        names.repeats.insert(names.renamed.value(name, name), around);
        if (type.kind == FormType::Kind::BeginRepeat)
            around.append(names.renamed.value(name, name));
    }
}

void FormSource::checkColumns()
{
    for (const FormTable *table : {&survey, &choices, &settings}) {
        for (const QString &key : table->twice())
            problem(ImportSeverity::Error, table->headerPlace(key),
                    tr("Two columns have the header “%1”.").arg(table->headerPlace(key).column),
                    tr("Remove or rename one of them."));
    }
    for (const char *key : {"type", "name"}) {
        if (survey.headerPlace().row > 0 && !survey.has(QString::fromLatin1(key)))
            problem(ImportSeverity::Error, survey.headerPlace(),
                    tr("The sheet has no column “%1”.").arg(QLatin1StringView(key)),
                    tr("Add it; the first row names the columns."));
    }
    static const QStringList known{u"type"_s,        u"name"_s,          u"label"_s,
                                   u"hint"_s,        u"guidance_hint"_s, u"required"_s,
                                   u"relevant"_s,    u"constraint"_s,    u"constraint_message"_s,
                                   u"default"_s,     u"calculation"_s,   u"choice_filter"_s,
                                   u"appearance"_s,  u"parameters"_s,    u"disabled"_s,
                                   u"repeat_count"_s};
    for (const QString &key : survey.others(known)) {
        if (!key.startsWith("seamfinder_"_L1))
            problem(ImportSeverity::Warning, survey.headerPlace(key),
                    tr("The column “%1” is left out: there is no use for it.").arg(key),
                    tr("Nothing needs to be done."));
    }
}

} // namespace seamfinder
