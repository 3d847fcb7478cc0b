#pragma once

#include "core/catalogue/EditFields.h"
#include "ui/common/EditorContext.h"

#include <optional>
#include <QVariant>
#include <QVector>
#include <QWidget>

namespace seamfinder {

/// What a field holds: a value (columns) or terms (codings), or why it has none.
struct FieldContent
{
    QVariant value{};
    QVector<CodedTerm> terms{};
    std::optional<MissingCode> missing{};
    QStringList newNames{}; ///< tags or systems that the study does not have yet: made when this is written

    [[nodiscard]] bool isEmpty() const { return !missing && !hasValue(); }
    [[nodiscard]] bool hasValue() const;
    friend bool operator==(const FieldContent &, const FieldContent &) = default;
};

/// The control of one kind of field, without a label. It shows content and says what the user made of it; it
/// knows nothing of writing.
class FieldInput : public QWidget
{
    Q_OBJECT

public:
    enum class Look : quint8 { Block, Inline }; ///< Inline: a blank in a sentence

    using QWidget::QWidget;

    /// Shows what the study holds; never called while the user's own change is not written yet.
    virtual void setContent(const FieldContent &content) = 0;
    [[nodiscard]] virtual FieldContent content() const = 0;
    virtual void setReadOnly(bool readOnly) = 0;
    virtual void setName(const QString &name) = 0; ///< for screen readers and pickers
    virtual void setPlaceholder(const QString &) {}
    /// An input method is composing: nothing may be written or shown now.
    [[nodiscard]] virtual bool composing() const { return false; }
    /// Information items: the elements whose items come first.
    virtual void setElementsFirst(const QVector<TermId> &) {}
    /// The row that is shown (its id): words that wait to be picked are of one row.
    virtual void setRow(qint64) {}

Q_SIGNALS:
    /// Typed: more may follow. The write can wait a moment.
    void typed();
    /// Chosen: to be written at once.
    void chosen();
    /// The visit to the control ended.
    void left();
    void undoBeyondField();
    void redoBeyondField();
};

/// The control for a field's kind.
FieldInput *makeFieldInput(const EditorContext &context, const Field &field, FieldInput::Look look,
                           QWidget *parent);

} // namespace seamfinder
