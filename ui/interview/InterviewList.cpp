#include "ui/interview/InterviewList.h"

#include "core/catalogue/EditStudy.h"
#include "core/catalogue/StudySession.h"
#include "core/exchange/CsvImport.h"
#include "core/protocol/ProtocolJson.h"
#include "ui/common/Colors.h"
#include "ui/common/Deliver.h"
#include "ui/common/ErrorDetail.h"
#include "ui/common/FlowLayout.h"
#include "ui/common/HiddenWordList.h"
#include "ui/common/KeyHint.h"
#include "ui/common/LineEdit.h"
#include "ui/common/PlainEnter.h"
#include "ui/common/SectionHeading.h"
#include "ui/interview/InterviewListModel.h"
#include "ui/interview/LanguageButton.h"
#include "ui/interview/MaterialBox.h"
#include "ui/interview/ProtocolImporter.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QFocusEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int widestInCharacters = 170;
constexpr int protocolRole = Qt::UserRole + 1; // beside the version's id

class RoomyRows final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(12, 8);
    }
};

/// The current row is seen, and whether the keys go there: in the accent, or as a quiet band.
class Rows final : public QTreeView
{
public:
    explicit Rows(QWidget *parent)
        : QTreeView(parent)
    {
        showFocus(false);
    }

protected:
    void focusInEvent(QFocusEvent *event) override
    {
        showFocus(true);
        QTreeView::focusInEvent(event);
    }
    void focusOutEvent(QFocusEvent *event) override
    {
        showFocus(event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason);
        QTreeView::focusOutEvent(event);
    }

private:
    void showFocus(bool focused)
    {
        const Colors &colors = colorsFor(this);
        QPalette palette;
        palette.setColor(QPalette::Highlight, focused ? colors.accent : colors.neutral.background);
        palette.setColor(QPalette::HighlightedText, focused ? colors.accentText : colors.neutral.text);
        setPalette(palette);
    }
};
} // namespace

