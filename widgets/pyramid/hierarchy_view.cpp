// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pyramid/hierarchy_view.h"

#include <utility>

#include "widgets/common/image_view.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>

namespace hierascope::widgets {

namespace {

constexpr int kGap = 8;

} // namespace

HierarchyView::HierarchyView(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_about(new QLabel(this)), m_message(new QLabel(this)),
      m_grid(new QGridLayout) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    m_about->setWordWrap(true);
    m_about->setProperty("role", QStringLiteral("secondary"));
    m_about->setText(tr("Image tokens at the end of the encoder, coloured by their first three "
                        "principal components. Above: what each hierarchy holds, which is what "
                        "the coarser ones left. Below: it and all coarser ones together."));
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignCenter);
    m_grid->setSpacing(kGap);
    column->addWidget(m_about);
    column->addLayout(m_grid, 1);
    column->addWidget(m_message, 1);
}

void HierarchyView::setCount(std::size_t count) {
    while (m_views.size() > 2 * count) {
        delete m_views.back();
        m_views.pop_back();
    }
    while (m_views.size() < 2 * count) {
        const int index = int(m_views.size());
        auto* made = new ImageView(m_theme, this);
        m_grid->addWidget(made, index % 2, index / 2);
        m_grid->setColumnStretch(index / 2, 1);
        m_grid->setRowStretch(index % 2, 1);
        connect(made, &ImageView::viewportChanged, this, [this, made] { link(made); });
        m_views.push_back(made);
    }
}

void HierarchyView::link(const ImageView* from) {
    if (std::exchange(m_isLinking, true))
        return;
    for (ImageView* own : m_views)
        own->setViewport(from->viewport());
    m_isLinking = false;
}

void HierarchyView::show(const std::shared_ptr<const PyramidContent>& content,
                         const QString& message) {
    const std::size_t count = content ? content->hierarchies.size() : 0;
    setCount(count);
    m_about->setVisible(count > 0);
    m_message->setVisible(count == 0);
    m_message->setText(!message.isEmpty() ? message
                                          : tr("This model's encoder merges no image tokens, so "
                                               "that it has no hierarchies to show."));
    for (std::size_t i = 0; i < count; ++i) {
        const HierarchyPictures& hierarchy = content->hierarchies[i];
        const QString tokens = QLocale().toString(hierarchy.rows * hierarchy.columns);
        const QString captions[] = {tr("%1 × %2 tokens").arg(hierarchy.rows).arg(hierarchy.columns),
                                    i == 0 ? tr("the coarsest alone")
                                           : tr("sum up to %1 tokens").arg(tokens)};
        const QImage* images[] = {&hierarchy.own, &hierarchy.sum};
        for (std::size_t row = 0; row < 2; ++row) {
            ImageView* view = m_views[2 * i + row];
            if (view->image().cacheKey() != images[row]->cacheKey())
                view->setImage(*images[row]);
            view->setCaption({}, captions[row]);
            view->setAccessibleName(captions[row]);
            view->setToolTip(tr("Mean length of the token vectors: %1")
                                 .arg(QLocale().toString(hierarchy.norm, 'f', 2)));
        }
    }
}

} // namespace hierascope::widgets
