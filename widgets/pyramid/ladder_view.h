// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "widgets/state/pyramid_content.h"
#include "widgets/state/view_choice.h"

#include <QScrollArea>

class QHBoxLayout;

namespace hierascope::widgets {

class LevelCard;
class Theme;

/// All levels of a pyramid side by side, coarse to fine, the current one framed.
class LadderView : public QScrollArea {
    Q_OBJECT

public:
    explicit LadderView(const Theme& theme, QWidget* parent = nullptr);

    using Content = std::shared_ptr<const PyramidContent>;

    /// @param compared the other side's, whose figures stand below; null without a comparison
    /// @param side     whose content it is
    void setContent(const Content& content, const Content& compared, Side side);
    void setLevel(int level);
    void setSelection(const Selection& selection);

    int levels() const { return int(m_cards.size()); }
    LevelCard* card(int level) const { return m_cards[std::size_t(level)]; }

    QSize sizeHint() const override;

Q_SIGNALS:
    void levelChosen(int level);

private:
    void setLevels(std::size_t count);

    const Theme& m_theme;
    QHBoxLayout* m_row;
    std::vector<LevelCard*> m_cards;
    int m_level = -1;
    Content m_content;
    Content m_compared;
    Side m_side = Side::A;
};

} // namespace hierascope::widgets