InterviewList::InterviewList(StudySession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_pseudonym(new LineEdit(this))
    , m_protocol(new QComboBox(this))
    , m_language(new QComboBox(this))
    , m_languageLabel(new QLabel(tr("&Language"), this))
    , m_form(new QWidget(this))
    , m_importer(new ProtocolImporter(session, this))
    , m_start(new QPushButton(tr("Start the interview"), this))
    , m_withMaterial(new QPushButton(tr("I have a transcript or a CSV"), this))
    , m_material(new MaterialBox(this))
    , m_model(new InterviewListModel(this))
    , m_list(new Rows(this))
    , m_listHeading(new SectionHeading(tr("Interviews"), SectionHeading::Level::Part, this))
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(new SectionHeading(tr("New interview"), SectionHeading::Level::Pane, this));
    auto *line = new FlowLayout(nullptr, 8);
    auto *who = new QLabel(tr("&Participant"), this);
    auto *what = new QLabel(tr("P&rotocol"), this);
    who->setBuddy(m_pseudonym);
    what->setBuddy(m_protocol);
    m_pseudonym->setFixedWidth(fontMetrics().averageCharWidth() * 16);
    m_pseudonym->setObjectName(u"pseudonym"_s);
    m_pseudonym->setAccessibleName(tr("Participant's pseudonym"));
    m_protocol->setObjectName(u"newInterviewProtocol"_s);
    m_protocol->setAccessibleName(tr("Protocol"));
    m_protocol->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_protocol->setMinimumContentsLength(34);
    m_language->setObjectName(u"startLanguage"_s);
    m_language->setAccessibleName(tr("Language of the questions"));
    m_languageLabel->setBuddy(m_language);
    connect(m_protocol, &QComboBox::currentIndexChanged, this, &InterviewList::listLanguages);
    connect(m_protocol, &QComboBox::activated, this, [this] { m_protocolChosen = true; });
    connect(m_language, &QComboBox::activated, this, [this] { m_languageChosen = true; });
    m_start->setObjectName(u"startInterview"_s);
    m_start->setDefault(true);
    for (QLabel *label : {who, what, m_languageLabel})
        label->setMinimumHeight(m_pseudonym->sizeHint().height()); // on one line with its field
    line->addWidget(who);
    line->addWidget(m_pseudonym);
    line->addWidget(what);
    line->addWidget(m_protocol);
    line->addWidget(m_languageLabel);
    line->addWidget(m_language);
    line->addWidget(m_start);
    column->addLayout(line);
    auto *hint = new QLabel(tr("A pseudonym is enough; everything else can wait. A participant who is here "
                               "already gets one more interview."),
                            this);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(hint);
    auto *practice = new QPushButton(tr("Try it first: three minutes, nothing is kept"), this);
    practice->setFlat(true);
    practice->setObjectName(u"tryInterview"_s);
    m_withMaterial->setFlat(true);
    m_withMaterial->setCheckable(true);
    m_withMaterial->setObjectName(u"withMaterial"_s);
    auto *ways = new FlowLayout(nullptr, 8);
    ways->addWidget(practice);
    ways->addWidget(m_withMaterial);
    auto *bring = new QPushButton(tr("Import a protocol"), this);
    bring->setFlat(true);
    bring->setObjectName(u"importProtocol"_s);
    bring->setToolTip(tr("From an XLSForm (.xlsx, .csv, .md), SurveyJS or Seamfinder JSON"));
    bring->setEnabled(session.isWritable());
    connect(bring, &QPushButton::clicked, m_importer, &ProtocolImporter::choose);
    ways->addWidget(bring);
    auto *protocols = new QPushButton(tr("Protocols: see, write, publish"), this);
    protocols->setFlat(true);
    protocols->setObjectName(u"showProtocols"_s);
    keepToolTip(*protocols, {}, KeyCommand::Protocols);
    connect(protocols, &QPushButton::clicked, this, &InterviewList::protocolsRequested);
    ways->addWidget(protocols);
    column->addLayout(ways);
    column->addWidget(m_material);
    m_material->hide();
    auto *both = new QVBoxLayout(page);
    both->setSpacing(10);
    both->addWidget(m_form);
    both->addSpacing(16);
    both->addWidget(m_listHeading);
    both->addWidget(m_list, 100);
    both->addStretch(1);

    m_list->setObjectName(u"interviews"_s);
    m_list->setAccessibleName(tr("Interviews"));
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setItemDelegate(new RoomyRows(m_list));
    m_list->header()->setResizeContentsPrecision(100);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::Interactive);
    m_list->header()->setSectionResizeMode(InterviewListModel::protocolColumn, QHeaderView::Stretch);
    page->setMaximumWidth(fontMetrics().averageCharWidth() * widestInCharacters);
    auto *whole = new QHBoxLayout(this);
    whole->setContentsMargins(28, 20, 28, 20);
    whole->addStretch(1);
    whole->addWidget(page, 100);
    whole->addStretch(1);

    setEnabled(true);
    m_start->setEnabled(session.isWritable());
    connect(m_start, &QPushButton::clicked, this, &InterviewList::start);
    // Not returnPressed: Ctrl+Alt+Enter is another command, and would start one, too.
    m_pseudonym->installEventFilter(this);
    for (QComboBox *box : {m_protocol, m_language}) {
        auto *enter = new QShortcut(QKeySequence(Qt::Key_Return), box, this, &InterviewList::start);
        enter->setContext(Qt::WidgetShortcut);
    }
    connect(practice, &QPushButton::clicked, this, &InterviewList::tryRequested);
    m_withMaterial->setEnabled(session.isWritable());
    connect(m_withMaterial, &QPushButton::toggled, m_material, &QWidget::setVisible);
    connect(m_withMaterial, &QPushButton::clicked, this, [this](bool shown) {
        if (shown)
            m_material->focusText();
    });
    connect(m_material, &MaterialBox::transcriptOpened, this,
            [this] { m_start->setFocus(Qt::OtherFocusReason); });
    connect(m_material, &MaterialBox::tableChosen, this, &InterviewList::importTable);
    connect(m_material, &MaterialBox::failed, this, &InterviewList::failed);
    connect(m_importer, &ProtocolImporter::failed, this, &InterviewList::failed);
    connect(m_importer, &ProtocolImporter::imported, this,
            [this](ProtocolVersionId version, const QString &sentence, const QString &remarks) {
                preferProtocol(version);
                Q_EMIT protocolImported(sentence, remarks);
            });
    connect(m_list, &QAbstractItemView::activated, this, &InterviewList::openCurrent);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto entry = [this](const QString &text, auto run) {
        auto *action = new QAction(text, m_list);
        m_list->addAction(action);
        connect(action, &QAction::triggered, this, run);
    };
    entry(tr("Open the interview"), &InterviewList::openCurrent);
    entry(tr("Show its examples in the catalogue"), [this] {
        if (const InterviewId chosen = m_model->interview(m_list->currentIndex().row())) {
            Filter filter;
            filter.values[Dimension::Interview] = {{chosen.value, 0}};
            Q_EMIT catalogueWanted(filter);
        }
    });
    connect(&session, &StudySession::committed, this, [this](const Commit &commit) {
        const bool concerns = commit.touches("interview"_L1) || commit.touches("participant"_L1) ||
                              commit.touches("example"_L1) || commit.touches("gap"_L1);
        if (concerns && isVisible())
            refresh();
    });
}

