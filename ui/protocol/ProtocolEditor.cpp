#include "ui/protocol/ProtocolEditor.h"

#include "core/catalogue/StudySession.h"
#include "core/protocol/ProtocolEdit.h"
#include "core/protocol/ProtocolJson.h"
#include "ui/common/ElidedLabel.h"
#include "ui/common/FlowLayout.h"
#include "ui/common/Icons.h"
#include "ui/interview/LanguageButton.h"
#include "ui/protocol/HeaderForm.h"
#include "ui/protocol/ProtocolOutline.h"
#include "ui/protocol/PublishedNotice.h"
#include "ui/protocol/PublishPanel.h"
#include "ui/protocol/QuestionForm.h"
#include "ui/protocol/SectionForm.h"

#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

ProtocolEditor::ProtocolEditor(StudySession &session, CodebookCache &codebook, ProtocolVersionId version,
                               QWidget *parent)
    : QWidget(parent)
    , m_draft(new ProtocolDraft(session, codebook, version, this))
    , m_outline(new ProtocolOutline(*m_draft, this))
    , m_header(new HeaderForm(*m_draft, this))
    , m_section(new SectionForm(*m_draft, this))
    , m_question(new QuestionForm(*m_draft, this))
    , m_publishing(new PublishPanel(*m_draft, this))
    , m_published(new PublishedNotice(*m_draft, this))
    , m_right(new QStackedWidget(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
{
    setObjectName(u"protocolEditor"_s);
    for (QWidget *page : std::initializer_list<QWidget *>{m_header, m_section, m_question, m_publishing})
        m_right->addWidget(page);
    auto *left = new QWidget(this);
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(0);
    leftColumn->addWidget(buildTools());
    leftColumn->addWidget(m_outline, 1);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_right);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 5);
    m_splitter->setSizes({340, 860});
    m_splitter->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildTop());
    column->addWidget(m_splitter, 1);
    column->addWidget(m_published);

    connect(m_outline, &ProtocolOutline::placeChanged, this, &ProtocolEditor::showPlace);
    connect(m_outline, &ProtocolOutline::editWanted, this, [this] {
        showPlace(m_outline->current());
        currentForm()->focusPart({});
    });
    connect(m_outline, &ProtocolOutline::addWanted, this, &ProtocolEditor::offerToAdd);
    connect(m_outline, &ProtocolOutline::removeWanted, this, &ProtocolEditor::remove);
    connect(m_outline, &ProtocolOutline::duplicateWanted, this, &ProtocolEditor::duplicate);
    connect(m_outline, &ProtocolOutline::moveWanted, this, &ProtocolEditor::move);
    connect(m_question, &QuestionForm::renamed, this, [this](const QString &name) {
        // The form shows it already, in a visit that goes on.
        const QSignalBlocker quiet(m_outline);
        m_outline->select({sectionOf(m_draft->protocol(), name), name});
    });
    connect(m_draft, &ProtocolDraft::changed, this, &ProtocolEditor::showState);
    connect(m_draft, &ProtocolDraft::problemsChanged, this, &ProtocolEditor::showState);
    connect(m_draft, &ProtocolDraft::replaced, this, [this](const QString &place) {
        m_outline->refresh();
        showState();
        if (!goToPlace(place))
            showPlace(m_outline->current());
    });
    connect(m_draft, &ProtocolDraft::closed, this, &ProtocolEditor::gone, Qt::QueuedConnection);
    connect(m_publishing, &PublishPanel::cancelled, this, &ProtocolEditor::leavePublishing);
    connect(m_publishing, &PublishPanel::problemWanted, this, &ProtocolEditor::nextProblem);
    listLanguages();
    showState();
    showPlace({});
}

