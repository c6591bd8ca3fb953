// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/shortcut_book.h"

#include <memory>

#include <gmock/gmock.h>

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace hierascope::widgets {
namespace {

using Keys = ShortcutBook::Keys;

class ShortcutBookTest : public ::testing::Test {
protected:
    ShortcutBookTest() {
        m_fit.setObjectName(QStringLiteral("fit"));
        m_fit.setShortcut(Qt::Key_F);
        m_zoom.setObjectName(QStringLiteral("zoom"));
        m_zoom.setShortcuts({QKeySequence(Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Plus)});
        m_book.add(m_fit);
        m_book.add(m_zoom);
        m_changed.clear();
    }

    QAction m_fit{QStringLiteral("Fi&t")};
    QAction m_zoom{QStringLiteral("Zoom &In")};
    ShortcutBook m_book;
    QSignalSpy m_changed{&m_book, &ShortcutBook::changed};
};

TEST_F(ShortcutBookTest, SetsKeysAndGivesTheDefaultBack) {
    m_book.setKeys(m_fit, {QKeySequence(Qt::Key_1)});
    m_book.setKeys(m_fit, {QKeySequence(Qt::Key_1)});
    EXPECT_EQ(m_changed.count(), 1);
    EXPECT_EQ(m_fit.shortcut(), QKeySequence(Qt::Key_1));
    EXPECT_TRUE(m_book.isCustom(m_fit));
    EXPECT_EQ(m_book.defaultKeys(m_fit), Keys({QKeySequence(Qt::Key_F)}));
    m_book.reset(m_fit);
    EXPECT_EQ(m_fit.shortcut(), QKeySequence(Qt::Key_F));
    m_book.setKeys(m_zoom, {});
    m_book.resetAll();
    EXPECT_EQ(m_zoom.shortcuts().size(), 2);
    EXPECT_TRUE(m_book.custom().isEmpty());
}

TEST_F(ShortcutBookTest, FindsWhoUsesAKey) {
    EXPECT_EQ(m_book.conflict(QKeySequence(Qt::Key_F), &m_zoom), &m_fit);
    EXPECT_EQ(m_book.conflict(QKeySequence(Qt::Key_F), &m_fit), nullptr);
    EXPECT_EQ(m_book.conflict(QKeySequence(Qt::CTRL | Qt::Key_Plus), nullptr), &m_zoom);
    EXPECT_EQ(m_book.conflict(QKeySequence(Qt::Key_F, Qt::Key_A), nullptr), &m_fit);
    EXPECT_EQ(m_book.conflict(QKeySequence(Qt::Key_R), nullptr), nullptr);
    EXPECT_EQ(m_book.conflict({}, nullptr), nullptr);
}

TEST_F(ShortcutBookTest, ComesBackFromTheSettings) {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("settings.ini"));
    const Keys keys = {QKeySequence(Qt::Key_Semicolon), QKeySequence(Qt::CTRL | Qt::Key_Comma)};
    m_book.setKeys(m_fit, keys);
    m_book.setKeys(m_zoom, {});
    QSettings(file, QSettings::IniFormat).setValue(QStringLiteral("keys"), m_book.custom());
    m_book.resetAll();
    const QVariant read = QSettings(file, QSettings::IniFormat).value(QStringLiteral("keys"));
    m_book.restore(read.toMap());
    EXPECT_EQ(m_fit.shortcuts(), keys);
    EXPECT_TRUE(m_zoom.shortcuts().isEmpty());
}

TEST_F(ShortcutBookTest, IgnoresWhatItCannotRead) {
    m_book.restore({{QStringLiteral("gone"), QStringLiteral("F")},
                    {QStringLiteral("fit"), QStringLiteral("Ctrl+Nonsense")},
                    {QStringLiteral("zoom"), 17}});
    EXPECT_EQ(m_fit.shortcut(), QKeySequence(Qt::Key_F));
    EXPECT_EQ(m_zoom.shortcuts().size(), 2);
    EXPECT_EQ(m_changed.count(), 0);
}

TEST_F(ShortcutBookTest, ForgetsActionsThatAreDestroyed) {
    auto action = std::make_unique<QAction>();
    action->setObjectName(QStringLiteral("short-lived"));
    action->setShortcut(Qt::Key_R);
    m_book.add(*action);
    action.reset();
    EXPECT_EQ(m_book.actions().size(), 2);
    EXPECT_EQ(m_book.conflict(QKeySequence(Qt::Key_R), nullptr), nullptr);
}

} // namespace
} // namespace hierascope::widgets
