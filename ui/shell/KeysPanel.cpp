#include "ui/shell/KeysPanel.h"

#include "ui/common/CommandKeys.h"
#include "ui/common/KeyRules.h"
#include "ui/common/KeyText.h"
#include "ui/common/SearchField.h"
#include "ui/shell/KeyField.h"

#include <algorithm>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int nameColumn = 0, keyColumn = 1, defaultColumn = 2, columnCount = 3;
constexpr int commandRole = Qt::UserRole, placeRole = Qt::UserRole + 1;
constexpr int widthInCharacters = 92, heightInLines = 34;

CommandKeys &keys()
{
    return CommandKeys::ofProgram();
}

QPushButton *button(const QString &name, const QString &text, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(name);
    made->setAutoDefault(false); // Enter in the list goes into the key field
    return made;
}

QLabel *sentence(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}
} // namespace

KeysPanel::KeysPanel(QWidget *parent)
    : QDialog(parent)
    , m_search(new SearchField(tr("Search commands and keys"), this))
    , m_list(new QTreeWidget(this))
    , m_what(sentence(this))
    , m_key(new KeyField(this))
    , m_said(sentence(this))
    , m_take(button(u"keysTake"_s, tr("&Give it this key"), this))
    , m_none(button(u"keysNone"_s, tr("&No key"), this))
    , m_reset(button(u"keysReset"_s, tr("&Back to the default key"), this))
    , m_resetAll(button(u"keysResetAll"_s, tr("&All back to the default keys"), this))
    , m_close(button(u"keysClose"_s, tr("&Close"), this))
{
    setObjectName(u"keysPanel"_s);
    setWindowTitle(tr("Keys"));
    m_search->setObjectName(u"keysSearch"_s);
    m_search->setAccessibleName(tr("Search commands and keys"));
    m_list->setObjectName(u"keysList"_s);
    m_list->setAccessibleName(tr("Commands and their keys"));
    m_key->setObjectName(u"keysField"_s);
    m_said->setObjectName(u"keysSaid"_s);
    m_what->setBuddy(m_key);
    layOut();
    fill();
    connect(m_search, &SearchField::searchChanged, this, &KeysPanel::search);
    connect(m_search, &SearchField::resultsWanted, this, &KeysPanel::goToResults);
    connect(m_search, &SearchField::escaped, this, &QDialog::hide);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this] {
        say({});
        showCurrent();
    });
    connect(m_list, &QTreeWidget::itemActivated, this, [this] {
        if (m_key->isEnabled())
            m_key->setFocus(Qt::OtherFocusReason);
    });
    connect(m_key, &KeyField::pressed, this, &KeysPanel::tryKey);
    connect(m_key, &KeyField::left, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_take, &QPushButton::clicked, this, &KeysPanel::take);
    connect(m_none, &QPushButton::clicked, this, &KeysPanel::giveUp);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        m_key->setFocus(Qt::OtherFocusReason); // before the button has nothing to do
        if (const auto command = current())
            tryKeys(*command, defaultKeys(*command));
    });
    connect(m_resetAll, &QPushButton::clicked, this, &KeysPanel::resetAll);
    connect(m_close, &QPushButton::clicked, this, &QDialog::hide);
    connect(&keys(), &CommandKeys::changed, this, &KeysPanel::refresh);
    refresh();
    m_list->setCurrentItem(m_list->topLevelItem(0)->child(0));
}

