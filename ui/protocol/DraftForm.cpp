#include "ui/protocol/DraftForm.h"

#include "core/catalogue/ReadCodebook.h"
#include "ui/common/CodebookCache.h"
#include "ui/common/LineEdit.h"
#include "ui/common/TabOrder.h"
#include "ui/protocol/ChoiceKeys.h"
#include "ui/protocol/ExpressionEdit.h"
#include "ui/protocol/TranslatedText.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int widestForm = 1100;

/// What the checks of a protocol, which speak of files, call its parts.
struct FileWord
{
    const char *word;
    const char *part;
};
constexpr FileWord fileWords[]{
    {"constraint message", "constraintMessage"},
    {"low label", "lowLabel"},
    {"high label", "highLabel"},
    {"label", "label"},
    {"hint", "hint"},
    {"reword", "reword"},
    {"guidance", "guidance"},
    {"body", "body"},
    {"constraint", "constraint"},
    {"message", "constraintMessage"},
    {"default", "default"},
};

QLabel *problemLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    label->hide();
    return label;
}
} // namespace

DraftForm::DraftForm(ProtocolDraft &draft, QWidget *parent)
    : ScrollPane(parent)
    , m_draft(draft)
{
    auto *whole = new QWidget(this);
    whole->setMaximumWidth(widestForm);
    m_page = new QWidget(whole);
    m_form = new QFormLayout(m_page);
    m_form->setContentsMargins(18, 14, 18, 18);
    m_form->setVerticalSpacing(8);
    m_form->setHorizontalSpacing(14);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_general = problemLabel(whole);
    m_general->setObjectName(u"generalProblem"_s);
    m_general->setContentsMargins(18, 14, 18, 0);
    // Not a row of the form: with text that wraps across both of its columns, Qt 6.4 gives the rows below
    // heights of each other, and problems and fields are drawn over.
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_general);
    column->addWidget(m_page);
    column->addStretch(1);
    setWidget(whole);
    connect(&draft, &ProtocolDraft::problemsChanged, this, &DraftForm::showProblems);
}

void DraftForm::addRow(const QString &label, QWidget *field, const QString &part)
{
    if (!label.isEmpty() && field->accessibleName().isEmpty())
        field->setAccessibleName(label);
    if (part.isEmpty()) {
        m_form->addRow(label, field);
        return;
    }
    auto *both = new QWidget(page());
    auto *column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(field);
    auto *problem = problemLabel(both);
    problem->setObjectName(u"problem-"_s + part);
    column->addWidget(problem);
    m_form->addRow(label, both);
    if (auto *name = qobject_cast<QLabel *>(m_form->labelForField(both)))
        name->setBuddy(field);
    m_parts.append({part, label, field, problem});
}

void DraftForm::setRowVisible(QWidget *field, bool visible)
{
    m_form->setRowVisible(field->parentWidget() == page() ? field : field->parentWidget(), visible);
}

TranslatedText *DraftForm::addText(const QString &label, const QString &hint, const QString &part,
                                   const Access<TranslatableText> &value, TranslatedText::Lines lines)
{
    auto *field = new TranslatedText(label, hint, lines, page());
    field->source()->setObjectName(u"text-"_s + part);
    field->translation()->setObjectName(u"translation-"_s + part);
    connect(field, &TranslatedText::edited, this,
            [this, value](const QString &language, const QString &text) {
                setIn(value(), language, text);
                store(true);
            });
    connect(field, &TranslatedText::left, &m_draft, &ProtocolDraft::endVisit);
    connect(field, &TranslatedText::undoBeyondField, &m_draft, &ProtocolDraft::undo);
    connect(field, &TranslatedText::redoBeyondField, &m_draft, &ProtocolDraft::redo);
    m_texts.append({field, value});
    addRow(label, field, part);
    return field;
}

ExpressionEdit *DraftForm::addExpression(const QString &label, const QString &hint, const QString &part,
                                         const Access<Expression> &value)
{
    auto *field = new ExpressionEdit(page());
    field->setObjectName(u"expression-"_s + part);
    field->setPlaceholderText(hint);
    field->setKeys([this, part](const QString &question) {
        // A default is an answer as a whole; all other expressions are more than a key.
        return question.isEmpty() ? part == "default"_L1 ? keysOf(u"."_s) : QStringList() : keysOf(question);
    });
    connect(field, &AutoGrowTextEdit::edited, this, [this, value](const QString &text) {
        value() = Expression(text.trimmed());
        store(true);
    });
    connect(field, &AutoGrowTextEdit::left, &m_draft, &ProtocolDraft::endVisit);
    connect(field, &AutoGrowTextEdit::undoBeyondField, &m_draft, &ProtocolDraft::undo);
    connect(field, &AutoGrowTextEdit::redoBeyondField, &m_draft, &ProtocolDraft::redo);
    m_expressions.append({field, value});
    addRow(label, field, part);
    return field;
}

QStringList DraftForm::keysOf(const QString &question) const
{
    // In a filter, ${choice.key} is one of the question's own.
    const bool own = question == "."_L1 || question == "choice.key"_L1;
    return choiceKeysOf(m_draft.protocol(), m_draft.codebook().codebook(), own ? ownName() : question);
}

