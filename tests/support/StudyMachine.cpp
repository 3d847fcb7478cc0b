#include "tests/support/StudyMachine.h"

#include "core/catalogue/EditInterview.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/NewStudy.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/catalogue/ReadStudy.h"

#include <QFile>

namespace seamfinder::test {

using namespace Qt::StringLiterals;

EmptyStudy::EmptyStudy()
{
    createStudy(path(), u"Empty"_s, {u"Ada Test"_s, u"AT"_s}, [this](Edit &edit) {
        lead = readCoders(edit.db()).value(0).id;
        other = createCoder(edit, u"Other"_s, u"OO"_s, false);
        participant = createParticipant(edit, u"P01"_s);
        interview = createInterview(edit, {}, {participant});
    });
}

StudyMachine::StudyMachine(const EmptyStudy &empty)
    : m_empty(empty)
{
    RC_ASSERT(QFile::copy(empty.path(), m_folder.filePath(u"study.seam"_s)));
    open();
    const Codebook codebook = Codebook::read(db());
    for (const Term &term : codebook.terms())
        m_terms[term.facet].append(term.id);
    m_model.leadCoder = empty.lead.value;
    m_columns = CatalogueColumns::load(db());
}

void StudyMachine::open()
{
    m_writer.reset();
    m_study.reset();
    m_study = Study::open(m_folder.filePath(u"study.seam"_s), Study::Mode::Write);
    m_writer = std::make_unique<StudyWriter>(m_study->openWriter());
}

void StudyMachine::run(const Command &command)
{
    switch (command.kind) {
    case Command::Kind::Do:
        return perform({}, command.changes);
    case Command::Kind::Visit:
        for (const QString &text : command.saves) {
            Change save;
            save.kind = Change::Kind::Text;
            save.unit = command.unit;
            save.field = command.field;
            save.text = text;
            perform(u"visit %1"_s.arg(command.visit), {save});
        }
        return;
    case Command::Kind::Undo:
        return undo();
    case Command::Kind::Redo:
        return redo();
    case Command::Kind::Reopen:
        return open();
    }
}

void StudyMachine::perform(const QString &visit, const std::vector<Change> &changes)
{
    m_moment.now += 1000;
    ++m_moment.action;
    const QString label = u"action %1"_s.arg(m_moment.action);
    StudyModel model = m_model;
    const Commit commit = m_writer->perform({label, {}, visit}, [&](Edit &edit) {
        edit.setNow(m_moment.now);
        for (const Change &change : changes)
            apply(edit, change, model);
    });
    RC_ASSERT(bool(commit.entry) == (model != m_model));
    if (commit.entry) {
        const StudyModel before = std::exchange(m_model, model);
        remember(before, label, visit);
    }
    follow(commit);
}

void StudyMachine::remember(const StudyModel &before, const QString &label, const QString &visit)
{
    const bool joins =
        !visit.isEmpty() && m_undone.empty() && !m_done.empty() && m_done.back().visit == visit;
    m_undone.clear();
    if (joins)
        m_done.back().after = m_model;
    else
        m_done.push_back({before, m_model, label, visit});
}

void StudyMachine::undo()
{
    const std::optional<Commit> commit = m_writer->undo();
    RC_ASSERT(commit.has_value() == !m_done.empty());
    if (!commit)
        return;
    m_model = m_done.back().before;
    m_undone.push_back(m_done.back());
    m_done.pop_back();
    follow(*commit);
}

void StudyMachine::redo()
{
    const std::optional<Commit> commit = m_writer->redo();
    RC_ASSERT(commit.has_value() == !m_undone.empty());
    if (!commit)
        return;
    m_model = m_undone.back().after;
    m_done.push_back(m_undone.back());
    m_undone.pop_back();
    follow(*commit);
}

void StudyMachine::follow(const Commit &commit)
{
    // Only another lead coder changes more than can be followed.
    const bool followed = m_columns.update(db(), commit);
    RC_ASSERT((followed || commit.touches("coder"_L1)));
    if (!followed)
        m_columns = CatalogueColumns::load(db());
}

QStringList StudyMachine::labels(const std::vector<Step> &steps)
{
    QStringList labels;
    for (const Step &step : steps)
        labels.append(step.label);
    return labels;
}

} // namespace seamfinder::test
