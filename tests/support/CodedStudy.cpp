#include "tests/support/CodedStudy.h"

#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditFields.h"
#include "core/catalogue/EditInterview.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ReadStudy.h"
#include "core/domain/Fields.h"

#include <algorithm>
#include <random>

namespace seamfinder::test {

using namespace Qt::StringLiterals;

namespace {

class Filler
{
public:
    Filler(Edit &edit, const Codebook &codebook, const CodedStudySize &size)
        : m_edit(edit)
        , m_codebook(codebook)
        , m_random(size.seed)
    {
        makeInterviews(size.participants);
        for (int i = 0; i < size.examples; ++i)
            makeExample(i);
        for (int i = 0; i < size.examples / 10; ++i)
            codeGap(createGap(m_edit, {}, anyOrigin()));
    }

private:
    int upTo(int most) { return int(m_random() % quint32(most + 1)); }

    QVector<CodedTerm> someOf(const QString &facet, int most)
    {
        // Few different terms, so that they meet in cells.
        const QVector<Term> terms = m_codebook.inFacet(facet).mid(0, 4);
        QVector<CodedTerm> chosen;
        for (int i = upTo(most); i > 0; --i) {
            const TermId term = terms[upTo(int(terms.size()) - 1)].id;
            if (std::none_of(chosen.begin(), chosen.end(),
                             [&](const CodedTerm &coded) { return coded.term == term; }))
                chosen.append({.term = term, .main = chosen.isEmpty()});
        }
        return chosen;
    }

    void code(const Field &field, qint64 target, int most)
    {
        const QVector<CodedTerm> terms = someOf(QString(field.facet), most);
        if (!terms.isEmpty())
            setCodings(m_edit, field, target, terms, CodingStage::After);
    }

    void makeInterviews(int count)
    {
        const ProtocolVersionId version = readProtocolVersions(m_edit.db()).value(0).id;
        for (int i = 0; i < count; ++i) {
            const ParticipantId participant = createParticipant(m_edit, nextPseudonym(m_edit.db()));
            code(fields::participant::role, participant.value, 2);
            m_participants.append(participant);
            const QVector<ParticipantId> who = i == 1 ? QVector<ParticipantId>{participant, m_participants[0]}
                                                      : QVector<ParticipantId>{participant};
            const InterviewId interview = createInterview(m_edit, version, who);
            setInterviewDate(m_edit, interview, 1'780'000'000'000 + i * 86'400'000ll);
            setInterviewState(m_edit, interview,
                              i + 1 == count ? interview_state::inProgress : interview_state::complete);
            m_interviews.append(interview);
        }
    }

    Origin anyOrigin()
    {
        return m_interviews.isEmpty() || upTo(9) == 0
                   ? Origin{}
                   : Origin{.interview = m_interviews[upTo(int(m_interviews.size()) - 1)]};
    }

    void codeGap(GapId gap)
    {
        setValue(m_edit, fields::gap::information, gap.value, u"what %1 meant"_s.arg(upTo(5)));
        code(fields::gap::item, gap.value, 2);
        code(fields::gap::element, gap.value, 1);
        code(fields::gap::hadBy, gap.value, 1);
        code(fields::gap::owner, gap.value, 2);
        code(fields::gap::neededBy, gap.value, 2);
        code(fields::gap::state, gap.value, 1);
    }

    void makeExample(int number)
    {
        const ExampleId example = createExample(m_edit, anyOrigin());
        setValue(m_edit, fields::example::title, example.value, u"Example %1"_s.arg(number));
        setValue(m_edit, fields::example::countedOn, example.value,
                 upTo(2) == 0 ? u"the weather staying the same"_s : u"rates being in seconds"_s);
        code(fields::example::element, example.value, 3);
        code(fields::example::effect, example.value, 2);
        code(fields::example::believedBy, example.value, 1);
        if (number % 9 == 4)
            setValue(m_edit, fields::example::status, example.value, u"not-mismatch"_s);
        for (int i = upTo(3); i > 0; --i)
            codeGap(createGap(m_edit, example));
        if (number % 11 == 5)
            deleteExample(m_edit, example);
    }

    Edit &m_edit;
    const Codebook &m_codebook;
    std::mt19937 m_random;
    QVector<ParticipantId> m_participants;
    QVector<InterviewId> m_interviews;
};

} // namespace

TempStudy &fillCoded(TempStudy &study, const CodedStudySize &size)
{
    const Codebook codebook = Codebook::read(study.db());
    study.writer().setCoder(readCoders(study.db()).value(0).id);
    study.writer().perform({.label = u"fill"_s}, [&](Edit &edit) { Filler(edit, codebook, size); });
    return study;
}

} // namespace seamfinder::test
