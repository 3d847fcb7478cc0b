#include "ui/catalogue/CodingActions.h"

#include "core/catalogue/EditCodebook.h"
#include "core/catalogue/ReadExamples.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/Fields.h"
#include "ui/catalogue/CatalogueTable.h"
#include "ui/common/CodebookCache.h"
#include "ui/common/CommandKeys.h"
#include "ui/common/Deliver.h"
#include "ui/common/PickItems.h"
#include "ui/shell/Messages.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

/// For more rows than this the picker opens with nothing ticked instead of looking at each.
constexpr int rowsToLookAt = 50;

struct Key
{
    const Field *field;
    KeyCommand command;
};
constexpr std::array exampleKeys{
    Key{&fields::example::element, KeyCommand::CodeElement},
    Key{&fields::example::believedBy, KeyCommand::CodeBelievedBy},
    Key{&fields::example::effect, KeyCommand::CodeEffect},
    Key{&fields::example::workflowOrigin, KeyCommand::CodeOrigin},
    Key{&fields::example::workflowFound, KeyCommand::CodeFound},
    Key{&fields::example::detection, KeyCommand::CodeDetection},
    Key{&fields::example::occurrence, KeyCommand::CodeOccurrence},
    Key{&fields::example::tag, KeyCommand::CodeTag},
};
constexpr std::array gapKeys{
    Key{&fields::gap::item, KeyCommand::CodeItem},
    Key{&fields::gap::element, KeyCommand::CodeGapElement},
    Key{&fields::gap::hadBy, KeyCommand::CodeHadBy},
    Key{&fields::gap::owner, KeyCommand::CodeOwner},
    Key{&fields::gap::neededBy, KeyCommand::CodeNeededBy},
    Key{&fields::gap::state, KeyCommand::CodeState},
    Key{&fields::gap::reason, KeyCommand::CodeReason},
    Key{&fields::gap::neededWhen, KeyCommand::CodeNeededWhen},
    Key{&fields::gap::remedy, KeyCommand::CodeRemedy},
};

QList<qint64> idsOf(const QVector<CodedTerm> &terms)
{
    QList<qint64> ids;
    for (const CodedTerm &one : terms)
        ids << one.term.value;
    return ids;
}

QString placeOf(const CatalogueRow &row)
{
    return row.isNeed ? toText(GapId{row.id}) : toText(ExampleId{row.id});
}

} // namespace

CodingActions::CodingActions(StudySession &session, const CodebookCache &codebook, Messages &messages,
                             CatalogueTable &table, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_codebook(codebook)
    , m_messages(messages)
    , m_table(table)
    , m_menu(new QMenu(tr("&Code"), &table))
    , m_anchor(new QWidget(table.viewport()))
{
    m_anchor->setFocusProxy(&table);
    m_anchor->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_anchor->hide();
    m_menu->menuAction()->setObjectName(u"codeMenu"_s);
    m_menu->installEventFilter(this);
    for (const Key &one : exampleKeys)
        add(*one.field, one.command);
    m_menu->addSeparator();
    for (const Key &one : gapKeys)
        add(*one.field, one.command);
    m_menu->addSeparator();
    m_status = add(fields::example::status, KeyCommand::CodeStatus);
    m_menu->addSeparator();
    m_resolve = m_menu->addAction(tr("Code as resolved"));
    m_resolve->setCheckable(true);
    m_resolve->setToolTip(
        tr("What is coded now is what all coders agreed on; it is shown before every other layer."));
}

CodingActions::~CodingActions() = default;

QAction *CodingActions::menuAction() const
{
    return m_menu->menuAction();
}

bool CodingActions::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_menu || event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const QKeySequence pressed(key->key() | (key->modifiers() & ~Qt::KeypadModifier));
    for (QAction *action : m_menu->actions()) {
        if (!action->isEnabled() || !action->shortcuts().contains(pressed))
            continue;
        // As if it had been chosen: all that is open closes first, and gives the focus back.
        m_menu->setActiveAction(action);
        QKeyEvent choose(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
        QCoreApplication::sendEvent(m_menu, &choose);
        return true;
    }
    return QObject::eventFilter(watched, event);
}

void CodingActions::setEnabled(bool enabled)
{
    for (QAction *action : m_menu->actions())
        action->setEnabled(enabled);
}

QAction *CodingActions::add(const Field &field, KeyCommand command)
{
    QAction *action = m_menu->addAction(label(field) + u"…"_s);
    action->setObjectName(u"code_"_s + field.key);
    CommandKeys::ofProgram().drive(*action, command);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, [this, &field] { openPicker(field); });
    m_table.addAction(action);
    return action;
}