void InterviewList::openCurrent()
{
    if (const InterviewId chosen = m_model->interview(m_list->currentIndex().row()))
        Q_EMIT openRequested(chosen, false);
}

void InterviewList::showEvent(QShowEvent *event)
{
    refresh();
    QWidget::showEvent(event);
}

void InterviewList::preferProtocol(ProtocolVersionId version)
{
    m_preferred = version;
    if (isVisible())
        refresh();
}

void InterviewList::refresh()
{
    const auto ticket = m_generation.next();
    deliver(
        m_session.jobs().run(
            ticket, [](Connection &db) { return readInterviews(db); }, Lane::Long),
        ticket, this, [this](const QVector<Interview> &interviews) { list(interviews); },
        [this](const std::exception_ptr &) { Q_EMIT failed(tr("The interviews could not be listed."), {}); });
    Connection &db = m_session.reader();
    const QVariant chosen = m_protocol->currentData();
    {
        const QSignalBlocker quiet(m_protocol);
        m_protocol->clear();
        for (const ProtocolVersion &version : readProtocolVersions(db)) {
            m_protocol->addItem(version.number > 1
                                    ? tr("%1, version %2").arg(version.title).arg(version.number)
                                    : version.title,
                                version.id.value);
            m_protocol->setItemData(m_protocol->count() - 1, version.protocol.value, protocolRole);
        }
        m_protocol->setCurrentIndex(m_protocolChosen ? m_protocol->findData(chosen) : -1);
    }
    chooseProtocol();
    // Not the same again: it would no longer be selected, and what is typed would be written behind it.
    if (const QString next = nextPseudonym(db); !m_pseudonym->isModified() && m_pseudonym->text() != next) {
        const bool isSelected = m_pseudonym->hasSelectedText();
        m_pseudonym->setText(next);
        if (isSelected)
            m_pseudonym->selectAll();
    }
}

/// What was chosen here, else the newest version of what was used last, else the one of an hour.
void InterviewList::chooseProtocol()
{
    const QSignalBlocker quiet(m_protocol);
    if (const int preferred = m_protocol->findData(m_preferred.value); preferred >= 0) {
        m_preferred = {};
        m_protocol->setCurrentIndex(preferred);
        m_protocolChosen = true;
    }
    if (!m_protocolChosen || m_protocol->currentIndex() < 0) {
        int likely = m_protocol->findData(m_lastUsed.value);
        for (int row = likely + 1; likely >= 0 && row < m_protocol->count(); ++row) {
            if (m_protocol->itemData(row, protocolRole) == m_protocol->itemData(likely, protocolRole))
                likely = row;
        }
        if (likely < 0)
            likely = m_protocol->findText(u"60"_s, Qt::MatchContains);
        m_protocol->setCurrentIndex(qMax(0, likely));
    }
    listLanguages();
}

