// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/evaluation_window.h"

#include <gmock/gmock.h>

#include "tests/widgets/support/codebook_window.h"
#include "tests/widgets/support/waiting.h"
#include "widgets/evaluate/score_model.h"
#include "widgets/shell/window_actions.h"

#include <QAction>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTableView>

namespace hierascope::widgets {
namespace {

using testing::waitUntil;
using Phase = EvaluationBench::Phase;

/// The bench and its window with fake models, six images and nothing installed.
class EvaluationWindowTest : public ::testing::Test {
protected:
    EvaluationWindowTest()
        : m_cache(qgetenv("XDG_CACHE_HOME")), m_workbench(m_services, m_state, m_runner),
          m_bench(m_state, m_workbench.models(), m_runner), m_window(m_state, m_bench) {
        qputenv("XDG_CACHE_HOME", QByteArray::fromStdString(m_folder.path().string()));
        m_images = testing::makeGreyImages(m_folder.path(), 6);
        m_state.setModel(Side::A, QStringLiteral("model"));
        m_workbench.add(m_images);
        m_window.show();
    }
    ~EvaluationWindowTest() override {
        m_runner.shutdown();
        m_cache.isNull() ? qunsetenv("XDG_CACHE_HOME") : qputenv("XDG_CACHE_HOME", m_cache);
    }
    bool evaluate() {
        if (!waitUntil([this] { return m_state.images().rowCount() == 6; }))
            return false;
        m_window.start();
        return waitUntil([this] { return m_bench.phase() == Phase::Ready; });
    }

    testing::TempFolder m_folder;
    QByteArray m_cache;
    QStringList m_images;
    Services m_services = testing::fakeServices();
    ViewState m_state;
    TaskRunner m_runner;
    Workbench m_workbench;
    EvaluationBench m_bench;
    EvaluationWindow m_window;
};

TEST_F(EvaluationWindowTest, ShowsEveryImageTheWorstFirst) {
    ASSERT_TRUE(evaluate()) << m_bench.error().message;
    const QAbstractItemModel& model = *m_window.images()->model();
    ASSERT_EQ(model.rowCount(), 6);
    int column = ScoreModel::FirstMetric;
    while (model.headerData(column, Qt::Horizontal).toString() != QStringLiteral("PSNR full"))
        ++column;
    for (int row = 1; row < 6; ++row)
        EXPECT_LE(model.index(row - 1, column).data(ScoreModel::kSortRole).toDouble(),
                  model.index(row, column).data(ScoreModel::kSortRole).toDouble());
    EXPECT_FALSE(model.index(0, ScoreModel::Original).data(Qt::DecorationRole).isNull());
}

TEST_F(EvaluationWindowTest, APickedRowAsksForItsImage) {
    ASSERT_TRUE(evaluate());
    QSignalSpy wanted(&m_window, &EvaluationWindow::imageWanted);
    const QModelIndex third = m_window.images()->model()->index(2, ScoreModel::Name);
    Q_EMIT m_window.images()->clicked(third);
    ASSERT_EQ(wanted.count(), 1);
    EXPECT_TRUE(m_images.contains(wanted.front().front().toString()));
}

TEST_F(EvaluationWindowTest, SavesTablesAndTheSheetOfAAndB) {
    ASSERT_TRUE(evaluate());
    const QString folder = QString::fromStdString((m_folder / "out").string());
    QSignalSpy saved(&m_bench, &EvaluationBench::saved);
    QSignalSpy failed(&m_bench, &EvaluationBench::failed);
    m_bench.save(folder);
    ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; }));
    EXPECT_TRUE(QFileInfo::exists(folder + QStringLiteral("/evaluation.json")));
    m_bench.saveSheet(folder + QStringLiteral("/s.png"), m_window.wish(), 2);
    EXPECT_EQ(failed.count(), 1); // there is no B
    m_state.setModel(Side::B, QStringLiteral("model-b"));
    m_workbench.models().open(QStringLiteral("model-b"));
    ASSERT_TRUE(waitUntil(
        [&] { return m_workbench.models().tokenizer(QStringLiteral("model-b")) != nullptr; }));
    m_bench.saveSheet(folder + QStringLiteral("/s.png"), m_window.wish(), 2);
    ASSERT_TRUE(waitUntil([&] { return saved.count() == 2 || failed.count() == 2; }));
    EXPECT_EQ(failed.count(), 1);
    EXPECT_TRUE(QFileInfo::exists(folder + QStringLiteral("/s.png")));
}

TEST_F(EvaluationWindowTest, AStopShowsWhatThereIs) {
    m_window.start();
    m_window.stop();
    ASSERT_TRUE(waitUntil([this] { return m_bench.phase() == Phase::Stopped; }));
    EXPECT_TRUE(evaluate());
}

TEST(EvaluationActions, OpenTheWindow) {
    Theme theme;
    MainWindow window(theme, testing::fakeServices());
    window.show();
    for (QAction* action : window.actions().all())
        if (action->objectName() == QStringLiteral("evaluate"))
            action->trigger();
    auto* shown = window.findChild<EvaluationWindow*>();
    ASSERT_NE(shown, nullptr);
    EXPECT_TRUE(shown->isVisible());
    EXPECT_FALSE(shown->isModal());
}

} // namespace
} // namespace hierascope::widgets
