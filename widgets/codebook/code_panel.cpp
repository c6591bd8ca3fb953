// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/codebook/code_panel.h"

#include <algorithm>
#include <utility>

#include "widgets/codebook/picture_rows.h"
#include "widgets/common/pictures.h"
#include "widgets/common/theme.h"
#include "widgets/state/pyramid_content.h"
#include "widgets/state/view_state.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace hierascope::widgets {

namespace {

constexpr int kExemplar = 52;
constexpr int kPainting = 112;
constexpr std::size_t kMostNear = 8;
constexpr std::size_t kMostCompany = 8;

QString linkOf(std::int64_t code, const QString& text) {
    return QStringLiteral("<a href='%1'>%1</a>&nbsp;(%2)").arg(code).arg(text);
}

/// The part of a picture that a token stands for, or all of it where tokens have no place in it.
QImage cropOf(const QImage& picture, const runtime::CodePlace& place,
              const runtime::LevelInfo& level, bool hasPlaces) {
    if (!hasPlaces || level.tokens() < 2)
        return picture;
    const TokenRef token{place.level, level.rows, level.columns, place.token};
    const QRectF share = token.share();
    const QRect crop = QRectF(share.x() * picture.width(), share.y() * picture.height(),
                              share.width() * picture.width(), share.height() * picture.height())
                           .toAlignedRect();
    return picture.copy(crop.intersected(picture.rect()));
}

} // namespace

CodePanel::CodePanel(const Theme& theme, ViewState& state, const CodebookState& codebook,
                     QWidget* parent)
    : QScrollArea(parent), m_state(state), m_codebook(codebook), m_heading(new QLabel(this)),
      m_count(new QLabel(this)), m_exemplars(new PictureRows(theme, kExemplar, this)),
      m_here(new QLabel(this)), m_near(makeLinks(tr("Nearest codes"))),
      m_company(makeLinks(tr("Company"))), m_painting(new PictureRows(theme, kPainting, this)) {
    setAccessibleName(tr("The picked code"));
    setAccessibleDescription(tr("Where it occurs, what is near it, and what it paints"));
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setMinimumWidth(300);
    m_heading->setProperty("role", QStringLiteral("heading"));
    m_heading->setWordWrap(true);
    m_count->setProperty("role", QStringLiteral("secondary"));
    m_count->setWordWrap(true);
    m_here->setWordWrap(true);
    m_here->setProperty("role", QStringLiteral("secondary"));
    m_exemplars->setAccessibleName(tr("Images that hold the code, level by level"));
    m_painting->setAccessibleName(tr("What the code paints"));
    auto* inside = new QWidget(this);
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(4, 0, 12, 0);
    column->setSpacing(8);
    for (QWidget* part : {static_cast<QWidget*>(m_heading), static_cast<QWidget*>(m_count),
                          static_cast<QWidget*>(m_here), static_cast<QWidget*>(m_near),
                          static_cast<QWidget*>(m_company), static_cast<QWidget*>(m_painting),
                          static_cast<QWidget*>(m_exemplars)})
        column->addWidget(part);
    column->addStretch();
    setWidget(inside);
}

QLabel* CodePanel::makeLinks(const QString& name) {
    auto* label = new QLabel(this);
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    label->setAccessibleName(name);
    label->setToolTip(tr("A link picks its code"));
    label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(label, &QLabel::linkActivated, this,
            [this](const QString& link) { pickCode(m_state, link.toLongLong()); });
    return label;
}

QString CodePanel::companyText() const {
    return m_company->text();
}

QString CodePanel::nearText() const {
    return m_near->text();
}

void CodePanel::follow() {
    const CodebookState::Shown& a = m_codebook.at(Side::A);
    std::int64_t code = m_codebook.choice().code;
    if (!a.atlas || code >= a.atlas->statistics.size)
        code = -1;
    if (code != m_shownCode || a.atlas != m_shownAtlas || a.vectors != m_shownVectors)
        followCode(code);
    m_shownCode = code;
    m_shownAtlas = a.atlas;
    m_shownVectors = a.vectors;
    followPainting(code);
}

