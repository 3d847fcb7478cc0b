#include "ui/interview/RecordingStrip.h"

#include "core/catalogue/StudySession.h"
#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"
#include "ui/common/KeyHint.h"
#include "ui/common/RecordingFiles.h"
#include "ui/interview/InterviewClock.h"
#include "ui/interview/RecordingPlayer.h"

#include <algorithm>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 leadIn = 15'000; // a mark is dropped after what it is about
}

RecordingStrip::RecordingStrip(InterviewSession &session, const Mark &mark, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_text(new QLabel(this))
    , m_listen(new QPushButton(tr("Listen"), this))
    , m_choose(new QPushButton(tr("Which file?"), this))
    , m_player(new RecordingPlayer(this))
{
    const auto offset = session.time().recordingOffset(mark.time);
    m_offset = offset.value_or(0);
    m_text->setWordWrap(true);
    say(tr("In the recording: %1").arg(clockText(m_offset)));
    m_listen->setObjectName(u"listen"_s);
    keepToolTip(*m_listen, tr("Plays from fifteen seconds before the mark; again: stops"),
                KeyCommand::Listen);
    m_choose->setFlat(true);
    m_choose->setToolTip(tr("Says which file is the recording of this interview"));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_text, 1);
    line->addWidget(m_choose);
    line->addWidget(m_listen);
    const auto showIfAllowed = [this, isThere = offset.has_value()] {
        const bool mayBe = m_session.data().interview.mayRecord != "no"_L1;
        if (!mayBe && m_player->isPlaying())
            m_player->stop();
        setVisible(isThere && mayBe);
    };
    connect(&session, &InterviewSession::changed, this, showIfAllowed);
    showIfAllowed();
    connect(m_listen, &QPushButton::clicked, this, &RecordingStrip::listen);
    connect(m_choose, &QPushButton::clicked, this, &RecordingStrip::chooseFile);
    hearPlayer();
}

RecordingStrip::~RecordingStrip() = default;

void RecordingStrip::say(const QString &text)
{
    m_text->setText(text);
}

void RecordingStrip::hearPlayer()
{
    m_player->setObjectName(u"recordingPlayer"_s);
    connect(m_player, &RecordingPlayer::started, this, [this] { m_listen->setText(tr("Stop")); });
    connect(m_player, &RecordingPlayer::reached, this, [this](qint64 position) {
        say(tr("In the recording: %1, now at %2").arg(clockText(m_offset), clockText(position)));
    });
    connect(m_player, &RecordingPlayer::ended, this, [this] { m_listen->setText(tr("Listen")); });
    connect(m_player, &RecordingPlayer::failed, this, [this](const QString &reason) {
        m_listen->setText(tr("Listen"));
        say(reason.isEmpty()
                ? tr("This recording cannot be played here. Open it in another program at %1.")
                      .arg(clockText(m_offset))
                : tr("This recording cannot be played here: %1. Open it in another program at %2.")
                      .arg(reason, clockText(m_offset)));
    });
}

QString RecordingStrip::file() const
{
    return RecordingFiles::ofProgram().find(m_session.id(),
                                            m_session.data().interviewRow.text(fields::interview::recording),
                                            m_session.study().study().path());
}

void RecordingStrip::listen()
{
    const QString path = file();
    if (m_player->isPlaying()) {
        m_player->stop();
    } else if (path.isEmpty()) {
        const QString chosen = RecordingFiles::ofProgram().chosen(m_session.id());
        const QString named = chosen.isEmpty()
                                  ? m_session.data().interviewRow.text(fields::interview::recording).trimmed()
                                  : QFileInfo(chosen).fileName();
        if (!named.isEmpty())
            say(tr("“%1” is not to be found from here. Choose the file of the recording.").arg(named));
        chooseFile();
    } else {
        play(path);
    }
}

void RecordingStrip::chooseFile()
{
    auto *dialog =
        new QFileDialog(window(), tr("The recording of this interview"),
                        QFileInfo(m_session.study().study().path()).absolutePath(),
                        tr("Recordings (*.wav *.mp3 *.m4a *.ogg *.opus *.flac *.mp4 *.webm *.aac);;"
                           "All files (*)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setOption(QFileDialog::HideNameFilterDetails);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setModal(false);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        RecordingFiles::ofProgram().choose(m_session.id(), path);
        play(path);
    });
    dialog->show();
}

void RecordingStrip::play(const QString &path)
{
    m_player->play(path, std::max<qint64>(0, m_offset - leadIn));
}

} // namespace seamfinder
