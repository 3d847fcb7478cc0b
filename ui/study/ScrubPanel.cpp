#include "ui/study/ScrubPanel.h"

#include "core/catalogue/StudySession.h"
#include "core/catalogue/StudyWriter.h"
#include "ui/common/Deliver.h"
#include "ui/common/HiddenWordList.h"
#include "ui/common/TabOrder.h"
#include "ui/shell/Sentences.h"
#include "ui/study/ErasureWords.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int typingPause = 400; // milliseconds
}

ScrubPanel::ScrubPanel(StudySession &session, Messages &messages, Jobs &jobs, QWidget *parent)
    : ErasurePanel(session, messages, jobs, parent)
    , m_text(new QLineEdit(this))
    , m_replacement(new QLineEdit(this))
    , m_whole(new QCheckBox(tr("Whole words &only"), this))
    , m_watch(new QCheckBox(tr("Put it on the &list of words to hide"), this))
{
    setObjectName(u"scrubPanel"_s);
    setWindowTitle(tr("Remove a word everywhere"));
    m_text->setObjectName(u"scrubText"_s);
    m_replacement->setObjectName(u"scrubReplacement"_s);
    m_replacement->setPlaceholderText(tr("Nothing: the word is taken out"));
    m_whole->setObjectName(u"scrubWhole"_s);
    m_whole->setChecked(true);
    m_whole->setToolTip(tr("“Ann” leaves “planning” alone"));
    auto *form = new QFormLayout;
    form->addRow(tr("&Name or word"), m_text);
    form->addRow(tr("&Write instead"), m_replacement);
    m_watch->setObjectName(u"scrubWatch"_s);
    m_watch->setChecked(true);
    m_watch->setToolTip(
        tr("So that it is underlined, and said, when it is typed, pasted or imported again. The "
           "list is kept on this machine, outside of every study."));
    form->addRow(QString(), m_whole);
    form->addRow(QString(), m_watch);
    controls()->addLayout(form);
    orderTabs(this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &ScrubPanel::lookAnew);
    const auto touch = [this] {
        if (isRunning())
            return;
        m_generation.next();
        showNothing(tr("Looking where it stands."));
        m_pause.start();
    };
    connect(m_text, &QLineEdit::textEdited, this, touch);
    connect(m_replacement, &QLineEdit::textEdited, this, touch);
    connect(m_whole, &QCheckBox::clicked, this, touch);
}

ScrubPanel::~ScrubPanel()
{
    m_generation.next();
}

void ScrubPanel::remove(const QString &text, const QString &replacement)
{
    show();
    raise();
    activateWindow();
    m_text->setFocus();
    if (isRunning())
        return;
    if (!text.isEmpty()) {
        m_text->setText(text);
        m_replacement->setText(replacement);
    }
    m_text->selectAll();
    lookAnew();
}

ScrubRequest ScrubPanel::request() const
{
    return {m_text->text().trimmed(), m_replacement->text().trimmed(), m_whole->isChecked()};
}

ScrubPanel::Found ScrubPanel::look(Connection &db, const QString &path, const ScrubRequest &request)
{
    return {previewScrub(db, request), whatHolds(path, request, readExportLog(db))};
}

void ScrubPanel::lookAnew()
{
    m_pause.stop();
    const ScrubRequest request = this->request();
    const auto ticket = m_generation.next();
    if (request.text.isEmpty()) {
        showNothing(
            tr("Type a name or a word. Every place where it stands is shown before anything changes."));
        return;
    }
    if (ScrubText(request).isIn(request.replacement)) {
        showNothing(tr("What is written instead must not contain the word itself."));
        return;
    }
    showNothing(tr("Looking where it stands."));
    deliver(
        session().jobs().run(
            ticket,
            [path = session().study().path(), request](Connection &db) { return look(db, path, request); },
            Lane::Long),
        ticket, this, [this](const Found &found) { showFound(found); },
        [this](const std::exception_ptr &error) {
            showNothing(tr("Where it stands could not be looked up."));
            messages().show(messageFor(error));
        });
}

void ScrubPanel::showFound(const Found &found)
{
    m_preview = found.preview;
    QStringList what{tr("Texts in which it stands: %1").arg(m_preview.texts),
                     tr("Steps of the history in which it stands: %1").arg(m_preview.steps)};
    if (!m_preview.protocols.isEmpty())
        what.append(tr("Versions of protocols that say it; they cannot be changed and keep it: %1")
                        .arg(m_preview.protocols.join(u", "_s)));
    if (m_preview.texts + m_preview.steps == 0) {
        what.append(holdingInWords(found.holding));
        showNothing(what.join(u"\n\n"_s));
        return;
    }
    showPreview(what.join(u'\n'), holdingInWords(found.holding),
                tr("This cannot be undone, not even by Ctrl+Z. To go on, type the number of texts: %1")
                    .arg(m_preview.texts),
                QString::number(m_preview.texts));
}

void ScrubPanel::textsWanted()
{
    showTexts(placesInWords(m_preview));
}

void ScrubPanel::erased()
{
    m_watchProblem = m_toWatch.text.isEmpty() ? QString() : HiddenWordList::ofProgram().add(m_toWatch);
}

void ScrubPanel::confirmed()
{
    m_toWatch = m_watch->isChecked() ? HiddenWord{request().text, request().replacement} : HiddenWord();
    m_before = std::make_shared<Found>();
    m_after = std::make_shared<ScrubPreview>();
    // Without the word: the label stays in the journal.
    const Action action{.label = tr("Remove a word everywhere")};
    run(action, [action, request = request(), before = m_before, after = m_after,
                 path = session().study().path()](StudyWriter &writer) {
        *before = look(writer.db(), path, request);
        Commit commit = scrub(writer, action, request);
        *after = previewScrub(writer.db(), request);
        return commit;
    });
}

QString ScrubPanel::report(bool clean) const
{
    QStringList lines{tr("Removed for good. Texts that were changed: %1. Steps of the history: %2.")
                          .arg(m_before->preview.texts)
                          .arg(m_before->preview.steps)};
    if (m_after->texts + m_after->steps > 0)
        lines.append(tr("It still stands in texts: %1, and in steps of the history: %2.")
                         .arg(m_after->texts)
                         .arg(m_after->steps));
    if (!m_after->protocols.isEmpty())
        lines.append(
            tr("Versions of protocols that say it stay as they are: %1. Publish a new version without it.")
                .arg(m_after->protocols.join(u", "_s)));
    if (!clean)
        lines.append(
            tr("The file's free pages could not be cleaned up yet, because something was still reading. "
               "That is done when the study is opened next: close it and open it."));
    if (m_toWatch.text.isEmpty())
        lines.append(
            tr("An older table or transcript that is imported brings it back: no list watches for it."));
    else if (m_watchProblem.isEmpty())
        lines.append(
            tr("It is on your list of words to hide: where it is typed, pasted or imported again, it is "
               "underlined."));
    else
        lines.append(
            tr("The list of words to hide could not be written, so it watches for the word only until "
               "the program ends: %1")
                .arg(m_watchProblem));
    lines.append(tr("Other spellings and what the word is part of were left: look for them, too."));
    lines.append(holdingInWords(m_before->holding));
    return lines.join(u"\n\n"_s);
}

} // namespace seamfinder
