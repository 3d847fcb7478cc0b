#include "core/protocol/ProtocolEdit.h"

#include "core/protocol/ProtocolIndex.h"
#include "core/protocol/ProtocolParts.h"

#include <QRegularExpression>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

/// The list that a question stands in, and where.
struct Place
{
    QVector<Question> *siblings = nullptr;
    qsizetype at = -1;
    QVector<Question> *around = nullptr; ///< the list that holds its group; nullptr in a section's own list
    qsizetype groupAt = -1;
    qsizetype section = -1;
};

bool locate(QVector<Question> &questions, const QString &name, Place &place)
{
    for (qsizetype i = 0; i < questions.size(); ++i) {
        if (questions[i].name == name) {
            place.siblings = &questions;
            place.at = i;
            return true;
        }
        if (locate(questions[i].children, name, place)) {
            if (place.siblings == &questions[i].children) {
                place.around = &questions;
                place.groupAt = i;
            }
            return true;
        }
    }
    return false;
}

std::optional<Place> locate(Protocol &protocol, const QString &name)
{
    Place place;
    for (place.section = 0; place.section < protocol.sections.size(); ++place.section) {
        if (locate(protocol.sections[place.section].questions, name, place))
            return place;
    }
    return std::nullopt;
}

qsizetype sectionPlace(const Protocol &protocol, const QString &key)
{
    const auto found = std::find_if(protocol.sections.begin(), protocol.sections.end(),
                                    [&key](const Section &each) { return each.key == key; });
    return found == protocol.sections.end() ? -1 : found - protocol.sections.begin();
}

QString numbered(const QString &wanted, const std::function<bool(const QString &)> &taken)
{
    QString candidate = wanted;
    for (int number = 2; taken(candidate); ++number)
        candidate = u"%1-%2"_s.arg(wanted).arg(number);
    return candidate;
}

/// What each type needs to be worth looking at.
Question newQuestion(const Protocol &protocol, QuestionType type)
{
    Question question;
    question.type = type;
    question.name = freeQuestionName(protocol, QString(keyOf(type)));
    if (type == QuestionType::Scale) {
        question.minimum = 1;
        question.maximum = 5;
    }
    if (type == QuestionType::SelectOne || type == QuestionType::SelectMany || type == QuestionType::Rank)
        question.choices.kind = ChoiceSource::Kind::Fixed;
    return question;
}

/// Gives questions that were copied names that are free in `protocol`, and lets them refer to each other.
void renameCopies(Protocol &protocol, QVector<Question> &copies)
{
    Protocol part;
    part.sections.resize(1);
    part.sections.first().questions = copies;
    QStringList names;
    visitQuestions(copies, [&names](const Question &each) { names.append(each.name); });
    for (const QString &name : std::as_const(names)) {
        const auto taken = [&](const QString &candidate) {
            return findQuestion(std::as_const(protocol), candidate) ||
                   findQuestion(std::as_const(part), candidate);
        };
        renameQuestion(part, name, numbered(name, taken));
    }
    copies = part.sections.first().questions;
}

} // namespace

QString nameFromText(const QString &text)
{
    static const QRegularExpression other(u"[^a-z0-9]+"_s), edges(u"\\A[^a-z]+|-+\\z"_s);
    constexpr qsizetype longest = 32;
    QString name = text.normalized(QString::NormalizationForm_KD).toLower();
    name.remove(QRegularExpression(u"\\p{M}"_s));
    name.replace(other, u"-"_s).remove(edges);
    if (name.size() > longest) {
        const qsizetype cut = name.lastIndexOf(u'-', longest);
        name.truncate(cut > 0 ? cut : longest);
    }
    return name;
}

QString freeQuestionName(const Protocol &protocol, const QString &wanted)
{
    const QString name = nameFromText(wanted);
    return numbered(name.isEmpty() ? u"question"_s : name,
                    [&](const QString &each) { return findQuestion(protocol, each) != nullptr; });
}

QString freeSectionKey(const Protocol &protocol, const QString &wanted)
{
    const QString key = nameFromText(wanted);
    return numbered(key.isEmpty() ? u"section"_s : key,
                    [&](const QString &each) { return sectionPlace(protocol, each) >= 0; });
}

QString freeItemKey(const QVector<AnswerChoice> &items, const QString &wanted)
{
    const QString key = nameFromText(wanted);
    return numbered(key.isEmpty() ? u"item"_s : key, [&](const QString &each) {
        return std::any_of(items.begin(), items.end(),
                           [&](const AnswerChoice &item) { return item.key == each; });
    });
}

Question *findQuestion(Protocol &protocol, const QString &name)
{
    const auto place = locate(protocol, name);
    return place ? &(*place->siblings)[place->at] : nullptr;
}

