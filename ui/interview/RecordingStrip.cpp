#include "ui/interview/RecordingStrip.h"

#include "core/catalogue/EditFields.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"
#include "ui/common/EditedRow.h"
#include "ui/interview/InterviewClock.h"

#include <QAudioOutput>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMediaPlayer>
#include <QPushButton>
#include <QUrl>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 leadIn = 15'000; // a mark is dropped after what it is about
}

RecordingStrip::RecordingStrip(InterviewSession &session, const Mark &mark, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_interview(new EditedRow(session.study(), Entity::Interview, session.id().value, this))
    , m_text(new QLabel(this))
    , m_listen(new QPushButton(tr("Listen"), this))
    , m_choose(new QPushButton(tr("Which file?"), this))
{
    const auto offset = session.time().recordingOffset(mark.time);
    m_offset = offset.value_or(0);
    m_text->setWordWrap(true);
    say(tr("In the recording: %1").arg(clockText(m_offset)));
    m_listen->setObjectName(u"listen"_s);
    m_listen->setToolTip(tr("Plays from fifteen seconds before the mark; again: stops"));
    m_choose->setFlat(true);
    m_choose->setToolTip(tr("Says which file is the recording of this interview"));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_text, 1);
    line->addWidget(m_choose);
    line->addWidget(m_listen);
    const auto showIfAllowed = [this, isThere = offset.has_value()] {
        const bool mayBe = m_session.data().interview.mayRecord != "no"_L1;
        if (!mayBe && m_player)
            m_player->stop();
        setVisible(isThere && mayBe);
    };
    connect(&session, &InterviewSession::changed, this, showIfAllowed);
    showIfAllowed();
    connect(m_listen, &QPushButton::clicked, this, &RecordingStrip::listen);
    connect(m_choose, &QPushButton::clicked, this, &RecordingStrip::chooseFile);
}

RecordingStrip::~RecordingStrip() = default;

void RecordingStrip::say(const QString &text)
{
    m_text->setText(text);
}

void RecordingStrip::listen()
{
    if (m_player && m_player->playbackState() == QMediaPlayer::PlayingState)
        m_player->stop();
    else if (QFileInfo(m_interview->record().text(fields::interview::recording)).isFile())
        play();
    else
        chooseFile();
}

void RecordingStrip::chooseFile()
{
    auto *dialog =
        new QFileDialog(window(), tr("The recording of this interview"), {},
                        tr("Recordings (*.wav *.mp3 *.m4a *.ogg *.opus *.flac *.mp4 *.webm *.aac);;"
                           "All files (*)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setModal(false);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_session.study().perform({.label = tr("The recording of an interview"),
                                   .place = m_interview->place(fields::interview::recording)},
                                  [id = m_session.id(), path](Edit &edit) {
                                      setValue(edit, fields::interview::recording, id.value, path);
                                  });
        connect(m_interview, &EditedRow::changed, this, &RecordingStrip::play, Qt::SingleShotConnection);
    });
    dialog->show();
}

void RecordingStrip::play()
{
    if (!m_player) {
        m_player = new QMediaPlayer(this);
        m_player->setAudioOutput(new QAudioOutput(m_player));
        connect(m_player, &QMediaPlayer::playbackStateChanged, this,
                [this](QMediaPlayer::PlaybackState state) {
                    m_listen->setText(state == QMediaPlayer::PlayingState ? tr("Stop") : tr("Listen"));
                });
        connect(m_player, &QMediaPlayer::positionChanged, this, [this](qint64 position) {
            say(tr("In the recording: %1, now at %2").arg(clockText(m_offset), clockText(position)));
        });
        connect(m_player, &QMediaPlayer::errorOccurred, this, [this] {
            say(tr("This recording cannot be played here: %1. Open it in another program at %2.")
                    .arg(m_player->errorString(), clockText(m_offset)));
        });
        // A position is taken once the file is loaded; before that it would be forgotten.
        connect(m_player, &QMediaPlayer::mediaStatusChanged, this, [this](QMediaPlayer::MediaStatus status) {
            if (status == QMediaPlayer::LoadedMedia)
                m_player->setPosition(std::max<qint64>(0, m_offset - leadIn));
        });
    }
    m_player->setSource(QUrl::fromLocalFile(m_interview->record().text(fields::interview::recording)));
    m_player->play();
}

} // namespace seamfinder
