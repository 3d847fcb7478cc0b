#include "ui/common/HiddenWordList.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QSaveFile>

namespace seamfinder {

HiddenWordList &HiddenWordList::ofProgram()
{
    static QPointer<HiddenWordList> list;
    if (!list)
        list = new HiddenWordList(qApp);
    return *list;
}

void HiddenWordList::load(const QString &path)
{
    m_path = path;
    QFile file(path);
    m_words = file.open(QIODevice::ReadOnly) ? HiddenWords::fromText(QString::fromUtf8(file.readAll()))
                                             : HiddenWords();
    Q_EMIT changed();
}

QString HiddenWordList::save(const HiddenWords &words)
{
    m_words = words;
    Q_EMIT changed();
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QSaveFile file(m_path);
    const QByteArray bytes = words.toText().toUtf8();
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return file.write(bytes) == bytes.size() && file.commit() ? QString() : file.errorString();
}

QString HiddenWordList::add(const HiddenWord &word)
{
    for (const HiddenWords::Match &match : m_words.find(word.text)) {
        if (match.start == 0 && match.length == word.text.size())
            return {};
    }
    QVector<HiddenWord> words = m_words.words();
    words.append(word);
    return save(HiddenWords(words));
}

QString HiddenWordList::remarkOn(int texts) const
{
    return texts == 0
               ? QString()
               : tr("Words of your list to hide stand in texts that were brought in; they are underlined "
                    "where these are shown. Texts: %1.")
                     .arg(texts);
}

QString HiddenWordList::remarkOn(const QString &text) const
{
    const qsizetype found = m_words.find(text).size();
    return found == 0 ? QString()
                      : tr("Words of your list to hide stand in this text; they are underlined. Places: %1.")
                            .arg(found);
}

} // namespace seamfinder
