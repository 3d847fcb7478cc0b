#include "app/Application.h"
#include "app/OpenStudy.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/catalogue/StudySession.h"
#include "tests/bench/LoopProbe.h"
#include "tests/bench/Steps.h"
#include "ui/catalogue/CatalogueList.h"
#include "ui/catalogue/CatalogueTable.h"
#include "ui/catalogue/CatalogueWorkspace.h"
#include "ui/common/SearchField.h"
#include "ui/gaps/GapsWorkspace.h"

#include <cstdio>
#include <QApplication>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QtTest>

namespace seamfinder::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 120'000; // of waits, in milliseconds
constexpr int keyPause = 60;      // between letters: a quick typist

/// Works the real window on a study and watches how long it keeps its user waiting.
class WindowBench
{
public:
    explicit WindowBench(const QString &path)
        : m_path(path)
        , m_application(m_folder.filePath(u"settings.ini"_s))
    {
    }

    Measurements run()
    {
        open();
        scroll();
        search();
        filter();
        heatMap();
        typeIntoField();
        m_all.append({u"window: most memory"_s, peakMemory(), u"MB"_s});
        return m_all;
    }

private:
    void add(const QString &what, double value, const QString &unit = u"ms"_s)
    {
        m_all.append({what, value, unit});
    }
    void addFreeze(const QString &while_)
    {
        const QVector<double> gaps = m_probe.take();
        add(u"  longest that the window did not answer, "_s + while_,
            *std::max_element(gaps.begin(), gaps.end()));
        add(u"  99 of 100, "_s + while_, ninetyNinth(gaps));
        m_all.append({u"  most memory so far"_s, peakMemory(), u"MB"_s});
    }

    template <class Condition>
    static double waitFor(const char *what, Condition condition)
    {
        return time([&] {
            if (!QTest::qWaitFor(condition, patience))
                qFatal("gave up waiting for %s", what);
        });
    }

    [[nodiscard]] bool pageIsThere() const
    {
        const int top = m_catalogue->table().rowAt(0);
        return top >= 0 && m_catalogue->model().cells(top);
    }

    void open()
    {
        m_application.window().resize(1500, 940);
        m_application.show();
        QTest::qWait(200);
        (void)m_probe.take();
        QElapsedTimer since;
        since.start();
        m_application.openStudy(m_path);
        if (!m_application.study())
            qFatal("the study could not be opened");
        add(u"window: opening, until it answers again"_s, double(since.elapsed()));
        m_application.window().showWorkspace(u"catalogue"_s);
        m_catalogue = m_application.window().findChild<CatalogueWorkspace *>();
        waitFor("the first page", [this] { return pageIsThere(); });
        add(u"window: opening, until the first rows can be read"_s, double(since.elapsed()));
        addFreeze(u"opening"_s);
        waitFor("counts", [this] { return m_catalogue->list().counts().has_value(); });
        add(u"window: opening, until facets and counts are there"_s, double(since.elapsed()));
        addFreeze(u"while the columns were read"_s);
    }

    void scroll()
    {
        CatalogueTable &table = m_catalogue->table();
        table.setFocus();
        for (int i = 0; i < 200; ++i) {
            QTest::keyClick(&table, Qt::Key_PageDown);
            QTest::qWait(15);
        }
        addFreeze(u"200 × Page Down"_s);
        QVector<double> filled;
        QScrollBar *bar = table.verticalScrollBar();
        for (int i = 1; i <= 100; ++i) {
            bar->setValue(int(qint64(bar->maximum()) * ((i * 37) % 101) / 101));
            filled.append(waitFor("a page", [this] { return pageIsThere(); }));
        }
        add(u"window: from a jump anywhere to its rows, middle"_s, median(filled));
        add(u"window: from a jump anywhere to its rows, 99 of 100"_s, ninetyNinth(filled));
        addFreeze(u"jumping"_s);
    }

    void search()
    {
        auto *field = m_catalogue->findChild<SearchField *>();
        field->setFocus();
        for (const QString &word : {u"data calibration"_s, u"gradenfi"_s, u"the"_s}) {
            for (const QChar letter : word) {
                QTest::keyClick(field, letter.toLatin1());
                QTest::qWait(keyPause);
            }
            QElapsedTimer since;
            since.start();
            waitFor("the search", [this, &word] {
                return m_catalogue->filter().text == word && !m_catalogue->list().isWaiting() &&
                       (m_catalogue->model().rowCount() == 0 || pageIsThere());
            });
            add(u"window: “%1”, from the last letter to its rows"_s.arg(word),
                double(since.elapsed() + keyPause));
            field->clear();
            waitFor("everything",
                    [this] { return m_catalogue->filter().isEmpty() && !m_catalogue->list().isWaiting(); });
        }
        addFreeze(u"typing into search"_s);
    }

