// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>

#include <gmock/gmock.h>

#include "tests/support/fake_tokenizer.h"
#include "tests/support/temp_folder.h"
#include "tests/widgets/support/attention_window.h"
#include "tests/widgets/support/codebook_window.h"
#include "tests/widgets/support/generate_window.h"
#include "tests/widgets/support/latent_window.h"
#include "tests/widgets/support/train_window.h"
#include "tests/widgets/support/waiting.h"
#include "widgets/common/theme.h"
#include "widgets/shell/export_dialog.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/shortcut_editor.h"
#include "widgets/shell/window_actions.h"
#include "widgets/shell/window_docks.h"
#include "widgets/state/generation_edit.h"

#include <QAccessible>
#include <QApplication>
#include <QDockWidget>
#include <QScrollBar>
#include <QSet>
#include <QTabBar>

namespace hierascope::widgets {
namespace {

using testing::waitUntil;
using Phase = ViewState::Phase;

/// What a person can reach: it takes the focus by Tab or by a click.
bool isControl(const QWidget& widget) {
    return widget.isVisible() && widget.isEnabled() && widget.focusPolicy() != Qt::NoFocus &&
           qobject_cast<const QScrollBar*>(&widget) == nullptr &&
           qobject_cast<const QTabBar*>(&widget) == nullptr && // Qt's own, of tabbed panels
           !widget.objectName().startsWith(QStringLiteral("qt_"));
}

QString described(const QWidget& widget) {
    return QString::fromLatin1(widget.metaObject()->className()) + QLatin1Char(' ') +
           widget.objectName() + QLatin1Char(' ') + widget.toolTip();
}

void expectNames(const QWidget& top) {
    const auto widgets = top.findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
        if (!isControl(*widget))
            continue;
        QAccessibleInterface* what = QAccessible::queryAccessibleInterface(widget);
        ASSERT_NE(what, nullptr) << qPrintable(described(*widget));
        EXPECT_FALSE(what->text(QAccessible::Name).isEmpty()) << qPrintable(described(*widget));
        const bool isDescribed =
            !what->text(QAccessible::Description).isEmpty() || !widget->toolTip().isEmpty();
        EXPECT_TRUE(isDescribed) << qPrintable(described(*widget));
    }
}

void expectReachedByTab(QWidget& window) {
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    QSet<const QWidget*> reached;
    for (int i = 0; i < 300; ++i) {
        QTest::keyClick(QApplication::focusWidget() != nullptr ? QApplication::focusWidget()
                                                               : &window,
                        Qt::Key_Tab);
        reached << QApplication::focusWidget();
    }
    const auto widgets = window.findChildren<QWidget*>();
    for (const QWidget* widget : widgets)
        if (isControl(*widget) && (widget->focusPolicy() & Qt::TabFocus) != 0 &&
            widget->focusProxy() == nullptr) {
            EXPECT_TRUE(reached.contains(widget)) << qPrintable(described(*widget));
        }
}

class AccessibilityTest : public ::testing::Test {
protected:
    AccessibilityTest() : m_window(m_theme, {testing::openFakeTokenizer, testing::readFakeImage}) {
        for (const char* name : {"model", "other"}) {
            std::filesystem::create_directories(m_folder / name);
            std::ofstream(m_folder / name / "config.json") << "{}";
        }
        m_window.resize(1500, 950);
        m_window.show();
        m_window.docks().tasks()->show();
        m_window.docks().log()->show();
        QStringList files;
        for (const char* name : {"model", "other", "a.png", "b.png"})
            files << QString::fromStdString((m_folder / name).string());
        m_window.workbench().open(files);
        EXPECT_TRUE(waitUntil([&] { return m_window.state().phase() == Phase::Ready; }));
        m_window.state().compareWith({files.at(1), {}});
        EXPECT_TRUE(waitUntil([&] { return m_window.state().phase(Side::B) == Phase::Ready; }));
        m_window.state().setSampling({true, 1});
        m_window.state().selectTokens(Side::A, {0}, SelectionMode::Replace);
        EXPECT_TRUE(waitUntil([&] { return m_window.state().phase() == Phase::Ready; }));
        m_window.actions().editTokens->trigger();
        m_window.surgery().act(SurgeryAct::Zero);
        EXPECT_TRUE(waitUntil([&] { return m_window.state().phase() == Phase::Ready; }));
    }

