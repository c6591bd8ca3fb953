// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/languages.h"

#include <gmock/gmock.h>

#include "widgets/common/theme.h"

#include <QTranslator>

namespace hierascope::widgets {
namespace {

TEST(Languages, TakesTheNearestThatThereIs) {
    EXPECT_EQ(languageFor(QStringLiteral("de_AT")), QStringLiteral("de"));
    EXPECT_EQ(languageFor(QStringLiteral("zh_CN")), QStringLiteral("zh_CN"));
    EXPECT_EQ(languageFor(QStringLiteral("zh_SG")), QStringLiteral("zh_CN"));
    EXPECT_EQ(languageFor(QStringLiteral("zh_TW")), QStringLiteral("en"));
    EXPECT_EQ(languageFor(QStringLiteral("fr_FR")), QStringLiteral("en"));
    EXPECT_EQ(languageFor(QStringLiteral("C")), QStringLiteral("en"));
}

TEST(Languages, CarriesEveryTranslationInTheProgram) {
    const Theme theme; // names the static library's resources
    for (const QString& code : languageCodes()) {
        if (code == QStringLiteral("en"))
            continue;
        QTranslator translator;
        ASSERT_TRUE(
            translator.load(QStringLiteral("hierascope_") + code, QStringLiteral(":/translations")))
            << qPrintable(code);
        const QString open =
            translator.translate("hierascope::widgets::WindowActions", "&Open Images…");
        EXPECT_TRUE(open.isEmpty()) << "no such text";
        const QString file = translator.translate("hierascope::widgets::WindowActions", "&File");
        EXPECT_FALSE(file.isEmpty()) << qPrintable(code);
        EXPECT_NE(file, QStringLiteral("&File"));
    }
}

} // namespace
} // namespace hierascope::widgets