void KeysPanel::layOut()
{
    m_list->setColumnCount(columnCount);
    m_list->setHeaderLabels({tr("Command"), tr("Key"), tr("Default")});
    m_list->headerItem()->setToolTip(defaultColumn, tr("The default key, where another was chosen"));
    m_list->setRootIsDecorated(false);
    m_list->setItemsExpandable(false);
    m_list->setUniformRowHeights(true);
    m_list->setTabKeyNavigation(false);
    m_list->setAllColumnsShowFocus(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(keyColumn, QHeaderView::Stretch);
    auto *choice = new QHBoxLayout;
    choice->addWidget(m_key, 1);
    choice->addWidget(m_take);
    choice->addWidget(m_none);
    choice->addWidget(m_reset);
    auto *end = new QHBoxLayout;
    end->addWidget(m_resetAll);
    end->addStretch(1);
    end->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(m_what);
    column->addLayout(choice);
    column->addWidget(m_said);
    column->addLayout(end);
    resize(fontMetrics().averageCharWidth() * widthInCharacters, fontMetrics().height() * heightInLines);
    m_take->hide();
    m_said->setMinimumHeight(2 * fontMetrics().lineSpacing()); // what is said moves nothing
}

QTreeWidgetItem *KeysPanel::placeItem(KeyPlace place)
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        if (m_list->topLevelItem(i)->data(nameColumn, placeRole).toInt() == int(place))
            return m_list->topLevelItem(i);
    }
    auto *item = new QTreeWidgetItem(m_list, {placeName(place)});
    item->setData(nameColumn, placeRole, int(place));
    item->setFlags(Qt::ItemIsEnabled);
    item->setFirstColumnSpanned(true);
    QFont bold = item->font(nameColumn);
    bold.setBold(true);
    item->setFont(nameColumn, bold);
    return item;
}

void KeysPanel::fill()
{
    for (const KeyCommand command : keyCommands()) {
        auto *item = new QTreeWidgetItem(placeItem(placeOf(command)), {commandName(command)});
        item->setData(nameColumn, commandRole, int(command));
    }
    for (const FixedKey &fixed : fixedKeys())
        new QTreeWidgetItem(placeItem(fixed.place), {nameOf(fixed), keyTexts(keysOf(fixed)), tr("stays")});
    m_list->expandAll();
}

QTreeWidgetItem *KeysPanel::itemOf(KeyCommand command) const
{
    for (QTreeWidgetItemIterator at(m_list); *at; ++at) {
        const QVariant held = (*at)->data(nameColumn, commandRole);
        if (held.isValid() && held.toInt() == int(command))
            return *at;
    }
    return nullptr;
}

std::optional<KeyCommand> KeysPanel::current() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    const QVariant held = item ? item->data(nameColumn, commandRole) : QVariant();
    return held.isValid() ? std::optional(KeyCommand(held.toInt())) : std::nullopt;
}

void KeysPanel::open()
{
    QDialog::show();
    raise();
    activateWindow();
    m_search->setFocus();
    m_search->clear();
    m_list->setCurrentItem(m_list->topLevelItem(0)->child(0)); // what the buttons are about is to be seen
    m_list->scrollToTop();
}

void KeysPanel::refresh()
{
    bool allDefault = true;
    for (const KeyCommand command : keyCommands()) {
        QTreeWidgetItem *item = itemOf(command);
        const bool isDefault = keys().hasDefault(command);
        allDefault = allDefault && isDefault;
        const QString now = keys().allTexts(command);
        item->setText(keyColumn, now.isEmpty() ? tr("none") : now);
        item->setText(defaultColumn, isDefault ? QString() : keyTexts(defaultKeys(command)));
        QFont font = m_list->font();
        font.setBold(!isDefault);
        item->setFont(keyColumn, font);
    }
    m_resetAll->setEnabled(!allDefault);
    showCurrent();
}

void KeysPanel::showCurrent()
{
    const auto command = current();
    m_key->setEnabled(command.has_value());
    m_none->setEnabled(command && !keys().keys(*command).isEmpty());
    m_reset->setEnabled(command && !keys().hasDefault(*command));
    const QString text = command ? tr("New &key of “%1”: press it in the field").arg(commandName(*command))
                         : m_list->currentItem() ? tr("This key stays as it is.")
                                                 : tr("Choose a command in the list.");
    m_what->setText(text);
    m_key->setAccessibleName(command ? tr("New key of “%1”").arg(commandName(*command)) : tr("New key"));
    m_key->setKeySequence(command ? keys().keys(*command).value(0) : QKeySequence());
}