    testing::TempFolder m_folder;
    Theme m_theme;
    MainWindow m_window;
};

TEST_F(AccessibilityTest, NamesAndDescribesEveryControlOfTheWindow) {
    expectNames(m_window);
}

TEST_F(AccessibilityTest, NamesAndDescribesEveryControlOfTheDialogs) {
    m_window.actions().exportPicture->trigger();
    m_window.actions().editShortcuts->trigger();
    const auto dialogs = m_window.findChildren<QDialog*>();
    EXPECT_EQ(dialogs.size(), 2);
    for (const QDialog* dialog : dialogs) {
        EXPECT_FALSE(dialog->isModal());
        expectNames(*dialog);
    }
}

TEST_F(AccessibilityTest, ReachesEveryControlByTab) {
    expectReachedByTab(m_window);
}

/// The Generate view with branches, a token, and a second generator.
class GenerateAccessibilityTest : public testing::GenerateWindowTest {
protected:
    void SetUp() override {
        open();
        generate();
        setStep(state(), generation(), 3);
        m_window.generationBench().branch();
        EXPECT_TRUE(waitUntil([this] { return generation().isFinished() && isIdle(); }));
        setStep(state(), generation(), 5);
        selectToken(state(), generation(), 6);
    }
};

TEST_F(GenerateAccessibilityTest, NamesAndDescribesEveryControl) {
    expectNames(m_window);
    setSeeds(state(), 4);
    expectNames(m_window);
    m_window.actions().exportPicture->trigger();
    expectNames(*m_window.findChild<QDialog*>());
}

TEST_F(GenerateAccessibilityTest, ReachesEveryControlByTab) {
    expectReachedByTab(m_window);
}

/// The Latents view with two maps, a selection and a subset.
class LatentAccessibilityTest : public testing::LatentWindowTest {
protected:
    void SetUp() override {
        map();
        compare(MapCompare::SideBySide);
        selectPoints(state(), latents(), PointSet({1, 2, 3}), PointsMode::Replace);
        m_window.actions().saveSubset->trigger();
    }
};

TEST_F(LatentAccessibilityTest, NamesAndDescribesEveryControl) {
    expectNames(m_window);
}

TEST_F(LatentAccessibilityTest, ReachesEveryControlByTab) {
    expectReachedByTab(m_window);
}

/// The Attention view with two models, in each of its looks.
class AttentionAccessibilityTest : public testing::AttentionWindowTest {
protected:
    void SetUp() override { compare(1); }
};

TEST_F(AttentionAccessibilityTest, NamesAndDescribesEveryControl) {
    for (int look = 0; look < kAttentionLooks; ++look) {
        this->look(AttentionLook(look));
        expectNames(m_window);
    }
}

TEST_F(AttentionAccessibilityTest, ReachesEveryControlByTab) {
    expectReachedByTab(m_window);
}

/// The Codebook view with two models, a picked code, and then channels.
class CodebookAccessibilityTest : public testing::CodebookWindowTest {
protected:
    void SetUp() override {
        state().compareWith({model("codes-b"), {}});
        count();
        pickCode(state(), codeInImage());
        ASSERT_TRUE(reach(Side::A));
    }
    void showChannels() {
        state().setModel(Side::A, model("model"));
        ASSERT_TRUE(waitUntil([this] { return state().phase() == ViewState::Phase::Ready; }));
        count();
    }
};

TEST_F(CodebookAccessibilityTest, NamesAndDescribesEveryControl) {
    expectNames(m_window);
    showChannels();
    expectNames(m_window);
}

TEST_F(CodebookAccessibilityTest, ReachesEveryControlByTab) {
    expectReachedByTab(m_window);
    showChannels();
    expectReachedByTab(m_window);
}

/// The Train view with a run that trains, its values, and the form of a new one.
class TrainAccessibilityTest : public testing::TrainWindowTest {
protected:
    void SetUp() override {
        testing::appendEvents(run("one"), {runs::MetricEvent{10, {{"loss", 0.5}, {"l1", 0.2}}}});
        std::filesystem::create_directories(run("one") / "checkpoints/step-10");
        press(RunAct::Start);
        tick();
    }
};

TEST_F(TrainAccessibilityTest, NamesAndDescribesEveryControl) {
    expectNames(m_window);
    room().panel()->duplicate();
    expectNames(m_window);
}

TEST_F(TrainAccessibilityTest, ReachesEveryControlByTab) {
    expectReachedByTab(m_window);
    room().panel()->duplicate();
    expectReachedByTab(m_window);
}

} // namespace
} // namespace hierascope::widgets
