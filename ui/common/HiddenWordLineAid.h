#pragma once

#include "ui/common/HiddenWordOffer.h"

#include <optional>
#include <QObject>
#include <QPointer>

class QAction;
class QLineEdit;

namespace seamfinder {

/// HiddenWordAid for a field of one line, in which nothing can be underlined: a mark at its end says that a
/// word to hide stands in it, to screen readers, too. Alt+Enter writes what the list says instead of the word
/// at the caret (or the first one); the field's menu, which the mark opens, offers the same.
class HiddenWordLineAid final : public QObject
{
    Q_OBJECT

public:
    /// Belongs to the field.
    static HiddenWordLineAid *watch(QLineEdit *edit);
    /// Follows the text; by itself where the field says that it changed.
    void follow();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Place
    {
        int start = 0, length = 0;
        HiddenWordOffer offer;
    };
    explicit HiddenWordLineAid(QLineEdit *edit);
    [[nodiscard]] std::optional<Place> place() const;
    void replace(const Place &place);
    void openMenu(const QPoint &globalPosition);

    QLineEdit *m_edit;
    QPointer<QAction> m_mark; ///< only while there is something to say
    QString m_described;      ///< the field's own description, without this
};

} // namespace seamfinder
