// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "widgets/common/color_key.h"
#include "widgets/generate/clean_levels.h"
#include "widgets/generate/generate_room.h"
#include "widgets/generate/generation_text.h"
#include "widgets/generate/settings_panel.h"
#include "widgets/generate/token_rows.h"
#include "widgets/state/generation_places.h"
#include "widgets/state/view_state.h"

#include <QLabel>

// What stands beside the picture: the tokens of codes, or a DiT's clean map at each level.
namespace hierascope::widgets {

void GenerateRoom::showKind() {
    const bool isDenoiser = m_generation.isDenoiser();
    m_sideHeading->setText(isDenoiser ? tr("CLEAN PICTURE BY LEVEL") : tr("TOKENS BY LEVEL"));
    m_tokens->setVisible(!isDenoiser);
    m_key->setVisible(!isDenoiser);
    m_levels->setVisible(isDenoiser);
    const auto& info = *m_generation.info();
    m_writing->setText(
        isDenoiser ? denoisingTitle(info, m_generation.steps())
                   : writingTitle(info, levelSizes(info, *m_generation.tokenizer()).size()));
    m_writing->setToolTip(m_writing->text());
}

/// A record's picture at the chosen level, as large as the finest; null where there is none.
QImage GenerateRoom::pictureOf(const GenerationState::Record& record) const {
    return record ? record->pictureAt(m_generation.choice().level) : QImage();
}

void GenerateRoom::showLevels() {
    const Branch* branch = m_generation.branch();
    const auto record =
        branch != nullptr ? m_generation.record(*branch, m_generation.step()) : nullptr;
    QStringList names;
    for (const runtime::LevelInfo& level : m_generation.tokenizer()->levels)
        names << QString::fromStdString(level.name);
    const int finest = int(names.size()) - 1;
    const int level = m_generation.choice().level;
    m_levels->setLevels(names, record ? record->levels : std::vector<QImage>(),
                        level < 0 ? finest : std::min(level, finest));
    m_settings->showToken(-1);
}

void GenerateRoom::showTokens() {
    const auto info = m_generation.info();
    const Branch* branch = m_generation.branch();
    std::vector<TokenRows::Cell> cells(std::size_t(info->tokens));
    for (int step = 0; branch != nullptr && step <= m_generation.step(); ++step) {
        const auto record = m_generation.record(*branch, step);
        for (std::size_t i = 0; record && i < record->step.codes.size(); ++i) {
            TokenRows::Cell& cell = cells[std::size_t(record->step.first) + i];
            cell.isKnown = true;
            cell.isNew = step == m_generation.step();
            cell.code = record->step.codes[i];
            cell.entropy = i < record->step.entropy.size() ? record->step.entropy[i] : 0.0F;
        }
    }
    for (const Branch* owner = branch; owner != nullptr;
         owner = m_generation.choice().find(owner->parent))
        if (owner->edit && cells[std::size_t(owner->edit->position)].code == owner->edit->code)
            cells[std::size_t(owner->edit->position)].isGiven = true;
    const auto limit = float(std::log2(double(std::max<std::int64_t>(info->vocabulary, 2))));
    m_tokens->setCells(levelSizes(*info, *m_generation.tokenizer()), std::move(cells), limit);
    m_tokens->setSelected(m_generation.choice().token);
    m_tokens->setMarked(positionsOf(m_generation.tokenizer()->levels, m_state.choice().selection));
    m_key->setMap(tr("Entropy, bit"), ColorMap::Magnitude, limit,
                  tr("How unsure the generator was of a token; at the bright end all %1 codes were "
                     "equally likely")
                      .arg(info->vocabulary));
    m_settings->showToken(m_tokens->shown());
}

} // namespace hierascope::widgets