void KeysPanel::say(const QString &text)
{
    m_wanted.clear();
    m_take->hide();
    m_said->setText(text);
    m_key->setAccessibleDescription(text); // is read out where the focus is
}

void KeysPanel::search(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *place = m_list->topLevelItem(i);
        bool any = false;
        for (int row = 0; row < place->childCount(); ++row) {
            QTreeWidgetItem *item = place->child(row);
            const QString all =
                QStringList{place->text(nameColumn), item->text(nameColumn), item->text(keyColumn)}.join(
                    u' ');
            const bool fits = std::all_of(words.begin(), words.end(), [&all](const QString &word) {
                return all.contains(word, Qt::CaseInsensitive);
            });
            item->setHidden(!fits);
            any = any || fits;
        }
        place->setHidden(!any);
    }
    const QTreeWidgetItem *item = m_list->currentItem();
    if (!item || !item->isHidden())
        return;
    m_list->setCurrentItem(nullptr);
    for (QTreeWidgetItemIterator at(m_list, QTreeWidgetItemIterator::NotHidden); *at; ++at) {
        if ((*at)->parent()) {
            m_list->setCurrentItem(*at);
            break;
        }
    }
}

void KeysPanel::goToResults()
{
    if (!m_list->currentItem())
        search(m_search->text());
    m_list->setFocus(Qt::OtherFocusReason);
}

void KeysPanel::tryKey(const QKeySequence &pressed)
{
    const auto command = current();
    if (!command)
        return;
    const QList<QKeySequence> meant = meantKeys(pressed);
    if (keys().keys(*command).contains(pressed)) {
        say(tr("“%1” has %2 already.").arg(commandName(*command), keyText(pressed)));
        showCurrent();
        return;
    }
    const QString no = refusal(*command, meant.value(0));
    if (no.isEmpty()) {
        tryKeys(*command, meant);
        return;
    }
    say(no);
    showCurrent();
}

void KeysPanel::tryKeys(KeyCommand command, const QList<QKeySequence> &wanted)
{
    const QList<KeyCommand> holders = keys().holders(command, wanted);
    if (holders.isEmpty()) {
        keys().set(command, wanted);
        say(tr("“%1” has %2 now.").arg(commandName(command), keyTexts(wanted)));
        return;
    }
    QStringList names;
    QList<QKeySequence> held;
    for (const KeyCommand holder : holders) {
        names << tr("“%1” (%2)").arg(commandName(holder), placeName(placeOf(holder)));
        for (const QKeySequence &key : keys().keys(holder)) {
            if (wanted.contains(key))
                held << key;
        }
    }
    say(tr("%1 belongs to %2, so nothing was changed.").arg(keyTexts(held), names.join(u", "_s)));
    m_key->setKeySequence(wanted.value(0));
    m_wanted = wanted;
    m_take->setText(tr("&Give it to “%1”").arg(commandName(command).replace(u'&', u"&&"_s)));
    m_take->setToolTip(tr("%1 loses it").arg(names.join(u", "_s)));
    m_take->show();
}

void KeysPanel::take()
{
    const auto command = current();
    if (!command || m_wanted.isEmpty())
        return;
    const QList<QKeySequence> wanted = m_wanted;
    m_key->setFocus(Qt::OtherFocusReason); // before the button goes
    QStringList losers;
    for (const KeyCommand holder : keys().holders(*command, wanted))
        losers << tr("“%1”").arg(commandName(holder));
    keys().set(*command, wanted);
    say(tr("“%1” has %2 now; %3 lost it.")
            .arg(commandName(*command), keyTexts(wanted), losers.join(u", "_s)));
}

void KeysPanel::giveUp()
{
    const auto command = current();
    if (!command)
        return;
    m_key->setFocus(Qt::OtherFocusReason);
    keys().set(*command, {});
    say(tr("“%1” has no key now.").arg(commandName(*command)));
}

void KeysPanel::resetAll()
{
    m_search->setFocus(Qt::OtherFocusReason);
    keys().resetAll();
    say(tr("Every command has its default key again."));
}

} // namespace seamfinder
