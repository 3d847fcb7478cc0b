#pragma once

#include "core/catalogue/CatalogueColumns.h"
#include "core/catalogue/Study.h"
#include "core/catalogue/StudyWriter.h"
#include "tests/support/EditCommands.h"
#include "tests/support/StudyModel.h"

#include <QTemporaryDir>

namespace seamfinder::test {

/// A study that every machine starts from: two coders, one interview, nothing recorded and nothing to undo.
class EmptyStudy
{
public:
    EmptyStudy();
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("empty.seam")); }

    InterviewId interview;
    ParticipantId participant;
    CoderId lead, other;

private:
    QTemporaryDir m_folder;
};

/// A real study and the plain model of it, which get the same commands.
class StudyMachine
{
public:
    explicit StudyMachine(const EmptyStudy &empty);

    void run(const Command &command);

    [[nodiscard]] Connection &db() { return m_writer->db(); }
    [[nodiscard]] StudyWriter &writer() { return *m_writer; }
    [[nodiscard]] const StudyModel &model() const { return m_model; }
    /// Brought up to date with each commit.
    [[nodiscard]] const CatalogueColumns &columns() const { return m_columns; }
    /// Labels of what can be undone and redone, as the model has it: the next one last.
    [[nodiscard]] QStringList undoable() const { return labels(m_done); }
    [[nodiscard]] QStringList redoable() const { return labels(m_undone); }

private:
    struct Step
    {
        StudyModel before, after;
        QString label, visit;
    };

    void open();
    void perform(const QString &visit, const std::vector<Change> &changes);
    void undo();
    void redo();
    void follow(const Commit &commit);
    void remember(const StudyModel &before, const QString &label, const QString &visit);
    [[nodiscard]] static QStringList labels(const std::vector<Step> &steps);

    void apply(Edit &edit, const Change &change, StudyModel &model);
    void create(Edit &edit, const Change &change, StudyModel &model);
    void changeUnit(Edit &edit, const Change &change, StudyModel &model);
    void changeField(Edit &edit, const Change &change, ModelUnit &unit);
    void setColumn(Edit &edit, const Change &change, const Field &field, ModelUnit &unit);
    void setMissingCode(Edit &edit, const Change &change, ModelUnit &unit);
    void changeBin(Edit &edit, const Change &change, StudyModel &model, ModelUnit &unit);
    void setTag(Edit &edit, const Change &change, StudyModel &model);
    [[nodiscard]] QVector<CodedTerm> codedTerms(const Change &change, const Field &field) const;
    [[nodiscard]] TermId term(const Field &field, int number) const;

    const EmptyStudy &m_empty;
    QTemporaryDir m_folder;
    std::unique_ptr<Study> m_study;
    std::unique_ptr<StudyWriter> m_writer;
    std::map<QString, QVector<TermId>> m_terms; ///< by facet
    StudyModel m_model;
    CatalogueColumns m_columns;
    std::vector<Step> m_done, m_undone;
    Moment m_moment{1'800'000'000'000, 0, 0};
};

} // namespace seamfinder::test
