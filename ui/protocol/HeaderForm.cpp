#include "ui/protocol/HeaderForm.h"

#include "core/protocol/ProtocolEdit.h"
#include "ui/common/Chip.h"
#include "ui/common/FlowLayout.h"
#include "ui/common/LineEdit.h"
#include "ui/common/TabOrder.h"
#include "ui/interview/LanguageButton.h"
#include "ui/protocol/TranslatedText.h"

#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QSpinBox>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int mostMinutes = 600;
}

HeaderForm::HeaderForm(ProtocolDraft &draft, QWidget *parent)
    : DraftForm(draft, parent)
    , m_languages(new QWidget(page()))
    , m_chips(new FlowLayout(m_languages, 6))
    , m_code(new LineEdit(m_languages))
    , m_add(new QPushButton(tr("Add the language"), m_languages))
{
    addText(
        tr("Title"), tr("What the protocol is called where an interview is started"), u"title"_s,
        [this]() -> TranslatableText & { return m_header.title; }, TranslatedText::Lines::One);
    addText(tr("Description"), tr("What it is for"), u"description"_s,
            [this]() -> TranslatableText & { return m_header.description; });
    QSpinBox *reserve = addNumber(tr("Minutes in reserve"), mostMinutes,
                                  [this]() -> int & { return m_header.reserveMinutes; });
    reserve->setObjectName(u"reserveMinutes"_s);
    m_code->setObjectName(u"newLanguage"_s);
    m_code->setAccessibleName(tr("Code of another language"));
    m_code->setPlaceholderText(tr("Code, such as it or pt-BR"));
    m_code->setFixedWidth(fontMetrics().averageCharWidth() * 28);
    m_code->setValidator(
        new QRegularExpressionValidator(QRegularExpression(u"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})?"_s), m_code));
    m_add->setObjectName(u"addLanguage"_s);
    m_add->setAutoDefault(false);
    connect(m_code, &LineEdit::returnPressed, this, &HeaderForm::addWanted);
    connect(m_add, &QPushButton::clicked, this, &HeaderForm::addWanted);
    m_chips->addWidget(m_code);
    m_chips->addWidget(m_add);
    addRow(tr("Languages"), m_languages);
    refresh();
}

bool HeaderForm::load()
{
    m_header = draft().protocol();
    m_header.sections.clear();
    return true;
}

void HeaderForm::store(bool typed)
{
    const auto put = [now = m_header](Protocol &protocol) {
        protocol.title = now.title;
        protocol.description = now.description;
        protocol.reserveMinutes = now.reserveMinutes;
    };
    if (typed)
        draft().type(tr("Edit the protocol's title"), {}, put);
    else
        draft().change(tr("Edit the protocol"), {}, put);
}

void HeaderForm::addWanted()
{
    const QString code = m_code->text().trimmed();
    if (!m_code->hasAcceptableInput() || m_header.languages.contains(code))
        return;
    m_code->clear();
    draft().change(tr("Add the language “%1”").arg(code), {},
                   [code](Protocol &protocol) { addLanguage(protocol, code); });
    refresh();
}

void HeaderForm::showRest()
{
    m_code->setVisible(draft().isWritable());
    m_add->setVisible(draft().isWritable());
    if (m_shown == m_header.languages)
        return;
    m_shown = m_header.languages;
    for (Chip *chip : m_languages->findChildren<Chip *>())
        delete chip;
    m_chips->removeWidget(m_code);
    m_chips->removeWidget(m_add);
    for (const QString &language : std::as_const(m_shown)) {
        auto *chip = new Chip(u"%1 (%2)"_s.arg(nativeLanguageName(language), language), m_languages);
        chip->setObjectName(u"language-"_s + language);
        // The first is what all texts fall back to.
        chip->setRemovable(draft().isWritable() && language != m_shown.first());
        connect(chip, &Chip::removeRequested, this, [this, language] {
            draft().change(tr("Remove the language “%1”").arg(language), {},
                           [language](Protocol &protocol) { removeLanguage(protocol, language); });
            QMetaObject::invokeMethod(this, &HeaderForm::refresh, Qt::QueuedConnection); // not its own sender
        });
        m_chips->addWidget(chip);
        chip->show();
    }
    m_chips->addWidget(m_code);
    m_chips->addWidget(m_add);
    orderTabs(this);
}

bool HeaderForm::concerns(const ProtocolProblem &problem) const
{
    return problem.section.isEmpty() && problem.question.isEmpty();
}

} // namespace seamfinder
