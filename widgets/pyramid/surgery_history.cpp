// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pyramid/surgery_history.h"

#include "widgets/common/theme.h"
#include "widgets/state/surgery_bench.h"

#include <QKeyEvent>
#include <QSignalBlocker>

namespace hierascope::widgets {

namespace {

constexpr int kIcon = 40;
constexpr int kHeight = 46;
constexpr int kWidth = 178;
constexpr int kScrollBar = 12;

} // namespace

SurgeryHistory::SurgeryHistory(const Theme& theme, ViewState& state, SurgeryBench& bench,
                               QWidget* parent)
    : QListWidget(parent), m_theme(theme), m_state(state), m_bench(bench) {
    setAccessibleName(tr("History of edits"));
    setToolTip(tr("Every edit with the picture that it made: choose one to go there"));
    setIconSize({kIcon, kIcon});
    setWordWrap(true);
    setUniformItemSizes(true);
    setFlow(QListView::LeftToRight);
    setWrapping(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            showEdits(m_state, row);
    });
    connect(&bench, &SurgeryBench::changed, this, &SurgeryHistory::follow);
    connect(&theme, &Theme::changed, this, &SurgeryHistory::follow);
    follow();
}

QSize SurgeryHistory::sizeHint() const {
    return {3 * kWidth, kHeight + kScrollBar};
}

/// The arrow keys go through the history while it has the focus, and else through the levels.
bool SurgeryHistory::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto& key = static_cast<const QKeyEvent&>(*event);
        if (key.modifiers() == Qt::NoModifier &&
            (key.key() == Qt::Key_Left || key.key() == Qt::Key_Right)) {
            event->accept();
            return true;
        }
    }
    return QListWidget::event(event);
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
        own->setSizeHint({kWidth, kHeight});
        own->setForeground(m_theme.color(row <= applied ? ColorRole::Text : ColorRole::Secondary));
        if (own->data(Qt::UserRole).toLongLong() != picture.cacheKey()) {
            QPixmap shown(kIcon, kIcon);
            shown.fill(m_theme.color(ColorRole::Border)); // while it was never decoded
            if (!picture.isNull())
                shown = QPixmap::fromImage(picture);
            QIcon icon(shown);
            icon.addPixmap(shown, QIcon::Selected); // the highlight must not tint it
            own->setIcon(icon);
            own->setData(Qt::UserRole, picture.cacheKey());
        }
    }
    setCurrentRow(applied);
    if (isLonger)
        scrollToItem(item(applied));
}

} // namespace hierascope::widgets
