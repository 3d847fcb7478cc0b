#include "ui/report/FormOptions.h"

#include "core/catalogue/StudySession.h"
#include "core/domain/Error.h"
#include "core/protocol/ProtocolJson.h"
#include "ui/common/Deliver.h"
#include "ui/interview/LanguageButton.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLocale>
#include <QSignalBlocker>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
enum class Format : quint8 { PdfA4, PdfLetter, Html };

QString nameOf(const Interview &interview)
{
    QStringList parts{QStringList(interview.pseudonyms.begin(), interview.pseudonyms.end()).join(u", "_s)};
    if (interview.date)
        parts.append(
            QLocale().toString(QDateTime::fromMSecsSinceEpoch(*interview.date).date(), QLocale::ShortFormat));
    parts.append(interview.protocolTitle);
    return parts.join(u"  ·  "_s);
}

void choose(QComboBox &box, const QVariant &data)
{
    box.setCurrentIndex(qMax(0, box.findData(data)));
}
} // namespace

FormOptions::FormOptions(StudySession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_content(new QComboBox(this))
    , m_protocol(new QComboBox(this))
    , m_language(new QComboBox(this))
    , m_format(new QComboBox(this))
{
    m_content->setObjectName(u"formContent"_s);
    m_protocol->setObjectName(u"formProtocol"_s);
    m_language->setObjectName(u"formLanguage"_s);
    m_format->setObjectName(u"formFormat"_s);
    m_content->addItem(tr("Blank, to write on"), 0LL);
    m_format->addItem(tr("PDF, A4"), int(Format::PdfA4));
    m_format->addItem(tr("PDF, US Letter"), int(Format::PdfLetter));
    m_format->addItem(tr("HTML, for a browser"), int(Format::Html));
    choose(*m_format, int(usualPaper() == PaperSize::A4 ? Format::PdfA4 : Format::PdfLetter));
    for (QComboBox *box : {m_content, m_protocol}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(34);
    }
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&Filled in"), m_content);
    form->addRow(tr("&Protocol"), m_protocol);
    form->addRow(tr("&Language"), m_language);
    form->addRow(tr("&As"), m_format);
    connect(m_content, &QComboBox::currentIndexChanged, this, &FormOptions::followInterview);
    connect(m_protocol, &QComboBox::currentIndexChanged, this, &FormOptions::listLanguages);
}

void FormOptions::refresh()
{
    const auto ticket = m_generation.next();
    deliver(
        m_session.jobs().run(ticket, [](Connection &db) { return readInterviewNames(db); }), ticket, this,
        [this](const QVector<Interview> &interviews) { listInterviews(interviews); },
        [](const std::exception_ptr &) {}); // blank forms can be made all the same
    const QVariant chosen = m_protocol->currentData();
    {
        const QSignalBlocker quiet(m_protocol);
        m_protocol->clear();
        for (const ProtocolVersion &version : readProtocolVersions(m_session.reader()))
            m_protocol->addItem(tr("%1, version %2").arg(version.title).arg(version.number),
                                version.id.value);
        choose(*m_protocol, chosen);
    }
    listLanguages();
}

void FormOptions::listInterviews(const QVector<Interview> &interviews)
{
    const QVariant chosen = m_wanted ? QVariant(m_wanted.value) : m_content->currentData();
    m_wanted = {};
    {
        const QSignalBlocker quiet(m_content);
        while (m_content->count() > 1)
            m_content->removeItem(1);
        m_versionOf.clear();
        for (const Interview &interview : interviews) {
            if (!interview.version)
                continue;
            m_content->addItem(nameOf(interview), interview.id.value);
            m_versionOf.insert(interview.id, interview.version);
        }
        choose(*m_content, chosen);
    }
    followInterview();
}

void FormOptions::chooseInterview(InterviewId interview)
{
    m_wanted = m_versionOf.contains(interview) ? InterviewId{} : interview;
    if (!m_wanted)
        choose(*m_content, interview.value);
}

void FormOptions::followInterview()
{
    const ProtocolVersionId version = m_versionOf.value(request().interview);
    m_protocol->setEnabled(!version);
    if (version)
        choose(*m_protocol, version.value);
    listLanguages();
}

void FormOptions::listLanguages()
{
    const QVariant chosen = m_language->currentData();
    m_language->clear();
    if (request().interview)
        m_language->addItem(tr("As it was held"), QString());
    try {
        const ProtocolVersionId version{m_protocol->currentData().toLongLong()};
        const QByteArray content = readProtocolContent(m_session.reader(), version);
        for (const QString &language : readProtocolJson(content).protocol.languages)
            m_language->addItem(nativeLanguageName(language), language);
    } catch (const Error &) { // a version that is gone: making the form says so
    }
    choose(*m_language, chosen);
}

FormRequest FormOptions::request() const
{
    return {ProtocolVersionId{m_protocol->currentData().toLongLong()},
            InterviewId{m_content->currentData().toLongLong()}, m_language->currentData().toString()};
}

PaperSize FormOptions::paper() const
{
    return m_format->currentData().toInt() == int(Format::PdfLetter) ? PaperSize::Letter : PaperSize::A4;
}

QString FormOptions::ending() const
{
    return m_format->currentData().toInt() == int(Format::Html) ? u"html"_s : u"pdf"_s;
}

} // namespace seamfinder
