// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/shortcut_editor.h"

#include <memory>

#include <gmock/gmock.h>

#include "widgets/shell/shortcut_book.h"
#include "widgets/shell/shortcut_model.h"

#include <QAbstractItemModelTester>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

namespace hierascope::widgets {
namespace {

class ShortcutEditorTest : public ::testing::Test {
protected:
    ShortcutEditorTest() {
        m_fit = add("Fi&t", "fit", Qt::Key_F);
        m_reconstruction = add("&Reconstruction", "reconstruction", Qt::Key_R);
        m_editor = std::make_unique<ShortcutEditor>(m_book);
        m_editor->show();
        m_editor->select(*m_reconstruction);
    }

    QAction* add(const char* text, const char* name, Qt::Key key) {
        QAction* action = m_menu.addAction(QString::fromLatin1(text));
        action->setObjectName(QString::fromLatin1(name));
        action->setShortcut(key);
        m_book.add(*action);
        return action;
    }

    void type(Qt::Key key) {
        m_editor->findChild<QKeySequenceEdit*>()->setKeySequence(QKeySequence(key));
    }

    QPushButton* button(const char* text) {
        for (QPushButton* candidate : m_editor->findChildren<QPushButton*>())
            if (candidate->text() == QString::fromLatin1(text))
                return candidate;
        return nullptr;
    }

    bool says(const QString& text) {
        for (const QLabel* label : m_editor->findChildren<QLabel*>())
            if (label->isVisible() && label->text() == text)
                return true;
        return false;
    }

    QMenu m_menu{QStringLiteral("&View")};
    ShortcutBook m_book;
    QAction* m_fit;
    QAction* m_reconstruction;
    std::unique_ptr<ShortcutEditor> m_editor;
};

TEST_F(ShortcutEditorTest, ListsMenuNameAndKeys) {
    QAbstractItemModel* model = m_editor->findChild<QTreeView*>()->model();
    const QAbstractItemModelTester tester(model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    ASSERT_EQ(model->rowCount(), 2);
    EXPECT_EQ(model->index(0, 0).data().toString(), QStringLiteral("View"));
    EXPECT_EQ(model->index(0, 1).data().toString(), QStringLiteral("Fit"));
    EXPECT_EQ(model->index(0, 2).data().toString(), QStringLiteral("F"));
    m_book.setKeys(*m_fit, {QKeySequence(Qt::Key_1), QKeySequence(Qt::Key_2)});
    EXPECT_EQ(model->index(0, 2).data().toString(), QStringLiteral("1   2"));
    EXPECT_TRUE(model->index(0, 2)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .endsWith(QStringLiteral("By default: F")));
    m_editor->findChild<QLineEdit*>()->setText(QStringLiteral("recon"));
    EXPECT_EQ(model->rowCount(), 1);
    delete m_fit;
    EXPECT_EQ(model->rowCount(), 1);
}

TEST_F(ShortcutEditorTest, GivesTheSelectedActionAFreeKey) {
    type(Qt::Key_X);
    EXPECT_EQ(m_reconstruction->shortcuts(), ShortcutBook::Keys({QKeySequence(Qt::Key_X)}));
    ASSERT_TRUE(button("Reset")->isEnabled());
    QTest::mouseClick(button("Reset"), Qt::LeftButton);
    EXPECT_EQ(m_reconstruction->shortcut(), QKeySequence(Qt::Key_R));
    EXPECT_FALSE(button("Reset")->isEnabled());
    m_editor->findChild<QKeySequenceEdit*>()->clear();
    EXPECT_TRUE(m_reconstruction->shortcuts().isEmpty());
    QTest::mouseClick(button("Reset All"), Qt::LeftButton);
    EXPECT_EQ(m_reconstruction->shortcut(), QKeySequence(Qt::Key_R));
}

TEST_F(ShortcutEditorTest, SaysWhoUsesAKeyAndTakesItOver) {
    EXPECT_FALSE(button("Take Over")->isVisible());
    type(Qt::Key_F);
    EXPECT_TRUE(says(QStringLiteral("'F' is used by Fit")));
    EXPECT_EQ(m_reconstruction->shortcut(), QKeySequence(Qt::Key_R)) << "nothing is taken yet";
    QTest::mouseClick(button("Take Over"), Qt::LeftButton);
    EXPECT_EQ(m_reconstruction->shortcut(), QKeySequence(Qt::Key_F));
    EXPECT_TRUE(m_fit->shortcuts().isEmpty());
    EXPECT_FALSE(button("Take Over")->isVisible());
}

TEST_F(ShortcutEditorTest, ForgetsAConflictWhenAnotherActionIsSelected) {
    type(Qt::Key_F);
    m_editor->select(*m_fit);
    EXPECT_FALSE(button("Take Over")->isVisible());
    EXPECT_EQ(m_editor->findChild<QKeySequenceEdit*>()->keySequence(), QKeySequence(Qt::Key_F));
}

TEST_F(ShortcutEditorTest, ClosesWithEscapeFromEverywhere) {
    EXPECT_FALSE(m_editor->isModal());
    QTest::keyClick(m_editor->findChild<QKeySequenceEdit*>(), Qt::Key_Escape);
    EXPECT_FALSE(m_editor->isVisible());
    EXPECT_EQ(m_reconstruction->shortcut(), QKeySequence(Qt::Key_R));
    m_editor->show();
    QTest::keyClick(m_editor->findChild<QTreeView*>(), Qt::Key_Escape);
    EXPECT_FALSE(m_editor->isVisible());
}

TEST_F(ShortcutEditorTest, RecordsASingleKeyThatIsPressed) {
    auto* edit = m_editor->findChild<QKeySequenceEdit*>();
    QTest::keyClick(edit, Qt::Key_1);
    EXPECT_TRUE(QTest::qWaitFor(
        [this] { return m_reconstruction->shortcut() == QKeySequence(Qt::Key_1); }));
}

} // namespace
} // namespace hierascope::widgets
