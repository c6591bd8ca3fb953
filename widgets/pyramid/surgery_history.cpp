// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pyramid/surgery_history.h"

#include <algorithm>

#include "widgets/common/theme.h"
#include "widgets/state/surgery_bench.h"

#include <QSignalBlocker>

namespace hierascope::widgets {

namespace {

constexpr int kIcon = 40;
constexpr int kRow = 46;
constexpr int kSeenRows = 4; // more are scrolled to

} // namespace

SurgeryHistory::SurgeryHistory(const Theme& theme, ViewState& state, SurgeryBench& bench,
                               QWidget* parent)
    : QListWidget(parent), m_theme(theme), m_state(state), m_bench(bench) {
    setAccessibleName(tr("History of edits"));
    setToolTip(tr("Every edit with the picture that it made: choose one to go there"));
    setIconSize({kIcon, kIcon});
    setWordWrap(true);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            showEdits(m_state, row);
    });
    connect(&bench, &SurgeryBench::changed, this, &SurgeryHistory::follow);
    connect(&theme, &Theme::changed, this, &SurgeryHistory::follow);
    follow();
}

QSize SurgeryHistory::sizeHint() const {
    return {200, kRow * std::clamp(count(), 1, kSeenRows) + 4};
}

void SurgeryHistory::follow() {
    const QSignalBlocker quiet(this);
    const TokenSurgery* surgery = m_state.choice().surgery();
    const int edits = surgery != nullptr ? int(surgery->steps.size()) : 0;
    const int applied = surgery != nullptr ? surgery->applied : 0;
    const bool isLonger = count() != edits + 1;
    while (count() > edits + 1)
        delete takeItem(count() - 1);
    while (count() < edits + 1)
        addItem(new QListWidgetItem);
    for (int row = 0; row <= edits; ++row) {
        const QString title =
            row == 0 ? tr("Unedited")
                     : tr("%1. %2").arg(row).arg(editTitle(surgery->steps[std::size_t(row) - 1]));
        QListWidgetItem* own = item(row);
        const QImage picture = m_bench.thumbnail(row);
        own->setText(title);
        own->setToolTip(title);
        own->setSizeHint({0, kRow});
        own->setForeground(m_theme.color(row <= applied ? ColorRole::Text : ColorRole::Secondary));
        if (own->data(Qt::UserRole).toLongLong() != picture.cacheKey()) {
            QPixmap icon(kIcon, kIcon);
            icon.fill(m_theme.color(ColorRole::Canvas));
            own->setIcon(picture.isNull() ? QIcon(icon) : QIcon(QPixmap::fromImage(picture)));
            own->setData(Qt::UserRole, picture.cacheKey());
        }
    }
    setCurrentRow(applied);
    if (isLonger) {
        updateGeometry();
        scrollToItem(item(applied));
    }
}

} // namespace hierascope::widgets
