#include "ui/study/ErasurePanel.h"

#include "core/catalogue/Erasure.h"
#include "core/catalogue/StudySession.h"
#include "core/catalogue/StudyWriter.h"
#include "ui/common/Deliver.h"
#include "ui/common/ScrollPane.h"
#include "ui/shell/Jobs.h"
#include "ui/shell/Messages.h"

#include <algorithm>
#include <memory>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

struct ErasurePanel::Outcome
{
    bool clean = false;
};

ErasurePanel::ErasurePanel(StudySession &session, Messages &messages, Jobs &jobs, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_messages(messages)
    , m_jobs(jobs)
    , m_controls(new QVBoxLayout)
    , m_page(new QWidget)
    , m_scroll(new ScrollPane)
    , m_counts(new QLabel(this))
    , m_textsButton(new QPushButton(tr("Show the &texts"), this))
    , m_texts(new QPlainTextEdit(this))
    , m_holdingHeading(new QLabel(tr("What &else holds it"), this))
    , m_holding(new QPlainTextEdit(this))
    , m_prompt(new QLabel(this))
    , m_typed(new QLineEdit(this))
    , m_erase(new QPushButton(tr("Erase &for good"), this))
{
    m_counts->setObjectName(u"erasureCounts"_s);
    m_counts->setWordWrap(true);
    m_counts->setTextFormat(Qt::PlainText);
    m_counts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_textsButton->setObjectName(u"erasureShowTexts"_s);
    m_textsButton->setCheckable(true);
    m_texts->setObjectName(u"erasureTexts"_s);
    m_texts->setAccessibleName(tr("The texts that go"));
    m_holding->setObjectName(u"erasureHolding"_s);
    m_holding->setAccessibleName(tr("What else holds it"));
    for (QPlainTextEdit *text : {m_texts, m_holding}) {
        text->setReadOnly(true);
        text->setTabChangesFocus(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        text->setMinimumHeight(fontMetrics().lineSpacing() * 6);
    }
    m_holdingHeading->setBuddy(m_holding);
    m_prompt->setObjectName(u"erasurePrompt"_s);
    m_prompt->setWordWrap(true);
    m_prompt->setBuddy(m_typed);
    m_typed->setObjectName(u"erasureTyped"_s);
    m_typed->setAccessibleName(tr("Type it here to confirm"));
    m_erase->setObjectName(u"erasureRun"_s);
    m_erase->setAutoDefault(false);
    m_textsButton->setAutoDefault(false);
    auto *confirm = new QHBoxLayout;
    confirm->addWidget(m_typed, 1);
    confirm->addWidget(m_erase);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);

    auto *page = new QVBoxLayout(m_page);
    page->setContentsMargins(0, 0, 0, 0);
    page->addLayout(m_controls);
    page->addWidget(m_counts);
    page->addWidget(m_textsButton, 0, Qt::AlignLeading);
    page->addWidget(m_texts, 2);
    page->addWidget(m_holdingHeading);
    page->addWidget(m_holding, 1);
    m_scroll->setWidget(m_page);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_prompt);
    column->addLayout(confirm);
    column->addWidget(buttons);
    setMinimumWidth(560);
    m_texts->hide();

    connect(m_textsButton, &QPushButton::toggled, this, [this](bool on) {
        m_texts->setVisible(on);
        if (on) {
            textsWanted();
            // They are to be read before one agrees: as much of them as the screen has room for.
            resize(width(), std::max(height(), room().height() * 4 / 5));
        }
        fit();
    });
    connect(m_typed, &QLineEdit::textChanged, this, &ErasurePanel::updateButton);
    const auto erase = [this] {
        if (m_erase->isEnabled())
            confirmed();
    };
    connect(m_typed, &QLineEdit::returnPressed, this, erase);
    connect(m_erase, &QPushButton::clicked, this, erase);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::hide);
    showNothing({});
}

void ErasurePanel::setConfirming(bool on)
{
    for (QWidget *widget : std::initializer_list<QWidget *>{m_textsButton, m_holdingHeading, m_holding,
                                                            m_prompt, m_typed, m_erase})
        widget->setVisible(on);
    if (!on) {
        m_textsButton->setChecked(false);
        m_texts->clear();
        m_typed->clear();
        m_expected.clear();
    }
    updateButton();
}

void ErasurePanel::showNothing(const QString &sentence)
{
    setConfirming(false);
    m_counts->setText(sentence);
    fit();
}