LineEdit *DraftForm::addLine(const QString &label, const QString &part)
{
    auto *field = new LineEdit(page());
    field->setObjectName(u"line-"_s + part);
    connect(field, &LineEdit::left, &m_draft, &ProtocolDraft::endVisit);
    connect(field, &LineEdit::undoBeyondField, &m_draft, &ProtocolDraft::undo);
    connect(field, &LineEdit::redoBeyondField, &m_draft, &ProtocolDraft::redo);
    addRow(label, field, part);
    return field;
}

QSpinBox *DraftForm::addNumber(const QString &label, int most, const Access<int> &value)
{
    auto *field = new QSpinBox(page());
    field->setRange(0, most);
    field->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(field, &QSpinBox::valueChanged, this, [this, value](int number) {
        if (m_showing)
            return;
        value() = number;
        store(true);
    });
    connect(field, &QSpinBox::editingFinished, &m_draft, &ProtocolDraft::endVisit);
    m_numbers.append({field, value});
    addRow(label, field);
    return field;
}

QCheckBox *DraftForm::addFlag(const QString &label, const Access<bool> &value)
{
    auto *field = new QCheckBox(label, page());
    connect(field, &QCheckBox::toggled, this, [this, value](bool on) {
        if (m_showing)
            return;
        value() = on;
        store(false);
    });
    m_flags.append({field, value});
    addRow({}, field);
    return field;
}

void DraftForm::setTranslation(const QString &language)
{
    m_into = language;
    refresh();
}

void DraftForm::refresh()
{
    if (!load())
        return;
    const QScopedValueRollback showing(m_showing, true);
    const bool writable = m_draft.isWritable();
    for (const Text &text : std::as_const(m_texts)) {
        text.field->setLanguages(m_draft.protocol().language(), m_into);
        text.field->setText(text.value());
        text.field->setReadOnly(!writable);
    }
    const QStringList known = names();
    for (const auto &[field, value] : std::as_const(m_expressions)) {
        if (field->toPlainText().trimmed() != value().source())
            field->setTextQuietly(value().source());
        field->setNames(known);
        field->setReadOnly(!writable);
    }
    for (const auto &[field, value] : std::as_const(m_numbers)) {
        field->setValue(value());
        field->setEnabled(writable);
    }
    for (const auto &[field, value] : std::as_const(m_flags)) {
        field->setChecked(value());
        field->setEnabled(writable);
    }
    showRest();
    showProblems();
    showWhatCanBeWritten();
    orderTabs(this);
}

/// What is published is read: its texts stand on the page, without the ground of a field.
void DraftForm::showWhatCanBeWritten()
{
    const auto show = [](QWidget &field, bool readOnly) {
        QPalette ground; // nothing of its own
        if (readOnly)
            ground.setColor(QPalette::Base, Qt::transparent);
        field.setPalette(ground);
    };
    for (auto *field : findChildren<QLineEdit *>())
        show(*field, field->isReadOnly());
    for (auto *field : findChildren<QPlainTextEdit *>())
        show(*field, field->isReadOnly());
}

void DraftForm::showProblems()
{
    QHash<QString, QStringList> byPart;
    QStringList general;
    for (const ProtocolProblem &problem : m_draft.problems()) {
        if (!concerns(problem))
            continue;
        const auto part = std::find_if(m_parts.cbegin(), m_parts.cend(), [&problem](const Part &each) {
            return each.name == problem.part && !each.field->parentWidget()->isHidden();
        });
        const bool hasField = part != m_parts.cend();
        QString what = inFieldNames(problem.what);
        if (hasField) // files have other words than the window
            what.replace(u"“%1”"_s.arg(problem.part), u"“%1”"_s.arg(part->label));
        (hasField ? byPart[problem.part] : general)
            .append(u"⚠ "_s + what + u' ' + inFieldNames(problem.mend));
    }
    for (const Part &part : std::as_const(m_parts)) {
        part.problem->setText(byPart.value(part.name).join(u'\n'));
        part.problem->setVisible(byPart.contains(part.name));
        part.field->setAccessibleDescription(part.problem->text());
    }
    m_general->setText(general.join(u'\n'));
    m_general->setVisible(!general.isEmpty());
}

QString DraftForm::inFieldNames(const QString &sentence) const
{
    // What stands behind a colon is quoted from the protocol.
    const qsizetype colon = sentence.indexOf(": "_L1);
    QString said = colon < 0 ? sentence : sentence.first(colon);
    for (const FileWord &each : fileWords) {
        const QLatin1StringView name(each.part);
        const auto part = std::find_if(m_parts.cbegin(), m_parts.cend(),
                                       [name](const Part &one) { return one.name == name; });
        if (part == m_parts.cend())
            continue;
        // Not within quotes, nor the label of something else.
        const QRegularExpression word(
            u"(?<![{“\"\\w-])(?:(?:[Tt]he|an?) )?\\b%1\\b(?![”}\"-]| of the| for “)"_s.arg(
                QLatin1StringView(each.word)));
        said.replace(word, u"“%1”"_s.arg(part->label));
    }
    return colon < 0 ? said : said + sentence.sliced(colon);
}

void DraftForm::focusPart(const QString &part)
{
    const auto found = std::find_if(m_parts.cbegin(), m_parts.cend(),
                                    [&part](const Part &each) { return each.name == part; });
    QWidget *field = found == m_parts.cend() ? m_parts.value(0).field : found->field;
    if (!field)
        return;
    field->setFocus(Qt::OtherFocusReason);
    ensureWidgetVisible(field);
}

} // namespace seamfinder
