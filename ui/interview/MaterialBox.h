#pragma once

#include <QWidget>

class QPlainTextEdit;

namespace seamfinder {

/// Where material from before comes in: a transcript that is pasted, dropped or opened stands here until the
/// interview is started with it; a table that is opened is handed on.
class MaterialBox : public QWidget
{
    Q_OBJECT

public:
    explicit MaterialBox(QWidget *parent = nullptr);

    /// The transcript, with plain line ends; empty if there is none.
    [[nodiscard]] QString transcript() const;
    /// Where it came from: the file's name, or that it was pasted.
    [[nodiscard]] QString transcriptTitle() const;
    void clear();
    void focusText();

    void chooseFile();
    void openFile(const QString &path);

Q_SIGNALS:
    /// A transcript was opened: the interview can start.
    void transcriptOpened();
    void tableChosen(const QString &path);
    void failed(const QString &sentence, const QString &detail);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPlainTextEdit *m_text;
    QString m_title;
};

} // namespace seamfinder
