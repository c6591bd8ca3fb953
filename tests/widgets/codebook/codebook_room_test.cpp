// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/codebook/codebook_room.h"

#include <gmock/gmock.h>

#include "tests/widgets/support/codebook_window.h"
#include "tests/widgets/support/waiting.h"
#include "widgets/codebook/channel_page.h"
#include "widgets/codebook/code_field.h"
#include "widgets/codebook/code_panel.h"
#include "widgets/codebook/codebook_panel.h"
#include "widgets/codebook/codebook_text.h"
#include "widgets/codebook/picture_rows.h"
#include "widgets/codebook/usage_curve.h"
#include "widgets/shell/window_actions.h"
#include "widgets/state/code_difference.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QTableWidget>
#include <QTest>

namespace hierascope::widgets {
namespace {

using testing::waitUntil;
using Phase = CodebookState::Phase;

class CodebookRoomTest : public testing::CodebookWindowTest {};

TEST_F(CodebookRoomTest, SaysWhatItIsForBeforeAnythingWasCounted) {
    ASSERT_NE(room().messagePanel(), nullptr);
    EXPECT_THAT(room().messagePanel()->message().text.toStdString(), ::testing::HasSubstr("dead"));
    EXPECT_TRUE(room().picture().isNull());
}

TEST_F(CodebookRoomTest, ShowsEveryCodeAndItsUsage) {
    count();
    EXPECT_EQ(room().messagePanel(), nullptr);
    EXPECT_FALSE(room().picture().isNull());
    const TextTable table = room().table();
    ASSERT_EQ(table.rows.size(), 9U) << "all, and eight levels";
    EXPECT_EQ(table.rows[1][2].toInt(), 0) << "a thousand dead codes have a separator";
    ASSERT_EQ(room().curve()->lines().size(), 1U);
    EXPECT_EQ(room().curve()->lines().front().counts.size(), 1024U);
    for (std::int64_t code = 0; code < 1024; code += 97)
        EXPECT_EQ(room().field()->codeAt(room().field()->placeOf(code).center()), code);
}

TEST_F(CodebookRoomTest, PicksACodeByMouseAndGoesOnByKeyboard) {
    count();
    CodeField& field = *room().field();
    const std::int64_t code = codeInImage();
    QTest::mouseClick(&field, Qt::LeftButton, {}, field.placeOf(code).center().toPoint());
    EXPECT_EQ(codebook().choice().code, code);
    EXPECT_FALSE(state().choice().selection.empty()) << "the pyramid lights them";
    EXPECT_FALSE(room().code()->exemplars()->rows().empty());
    EXPECT_THAT(room().code()->nearText().toStdString(), ::testing::HasSubstr("href"));
    ASSERT_TRUE(waitUntil([this] { return !room().code()->painting()->rows().empty(); }));
    QTest::keyClick(&field, Qt::Key_Right);
    EXPECT_NE(codebook().choice().code, code);
    QTest::keyClick(&field, Qt::Key_Left);
    EXPECT_EQ(codebook().choice().code, code);
}

TEST_F(CodebookRoomTest, ShowsTheMapOfTheVectors) {
    count();
    m_window.actions().codeLooks->actions().at(1)->trigger();
    EXPECT_EQ(codebook().choice().look, CodeLook::Map);
    CodeField& field = *room().field();
    pickCode(state(), codeInImage());
    EXPECT_TRUE(QRectF(field.rect()).contains(field.placeOf(codeInImage())));
}

TEST_F(CodebookRoomTest, ActionsChangeOrderLevelAndCopyTheNumbers) {
    count();
    const WindowActions& on = m_window.actions();
    on.codeSort->trigger();
    EXPECT_EQ(codebook().choice().sort, CodeSort::Code);
    on.nextCodeLevel->trigger();
    EXPECT_EQ(codebook().choice().level, 0);
    on.previousCodeLevel->trigger();
    EXPECT_EQ(codebook().choice().level, CodebookChoice::kAllLevels);
    on.copyCodebook->trigger();
    EXPECT_THAT(QApplication::clipboard()->text().toStdString(), ::testing::HasSubstr("|"));
}

TEST_F(CodebookRoomTest, ComparesTheUsageAndTheCodesOfAAndB) {
    state().compareWith({model("codes-b"), {}});
    count();
    ASSERT_TRUE(reach(Side::B));
    ASSERT_TRUE(waitUntil([this] { return state().phase(Side::B) == ViewState::Phase::Ready; }));
    EXPECT_EQ(room().curve()->lines().size(), 2U);
    EXPECT_EQ(room().table().rows.size(), 18U);
    EXPECT_TRUE(whyNoCodeDifference(state()).isEmpty());
    const TextTable table = differenceTable(state());
    ASSERT_EQ(table.rows.size(), 8U);
    EXPECT_EQ(table.rows.back()[2].toStdString(), "0") << "the fakes are alike";
}

TEST_F(CodebookRoomTest, SaysWhyTwoModelsCannotBeCompared) {
    EXPECT_FALSE(whyNoCodeDifference(state()).isEmpty()) << "no B";
    state().compareWith({model("model"), {}});
    ASSERT_TRUE(waitUntil([this] { return state().phase(Side::B) == ViewState::Phase::Ready; }));
    EXPECT_THAT(whyNoCodeDifference(state()).toStdString(), ::testing::HasSubstr("no codes"));
    EXPECT_TRUE(differenceTable(state()).rows.empty());
}

TEST_F(CodebookRoomTest, ShowsTheChannelsOfAModelWithoutCodes) {
    state().setModel(Side::A, model("model"));
    ASSERT_TRUE(waitUntil([this] { return state().phase() == ViewState::Phase::Ready; }));
    ASSERT_NE(room().messagePanel(), nullptr);
    EXPECT_THAT(room().messagePanel()->message().text.toStdString(),
                ::testing::HasSubstr("no codes"));
    count();
    const QTableWidget* table = room().channels()->table();
    EXPECT_EQ(table->rowCount(), int(codebook().at(Side::A).study->channels.size()));
    m_window.actions().nextChannel->trigger();
    EXPECT_EQ(table->currentRow(), 1);
    const QImage matrix = ChannelPage::correlationPicture(*codebook().at(Side::A).study);
    EXPECT_EQ(matrix.width(), table->rowCount());
    EXPECT_EQ(matrix.pixel(0, 0), mappedColor(ColorMap::Diverging, 1.0F));
}

TEST_F(CodebookRoomTest, SaysWhatWentWrong) {
    CodebookChoice choice;
    choice.data = QStringList{QStringLiteral("/there/is/no/folder")};
    setCodebook(state(), choice, QStringLiteral("Images"));
    m_window.codebookBench().start();
    ASSERT_TRUE(waitUntil([this] { return codebook().at(Side::A).phase == Phase::Failed; }));
    ASSERT_NE(room().messagePanel(), nullptr);
    EXPECT_TRUE(room().messagePanel()->message().isError);
}

} // namespace
} // namespace hierascope::widgets
