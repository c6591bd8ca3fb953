// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/attention/influence_row.h"

#include <algorithm>
#include <cmath>

#include "widgets/attention/attention_text.h"
#include "widgets/attention/grid_table.h"
#include "widgets/attention/heat.h"
#include "widgets/attention/influence_page.h"
#include "widgets/common/image_view.h"
#include "widgets/common/theme.h"
#include "widgets/state/pyramid_content.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

namespace hierascope::widgets {

namespace {

QString scoreText(double score) {
    return std::isnan(score) ? QStringLiteral("–") : signedText(score, 2);
}

/// The selected token's place, framed.
TokenLayer layerOf(const InfluenceContent& influence) {
    TokenLayer layer;
    layer.rows = layer.columns = 1;
    if (influence.isSpatial)
        layer.areas.push_back(influence.token.share());
    return layer;
}

} // namespace

InfluenceRow::InfluenceRow(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme),
      m_title(new QLabel(this)), m_views{new ImageView(theme, this), new ImageView(theme, this),
                                         new ImageView(theme, this)},
      m_levels(new GridTable(theme, this)), m_sentence(new QLabel(this)) {
    const std::array names = {tr("Pixels that moved"), tr("Cells that moved"),
                              tr("Attention of the token's readers")};
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        m_views[i]->setValuesVisible(false);
        m_views[i]->setAccessibleName(names[i]);
        m_views[i]->setToolTip(names[i]);
        m_views[i]->setMinimumSize(120, 120);
        row->addWidget(m_views[i], 1);
        connect(m_views[i], &ImageView::viewportChanged, this, [this, i] {
            for (std::size_t other = 0; other < m_views.size(); ++other)
                if (other != i)
                    m_views[other]->setViewport(m_views[i]->viewport());
        });
    }
    column->addLayout(row, 1);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(24);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sentence->setToolTip(tr("Spearman's rank correlation over the cells of this level"));
    foot->addWidget(m_levels);
    foot->addWidget(m_sentence, 1);
    column->addLayout(foot);
}

QString InfluenceRow::sentence() const {
    return m_sentence->text();
}

void InfluenceRow::show(const AttentionState& attention, Side side, std::size_t level,
                        const QString& message, const QString& caption) {
    const auto& influence = attention.at(side).influence;
    const auto& problem = attention.at(side).problem;
    m_title->setText(caption);
    if (!influence || level >= influence->levels.size()) {
        const QString why = !message.isEmpty() ? message
                            : problem          ? QString::fromStdString(problem->message)
                                               : tr("Measuring…");
        for (ImageView* view : m_views) {
            view->setImage({});
            view->setCaption({}, {});
            view->setTokens({});
            view->setMessage(why);
        }
        m_levels->hide();
        m_sentence->setText(why);
        return;
    }
    const InfluenceContent::Level& shown = influence->levels[level];
    const Agreement agreement = agreementOf(attention, side, level);
    m_views[0]->setImage(shown.picture);
    m_views[0]->setCaption({}, tr("Pixels that moved, at most %1").arg(weightText(shown.largest)));
    m_views[1]->setImage(heatOf(shown.moved, shown.rows, shown.columns, largestOf(shown.moved)));
    m_views[1]->setCaption({}, tr("Cells that moved"));
    if (agreement.attention.empty()) {
        m_views[2]->setImage({});
        m_views[2]->setMessage(tr("No tokens of this layer stand at these cells."));
    } else {
        m_views[2]->setImage(
            heatOf(agreement.attention, shown.rows, shown.columns, largestOf(agreement.attention)));
    }
    m_views[2]->setCaption(
        {}, tr("Who reads it: %1").arg(headTitle(attention.layer(side), attention.head(side))));
    for (ImageView* view : m_views)
        view->setTokens(layerOf(*influence));

    GridTable::Content content;
    content.title = tr("Agreement");
    content.columns = QStringList{tr("largest change"), tr("Spearman")};
    for (std::size_t i = 0; i < influence->levels.size(); ++i) {
        const InfluenceContent::Level& of = influence->levels[i];
        content.rows << (i == level ? QStringLiteral("▸ ") : QString()) + levelTitle(of.info);
        const bool isStill = of.largest == 0.0F;
        content.cells.push_back({weightText(double(of.largest)),
                                 {},
                                 false,
                                 isStill,
                                 tr("The largest change of a pixel of this level's picture")});
        content.cells.push_back({scoreText(agreementOf(attention, side, i).score),
                                 {},
                                 false,
                                 isStill,
                                 tr("Rank correlation of attention and change")});
    }
    m_levels->setContent(std::move(content));
    m_levels->setVisible(true);
    m_sentence->setText(tr("%1 · agreement %2\n%3")
                            .arg(levelTitle(shown.info), scoreText(agreement.score),
                                 shown.largest == 0.0F
                                     ? tr("Nothing moves in this picture: it does not depend on "
                                          "the token.")
                                     : agreementSentence(agreement.score)));
}

} // namespace hierascope::widgets
