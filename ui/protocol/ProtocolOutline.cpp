#include "ui/protocol/ProtocolOutline.h"

#include "core/protocol/ProtocolEdit.h"
#include "core/protocol/ProtocolIndex.h"
#include "ui/common/PlainEnter.h"
#include "ui/protocol/QuestionForm.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int sectionRole = Qt::UserRole, questionRole = Qt::UserRole + 1;

void structureOf(const QVector<Question> &questions, QString &text)
{
    for (const Question &question : questions) {
        text += question.name + u'\n';
        if (!question.children.isEmpty()) {
            text += u"{\n"_s;
            structureOf(question.children, text);
            text += u"}\n"_s;
        }
    }
}

QString structureOf(const Protocol &protocol)
{
    QString text;
    for (const Section &section : protocol.sections) {
        text += u'/' + section.key + u'\n';
        structureOf(section.questions, text);
    }
    return text;
}
} // namespace

ProtocolOutline::ProtocolOutline(ProtocolDraft &draft, QWidget *parent)
    : QTreeWidget(parent)
    , m_draft(draft)
{
    setObjectName(u"protocolOutline"_s);
    setAccessibleName(tr("Sections and questions"));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setTextElideMode(Qt::ElideRight);
    setFrameShape(QFrame::NoFrame);
    setIndentation(fontMetrics().averageCharWidth() * 2);
    connect(this, &QTreeWidget::currentItemChanged, this, [this] {
        if (!m_rebuilding)
            Q_EMIT placeChanged(current());
    });
    connect(&draft, &ProtocolDraft::changed, this, &ProtocolOutline::refresh);
    connect(&draft, &ProtocolDraft::problemsChanged, this, &ProtocolOutline::showTexts);
    refresh();
    select({});
}

DraftPlace ProtocolOutline::current() const
{
    const QTreeWidgetItem *item = currentItem();
    return item ? DraftPlace{item->data(0, sectionRole).toString(), item->data(0, questionRole).toString()}
                : DraftPlace();
}

void ProtocolOutline::select(const DraftPlace &place)
{
    QTreeWidgetItem *item = m_questions.value(place.question);
    if (!item)
        item = m_sections.value(place.section);
    if (!item)
        item = topLevelItem(0);
    setCurrentItem(item);
    scrollToItem(item);
}

void ProtocolOutline::setTranslation(const QString &language)
{
    m_into = language;
    showTexts();
}

QTreeWidgetItem *ProtocolOutline::add(QTreeWidgetItem *parent, const DraftPlace &place)
{
    auto *item = parent ? new QTreeWidgetItem(parent) : new QTreeWidgetItem(this);
    item->setData(0, sectionRole, place.section);
    item->setData(0, questionRole, place.question);
    return item;
}

void ProtocolOutline::addQuestions(QTreeWidgetItem *parent, const QString &section,
                                   const QVector<Question> &questions)
{
    for (const Question &question : questions) {
        QTreeWidgetItem *item = add(parent, {section, question.name});
        m_questions.insert(question.name, item);
        addQuestions(item, section, question.children);
        item->setExpanded(true);
    }
}

void ProtocolOutline::refresh()
{
    const QString structure = structureOf(m_draft.protocol());
    if (structure != m_structure) {
        m_structure = structure;
        const QScopedValueRollback rebuilding(m_rebuilding, true);
        const DraftPlace before = current();
        QSet<QString> folded;
        for (auto each = m_sections.cbegin(); each != m_sections.cend(); ++each) {
            if (!each.value()->isExpanded())
                folded.insert(each.key());
        }
        clear();
        m_sections.clear();
        m_questions.clear();
        static_cast<void>(add(nullptr, {})); // the protocol itself
        for (const Section &section : m_draft.protocol().sections) {
            QTreeWidgetItem *item = add(nullptr, {section.key, {}});
            m_sections.insert(section.key, item);
            addQuestions(item, section.key, section.questions);
            item->setExpanded(!folded.contains(section.key));
        }
        select(before);
    }
    showTexts();
}

void ProtocolOutline::showTexts()
{
    if (topLevelItemCount() == 0)
        return;
    const Protocol &protocol = m_draft.protocol();
    const QString language = protocol.language();
    describe(topLevelItem(0), protocol.title.in(language, language), tr("Protocol"), {}, 0);
    for (const Section &section : protocol.sections) {
        if (QTreeWidgetItem *item = m_sections.value(section.key))
            describe(item, section.title.in(language, language), tr("Section"), {section.key, {}},
                     m_into.isEmpty() ? 0 : missingTranslations(section, protocol, m_into));
    }
    const ProtocolIndex index(protocol);
    for (const IndexedQuestion &entry : index.questions()) {
        const Question &question = *entry.question;
        const QString text = question.label.in(language, language).simplified();
        if (QTreeWidgetItem *item = m_questions.value(question.name))
            describe(item, text.isEmpty() ? question.name : text, typeName(question.type),
                     {protocol.sections[entry.section].key, question.name},
                     m_into.isEmpty() ? 0 : missingTranslations(question, protocol, m_into));
    }
}

void ProtocolOutline::describe(QTreeWidgetItem *item, const QString &text, const QString &kind,
                               const DraftPlace &place, int missing)
{
    const auto found = std::find_if(
        m_draft.problems().cbegin(), m_draft.problems().cend(), [&place](const ProtocolProblem &problem) {
            return problem.question == place.question &&
                   (!place.question.isEmpty() || problem.section == place.section);
        });
    const bool wrong = found != m_draft.problems().cend();
    const QString shown = (wrong     ? u"⚠ "_s
                           : missing ? u"◌ "_s
                                     : QString()) +
                          (text.isEmpty() ? tr("(no title yet)") : text);
    const QString remark = wrong     ? found->what
                           : missing ? tr("%1: texts that are not translated: %2").arg(kind).arg(missing)
                                     : kind;
    if (item->text(0) == shown && item->toolTip(0) == remark)
        return;
    item->setText(0, shown);
    item->setToolTip(0, remark);
    item->setData(0, Qt::AccessibleDescriptionRole, remark);
    QFont heading = font();
    heading.setBold(place.question.isEmpty());
    item->setFont(0, heading);
}

void ProtocolOutline::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers() == Qt::AltModifier;
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (alt) {
            Q_EMIT moveWanted(event->key() == Qt::Key_Up ? -1 : 1);
            return;
        }
        break;
    case Qt::Key_Insert:
        Q_EMIT addWanted();
        return;
    case Qt::Key_Delete:
        Q_EMIT removeWanted();
        return;
    case Qt::Key_D:
        if (event->modifiers() == Qt::ControlModifier) {
            Q_EMIT duplicateWanted();
            return;
        }
        break;
    case Qt::Key_F2:
        if (!m_draft.isWritable()) { // as a draft, which is not the outline's to make
            event->ignore();
            return;
        }
        [[fallthrough]];
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isPlainEnter(*event) || event->modifiers() == Qt::NoModifier) {
            Q_EMIT editWanted();
            return;
        }
        break;
    default:
        break;
    }
    QTreeWidget::keyPressEvent(event);
}

} // namespace seamfinder