void CodePanel::followCode(std::int64_t code) {
    const CodebookState::Shown& a = m_codebook.at(Side::A);
    for (QWidget* part : {static_cast<QWidget*>(m_near), static_cast<QWidget*>(m_company)})
        part->setVisible(code >= 0);
    if (code < 0) {
        m_heading->setText(tr("NO CODE IS PICKED"));
        m_count->setText(tr("Click a code, or go through them with the arrow keys: here stands "
                            "where it occurs, what is near it, and what it paints."));
        return m_exemplars->setRows({});
    }
    const runtime::CodeAtlas& atlas = *a.atlas;
    const auto index = std::size_t(code);
    m_heading->setText(tr("CODE %1").arg(code));
    m_count->setText(tr("Used %1× in %2 images")
                         .arg(locale().toString(qlonglong(atlas.statistics.all.counts[index])),
                              locale().toString(qlonglong(atlas.statistics.images))));
    const auto info = m_state.modelInfo();
    std::vector<PictureRows::Row> rows;
    for (int level = 0; level < int(atlas.statistics.levels.size()); ++level) {
        const runtime::CodeCounts& counts = atlas.statistics.levels[std::size_t(level)];
        PictureRows::Row row;
        row.title = tr("Level %1, %2: %3×")
                        .arg(QString::number(level + 1), QString::fromStdString(counts.name),
                             locale().toString(qlonglong(counts.counts[index])));
        for (const runtime::CodePlace& place : atlas.places[index]) {
            if (place.level != level)
                continue;
            const runtime::LatentImage& image = atlas.images[std::size_t(place.image)];
            const bool isKnown = info && level < int(info->levels.size());
            const QImage picture = imageFromRgb8(image.thumbnail);
            row.cells.push_back(
                {isKnown
                     ? cropOf(picture, place, info->levels[std::size_t(level)], !info->isPrefixed)
                     : picture,
                 tr("%1, token %2").arg(QString::fromStdString(image.name)).arg(place.token + 1)});
        }
        if (!row.cells.empty())
            rows.push_back(std::move(row));
    }
    m_exemplars->setRows(std::move(rows));
    QStringList near;
    if (a.vectors && a.vectors->width > 0)
        for (const runtime::NearCode& each :
             runtime::nearestCodes(a.vectors->values, a.vectors->width, code, kMostNear))
            near << linkOf(each.code, locale().toString(each.distance, 'f', 3));
    m_near->setText(
        tr("Nearest, with distance: %1")
            .arg(near.isEmpty() ? QStringLiteral("–") : near.join(QLatin1String(", "))));
    QStringList company;
    for (const runtime::CodeCompany& each : runtime::companyOf(atlas, code, kMostCompany))
        company << linkOf(
            each.code,
            tr("×%1 in %2 images").arg(locale().toString(each.lift, 'f', 1)).arg(each.images));
    m_company->setText(
        tr("Often in the same images, with lift: %1")
            .arg(company.isEmpty() ? QStringLiteral("–") : company.join(QLatin1String(", "))));
}

void CodePanel::followPainting(std::int64_t code) {
    const std::vector<TokenRef> places = placesOf(m_state, code);
    m_here->setVisible(code >= 0);
    m_here->setText(
        places.empty()
            ? tr("The current image does not have it.")
            : tr("The current image has it %1×; its tokens are selected.").arg(places.size()));
    const CodebookState::Painting& painting = m_codebook.at(Side::A).painting;
    const auto content = m_state.content();
    std::vector<PictureRows::Row> rows;
    if (painting && content && code >= 0)
        rows.push_back(
            {tr("What it paints at level %1, token %2")
                 .arg(painting->place.level + 1)
                 .arg(painting->place.token + 1),
             {{painting->alone, tr("Every other token masked"), tr("alone")},
              {content->levels.back().picture, tr("The picture with all tokens"), tr("in place")},
              {painting->inPlace,
               tr("The picture with it minus the picture with the mask token in its "
                  "place: blue darker, red brighter, up to %1")
                   .arg(locale().toString(double(painting->limit), 'g', 2)),
               tr("what it moves")}}});
    m_painting->setVisible(!rows.empty());
    m_painting->setRows(std::move(rows));
}

} // namespace hierascope::widgets