void InterviewList::list(const QVector<Interview> &interviews)
{
    const InterviewId before = m_model->interview(m_list->currentIndex().row());
    m_model->setInterviews(interviews);
    m_studyLanguage = interviews.isEmpty() ? QString() : interviews.first().language;
    m_lastUsed = interviews.isEmpty() ? ProtocolVersionId{} : interviews.first().version;
    chooseProtocol();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (column != InterviewListModel::protocolColumn)
            m_list->resizeColumnToContents(column);
    }
    // As tall as its rows: below them is the page.
    m_list->setMaximumHeight(m_list->header()->sizeHint().height() + 2 * m_list->frameWidth() + 4 +
                             m_list->sizeHintForRow(0) * m_model->rowCount());
    m_list->setCurrentIndex(m_model->index(qMax(0, m_model->rowOf(before)), 0));
    m_listHeading->setVisible(!interviews.isEmpty());
    m_list->setVisible(!interviews.isEmpty());
    m_listHeading->setNote(QLocale().toString(interviews.size()));
    if (m_prefersUnfinished)
        focusUnfinished();
}

QList<QWidget *> InterviewList::panes() const
{
    return {m_form, m_list};
}

bool InterviewList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_pseudonym || event->type() != QEvent::KeyPress ||
        !isPlainEnter(*static_cast<QKeyEvent *>(event)))
        return QWidget::eventFilter(watched, event);
    start();
    return true;
}

void InterviewList::focusDefault()
{
    focusNew();
    m_prefersUnfinished = true;
    focusUnfinished();
}

void InterviewList::focusUnfinished()
{
    const int row = m_model->firstUnfinished();
    if (row < 0 || !m_pseudonym->hasFocus() || m_pseudonym->isModified())
        return;
    m_prefersUnfinished = false;
    m_list->setCurrentIndex(m_model->index(row, 0));
    m_list->setFocus(Qt::OtherFocusReason);
}

void InterviewList::setLastLanguage(const QString &language)
{
    m_lastLanguage = language;
    listLanguages();
}

/// What was used last, else what the study is held in, else what the program speaks.
QString InterviewList::likelyLanguage(const QStringList &languages) const
{
    for (const QString &guess : {m_lastLanguage, m_studyLanguage, QLocale().name().section(u'_', 0, 0)}) {
        if (languages.contains(guess))
            return guess;
    }
    return languages.value(0);
}

void InterviewList::listLanguages()
{
    const QString chosen = m_languageChosen ? m_language->currentData().toString() : QString();
    QStringList languages;
    try {
        const ProtocolVersionId version{m_protocol->currentData().toLongLong()};
        if (version)
            languages = readProtocolJson(readProtocolContent(m_session.reader(), version)).protocol.languages;
    } catch (const Error &) { // a version that is gone: starting says so
    }
    m_language->clear();
    for (const QString &language : std::as_const(languages))
        m_language->addItem(nativeLanguageName(language), language);
    const QString wanted = languages.contains(chosen) ? chosen : likelyLanguage(languages);
    m_language->setCurrentIndex(qMax(0, m_language->findData(wanted)));
    m_language->setVisible(languages.size() > 1);
    m_languageLabel->setVisible(languages.size() > 1);
}

void InterviewList::focusNew()
{
    m_prefersUnfinished = false;
    m_pseudonym->setText(nextPseudonym(m_session.reader()));
    m_pseudonym->setModified(false);
    m_pseudonym->setFocus(Qt::ShortcutFocusReason);
    m_pseudonym->selectAll();
}

