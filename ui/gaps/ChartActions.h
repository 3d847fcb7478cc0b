#pragma once

#include "ui/report/ChartData.h"

#include <functional>
#include <QImage>
#include <QObject>

class QAction;
class QToolButton;

namespace seamfinder {

class Messages;

/// What can be done with a chart: copy (picture and table), save as PNG, SVG and CSV.
class ChartActions final : public QObject
{
    Q_OBJECT

public:
    struct Source
    {
        QString fileName; ///< proposed, without ending
        std::function<QImage()> image;
        std::function<QByteArray()> svg;
        std::function<TableRows()> table;
        /// Told of every copy (path "-") and file; what it returns is put after what is said of it.
        std::function<QString(const QString &format, const QString &path)> left;
    };

    /// `what` names the chart in menus ("heat map"); `pane` is where Ctrl+C copies it.
    ChartActions(const QString &what, const QString &name, Source source, const QString &studyPath,
                 Messages &messages, QWidget *pane);

    [[nodiscard]] QList<QAction *> actions() const { return m_actions; }
    /// A small button with these actions in a menu.
    [[nodiscard]] QToolButton *makeButton(QWidget *parent) const;
    void setEnabled(bool enabled);

private:
    void copy();
    void save(const QString &suffix, const QString &kind, std::function<QByteArray()> content);
    void write(const QString &path, const QString &suffix, const QByteArray &bytes);

    QString m_what;
    Source m_source;
    QString m_studyPath;
    Messages &m_messages;
    QWidget *m_pane;
    QList<QAction *> m_actions;
};

} // namespace seamfinder
