// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pyramid/pane_maker.h"

#include <algorithm>

#include "widgets/common/message_panel.h"
#include "widgets/state/services.h"

#include <QCoreApplication>
#include <QLocale>

namespace hierascope::widgets {

namespace {

constexpr std::size_t kDrawn = 24;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PaneMaker)
};

const LevelPictures& levelOf(const PyramidContent& content, int level) {
    return content.levels[std::size_t(level)];
}

} // namespace

QString pictureTitle(Picture picture) {
    switch (picture) {
    case Picture::Reconstruction:
        return Words::tr("Reconstruction");
    case Picture::Original:
        return Words::tr("Original");
    case Picture::Residual:
        return Words::tr("Residual");
    case Picture::AbsoluteError:
        return Words::tr("Absolute error");
    case Picture::SignedError:
        return Words::tr("Signed error");
    case Picture::Commutation:
        return Words::tr("Commutation");
    case Picture::Hierarchies:
        return Words::tr("Image hierarchies");
    case Picture::Moved:
        return Words::tr("Moved by edits");
    }
    return {};
}

QString movedText(double movedBy) {
    if (movedBy == 0.0)
        return Words::tr("no pixel moved");
    return Words::tr("moved by %1 % (RMS)").arg(QLocale().toString(100.0 * movedBy, 'g', 3));
}

bool PaneMaker::showsContent(Side side, bool isLate) const {
    if (!m_state.content(side) || m_state.level(side) < 0)
        return false;
    const bool isOther =
        m_state.contentSubject(side).image != m_state.choice().resolved(side).image;
    return m_state.phase(side) != ViewState::Phase::Busy || !isLate || !isOther;
}

CompareView::Pane PaneMaker::pane(Side side, bool isLate) {
    CompareView::Pane made;
    const QString image = fileNameOf(m_state.choice().resolved(side).image);
    if (showsContent(side, isLate)) {
        made.picture = picture(side);
        made.caption = caption(side, made.picture);
        made.tokens = tokens(side);
        if (made.picture.isNull())
            made.message =
                m_state.choice().picture == Picture::Moved
                    ? Words::tr("No token is edited here, so that no pixel moved.")
                    : Words::tr("The coarsest level has no level before it to differ from.");
        const auto& info = m_state.levelInfos(side)[std::size_t(m_state.level(side))];
        made.name = Words::tr("%1 of %2").arg(levelTitle(info), image);
        return made;
    }
    made.message = missing(side);
    const bool isComing =
        m_state.phase(side) == ViewState::Phase::Busy || m_state.preview(side).isNull();
    if (isComing) {
        made.picture = m_state.preview(side);
        made.caption = Words::tr("%1  ·  original, not encoded yet").arg(image);
        made.name = image;
    }
    if (made.picture.isNull())
        made.caption.clear();
    return made;
}

QString PaneMaker::missing(Side side) const {
    switch (m_state.phase(side)) {
    case ViewState::Phase::Busy:
        return m_state.busyTitle(side) + QStringLiteral("…");
    case ViewState::Phase::Failed:
        return MessagePanel::headline(m_state.error(side).code) + QStringLiteral("\n\n") +
               QString::fromStdString(m_state.error(side).message);
    case ViewState::Phase::Stopped:
        return Words::tr("Stopped; the task can be started again.");
    case ViewState::Phase::Empty:
    case ViewState::Phase::Ready:
        break;
    }
    return {};
}

const ScalarMap* PaneMaker::map(Side side) const {
    const auto content = m_state.content(side);
    if (!content || m_state.level(side) < 0)
        return nullptr;
    return mapOf(levelOf(*content, m_state.level(side)), m_state.choice().picture);
}

float PaneMaker::limit() const {
    float largest = 0.0F;
    for (const Side side : kSides)
        if (map(side) != nullptr) {
            const auto content = m_state.content(side);
            const Picture picture = m_state.choice().picture;
            largest = std::max(largest, picture == Picture::Residual ? content->residualLimit
                                        : picture == Picture::Moved  ? content->movedLimit
                                                                     : content->errorLimit);
        }
    return largest;
}

