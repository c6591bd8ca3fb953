// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/codebook/codebook_text.h"

#include "widgets/state/code_difference.h"
#include "widgets/state/pyramid_content.h"
#include "widgets/state/view_state.h"

#include <QCoreApplication>
#include <QLocale>

namespace hierascope::widgets {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CodebookText)
};

QString number(std::int64_t value) {
    return QLocale().toString(qlonglong(value));
}

QString decimal(double value, int digits) {
    return QLocale().toString(value, 'f', digits);
}

QString percent(std::int64_t part, std::int64_t whole) {
    return whole > 0 ? decimal(100.0 * double(part) / double(whole), 1) + QStringLiteral(" %")
                     : QStringLiteral("–");
}

void addUsage(TextTable& table, const QString& side, const runtime::CodeAtlas& atlas) {
    const runtime::CodebookStatistics& statistics = atlas.statistics;
    const auto add = [&](const QString& name, const runtime::CodeCounts& counts) {
        QStringList row{name, number(counts.used), number(statistics.size - counts.used),
                        percent(counts.used, statistics.size), decimal(counts.entropyBits, 2)};
        if (!side.isEmpty())
            row.prepend(side);
        table.rows.push_back(row);
    };
    add(Words::tr("all"), statistics.all);
    int number = 0;
    for (const runtime::CodeCounts& level : statistics.levels)
        add(QStringLiteral("%1: %2").arg(++number).arg(QString::fromStdString(level.name)), level);
}

} // namespace

TextTable usageTable(const CodebookState& codebook) {
    TextTable table;
    const bool hasB = codebook.hasB() && codebook.at(Side::B).atlas;
    table.header = {Words::tr("Level"), Words::tr("Used"), Words::tr("Dead"), Words::tr("Usage"),
                    Words::tr("H_C (bit)")};
    if (hasB)
        table.header.prepend(Words::tr("Side"));
    if (codebook.at(Side::A).atlas)
        addUsage(table, hasB ? QStringLiteral("A") : QString(), *codebook.at(Side::A).atlas);
    if (hasB)
        addUsage(table, QStringLiteral("B"), *codebook.at(Side::B).atlas);
    return table;
}

TextTable channelTable(const CodebookState& codebook) {
    TextTable table;
    table.header = {Words::tr("Channel"),      Words::tr("Mean"),     Words::tr("Deviation"),
                    Words::tr("Posterior sd"), Words::tr("KL (nat)"), Words::tr("KL share")};
    const CodebookState::Study& study = codebook.at(Side::A).study;
    if (!study)
        return table;
    int number = 0;
    for (const runtime::ChannelFigures& channel : study->channels)
        table.rows.push_back({QString::number(++number), decimal(channel.mean, 3),
                              decimal(channel.deviation, 3), decimal(channel.posteriorSpread, 4),
                              decimal(channel.kl, 3),
                              decimal(100.0 * channel.klShare, 1) + QStringLiteral(" %")});
    return table;
}

TextTable differenceTable(const ViewState& state) {
    TextTable table;
    table.header = {Words::tr("Level"), Words::tr("Tokens"), Words::tr("Differ"),
                    Words::tr("Share")};
    for (const LevelDifference& level : codeDifferences(state)) {
        const auto differ = std::int64_t(level.differing.size());
        table.rows.push_back({levelTitle(level.level), number(level.level.tokens()), number(differ),
                              percent(differ, level.level.tokens())});
    }
    return table;
}

QString richText(const TextTable& table) {
    QString text = QStringLiteral("<table width='100%' cellspacing='0' cellpadding='2'><tr>");
    const auto cell = [&](const QString& word, bool isFirst) {
        text += QStringLiteral("<td align='%1'>%2</td>")
                    .arg(isFirst ? QStringLiteral("left") : QStringLiteral("right"),
                         word.toHtmlEscaped());
    };
    for (int i = 0; i < table.header.size(); ++i)
        cell(table.header.at(i), i == 0);
    for (const QStringList& row : table.rows) {
        text += QStringLiteral("</tr><tr>");
        for (int i = 0; i < row.size(); ++i)
            cell(row.at(i), i == 0);
    }
    return text + QStringLiteral("</tr></table>");
}

} // namespace hierascope::widgets
