// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/own_keys.h"

#include <gmock/gmock.h>

#include <QKeyEvent>

namespace hierascope::widgets {
namespace {

bool keeps(QEvent::Type type, int key, Qt::KeyboardModifiers modifiers) {
    QKeyEvent event(type, key, modifiers);
    event.ignore();
    const bool isKept = keepsKey(&event, {Qt::Key_Left, Qt::Key_Right});
    EXPECT_EQ(event.isAccepted(), isKept) << "an event that is not kept goes on";
    return isKept;
}

TEST(OwnKeys, AreKeptWherePlainAndAskedFor) {
    const QEvent::Type question = QEvent::ShortcutOverride;
    EXPECT_TRUE(keeps(question, Qt::Key_Left, Qt::NoModifier));
    EXPECT_TRUE(keeps(question, Qt::Key_Right, Qt::KeypadModifier));
    EXPECT_FALSE(keeps(question, Qt::Key_Up, Qt::NoModifier)) << "not in the list";
    EXPECT_FALSE(keeps(question, Qt::Key_Left, Qt::ShiftModifier)) << "the step's";
    EXPECT_FALSE(keeps(question, Qt::Key_Left, Qt::ControlModifier)) << "the checkpoint's";
    EXPECT_FALSE(keeps(QEvent::KeyPress, Qt::Key_Left, Qt::NoModifier)) << "no question";
}

} // namespace
} // namespace hierascope::widgets
