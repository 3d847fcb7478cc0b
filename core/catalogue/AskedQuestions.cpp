#include "core/catalogue/AskedQuestions.h"

#include "core/catalogue/ReadCodebook.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/ReadStudy.h"
#include "core/protocol/ProtocolIndex.h"
#include "core/protocol/ProtocolJson.h"
#include "core/protocol/QuestionRef.h"

#include <algorithm>
#include <QRegularExpression>

namespace seamfinder {

using namespace Qt::StringLiterals;

struct AskedQuestions::Version
{
    explicit Version(const QByteArray &content)
        : protocol(readProtocolJson(content).protocol)
        , index(protocol)
    {
    }
    Protocol protocol;
    ProtocolIndex index;
};

AskedQuestions::AskedQuestions(Connection &db)
    : m_db(db)
{
}

AskedQuestions::~AskedQuestions() = default;

const AskedQuestions::Known &AskedQuestions::of(InterviewId interview)
{
    const auto known = m_interviews.constFind(interview.value);
    if (known != m_interviews.cend())
        return *known;
    Known found;
    if (const auto facts = readInterview(m_db, interview)) {
        if (facts->version) {
            std::shared_ptr<const Version> &version = m_versions[facts->version.value];
            if (!version)
                version = std::make_shared<const Version>(readProtocolContent(m_db, facts->version));
            found.version = version.get();
        }
        found.system = facts->systems.isEmpty() ? 0 : facts->systems.first().value;
        found.language = facts->language;
    }
    return *m_interviews.insert(interview.value, found);
}

AskedQuestions::Target AskedQuestions::target(InterviewId interview, const AnswerPlace &place)
{
    const Known &known = of(interview);
    const int at = known.version ? known.version->index.find(place.question) : -1;
    if (at < 0)
        return {};
    const ProtocolIndex &index = known.version->index;
    const IndexedQuestion &asked = index.questions()[at];
    const Field *field = fieldByName(asked.question->binding);
    if (!field || asked.interviewerOnly)
        return {};
    if (field->entity == Entity::System)
        return known.system ? Target{field, known.system} : Target();
    if (field->entity == Entity::Participant || field->entity == Entity::Interview)
        return {};
    const auto ref = QuestionRef::fromText(
        place.instances.isEmpty() ? place.question : place.question + u'/' + place.instances);
    qint64 row = 0;
    for (qsizetype i = 0; ref && i < asked.repeats.size() && i < ref->instances.size(); ++i) {
        if (index.entityOf(*index.questions()[asked.repeats[i]].question) == field->entity)
            row = ref->instances[i];
    }
    return row ? Target{field, row} : Target();
}

bool AskedQuestions::picksExamples(InterviewId interview, const QString &question)
{
    const Version *version = of(interview).version;
    const Question *asked = version ? version->index.question(question) : nullptr;
    return asked && version->index.picksExamples(*asked);
}

bool AskedQuestions::picksRows(InterviewId interview, const QString &question)
{
    const Version *version = of(interview).version;
    const Question *asked = version ? version->index.question(question) : nullptr;
    return asked && isSelect(asked->type) && version->index.entityOf(*asked);
}

bool AskedQuestions::isOfTheInterview(InterviewId interview, const QString &question)
{
    const Version *version = of(interview).version;
    const int at = version ? version->index.find(question) : -1;
    if (at < 0)
        return false;
    const IndexedQuestion &asked = version->index.questions()[at];
    return asked.interviewerOnly || version->index.isOfTheInterview(*asked.question);
}

QString AskedQuestions::words(InterviewId interview, const QString &question)
{
    const Known &known = of(interview);
    const Question *asked = known.version ? known.version->index.question(question) : nullptr;
    if (!asked)
        return {};
    static const QRegularExpression quoted(u"\\$\\{[^}]*\\}"_s);
    return asked->label.in(known.language, known.version->protocol.language()).replace(quoted, u"…"_s);
}

QString AskedQuestions::shown(InterviewId interview, const QString &question, const QString &value)
{
    const Known &known = of(interview);
    const Question *asked = known.version ? known.version->index.question(question) : nullptr;
    if (!asked)
        return value;
    const auto said = [&](const TranslatableText &text) {
        return text.in(known.language, known.version->protocol.language());
    };
    if (asked->type == QuestionType::Acknowledge)
        return {};
    if (valueKind(asked->type) != Value::Kind::Keys)
        return value;
    QStringList labels;
    for (const QString &key : Value::fromText(Value::Kind::Keys, value).keys()) {
        const auto choice = std::ranges::find(asked->choices.fixed, key, &AnswerChoice::key);
        if (choice != asked->choices.fixed.end())
            labels.append(said(choice->label));
        else if (choiceKind(*asked) == ChoiceSource::Kind::Facet)
            labels.append(termLabel(known.version->index.facetOf(*asked), key));
    }
    labels.removeAll(QString());
    return labels.join(u"; "_s);
}

QString AskedQuestions::termLabel(const QString &facet, const QString &key)
{
    if (!m_codebook)
        m_codebook = std::make_unique<Codebook>(Codebook::read(m_db));
    const Term *term = m_codebook->term(facet, key);
    return term ? term->label : QString();
}

} // namespace seamfinder