const Question *findQuestion(const Protocol &protocol, const QString &name)
{
    return ProtocolIndex(protocol).question(name);
}

Section *findSection(Protocol &protocol, const QString &key)
{
    const qsizetype at = sectionPlace(protocol, key);
    return at < 0 ? nullptr : &protocol.sections[at];
}

QString sectionOf(const Protocol &protocol, const QString &question)
{
    const ProtocolIndex index(protocol);
    const int at = index.find(question);
    return at < 0 ? QString() : protocol.sections[index.questions()[at].section].key;
}

QString addSection(Protocol &protocol, const QString &after, const QString &title)
{
    Section section;
    section.key = freeSectionKey(protocol, title);
    section.title.byLanguage.insert(protocol.language(), title);
    const qsizetype at = sectionPlace(protocol, after);
    protocol.sections.insert(at < 0 ? protocol.sections.size() : at + 1, section);
    return section.key;
}

QString duplicateSection(Protocol &protocol, const QString &key)
{
    const qsizetype at = sectionPlace(protocol, key);
    if (at < 0)
        return {};
    Section copy = protocol.sections[at];
    copy.key = freeSectionKey(protocol, copy.key);
    renameCopies(protocol, copy.questions);
    protocol.sections.insert(at + 1, copy);
    return copy.key;
}

void removeSection(Protocol &protocol, const QString &key)
{
    if (const qsizetype at = sectionPlace(protocol, key); at >= 0)
        protocol.sections.removeAt(at);
}

bool moveSection(Protocol &protocol, const QString &key, int step)
{
    const qsizetype at = sectionPlace(protocol, key), to = at + step;
    if (at < 0 || to < 0 || to >= protocol.sections.size())
        return false;
    protocol.sections.move(at, to);
    return true;
}

QString addQuestion(Protocol &protocol, const QString &section, QuestionType type)
{
    const qsizetype at = sectionPlace(protocol, section);
    if (at < 0)
        return {};
    const Question question = newQuestion(protocol, type);
    protocol.sections[at].questions.append(question);
    return question.name;
}

QString addQuestionAfter(Protocol &protocol, const QString &name, QuestionType type)
{
    const auto place = locate(protocol, name);
    if (!place)
        return {};
    const Question question = newQuestion(protocol, type);
    place->siblings->insert(place->at + 1, question);
    return question.name;
}

QString addQuestionInto(Protocol &protocol, const QString &container, QuestionType type)
{
    Question *group = findQuestion(protocol, container);
    if (!group)
        return {};
    const Question question = newQuestion(protocol, type);
    group->children.append(question);
    return question.name;
}

QString duplicateQuestion(Protocol &protocol, const QString &name)
{
    const auto place = locate(protocol, name);
    if (!place)
        return {};
    QVector<Question> copies{(*place->siblings)[place->at]};
    renameCopies(protocol, copies);
    place->siblings->insert(place->at + 1, copies.first());
    return copies.first().name;
}

void removeQuestion(Protocol &protocol, const QString &name)
{
    if (const auto place = locate(protocol, name))
        place->siblings->removeAt(place->at);
}

bool moveQuestion(Protocol &protocol, const QString &name, int step)
{
    const auto place = locate(protocol, name);
    if (!place)
        return false;
    const qsizetype to = place->at + step;
    if (to >= 0 && to < place->siblings->size()) {
        place->siblings->move(place->at, to);
        return true;
    }
    if (place->around) {
        const Question question = place->siblings->takeAt(place->at);
        place->around->insert(step < 0 ? place->groupAt : place->groupAt + 1, question);
        return true;
    }
    const qsizetype section = place->section + step;
    if (section < 0 || section >= protocol.sections.size())
        return false;
    const Question question = place->siblings->takeAt(place->at);
    QVector<Question> &questions = protocol.sections[section].questions;
    questions.insert(step < 0 ? questions.size() : 0, question);
    return true;
}

bool moveQuestionIntoGroup(Protocol &protocol, const QString &name)
{
    const auto place = locate(protocol, name);
    if (!place || place->at == 0)
        return false;
    const QuestionType before = (*place->siblings)[place->at - 1].type;
    if (before != QuestionType::Group && before != QuestionType::Repeat)
        return false;
    const Question question = place->siblings->takeAt(place->at);
    (*place->siblings)[place->at - 1].children.append(question);
    return true;
}

Protocol duplicateOf(Protocol protocol, const QString &key, const QString &title)
{
    protocol.id = protocol.versionId = 0;
    protocol.key = key;
    protocol.version.clear();
    protocol.title.byLanguage = {{protocol.language(), title}};
    return protocol;
}

} // namespace seamfinder
