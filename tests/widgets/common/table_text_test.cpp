// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/table_text.h"

#include <gmock/gmock.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

namespace hierascope::widgets {
namespace {

TextTable levels() {
    return {{QStringLiteral("Level"), QStringLiteral("PSNR, dB"), QStringLiteral("Note")},
            {{QStringLiteral("Scale 8 × 8"), QStringLiteral("23.41 ± 0.20"), QStringLiteral("a|b")},
             {QStringLiteral("100 %_{x}"), QStringLiteral("−1.5"),
              QStringLiteral("say \"so\",\nthen \\end")},
             {QStringLiteral("Scale 16 × 16"), QStringLiteral("∞")},
             {QStringLiteral("~#$^&"), QStringLiteral("–"), QString()}}};
}

TEST(TableText, WritesMarkdown) {
    EXPECT_EQ(toMarkdown(levels()).toStdString(),
              "| Level | PSNR, dB | Note |\n"
              "| --- | ---: | --- |\n"
              "| Scale 8 × 8 | 23.41 ± 0.20 | a\\|b |\n"
              "| 100 %_{x} | −1.5 | say \"so\", then \\\\end |\n"
              "| Scale 16 × 16 | ∞ |  |\n"
              "| ~#$^& | – |  |\n");
}

TEST(TableText, WritesLatex) {
    EXPECT_EQ(toLatex(levels()).toStdString(),
              "\\begin{tabular}{lrl}\n"
              "\\hline\n"
              "Level & PSNR, dB & Note \\\\\n"
              "\\hline\n"
              "Scale 8 $\\times$ 8 & 23.41 $\\pm$ 0.20 & a|b \\\\\n"
              "100 \\%\\_\\{x\\} & $-$1.5 & say \"so\", then \\textbackslash{}end \\\\\n"
              "Scale 16 $\\times$ 16 & $\\infty$ &  \\\\\n"
              "\\textasciitilde{}\\#\\$\\textasciicircum{}\\& & -- &  \\\\\n"
              "\\hline\n"
              "\\end{tabular}\n");
}

TEST(TableText, WritesCsv) {
    EXPECT_EQ(toCsv(levels()).toStdString(), "Level,\"PSNR, dB\",Note\r\n"
                                             "Scale 8 × 8,23.41 ± 0.20,a|b\r\n"
                                             "100 %_{x},−1.5,\"say \"\"so\"\",\nthen \\end\"\r\n"
                                             "Scale 16 × 16,∞,\r\n"
                                             "~#$^&,–,\r\n");
}

TEST(TableText, WritesNothingForNoColumns) {
    EXPECT_TRUE(toMarkdown({}).isEmpty());
    EXPECT_TRUE(toLatex({}).isEmpty());
    EXPECT_TRUE(toCsv({}).isEmpty());
}

TEST(TableText, CopiesWhatTheTableSaysAtThatMoment) {
    QMenu menu;
    TextTable table = levels();
    addCopyActions(menu, [&table] { return table; });
    ASSERT_EQ(menu.actions().size(), 3);
    table.rows.resize(1);
    int action = 0;
    for (QString (*const form)(const TextTable&) : {toMarkdown, toLatex, toCsv}) {
        menu.actions().at(action++)->trigger();
        EXPECT_EQ(QGuiApplication::clipboard()->text(), form(table));
    }
}

} // namespace
} // namespace hierascope::widgets
