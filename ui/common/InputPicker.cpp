#include "ui/common/InputPicker.h"

#include "ui/common/HeldSearch.h"
#include "ui/common/TypedText.h"

#include <QKeyEvent>

namespace seamfinder {

InputPicker::InputPicker(const EditorContext &context, TermPicker::Mode mode, const Field *field,
                         QWidget *input)
    : QObject(input)
    , m_context(context)
    , m_mode(mode)
    , m_field(field)
    , m_input(input)
{
}

TermPicker &InputPicker::list()
{
    if (m_list)
        return *m_list;
    m_list = new TermPicker(m_mode, m_input);
    m_list->setPicksOnLeaving(true);
    m_list->setKeepsWords(bool(m_context.keepWords));
    connect(m_list, &TermPicker::unmatched, this, [this](const QString &words) {
        if (m_context.keepWords)
            m_context.keepWords(words, m_field, m_row);
        else
            setWaiting(words);
    });
    if (m_context.searched)
        m_held = new HeldSearch(
            *m_list,
            [this](const QString &list, const QString &words) { m_context.searched(list, words, m_row); },
            this);
    connect(m_list, &TermPicker::chosenChanged, this, &InputPicker::chosenChanged);
    connect(m_list, &TermPicker::picked, this, [this](qint64 id) {
        setWaiting({});
        Q_EMIT picked(id);
    });
    connect(m_list, &TermPicker::newWanted, this, [this](const QString &text) {
        setWaiting({});
        Q_EMIT newWanted(text);
    });
    connect(m_list, &TermPicker::closed, this, [this] {
        if (m_list->typed().isEmpty())
            setWaiting({}); // taken away on purpose
        Q_EMIT closed();
    });
    return *m_list;
}

InputPicker::~InputPicker()
{
    delete m_list;
    delete m_held; // uses the context
}

void InputPicker::openAt(QWidget *anchor, const QString &typed)
{
    list().openAt(anchor, typed.isEmpty() ? waiting() : typed);
}

void InputPicker::setRow(qint64 row)
{
    const QString before = waiting();
    m_row = row;
    if (waiting() != before)
        Q_EMIT waitingChanged();
}

void InputPicker::setWaiting(const QString &words)
{
    if (waiting() == words)
        return;
    if (words.isEmpty())
        m_waiting.remove(m_row);
    else
        m_waiting.insert(m_row, words);
    Q_EMIT waitingChanged();
}

QString InputPicker::textOf(const QKeyEvent &key)
{
    return isTypedText(key) && !key.text().at(0).isSpace() ? key.text() : QString();
}

} // namespace seamfinder
