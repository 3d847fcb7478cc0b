#pragma once

#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/ReadJobs.h"
#include "core/domain/Filter.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace seamfinder {

class InterviewListModel;
class MaterialBox;
class ProtocolImporter;
class StudySession;

/// When no interview is open: start a new one (a pseudonym is enough; Enter starts) or go on with another.
class InterviewList : public QWidget
{
    Q_OBJECT

public:
    explicit InterviewList(StudySession &session, QWidget *parent = nullptr);

    /// On an interview that is not finished yet: Enter goes on with it. Else on the form of a new one.
    void focusDefault();
    /// The form of a new interview, filled in: Enter starts it.
    void focusNew();
    /// The same, with room for a transcript or a table that is there already.
    void offerMaterial();
    /// That an interview was last started in, on this machine; the first guess for the next one.
    [[nodiscard]] QString lastLanguage() const { return m_lastLanguage; }
    void setLastLanguage(const QString &language);
    /// Of these, which an interview is likely to be held in.
    [[nodiscard]] QString likelyLanguage(const QStringList &languages) const;
    /// The protocol that the next interview is likely for, until another one is chosen.
    void preferProtocol(ProtocolVersionId version);
    /// The form of a new interview, and the table.
    [[nodiscard]] QList<QWidget *> panes() const;

Q_SIGNALS:
    void openRequested(seamfinder::InterviewId interview, bool withTranscript);
    void catalogueWanted(const seamfinder::Filter &filter);
    /// What a table has become; `examples`: at least one.
    void imported(const QString &sentence, bool examples);
    /// `remarks`: what was changed on the way; may be empty.
    void protocolImported(const QString &sentence, const QString &remarks);
    void failed(const QString &sentence, const QString &detail);
    void tryRequested();
    void protocolsRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void start();
    void list(const QVector<Interview> &interviews);
    void focusUnfinished();
    void importTable(const QString &path);
    void chooseProtocol();
    void openCurrent();
    void listLanguages();

    StudySession &m_session;
    Generation m_generation;          ///< of reading the list
    Generation m_tables;              ///< of reading what is imported
    bool m_prefersUnfinished = false; ///< the focus goes to it once the list is read
    QLineEdit *m_pseudonym;
    QComboBox *m_protocol;
    ProtocolVersionId m_preferred{}; ///< to be chosen once the protocols are listed
    ProtocolVersionId m_lastUsed{};  ///< in the study's newest interview
    bool m_protocolChosen = false;   ///< by the user, for the next one
    QComboBox *m_language;
    QLabel *m_languageLabel;
    QString m_lastLanguage;
    QString m_studyLanguage; ///< of its newest interview
    bool m_languageChosen = false;
    QWidget *m_form;
    ProtocolImporter *m_importer;
    QPushButton *m_start;
    QPushButton *m_withMaterial;
    MaterialBox *m_material;
    InterviewListModel *m_model;
    QTreeView *m_list;
    class SectionHeading *m_listHeading;
};

} // namespace seamfinder
