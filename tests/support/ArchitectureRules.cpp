#include "tests/support/ArchitectureRules.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace seamfinder::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int ceiling = 600;

const QStringList &coreFolders()
{
    // A folder may include itself and what stands after it.
    static const QStringList order{u"exchange"_s,  u"analysis"_s, u"interview"_s,
                                   u"catalogue"_s, u"protocol"_s, u"domain"_s};
    return order;
}

QString complaint(const QString &path, int line, const QString &rule)
{
    return u"%1:%2: %3"_s.arg(path).arg(line).arg(rule);
}

int lineAt(const QString &text, qsizetype position)
{
    return int(QStringView(text).left(position).count(u'\n')) + 1;
}

void checkFolder(const QString &path, QStringList &complaints)
{
    static const QStringList uiFolders{u"shell"_s,     u"study"_s,  u"interview"_s,
                                       u"catalogue"_s, u"gaps"_s,   u"codebook"_s,
                                       u"protocol"_s,  u"report"_s, u"common"_s};
    const QStringList parts = path.split(u'/');
    if (parts.size() < 3)
        return;
    if (parts[0] == "core"_L1 && !coreFolders().contains(parts[1]))
        complaints.append(complaint(path, 1, u"core has no folder “%1”"_s.arg(parts[1])));
    if (parts[0] == "ui"_L1 && !uiFolders.contains(parts[1]))
        complaints.append(complaint(path, 1, u"ui has no folder “%1”"_s.arg(parts[1])));
}

QString includeRule(const QString &path, const QString &file)
{
    const QString layer = path.section(u'/', 0, 0);
    const QString target = file.section(u'/', 0, 0);
    static const QStringList layers{u"app"_s, u"ui"_s, u"core"_s};
    if (layer == "tests"_L1)
        return {};
    if (target == "tests"_L1)
        return u"only tests may include tests"_s;
    if (!layers.contains(target))
        return file.endsWith(".moc"_L1) ? QString() : u"includes are written from the root"_s;
    if (layers.indexOf(target) < layers.indexOf(layer))
        return u"%1 must not include %2"_s.arg(layer, target);
    if (layer == "core"_L1) {
        const auto from = coreFolders().indexOf(path.section(u'/', 1, 1));
        const auto to = coreFolders().indexOf(file.section(u'/', 1, 1));
        if (to < from)
            return u"core/%1 must not include core/%2"_s.arg(path.section(u'/', 1, 1),
                                                             file.section(u'/', 1, 1));
    }
    return {};
}

QString systemIncludeRule(const QString &path, const QString &file)
{
    static const QRegularExpression gui(u"^(Qt(Gui|Widgets|Svg|SvgWidgets|Charts|PrintSupport)(/"
                                        u"|$)|Q(Widget|Window|Color|Font|Image|Pixmap|Icon|"
                                        "Painter|Pen|Brush|Palette|Cursor|Screen|Clipboard|Application|"
                                        "GuiApplication|Action|KeySequence|Text(Document|"
                                        "Cursor|Layout|Edit)|PlainTextEdit|Label|Layout|Dialog|Menu|Style|"
                                        "Printer|PdfWriter|Svg|StandardItemModel|"
                                        "SyntaxHighlighter|Validator|MouseEvent|KeyEvent))"_s);
    static const QRegularExpression sql(u"^(sqlite3(ext)?\\.h|SQLiteCpp/|QtSql|QSql)"_s);
    if (path.startsWith("core/"_L1) && file != "QCoreApplication"_L1 && gui.match(file).hasMatch())
        return u"core must not include Gui or Widgets"_s;
    const bool product = !path.startsWith("tests/"_L1);
    if (product && !path.startsWith("core/catalogue/"_L1) && sql.match(file).hasMatch())
        return u"only core/catalogue speaks SQL"_s;
    if (product && file == "QSortFilterProxyModel"_L1 &&
        (path.startsWith("ui/catalogue/"_L1) || path.startsWith("core/"_L1)))
        return u"no sort filter proxy over the catalogue"_s;
    return {};
}

