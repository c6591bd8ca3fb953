// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pyramid/commutation_view.h"

#include <utility>

#include "widgets/common/image_view.h"
#include "widgets/common/theme.h"

#include <QBoxLayout>
#include <QLabel>

namespace hierascope::widgets {

namespace {

constexpr int kGap = 8;

} // namespace

CommutationView::CommutationView(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_figures(new QLabel(this)),
      m_row(new QBoxLayout(QBoxLayout::LeftToRight)), m_views{new ImageView(theme, this),
                                                              new ImageView(theme, this),
                                                              new ImageView(theme, this)} {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    m_row->setSpacing(kGap);
    m_figures->setFont(numberFont());
    m_figures->setWordWrap(true);
    m_figures->setToolTip(tr("Z is the latent map, X the image, D the decoder and D_s the "
                             "downsampling to scale s. In a good model the two orders agree "
                             "(HieraTok, appendix B, equations 12 and 13)."));
    column->addWidget(m_figures);
    column->addLayout(m_row, 1);
    for (ImageView* own : m_views) {
        m_row->addWidget(own, 1);
        connect(own, &ImageView::viewportChanged, this, [this, own] { link(own); });
        connect(own, &ImageView::tokensChosen, this, &CommutationView::tokensChosen);
    }
}

void CommutationView::link(const ImageView* from) {
    if (std::exchange(m_isLinking, true))
        return;
    for (ImageView* own : m_views)
        own->setViewport(from->viewport());
    m_isLinking = false;
}

QString CommutationView::figures() const {
    return m_figures->text();
}

void CommutationView::show(const std::shared_ptr<const PyramidContent>& content, int level,
                           const TokenLayer& tokens, const QString& message) {
    if (!content || level < 0) {
        m_figures->clear();
        for (ImageView* own : m_views) {
            own->setImage({});
            own->setCaption({}, {});
            own->setTokens({});
        }
        m_views[0]->setMessage(message);
        return;
    }
    const LevelPictures& pictures = content->levels[std::size_t(level)];
    const runtime::LevelReconstruction& made = content->reconstruction.levels[std::size_t(level)];
    const QString words[] = {tr("D(D_s(Z))  ·  decoded from the downsampled latent"),
                             tr("D_s(D(Z))  ·  the finest level, downsampled"),
                             tr("D_s(X)  ·  the image, downsampled")};
    const QImage* images[] = {&pictures.picture, &pictures.finestReduced, &pictures.inputReduced};
    for (std::size_t i = 0; i < kPictures; ++i) {
        if (m_views[i]->image().cacheKey() != images[i]->cacheKey())
            m_views[i]->setImage(*images[i]);
        m_views[i]->setCaption({}, words[i]);
        m_views[i]->setMessage({});
        m_views[i]->setTokens(tokens);
        m_views[i]->setAccessibleName(words[i]);
    }
    m_figures->setText(
        tr("%1    D(D_s(Z)) ~ D_s(D(Z)) %2    D_s(D(Z)) ~ D_s(X) %3    D(D_s(Z)) ~ D_s(X) %4")
            .arg(levelTitle(made.level), decibelText(made.commutation.psnrDecoded),
                 decibelText(made.commutation.psnrFinest), decibelText(made.psnr)));
}

void CommutationView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_row->setDirection(height() > width() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace hierascope::widgets