QWidget *ProtocolEditor::buildTop()
{
    auto *top = new QWidget(this);
    auto *line = new QHBoxLayout(top);
    line->setContentsMargins(12, 8, 12, 8);
    auto *back = new QPushButton(seamfinder::icon(u"go-previous"), tr("All protocols"), top);
    back->setObjectName(u"protocolsBack"_s);
    back->setFlat(true);
    back->setToolTip(tr("Esc"));
    m_title = new ElidedLabel({}, top);
    m_title->setObjectName(u"protocolTitle"_s);
    auto *name = new QLabel(tr("T&ranslate into"), top);
    m_into = new QComboBox(top);
    m_into->setObjectName(u"translateInto"_s);
    m_into->setAccessibleName(tr("Translate into"));
    name->setBuddy(m_into);
    m_problems = new QPushButton(top);
    m_problems->setObjectName(u"protocolProblems"_s);
    m_problems->setFlat(true);
    m_try = new QPushButton(tr("Tr&y out"), top);
    m_try->setObjectName(u"protocolTry"_s);
    m_try->setToolTip(tr("A practice interview with it; nothing of it is kept"));
    m_publish = new QPushButton(m_draft->entry().isDraft() ? tr("P&ublish…") : tr("Edit as a draft"), top);
    m_publish->setObjectName(u"protocolPublish"_s);
    m_publish->setEnabled(m_draft->session().isWritable());
    if (!m_draft->entry().isDraft())
        m_publish->setToolTip(tr("Begins the next version with its questions; this one stays as it is (F2)"));
    line->addWidget(back);
    line->addWidget(m_title, 1);
    line->addWidget(m_problems);
    line->addWidget(name);
    line->addWidget(m_into);
    line->addWidget(m_try);
    line->addWidget(m_publish);
    connect(back, &QPushButton::clicked, this, &ProtocolEditor::closeRequested);
    connect(m_into, &QComboBox::activated, this, &ProtocolEditor::setTranslation);
    connect(m_problems, &QPushButton::clicked, this, &ProtocolEditor::nextProblem);
    connect(m_try, &QPushButton::clicked, this, &ProtocolEditor::tryOut);
    connect(m_publish, &QPushButton::clicked, this, [this] {
        if (m_draft->entry().isDraft())
            publish();
        else
            Q_EMIT editRequested();
    });
    return top;
}

QWidget *ProtocolEditor::buildTools()
{
    auto *tools = new QWidget(this);
    auto *line = new FlowLayout(tools, 2);
    line->setContentsMargins(8, 4, 8, 4);
    m_add = addTool(u"protocolAdd"_s, u"list-add"_s, tr("Add"), tr("Insert"));
    m_addMenu = new QMenu(m_add);
    m_addMenu->setObjectName(u"protocolAddMenu"_s);
    m_add->setMenu(m_addMenu);
    m_add->setPopupMode(QToolButton::InstantPopup);
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    fillAddMenu();
    m_up = addTool(u"protocolUp"_s, u"go-up"_s, tr("Move up"), tr("Alt+Up"));
    m_down = addTool(u"protocolDown"_s, u"go-down"_s, tr("Move down"), tr("Alt+Down"));
    m_inside = addTool(u"protocolInside"_s, u"format-indent-more"_s, tr("Into the group before it"), {});
    m_duplicate = addTool(u"protocolDuplicate"_s, u"edit-copy"_s, tr("Double"), tr("Ctrl+D"));
    m_remove = addTool(u"protocolRemove"_s, u"edit-delete"_s, tr("Remove"), tr("Delete"));
    for (QToolButton *tool : {m_add, m_up, m_down, m_inside, m_duplicate, m_remove}) {
        tool->setParent(tools);
        line->addWidget(tool);
    }
    connect(m_up, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { move(1); });
    connect(m_inside, &QToolButton::clicked, this, &ProtocolEditor::moveIntoGroup);
    connect(m_duplicate, &QToolButton::clicked, this, &ProtocolEditor::duplicate);
    connect(m_remove, &QToolButton::clicked, this, &ProtocolEditor::remove);
    tools->setVisible(m_draft->isWritable());
    return tools;
}

QToolButton *ProtocolEditor::addTool(const QString &name, const QString &iconName, const QString &text,
                                     const QString &keys)
{
    auto *tool = new QToolButton(this);
    tool->setObjectName(name);
    tool->setIcon(seamfinder::icon(iconName));
    tool->setText(text);
    tool->setAccessibleName(text);
    tool->setToolTip(keys.isEmpty() ? text : u"%1 (%2)"_s.arg(text, keys));
    tool->setAutoRaise(true);
    tool->setFocusPolicy(Qt::TabFocus);
    return tool;
}

void ProtocolEditor::showPlace(const DraftPlace &place)
{
    m_draft->endVisit();
    m_published->hide();
    if (!place.question.isEmpty()) {
        m_question->setQuestion(place);
        m_right->setCurrentWidget(m_question);
    } else if (!place.section.isEmpty()) {
        m_section->setSection(place);
        m_right->setCurrentWidget(m_section);
    } else {
        m_header->refresh();
        m_right->setCurrentWidget(m_header);
    }
    showState();
}