void checkIncludes(const QString &path, const QString &text, QStringList &complaints)
{
    static const QRegularExpression include(u"^[ \\t]*#[ \\t]*include[ \\t]*(?:\"([^\"]+)\"|<([^>]+)>)"_s,
                                            QRegularExpression::MultilineOption);
    for (const auto &match : include.globalMatch(text)) {
        const QString rule = match.capturedLength(1) > 0 ? includeRule(path, match.captured(1))
                                                         : systemIncludeRule(path, match.captured(2));
        if (!rule.isEmpty())
            complaints.append(complaint(path, lineAt(text, match.capturedStart()), rule));
    }
}

void checkCode(const QString &path, const Taken &taken, QStringList &complaints)
{
    if (path.startsWith("tests/"_L1))
        return;
    static const QRegularExpression nested(u"\\b(QMessageBox|QInputDialog|QErrorMessage|QEventLoop|"
                                           u"QProgressDialog|processEvents)\\b|"
                                           "\\bQ(FileDialog|ColorDialog|FontDialog)::get\\w+\\s*\\("_s);
    for (const auto &match : nested.globalMatch(taken.code)) {
        complaints.append(complaint(path, lineAt(taken.code, match.capturedStart()),
                                    u"no modal box and no nested event loop: %1"_s.arg(match.captured())));
    }
    // The application's own loop is the one in app; in core/catalogue exec() is SQLite's.
    const QRegularExpression loop(path.startsWith("app/"_L1) ? u"(\\.|->)exec\\s*\\("_s
                                                             : u"(\\.|->|::)exec\\s*\\("_s);
    if (!path.startsWith("core/catalogue/"_L1)) {
        for (const auto &match : loop.globalMatch(taken.code))
            complaints.append(
                complaint(path, lineAt(taken.code, match.capturedStart()), u"no exec() outside app"_s));
    }
}

// Every file that leaves goes through OutputFile, which refuses a study and leaves nothing half done. Buffers
// are no files; the list of words to hide is the program's own.
void checkWriting(const QString &path, const Taken &taken, QStringList &complaints)
{
    if (path.startsWith("tests/"_L1) || path.startsWith("app/demo/"_L1) ||
        path.startsWith("core/exchange/OutputFile."_L1) || path.startsWith("ui/common/HiddenWordList."_L1))
        return;
    static const QRegularExpression writing(
        u"\\bQSaveFile\\b|\\bstd::o?fstream\\b|\\bfopen\\b|\\b(?!buffer\\b)\\w+(\\.|->)open\\s*\\([^;{]*"
        u"WriteOnly|"
        "(\\.|->)set(Output)?FileName\\s*\\(|"
        "\\b(\\w*[iI]mage|\\w*[pP]ixmap|grab)\\s*(\\([^()]*\\))?(\\.|->)save\\s*\\(\\s*[^&\\s]"_s);
    for (const auto &match : writing.globalMatch(taken.code))
        complaints.append(complaint(path, lineAt(taken.code, match.capturedStart()),
                                    u"files are written by OutputFile: %1"_s.arg(match.captured())));
}

