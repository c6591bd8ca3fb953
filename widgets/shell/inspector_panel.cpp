// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/inspector_panel.h"

#include "widgets/shell/facts_table.h"
#include "widgets/state/view_state.h"

#include <QLocale>
#include <QVBoxLayout>

namespace hierascope::widgets {

namespace {

QString number(qint64 value) {
    return QLocale().toString(value);
}

QString familyName(const std::string& family) {
    return family == "hieratok" ? QStringLiteral("HieraTok") : QString::fromStdString(family);
}

/// The key of a config as words: "batch_size" is "Batch size".
QString readable(const std::string& key) {
    QString words = QString::fromStdString(key).replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

/// A name that fits the panel; the tool tip has the whole path.
QString shortName(const QString& name) {
    constexpr int kEnds = 10;
    if (name.size() <= 2 * kEnds + 1)
        return name;
    return name.left(kEnds) + QStringLiteral("…") + name.right(kEnds);
}

/// The ends of a hash: enough to tell two apart; the tool tip has it whole.
QString shortHash(const QString& hash) {
    return hash.size() <= 16 ? hash : hash.left(8) + QStringLiteral("…") + hash.right(8);
}

} // namespace

InspectorPanel::InspectorPanel(ViewState& state, QWidget* parent)
    : QScrollArea(parent), m_state(state), m_level(new FactsTable(tr("THIS LEVEL"))),
      m_image(new FactsTable(tr("IMAGE"))), m_model(new FactsTable(tr("MODEL A"))) {
    setObjectName(QStringLiteral("inspector"));
    setAccessibleName(tr("Inspector"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(20);
    for (FactsTable* table : {m_level, m_image, m_model})
        layout->addWidget(table);
    layout->addStretch();
    setWidget(page);
    connect(&state, &ViewState::levelChanged, this, &InspectorPanel::showLevel);
    connect(&state, &ViewState::phaseChanged, this, &InspectorPanel::showLevel);
    connect(&state, &ViewState::phaseChanged, this, &InspectorPanel::showImage);
    connect(&state.images(), &LibraryModel::dataChanged, this, &InspectorPanel::showImage);
    connect(&state, &ViewState::modelInfoChanged, this, &InspectorPanel::showModel);
}

void InspectorPanel::showLevel() {
    const auto content = m_state.content();
    if (!content || m_state.level() < 0) {
        m_level->setRows({});
        return;
    }
    const auto& level = content->reconstruction.levels[std::size_t(m_state.level())];
    const QString own = tr("Against the image reduced to this level's size (area)");
    const QString full = tr("This level enlarged (bicubic) against the full image");
    std::vector<FactsTable::Row> rows = {
        {tr("Level"), tr("%1 of %2").arg(m_state.level() + 1).arg(m_state.levels()), {}},
        {tr("Scale"), tr("%1\u00a0×\u00a0%2").arg(level.level.rows).arg(level.level.columns), {}},
        {tr("Tokens"), number(level.level.tokens()), {}},
        {tr("Picture"),
         tr("%1\u00a0×\u00a0%2\u00a0px").arg(level.level.width).arg(level.level.height),
         {}},
        {tr("PSNR"), decibelText(level.psnrFull), full},
        {tr("SSIM"), ssimText(level.ssimFull, 3), full},
        {tr("PSNR, own size"), decibelText(level.psnr), own},
        {tr("SSIM, own size"), ssimText(level.ssim, 3),
         level.ssim ? own : tr("Not defined below 11 pixels")},
        {tr("Values so far"), number(level.values), tr("Latent numbers up to this level")}};
    if (level.lpips)
        rows.push_back({tr("LPIPS"), ssimText(level.lpips, 3), {}});
    if (level.bits)
        rows.push_back(
            {tr("Bits"), QLocale().toString(*level.bits, 'f', 0), tr("KL divergence over ln 2")});
    m_level->setRows(rows);
}

void InspectorPanel::showImage() {
    if (m_state.phase() == ViewState::Phase::Busy && m_state.content())
        return; // the numbers beside it still belong to the image before
    const int row = m_state.currentImage();
    if (row < 0) {
        m_image->setRows({});
        return;
    }
    const LibraryItem& item = m_state.images().item(row);
    std::vector<FactsTable::Row> rows = {{tr("Name"), shortName(item.name), item.path}};
    if (!item.hasError && !item.detail.isEmpty())
        rows.push_back({tr("Size"), item.detail, {}});
    if (const auto content = m_state.content())
        rows.push_back({tr("Into the model"),
                        tr("%1\u00a0×\u00a0%2\u00a0px")
                            .arg(content->input.width())
                            .arg(content->input.height()),
                        tr("Shorter side resized (bicubic, antialiased), centre cropped")});
    m_image->setRows(rows);
}

void InspectorPanel::showModel() {
    const auto info = m_state.modelInfo();
    if (!info) {
        m_model->setRows({});
        return;
    }
    const QString hash = QString::fromStdString(info->sha256);
    std::vector<FactsTable::Row> rows = {
        {tr("Name"), shortName(QString::fromStdString(info->name)),
         QString::fromStdString(info->path.string())},
        {tr("Family"), familyName(info->family), QString::fromStdString(info->summary)},
        {tr("Parameters"), number(info->parameters), {}}};
    for (const auto& [label, value] : info->facts)
        rows.push_back({readable(label), QString::fromStdString(value), {}});
    rows.push_back({tr("sha256"), shortHash(hash), hash});
    m_model->setRows(rows);
}

} // namespace hierascope::widgets