void ErasurePanel::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    fit();
}

/// Of the screen, without what the desktop puts around a window.
QRect ErasurePanel::room() const
{
    constexpr int title = 40; // before it is shown, nobody knows
    const int around = std::max(title, frameGeometry().height() - height());
    return screen()->availableGeometry().adjusted(0, 0, 0, -around);
}

/// A window of its own does not ask how high texts are that wrap.
void ErasurePanel::fit()
{
    // A layout of which no part wraps (all such texts are hidden) has no height for a width: -1.
    const auto heightOf = [](const QLayout &of, int width) {
        return of.hasHeightForWidth() ? of.minimumHeightForWidth(width) : of.minimumSize().height();
    };
    // Before it is shown, the pane has no width of its own yet.
    const int inside = width() - layout()->contentsMargins().left() - layout()->contentsMargins().right();
    const int read =
        heightOf(*m_page->layout(), m_scroll->isVisible() ? m_scroll->viewport()->width() : inside);
    m_scroll->setMinimumHeight(0);
    const int done = heightOf(*layout(), width());
    m_scroll->setMinimumHeight(std::clamp(read, 0, std::max(0, room().height() - done)));
    setMinimumHeight(std::min(done + m_scroll->minimumHeight(), room().height()));
    stayOnScreen();
}

void ErasurePanel::stayOnScreen()
{
    if (isVisible() && geometry().bottom() > room().bottom())
        move(x(), std::max(room().top(), y() - (geometry().bottom() - room().bottom())));
}

void ErasurePanel::showPreview(const QString &counts, const QString &holding, const QString &prompt,
                               const QString &typed)
{
    m_counts->setText(counts);
    m_holding->setPlainText(holding);
    m_prompt->setText(prompt);
    m_expected = typed;
    setConfirming(true);
    fit();
}

void ErasurePanel::focusConfirmation()
{
    m_typed->setFocus(Qt::OtherFocusReason);
}

void ErasurePanel::showTexts(const QString &texts)
{
    m_texts->setPlainText(texts);
}

void ErasurePanel::showReport(const QString &text)
{
    setConfirming(false);
    m_counts->clear();
    m_holding->setPlainText(text);
    m_holding->show();
    m_holding->setFocus();
}

void ErasurePanel::updateButton()
{
    m_erase->setEnabled(!m_running && m_session.isWritable() && !m_expected.isEmpty() &&
                        m_typed->text().trimmed().compare(m_expected, Qt::CaseInsensitive) == 0);
}

void ErasurePanel::run(const Action &action, const std::function<Commit(StudyWriter &)> &erase)
{
    m_running = true;
    updateButton();
    showNothing(tr("Erasing. You can go on working; what you type is written afterwards."));
    const int job = m_jobs.begin(action.label);
    const auto progress = [self = QPointer(this), job](double done) {
        QMetaObject::invokeMethod(qApp, [self, job, done] {
            if (self)
                self->m_jobs.progress(job, qint64(done * 1000), 1000);
        });
    };
    const auto outcome = std::make_shared<Outcome>();
    const auto work = [erase, progress, outcome](StudyWriter &writer) {
        Commit commit = erase(writer);
        try {
            outcome->clean = completeErasure(writer, progress);
        } catch (const Error &) {
            outcome->clean = false; // it is erased; cleaning up goes on at the next opening
        }
        return commit;
    };
    afterCommit(
        m_session.performApart(action, work), this,
        [this, job, outcome](const Commit &) {
            m_jobs.end(job);
            finish(*outcome);
        },
        [this, job] { // what went wrong, the session says
            m_jobs.end(job);
            m_running = false;
            showNothing(tr("It did not work; nothing was erased."));
        });
}

void ErasurePanel::finish(const Outcome &outcome)
{
    m_running = false;
    erased();
    showReport(report(outcome.clean));
    m_messages.show({outcome.clean ? Severity::Information : Severity::Warning,
                     outcome.clean
                         ? tr("Erased for good. The report says what else holds it.")
                         : tr("Erased, but traces may be left in the study's file until it is opened "
                              "again: close the study and open it."),
                     {},
                     {{tr("Show the report"), [self = QPointer(this)] {
                           if (self) {
                               self->show();
                               self->raise();
                               self->activateWindow();
                           }
                       }}}});
}

} // namespace seamfinder