void InterviewList::offerMaterial()
{
    focusNew();
    if (!m_session.isWritable())
        return;
    m_withMaterial->setChecked(true);
    m_material->focusText();
}

void InterviewList::start()
{
    const QString pseudonym = m_pseudonym->text().trimmed();
    const ProtocolVersionId version{m_protocol->currentData().toLongLong()};
    if (pseudonym.isEmpty() || !version || !m_start->isEnabled())
        return;
    m_start->setEnabled(false);
    const auto made = std::make_shared<InterviewId>();
    const QString transcript = m_withMaterial->isChecked() ? m_material->transcript() : QString();
    const QString language = m_language->currentData().toString();
    const auto create = [pseudonym, version, made, transcript, language,
                         title = m_material->transcriptTitle()](Edit &edit) {
        ParticipantId participant{};
        for (const Participant &each : readParticipants(edit.db())) {
            if (each.pseudonym.compare(pseudonym, Qt::CaseInsensitive) == 0)
                participant = each.id;
        }
        if (!participant)
            participant = createParticipant(edit, pseudonym);
        *made = createInterview(edit, version, {participant});
        if (!language.isEmpty())
            setInterviewLanguage(edit, *made, language);
        if (!transcript.isEmpty())
            addTranscript(edit, *made, title, transcript);
    };
    afterCommit(
        m_session.perform({tr("New interview with %1").arg(pseudonym)}, create), this,
        [this, made, withTranscript = !transcript.isEmpty(),
         remark = HiddenWordList::ofProgram().remarkOn(transcript)](const Commit &) {
            m_start->setEnabled(true);
            m_pseudonym->setModified(false);
            m_lastLanguage = m_language->currentData().toString();
            m_languageChosen = false;
            m_protocolChosen = false;
            if (withTranscript) {
                m_material->clear();
                m_withMaterial->setChecked(false);
            }
            Q_EMIT openRequested(*made, withTranscript);
            if (!remark.isEmpty())
                Q_EMIT imported(remark, false);
        },
        [this] { m_start->setEnabled(true); });
}

void InterviewList::importTable(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    const auto read = [path](Connection &) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            throw Error(ErrorCode::CannotRead, file.errorString(), path);
        return std::make_shared<const CsvImport>(file.readAll());
    };
    const auto write = [this, name](const std::shared_ptr<const CsvImport> &table) {
        const auto outcome = std::make_shared<CsvImport::Outcome>();
        afterCommit(m_session.perform({tr("Import “%1”").arg(name)},
                                      [table, outcome](Edit &edit) { *outcome = table->write(edit); }),
                    this, [this, name, outcome, table](const Commit &) {
                        const QLocale locale;
                        QString sentence = tr("Imported from %1: examples %2, gaps %3.")
                                               .arg(name, locale.toString(outcome->examples),
                                                    locale.toString(outcome->gaps));
                        if (!outcome->intoStory.isEmpty())
                            sentence += u' ' + tr("What has no field of its own stands in the story: %1.")
                                                   .arg(outcome->intoStory.join(u", "_s));
                        if (outcome->erased + outcome->ofErased > 0)
                            sentence += u' ' + tr("Lines left out, because what they tell or whom they are "
                                                  "about was erased from this study for good: %1.")
                                                   .arg(locale.toString(outcome->erased + outcome->ofErased));
                        const HiddenWordList &hidden = HiddenWordList::ofProgram();
                        const QString remark = hidden.remarkOn(
                            table->countTexts([&hidden](const QString &cell) { return hidden.isIn(cell); }));
                        if (!remark.isEmpty())
                            sentence += u' ' + remark;
                        Q_EMIT imported(sentence, outcome->examples + outcome->gaps > 0);
                    });
    };
    const auto ticket = m_tables.next();
    deliver(m_session.jobs().run(ticket, read), ticket, this, write,
            [this, name](const std::exception_ptr &error) {
                Q_EMIT failed(tr("%1 could not be read as a table; nothing was changed.").arg(name),
                              errorDetail(error));
            });
}

} // namespace seamfinder