void checkSql(const QString &path, const Taken &taken, QStringList &complaints)
{
    if (path.startsWith("tests/"_L1) || path.startsWith("core/catalogue/"_L1))
        return;
    // SQL is written in capitals or in small letters throughout; English ("Select a term from the list") is
    // neither, or has words between its keywords that no column list has.
    static const QRegularExpression sql(
        u"\\bSELECT\\b[^;]*\\bFROM\\b|^\\s*select\\s+[\\w.*()]+(\\s*,\\s*[\\w.*()]+)*\\s+from\\s+\\w|"
        "^\\s*(INSERT\\s+(OR\\s+\\w+\\s+)?INTO|insert\\s+(or\\s+\\w+\\s+)?into)\\s+\\w|"
        "^\\s*(UPDATE\\s+\\w+\\s+SET|update\\s+\\w+\\s+set)\\b|^\\s*(DELETE\\s+FROM|delete\\s+from)\\s+\\w|"
        "^\\s*(CREATE|DROP|ALTER)\\s+(TABLE|INDEX|TRIGGER|VIEW)\\b|"
        "^\\s*(create|drop|alter)\\s+(table|index|trigger|view)\\s+\\w|^\\s*(PRAGMA|pragma)\\s+\\w|"
        "^\\s*(BEGIN|COMMIT|ROLLBACK)\\b|\\bWHERE\\s+\\w+(\\.\\w+)?\\s*(=|IN\\s*\\()"_s,
        QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
    for (const auto &[line, literal] : taken.literals) {
        if (sql.match(literal).hasMatch())
            complaints.append(
                complaint(path, line, u"SQL outside core/catalogue: %1"_s.arg(literal.left(60))));
    }
}

void checkLinks(const QString &path, const QString &text, QStringList &complaints)
{
    static const QRegularExpression call(u"target_link_libraries\\(\\s*(\\S+)([^)]*)\\)"_s);
    // What a library's own headers need may be public.
    static const QHash<QString, QStringList> allowed{
        {u"core/CMakeLists.txt"_s, {u"Qt6::Core"_s, u"seamfinder_options"_s}},
        {u"ui/CMakeLists.txt"_s, {u"seamfinder_core"_s, u"Qt6::Widgets"_s}},
        {u"app/CMakeLists.txt"_s, {u"seamfinder_ui"_s}},
        {u"tests/CMakeLists.txt"_s,
         {u"test_support"_s, u"seamfinder_ui"_s, u"seamfinder_core"_s, u"Qt6::Test"_s}}};
    for (const auto &match : call.globalMatch(text)) {
        QString scope;
        for (const QString &word :
             match.captured(2).split(QRegularExpression(u"\\s+"_s), Qt::SkipEmptyParts)) {
            if (word == "PUBLIC"_L1 || word == "PRIVATE"_L1 || word == "INTERFACE"_L1)
                scope = word;
            else if (scope.isEmpty() || (scope == "PUBLIC"_L1 && !allowed.value(path).contains(word)))
                complaints.append(complaint(path, lineAt(text, match.capturedStart()),
                                            u"links are PRIVATE: %1"_s.arg(word)));
        }
    }
}

} // namespace

Taken takeApart(const QString &cpp)
{
    Taken taken;
    taken.code = cpp;
    QString literal;
    int literalLine = 0;
    bool joining = false;
    const auto blank = [&](qsizetype from, qsizetype to) {
        for (qsizetype i = from; i < to; ++i) {
            if (taken.code[i] != u'\n')
                taken.code[i] = u' ';
        }
    };
    const auto finish = [&] {
        if (joining)
            taken.literals.append({literalLine, literal});
        joining = false;
        literal.clear();
    };
    const auto take = [&](qsizetype from, qsizetype to) {
        if (!joining)
            literalLine = lineAt(cpp, from);
        joining = true;
        literal += QStringView(cpp).mid(from, to - from);
    };
    static const QRegularExpression literalSuffix(u"\\G_[a-zA-Z0-9]+"_s);
    qsizetype i = 0;
    while (i < cpp.size()) {
        const QStringView rest = QStringView(cpp).mid(i);
        if (rest.startsWith("//"_L1) || rest.startsWith("/*"_L1)) {
            const bool line = rest.startsWith("//"_L1);
            qsizetype end = cpp.indexOf(line ? u"\n"_s : u"*/"_s, i + 2);
            end = end < 0 ? cpp.size() : end + (line ? 0 : 2);
            blank(i, end);
            i = end;
        } else if (rest.startsWith("R\""_L1)) {
            const qsizetype open = cpp.indexOf(u'(', i);
            const QString close = u')' + cpp.mid(i + 2, open - i - 2) + u'"';
            qsizetype end = open < 0 ? -1 : cpp.indexOf(close, open);
            end = end < 0 ? cpp.size() : end;
            take(open + 1, end);
            blank(i, std::min(end + close.size(), cpp.size()));
            i = end + close.size();
        } else if (cpp[i] == u'"') {
            qsizetype end = i + 1;
            while (end < cpp.size() && cpp[end] != u'"' && cpp[end] != u'\n')
                end += cpp[end] == u'\\' ? 2 : 1;
            end = std::min(end, cpp.size() - 1);
            take(i + 1, end);
            blank(i, end + 1);
            i = end + 1;
            if (const auto suffix = literalSuffix.match(cpp, i); suffix.hasMatch())
                i = suffix.capturedEnd();
        } else if (cpp[i] == u'\'' && i > 0 && !cpp[i - 1].isLetterOrNumber()) {
            qsizetype end = i + 1;
            while (end < cpp.size() && cpp[end] != u'\'' && cpp[end] != u'\n')
                end += cpp[end] == u'\\' ? 2 : 1;
            blank(i, std::min(end + 1, cpp.size()));
            i = end + 1;
        } else {
            // u"…" and white space between two literals join them; anything else ends the text.
            const bool prefix = cpp[i] == u'u' && i + 1 < cpp.size() && cpp[i + 1] == u'"';
            if (!cpp[i].isSpace() && !prefix)
                finish();
            ++i;
        }
    }
    finish();
    return taken;
}

