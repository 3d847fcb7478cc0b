#include "ui/study/WithdrawalPanel.h"

#include "core/catalogue/Erasure.h"
#include "core/catalogue/StudySession.h"
#include "core/catalogue/StudyWriter.h"
#include "ui/common/Deliver.h"
#include "ui/shell/Sentences.h"
#include "ui/study/ErasureWords.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

WithdrawalPanel::WithdrawalPanel(StudySession &session, Messages &messages, Jobs &jobs, QWidget *parent)
    : ErasurePanel(session, messages, jobs, parent)
{
    setObjectName(u"withdrawalPanel"_s);
    setWindowTitle(tr("Withdrawal"));
}

WithdrawalPanel::~WithdrawalPanel()
{
    m_generation.next();
    m_textsGeneration.next();
}

void WithdrawalPanel::withdraw(const Withdrawal &withdrawal)
{
    show();
    raise();
    activateWindow();
    if (isRunning())
        return;
    m_withdrawal = withdrawal;
    m_textsGeneration.next();
    showNothing(tr("Looking up what would go."));
    const auto ticket = m_generation.next();
    const QString path = session().study().path();
    deliver(
        session().jobs().run(
            ticket, [path, withdrawal](Connection &db) { return previewErasure(db, path, withdrawal); },
            Lane::Long),
        ticket, this, [this](const ErasurePreview &preview) { showWhatGoes(preview); },
        [this](const std::exception_ptr &error) {
            showNothing(tr("What would go could not be looked up."));
            messages().show(messageFor(error));
        });
}

void WithdrawalPanel::showWhatGoes(const ErasurePreview &preview)
{
    m_preview = preview;
    const QString who = preview.pseudonyms.join(u", "_s);
    QStringList what{
        m_withdrawal.participant
            ? tr("Everything of %1 would go, in all interviews and in the history of the study:").arg(who)
            : tr("Everything of this interview with %1 would go, also in the history of the study:").arg(who),
        countsInWords(preview.counts)};
    if (preview.joint > 0)
        what.append(tr("Interviews with others stay, without the part of %1: %2. What others said about %1 "
                       "stays, too, and so does what the interviewers noted of the whole and at answers of "
                       "others: it is shown before the texts that go.")
                        .arg(who)
                        .arg(preview.joint));
    if (!preview.systems.isEmpty())
        what.append(tr("Systems of which others speak, too, stay, without what %1 said of them: %2")
                        .arg(who, namesInWords(preview.systems)));
    if (preview.fields > 0)
        what.append(tr("What %1 answered about examples told by others goes from them: %2 fields")
                        .arg(who)
                        .arg(preview.fields));
    if (preview.turns > 0)
        what.append(tr("Turns of %1 that go from the transcripts of those interviews: %2")
                        .arg(who)
                        .arg(preview.turns));
    if (!preview.unclearTranscripts.isEmpty())
        what.append(unclearInWords(preview));
    const QString typed = preview.pseudonyms.value(0);
    showPreview(what.join(u"\n\n"_s), holdingInWords(preview.holding),
                tr("This cannot be undone, not even by Ctrl+Z. To go on, type the pseudonym: %1").arg(typed),
                typed);
    focusConfirmation();
}

QString WithdrawalPanel::namesInWords(const QStringList &systems)
{
    QStringList names;
    for (const QString &system : systems)
        names.append(system.trimmed().isEmpty() ? tr("a system without a name") : u"“%1”"_s.arg(system));
    return names.join(u", "_s);
}

QString WithdrawalPanel::unclearInWords(const ErasurePreview &preview)
{
    return tr("Transcripts that do not tell everywhere who speaks, so that words of theirs may stay: %1. "
              "Read "
              "them (open the interview, then “Transcript” in its menu), and take what is theirs out by "
              "“Remove a word everywhere” "
              "in "
              "the Edit menu.")
        .arg(preview.unclearTranscripts.join(u", "_s));
}

QString WithdrawalPanel::stayingInWords(const QVector<ErasedText> &notes)
{
    if (notes.isEmpty())
        return {};
    // Before what goes, which may be long: this is what is to be looked at.
    return tr("WHAT STAYS, because the interviewers noted it of interviews with others. Where it tells of "
              "who "
              "withdraws, change it there:") +
           u"\n\n"_s + textsInWords(notes) + u"\n\n* * *\n\n"_s + tr("WHAT GOES:") + u"\n\n"_s;
}

void WithdrawalPanel::textsWanted()
{
    showTexts(tr("Reading."));
    const auto ticket = m_textsGeneration.next();
    deliver(
        session().jobs().run(
            ticket,
            [withdrawal = m_withdrawal](Connection &db) {
                return std::pair(erasedTexts(db, withdrawal), notesThatStay(db, withdrawal));
            },
            Lane::Long),
        ticket, this,
        [this](const auto &texts) { showTexts(stayingInWords(texts.second) + textsInWords(texts.first)); },
        [this](const std::exception_ptr &error) { messages().show(messageFor(error)); });
}

void WithdrawalPanel::confirmed()
{
    Q_EMIT aboutToErase(m_preview.interviews);
    m_erased = std::make_shared<ErasurePreview>();
    // Without the pseudonym: the label stays in the journal.
    const Action action{.label = tr("Withdrawal")};
    run(action, [action, withdrawal = m_withdrawal, erased = m_erased,
                 holding = m_preview.holding](StudyWriter &writer) {
        *erased = previewErasure(writer.db(), {}, withdrawal); // files were looked into before
        erased->holding = holding;
        return eraseWithdrawn(writer, action, withdrawal);
    });
}

QString WithdrawalPanel::report(bool clean) const
{
    const ErasurePreview &erased = *m_erased;
    QStringList lines{tr("Erased for good, everywhere in this study: rows, history, search.")};
    lines.append(countsInWords(erased.counts));
    if (erased.fields > 0)
        lines.append(tr("Fields emptied of examples told by others: %1").arg(erased.fields));
    if (erased.turns > 0)
        lines.append(tr("Turns taken out of transcripts of interviews with others: %1").arg(erased.turns));
    if (!erased.unclearTranscripts.isEmpty())
        lines.append(unclearInWords(erased));
    if (!clean)
        lines.append(
            tr("The file's free pages could not be cleaned up yet, because something was still reading. "
               "That is done when the study is opened next: close it and open it."));
    lines.append(tr("An import or a merge does not bring it back."));
    lines.append(holdingInWords(erased.holding));
    return lines.join(u"\n\n"_s);
}

} // namespace seamfinder