QImage PaneMaker::mapPicture(Side side, ColorMap colors) {
    const auto content = m_state.content(side);
    const MapKey key{content.get(), m_state.level(side), m_state.choice().picture, limit()};
    auto found = m_drawn.find(key);
    if (found == m_drawn.end()) {
        if (m_drawn.size() >= kDrawn)
            m_drawn.clear();
        const QImage image = imageFromMap(*map(side), colors, limit());
        found = m_drawn.emplace(key, std::pair(content, image)).first;
    }
    return found->second.second;
}

QImage PaneMaker::picture(Side side) {
    const auto content = m_state.content(side);
    switch (m_state.choice().picture) {
    case Picture::Original:
        return content->input;
    case Picture::Residual:
    case Picture::SignedError:
    case Picture::Moved:
        return mapPicture(side, ColorMap::Diverging);
    case Picture::AbsoluteError:
        return mapPicture(side, ColorMap::Magnitude);
    case Picture::Reconstruction:
    case Picture::Commutation:
    case Picture::Hierarchies:
        break;
    }
    return levelOf(*content, m_state.level(side)).picture;
}

QString PaneMaker::caption(Side side, const QImage& picture) const {
    const runtime::LevelReconstruction& level =
        m_state.content(side)->reconstruction.levels[std::size_t(m_state.level(side))];
    const Picture chosen = m_state.choice().picture;
    QStringList parts;
    if (chosen != Picture::Original)
        parts << levelTitle(level.level);
    if (chosen != Picture::Reconstruction)
        parts << pictureTitle(chosen);
    if (!picture.isNull())
        parts << Words::tr("%1 × %2 px").arg(picture.width()).arg(picture.height());
    const PyramidContent& content = *m_state.content(side);
    if (chosen == Picture::Moved)
        parts << movedText(levelOf(content, m_state.level(side)).movedBy);
    else if (chosen != Picture::Original && chosen != Picture::Residual)
        parts << decibelText(level.psnrFull);
    if (!content.edits.isEmpty() && chosen != Picture::Original && chosen != Picture::Moved)
        parts << Words::tr("edited");
    if (m_state.hasB()) {
        const Subject subject = m_state.choice().resolved(side);
        parts << fileNameOf(m_state.choice().b.model.isEmpty() ? subject.image : subject.model);
    }
    return parts.join(QStringLiteral("  ·  "));
}

TokenLayer PaneMaker::tokens(Side side) const {
    TokenLayer layer;
    const int level = m_state.level(side);
    const runtime::LevelInfo& info = m_state.levelInfos(side)[std::size_t(level)];
    layer.rows = info.rows;
    layer.columns = info.columns;
    layer.hasGrid = m_state.choice().overlay != TokenOverlay::Off;
    if (m_state.choice().overlay == TokenOverlay::Colors)
        layer.colors = levelOf(*m_state.content(side), level).tokenColors;
    if (layer.hasGrid)
        layer.codes =
            m_state.content(side)->reconstruction.pyramid.levels[std::size_t(level)].codes;
    for (const TokenRef& token : m_state.choice().selection) {
        if (token.rows == info.rows && token.columns == info.columns)
            layer.selected.insert(token.token);
        else
            layer.areas.push_back(token.share());
    }
    return layer;
}

CompareView::Pane PaneMaker::differencePane() const {
    CompareView::Pane made;
    const auto difference = m_state.difference();
    if (!difference) {
        const bool isWaiting =
            m_state.phase(Side::A) == ViewState::Phase::Ready && !missing(Side::B).isEmpty();
        made.message =
            isWaiting ? Words::tr("B: %1").arg(missing(Side::B)) : Words::tr("Subtracting…");
        return made;
    }
    made.picture = difference->picture;
    made.name = Words::tr("A minus B");
    made.caption =
        QStringList{Words::tr("A − B, signed"),
                    Words::tr("%1 × %2 px")
                        .arg(difference->picture.width())
                        .arg(difference->picture.height()),
                    Words::tr("PSNR of A against B %1").arg(decibelText(difference->psnr))}
            .join(QStringLiteral("  ·  "));
    if (m_state.level() >= 0)
        made.tokens = tokens(Side::A);
    made.tokens.colors = {};
    return made;
}

} // namespace hierascope::widgets