    void filter()
    {
        const Codebook codebook = Codebook::read(m_application.study()->session().reader());
        Filter filter;
        filter.values[Dimension::Element] = {{codebook.inFacet(u"element").value(1).id.value, 0}};
        filter.values[Dimension::NeededBy] = {{codebook.inFacet(u"role").value(0).id.value, 0}};
        QElapsedTimer since;
        since.start();
        m_catalogue->setFilter(filter);
        waitFor("the filter", [this] { return !m_catalogue->list().isWaiting() && pageIsThere(); });
        add(u"window: filter by two facets, to its rows"_s, double(since.elapsed()));
        m_catalogue->setFilter({});
        waitFor("everything", [this] { return !m_catalogue->list().isWaiting() && pageIsThere(); });
        addFreeze(u"filtering"_s);
    }

    void heatMap()
    {
        auto *gaps = m_application.window().findChild<GapsWorkspace *>();
        bool shown = false;
        QObject::connect(gaps, &GapsWorkspace::shown, gaps, [&shown] { shown = true; });
        QElapsedTimer since;
        since.start();
        m_application.window().showWorkspace(u"gaps"_s);
        waitFor("the heat map", [&shown] { return shown; });
        QCoreApplication::sendPostedEvents();
        add(u"window: heat map of everything"_s, double(since.elapsed()));
        addFreeze(u"heat map"_s);
        gaps->disconnect(gaps);
        m_application.window().showWorkspace(u"catalogue"_s);
    }

    /// From a key to its text in the file, while the lists follow: with the pause that typing is given.
    void typeIntoField()
    {
        m_catalogue->table().setFocus();
        m_catalogue->table().selectRow(m_catalogue->model().rowCount() / 2);
        waitFor("the card", [this] { return m_catalogue->focusField(u"counted_on"); });
        QTest::qWait(500);
        (void)m_probe.take();
        QElapsedTimer since;
        QVector<double> saved;
        QObject context;
        bool waiting = false;
        QObject::connect(&m_application.study()->session(), &StudySession::saved, &context, [&] {
            if (std::exchange(waiting, false))
                saved.append(double(since.nsecsElapsed()) / 1e6);
        });
        for (int i = 0; i < 200; ++i) {
            if (!waiting) {
                waiting = true;
                since.start();
            }
            QTest::keyClick(QApplication::focusWidget(), 'a');
            QTest::qWait(keyPause);
        }
        waitFor("the last letter", [&waiting] { return !waiting; });
        add(u"window: from a key to its text on disk, middle"_s, median(saved));
        add(u"window: from a key to its text on disk, longest"_s,
            *std::max_element(saved.begin(), saved.end()));
        addFreeze(u"typing into a field"_s);
    }

    QString m_path;
    QTemporaryDir m_folder;
    Application m_application;
    CatalogueWorkspace *m_catalogue = nullptr;
    LoopProbe m_probe;
    Measurements m_all;
};

/// Says so when the widget has been painted once, and ends the application.
class FirstPaint : public QObject
{
public:
    explicit FirstPaint(QWidget &widget) { widget.installEventFilter(this); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            // After this event the window's content is on its way to the screen.
            QTimer::singleShot(0, this, [] {
                std::puts("painted");
                std::fflush(stdout);
                QCoreApplication::quit();
            });
        }
        return false;
    }
};
} // namespace

Measurements measureWindow(const QString &path)
{
    return WindowBench(path).run();
}

int showFirstPaint(const QString &path)
{
    if (path.isEmpty()) {
        QWidget bare;
        bare.resize(1500, 940);
        const FirstPaint paint(bare);
        bare.show();
        return QApplication::exec();
    }
    const QTemporaryDir folder;
    Application application(folder.filePath(u"settings.ini"_s));
    const FirstPaint paint(application.window());
    application.show();
    application.openStudy(path);
    return QApplication::exec();
}

} // namespace seamfinder::bench
