#pragma once

#include "ui/common/HiddenWordOffer.h"

#include <optional>
#include <QObject>
#include <QPointer>

class QPlainTextEdit;
class QPoint;
class QSyntaxHighlighter;

namespace seamfinder {

/// Underlines the words to hide in a text field, however they came into it, and offers what to write instead:
/// by Alt+Enter at the caret, or in the field's menu. Where the list is empty it does nothing at all.
class HiddenWordAid final : public QObject
{
    Q_OBJECT

public:
    /// Belongs to the field.
    static void watch(QPlainTextEdit *edit);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Place
    {
        int start = 0, end = 0; ///< in the document
        HiddenWordOffer offer;
    };
    explicit HiddenWordAid(QPlainTextEdit *edit);
    void follow();
    [[nodiscard]] std::optional<Place> placeAt(int position) const;
    [[nodiscard]] std::optional<Place> placeUnder(const QPoint &viewportPosition) const;
    void replace(const Place &place);
    bool openMenu(const QPoint &viewportPosition, const QPoint &globalPosition, bool byKey);

    QPlainTextEdit *m_edit;
    QPointer<QSyntaxHighlighter> m_underline; ///< only while there is something to underline
};

} // namespace seamfinder
