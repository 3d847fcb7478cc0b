#include "core/exchange/FormNumbers.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
void addNumbers(const QVector<Question> &questions, int section, int &last, QHash<QString, QString> &numbers)
{
    for (const Question &question : questions) {
        const bool bare = question.type == QuestionType::Repeat && question.label.isEmpty();
        if (question.type != QuestionType::Group && question.type != QuestionType::Calculated && !bare)
            numbers.insert(question.name, u"%1.%2"_s.arg(section).arg(++last));
        addNumbers(question.children, section, last, numbers);
    }
}
} // namespace

QHash<QString, QString> formNumbers(const Protocol &protocol)
{
    QHash<QString, QString> numbers;
    for (int i = 0; i < protocol.sections.size(); ++i) {
        int last = 0;
        addNumbers(protocol.sections[i].questions, i + 1, last, numbers);
    }
    return numbers;
}

} // namespace seamfinder