void CodingActions::openPicker(const Field &field)
{
    const QVector<CatalogueRow> rows = m_table.chosenRows();
    if (rows.isEmpty() || !m_session.isWritable())
        return;
    if (field.kind != FieldKind::Coding) {
        openValuePicker(field, rows);
        return;
    }
    if (field.entity == Entity::Gap && rows.size() == 1 && !rows.front().isNeed) {
        openGapPicker(field, rows.front());
        return;
    }
    openTermPicker(field, rows, {});
}

void CodingActions::openGapPicker(const Field &field, const CatalogueRow &row)
{
    const auto example = readExample(m_session.reader(), ExampleId{row.id});
    if (!example)
        return;
    if (example->gaps.size() < 2) {
        openTermPicker(field, {row}, example->gaps.isEmpty() ? GapId{} : example->gaps.front().gapId());
        return;
    }
    QList<PickItem> items;
    for (const GapRecord &gap : example->gaps)
        items.append({.id = gap.id, .label = sentenceOf(gap, m_codebook.codebook())});
    TermPicker *picker =
        makePicker(TermPicker::Mode::Single, tr("%1 of which gap", "a facet").arg(label(field)), items);
    connect(picker, &TermPicker::picked, this, [this, &field, row](qint64 gap) {
        // After the first picker has closed and given the focus back.
        QMetaObject::invokeMethod(
            this, [this, &field, row, gap] { openTermPicker(field, {row}, GapId{gap}); },
            Qt::QueuedConnection);
    });
    showPicker();
}

void CodingActions::openTermPicker(const Field &field, const QVector<CatalogueRow> &rows, GapId gap)
{
    const CodingStage stage = m_resolve->isChecked() ? CodingStage::Resolved : CodingStage::After;
    const auto codingOf = [&](qint64 target) {
        return idsOf(currentCoding(m_session.reader(), field, target, m_session.coder(), stage));
    };
    QList<qint64> before;
    if (gap) {
        before = codingOf(gap.value);
    } else if (rows.size() <= rowsToLookAt) {
        bool first = true;
        for (const CatalogueRow &row : rows) {
            if (row.isNeed != (field.entity == Entity::Gap))
                continue; // of several examples' gaps none is ticked: there may be many
            const QList<qint64> coded = codingOf(row.id);
            if (first)
                before = coded;
            else
                before.removeIf([&coded](qint64 id) { return !coded.contains(id); });
            first = false;
        }
    }
    const QString what = rows.size() == 1
                             ? label(field)
                             : tr("%1 of %2 rows").arg(label(field), QLocale().toString(rows.size()));
    TermPicker *picker = makePicker(field.many ? TermPicker::Mode::Multiple : TermPicker::Mode::Single, what,
                                    pickItems(m_codebook.codebook(), field, before, elementsOf(rows)));
    picker->setChosen(before);
    const auto finish = [this, &field, rows, gap, stage, before](const QList<qint64> &after) {
        CodeChange change{.field = &field, .stage = stage};
        for (const qint64 id : after) {
            if (!before.contains(id))
                change.added << TermId{id};
        }
        for (const qint64 id : before) {
            if (!after.contains(id))
                change.removed << TermId{id};
        }
        if (!change.added.isEmpty() || !change.removed.isEmpty())
            apply(change, rows, gap);
    };
    if (field.facet == fields::example::tag.facet) {
        picker->setNewAllowed(true);
        picker->setWhat(what);
        connect(picker, &TermPicker::newWanted, this, [this, &field, stage, rows, gap](const QString &text) {
            apply({.field = &field, .stage = stage}, rows, gap, text);
        });
    }
    if (field.many)
        connect(picker, &TermPicker::closed, this, [picker, finish] { finish(picker->chosen()); });
    else
        connect(picker, &TermPicker::picked, this, [finish](qint64 id) { finish({id}); });
    showPicker();
}