QStringList complaintsAbout(const QString &path, const QString &text)
{
    QStringList complaints;
    checkFolder(path, complaints);
    if (const int lines = int(text.count(u'\n')); lines > ceiling)
        complaints.append(complaint(path, lines, u"longer than %1 lines"_s.arg(ceiling)));
    if (path.endsWith("CMakeLists.txt"_L1)) {
        checkLinks(path, text, complaints);
        return complaints;
    }
    const Taken taken = takeApart(text);
    checkIncludes(path, text, complaints);
    checkCode(path, taken, complaints);
    checkWriting(path, taken, complaints);
    checkSql(path, taken, complaints);
    return complaints;
}

QStringList complaintsAboutRoot(const QStringList &names)
{
    static const QStringList allowed{
        u"app"_s,           u"core"_s,        u"ui"_s,        u"resources"_s,       u"translations"_s,
        u"tests"_s,         u"packaging"_s,   u"README.md"_s, u"ARCHITECTURE.md"_s, u"CONTRIBUTING.md"_s,
        u"CHANGELOG.md"_s,  u"LICENSE"_s,     u"dev"_s,       u"CMakeLists.txt"_s,  u"CMakePresets.json"_s,
        u".clang-format"_s, u".clang-tidy"_s, u".ci"_s,       u".gitignore"_s,      u".git"_s};
    QStringList complaints;
    for (const QString &name : names) {
        if (!allowed.contains(name))
            complaints.append(complaint(name, 1, u"the root has no room for this"_s));
    }
    return complaints;
}

QStringList sourceFiles(const QString &root)
{
    QStringList files;
    for (const auto &folder : {u"app"_s, u"core"_s, u"ui"_s, u"tests"_s}) {
        QDirIterator walk(root + u'/' + folder, {u"*.cpp"_s, u"*.h"_s, u"CMakeLists.txt"_s}, QDir::Files,
                          QDirIterator::Subdirectories);
        while (walk.hasNext())
            files.append(QDir(root).relativeFilePath(walk.next()));
    }
    files.sort();
    return files;
}

QStringList rootEntries(const QString &root)
{
    QStringList names = QDir(root).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    QStringList ignored;
    for (const QString &line : readText(root + u"/.gitignore"_s).split(u'\n', Qt::SkipEmptyParts)) {
        QString pattern = line;
        if (pattern.startsWith(u'/'))
            pattern.remove(0, 1);
        if (pattern.endsWith(u'/'))
            pattern.chop(1);
        ignored.append(pattern);
    }
    names.removeIf([&](const QString &name) { return QDir::match(ignored, name); });
    return names;
}

QString readText(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? QString::fromUtf8(in.readAll()) : QString();
}

} // namespace seamfinder::test
