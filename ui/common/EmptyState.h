#pragma once

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace seamfinder {

class Door;

/// What a page shows when it has nothing to show: what belongs here, and how to get it.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);
    EmptyState(const QString &iconName, const QString &title, const QString &sentence,
               QWidget *parent = nullptr);

    void setIconName(const QString &name);
    void setTitle(const QString &title);
    void setSentence(const QString &sentence);

    /// A button in a row under the sentence. The first is the default one and gets the focus.
    QPushButton *addButton(const QString &label, const QString &iconName = {});
    /// Buttons with long labels stand above one another.
    void setButtonsStacked(bool stacked);
    /// A large button with a sentence of its own, side by side with other doors (above one another when
    /// narrow).
    Door *addDoor(const QString &iconName, const QString &title, const QString &sentence);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showIcon();
    void arrangeDoors();

    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_sentence;
    QBoxLayout *m_buttons;
    QBoxLayout *m_doors;
    int m_doorCount = 0;
    QWidget *m_first = nullptr; ///< takes the focus of the page
};

} // namespace seamfinder