void CodingActions::openValuePicker(const Field &field, const QVector<CatalogueRow> &rows)
{
    QList<PickItem> items;
    if (field.kind == FieldKind::Choice) {
        qint64 place = 0;
        for (const Choice &choice : field.choices)
            items.append({.id = ++place, .label = label(choice)});
    } else {
        items = pickItems(m_codebook.codebook(), field, {}, {});
    }
    TermPicker *picker = makePicker(TermPicker::Mode::Single, label(field), items);
    if (rows.size() == 1 && !rows.front().isNeed) {
        if (const auto example = readExample(m_session.reader(), ExampleId{rows.front().id})) {
            qint64 now = example->value(field).toLongLong();
            if (field.kind == FieldKind::Choice) {
                const QString key = example->text(field);
                const auto found = std::find_if(field.choices.begin(), field.choices.end(),
                                                [&key](const Choice &choice) { return choice.key == key; });
                now = found == field.choices.end() ? 0 : found - field.choices.begin() + 1;
            }
            picker->setChosen({now});
        }
    }
    connect(picker, &TermPicker::picked, this, [this, &field, rows](qint64 id) {
        set(field,
            field.kind == FieldKind::Choice ? QVariant(QString(field.choices[size_t(id - 1)].key))
                                            : QVariant(id),
            rows);
    });
    showPicker();
}

QVector<TermId> CodingActions::elementsOf(const QVector<CatalogueRow> &rows) const
{
    QVector<TermId> elements;
    if (rows.size() == 1 && !rows.front().isNeed) {
        if (const auto example = readExample(m_session.reader(), ExampleId{rows.front().id})) {
            for (const CodedTerm &one : example->coded(fields::example::element))
                elements << one.term;
        }
    }
    return elements;
}

TermPicker *CodingActions::makePicker(TermPicker::Mode mode, const QString &what,
                                      const QList<PickItem> &items)
{
    if (m_picker)
        m_picker->closePicker();
    m_picker = new TermPicker(mode, m_table.window());
    m_picker->setWhat(what);
    m_picker->setItems(items);
    connect(m_picker, &TermPicker::closed, m_picker, &QObject::deleteLater);
    return m_picker;
}

void CodingActions::showPicker()
{
    m_table.scrollTo(m_table.currentIndex());
    const int row = m_table.currentIndex().row();
    m_anchor->setGeometry(0, m_table.rowViewportPosition(row), std::min(480, m_table.viewport()->width()),
                          m_table.rowHeight(row));
    m_anchor->show();
    m_picker->openAt(m_anchor);
}

void CodingActions::apply(const CodeChange &change, const QVector<CatalogueRow> &rows, GapId gap,
                          const QString &newTag)
{
    const QString name = label(*change.field);
    const QString title = rows.size() == 1
                              ? tr("Code %1").arg(name)
                              : tr("Code %1 of %2 rows").arg(name, QLocale().toString(rows.size()));
    perform(title, rows, [change, rows, gap, newTag](Edit &edit) {
        CodeChange whole = change;
        if (!newTag.isEmpty())
            whole.added << tagByLabel(edit, newTag);
        return changeCodings(edit, rows, whole, gap);
    });
}

void CodingActions::set(const Field &field, const QVariant &value, const QVector<CatalogueRow> &rows)
{
    const QString name = label(field);
    const QString title = rows.size() == 1
                              ? tr("Set %1").arg(name)
                              : tr("Set %1 of %2 rows").arg(name, QLocale().toString(rows.size()));
    perform(title, rows, [&field, value, rows](Edit &edit) { return setValues(edit, rows, field, value); });
    if (rows.size() == 1 && !rows.front().isNeed && field == fields::example::status &&
        value.toString() == "not-mismatch"_L1)
        Q_EMIT reasonWanted(ExampleId{rows.front().id});
}

void CodingActions::perform(const QString &title, const QVector<CatalogueRow> &rows,
                            std::function<BulkOutcome(Edit &)> change)
{
    const auto outcome = std::make_shared<BulkOutcome>();
    afterCommit(
        m_session.perform({.label = title, .place = rows.size() == 1 ? placeOf(rows.front()) : QString()},
                          [outcome, change = std::move(change)](Edit &edit) { *outcome = change(edit); }),
        this, [this, outcome](const Commit &) { report(*outcome); });
}

void CodingActions::report(const BulkOutcome &outcome)
{
    QStringList sentences;
    if (outcome.severalGaps == 1 && outcome.changed == 0)
        sentences << tr("The example has several gaps; nothing was coded.");
    else if (outcome.severalGaps > 0)
        sentences << tr("Left as they are, because they have several gaps: %1. Code those one by one.")
                         .arg(QLocale().toString(outcome.severalGaps));
    if (outcome.noExample > 0)
        sentences << tr("An information need without an example has no such field; left as it is: %1.")
                         .arg(QLocale().toString(outcome.noExample));
    if (!sentences.isEmpty())
        m_messages.show({.severity = Severity::Information, .text = sentences.join(u' ')});
}

} // namespace seamfinder