DraftForm *ProtocolEditor::currentForm() const
{
    const DraftPlace place = m_outline->current();
    if (!place.question.isEmpty())
        return m_question;
    return place.section.isEmpty() ? static_cast<DraftForm *>(m_header) : m_section;
}

void ProtocolEditor::listLanguages()
{
    const QString before = m_into->currentData().toString();
    m_into->clear();
    m_into->addItem(tr("nothing"), QString());
    const QStringList &languages = m_draft->protocol().languages;
    for (const QString &language : languages.mid(1))
        m_into->addItem(nativeLanguageName(language), language);
    m_into->setCurrentIndex(qMax(0, m_into->findData(before)));
    m_into->setEnabled(languages.size() > 1);
    m_into->setToolTip(languages.size() > 1 ? QString()
                                            : tr("Add a language first: on the protocol's own page."));
    if (m_into->currentData().toString() != before)
        setTranslation();
}

void ProtocolEditor::setTranslation()
{
    const QString language = m_into->currentData().toString();
    m_outline->setTranslation(language);
    for (DraftForm *form : std::initializer_list<DraftForm *>{m_header, m_section, m_question})
        form->setTranslation(language);
}

void ProtocolEditor::showState()
{
    const ProtocolEntry &entry = m_draft->entry();
    const QString title = m_draft->protocol().title.in(m_draft->protocol().language(), {});
    m_title->setText(entry.isDraft() ? tr("%1 · draft").arg(title)
                                     : tr("%1 · version %2").arg(title).arg(entry.number));
    const auto problems = m_draft->problems().size();
    m_problems->setText(problems == 0   ? QString()
                        : problems == 1 ? tr("⚠ 1 problem")
                                        : tr("⚠ %1 problems").arg(QLocale().toString(problems)));
    m_problems->setToolTip(tr("Go to the next one"));
    m_problems->setVisible(problems > 0);
    if (m_into->count() != m_draft->protocol().languages.size())
        listLanguages();
    const DraftPlace place = m_outline->current();
    const bool part = !place.section.isEmpty() || !place.question.isEmpty();
    for (QToolButton *tool : {m_remove, m_up, m_down, m_duplicate})
        tool->setEnabled(part);
    m_inside->setEnabled(!place.question.isEmpty());
}

QList<QWidget *> ProtocolEditor::panes() const
{
    return {m_outline, m_right};
}

void ProtocolEditor::focusDefault()
{
    m_outline->setFocus(Qt::OtherFocusReason);
}

void ProtocolEditor::flush()
{
    m_draft->endVisit();
}

bool ProtocolEditor::goToPlace(const QString &place)
{
    if (place.section(u'#', 0, 0) != toText(m_draft->id()))
        return false;
    const DraftPlace there = ProtocolDraft::placeFrom(place, m_draft->protocol());
    m_outline->select(there);
    showPlace(m_outline->current());
    return true;
}

void ProtocolEditor::keyPressEvent(QKeyEvent *event)
{
    if (m_draft->isWritable()) {
        QWidget::keyPressEvent(event);
    } else if (event->key() == Qt::Key_F2 && event->modifiers() == Qt::NoModifier) {
        if (m_publish->isEnabled())
            Q_EMIT editRequested();
        else
            m_published->say();
    } else if (wouldType(*event) && m_right->isAncestorOf(QApplication::focusWidget())) {
        m_published->say();
    } else {
        QWidget::keyPressEvent(event);
    }
}

bool ProtocolEditor::mayChange()
{
    if (!m_draft->isWritable())
        m_published->say();
    return m_draft->isWritable();
}

void ProtocolEditor::publish()
{
    m_draft->endVisit();
    m_right->setCurrentWidget(m_publishing);
    m_publishing->begin();
}

bool ProtocolEditor::leavePublishing()
{
    if (m_right->currentWidget() != m_publishing)
        return false;
    showPlace(m_outline->current());
    m_outline->setFocus(Qt::OtherFocusReason);
    return true;
}

bool ProtocolEditor::leaveForm()
{
    if (m_right->currentWidget() == m_publishing || !m_right->isAncestorOf(QApplication::focusWidget()))
        return false;
    m_outline->setFocus(Qt::OtherFocusReason);
    return true;
}

QString ProtocolEditor::changeNote() const
{
    return m_publishing->note();
}

void ProtocolEditor::setChangeNote(const QString &note)
{
    m_publishing->setNote(note);
}

} // namespace seamfinder
