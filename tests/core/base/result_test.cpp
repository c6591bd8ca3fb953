// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

#include <gmock/gmock.h>

namespace hierascope {
namespace {

TEST(Result, CarriesItsErrorThroughAnotherType) {
    const Result<int> number = failure(ErrorCode::BadData, "File 'a': field 'b' is 3.");
    const Result<std::string> text = failure(number);
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error().code, ErrorCode::BadData);
    EXPECT_EQ(text.error().message, "File 'a': field 'b' is 3.");
}

TEST(Result, MapsEveryCodeToTheDocumentedExitCode) {
    EXPECT_EQ(exitCode(ErrorCode::Failed), 1);
    EXPECT_EQ(exitCode(ErrorCode::Usage), 2);
    EXPECT_EQ(exitCode(ErrorCode::BadData), 65);
    EXPECT_EQ(exitCode(ErrorCode::NoInput), 66);
    EXPECT_EQ(exitCode(ErrorCode::NoDevice), 69);
    EXPECT_EQ(exitCode(ErrorCode::CannotCreate), 73);
    EXPECT_EQ(exitCode(ErrorCode::Cancelled), 130);
}

} // namespace
} // namespace hierascope
