// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/codebook/channel_page.h"

#include <algorithm>
#include <cmath>

#include "widgets/codebook/codebook_text.h"
#include "widgets/codebook/picture_rows.h"
#include "widgets/common/pictures.h"
#include "widgets/common/theme.h"
#include "widgets/state/view_state.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QSignalBlocker>
#include <QTableWidget>

namespace hierascope::widgets {

namespace {

constexpr int kStep = 92;
constexpr int kMatrix = 240;
constexpr QSize kHistogram(96, 22);

QLabel* makeLabel(const char* role, const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setProperty("role", QString::fromLatin1(role));
    label->setWordWrap(true);
    return label;
}

} // namespace

ChannelPage::ChannelPage(const Theme& theme, ViewState& state, const CodebookState& codebook,
                         QWidget* parent)
    : QWidget(parent), m_theme(theme), m_state(state), m_codebook(codebook),
      m_table(new QTableWidget(this)), m_correlation(new QLabel(this)),
      m_words(makeLabel("secondary", {}, this)), m_heading(makeLabel("heading", {}, this)),
      m_traversal(new PictureRows(theme, kStep, this)) {
    m_table->setAccessibleName(tr("Channels"));
    m_table->setAccessibleDescription(tr("The chosen channel is traversed below"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setIconSize(kHistogram);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_correlation->setAccessibleName(tr("Correlation of the channels"));
    m_correlation->setToolTip(tr("Correlation of two channels: blue −1, white 0, red +1"));
    m_correlation->setFixedSize(kMatrix, kMatrix);
    m_traversal->setAccessibleName(tr("Traversal"));
    auto* right = new QVBoxLayout;
    right->addWidget(makeLabel("heading", tr("CORRELATION"), this));
    right->addWidget(m_correlation);
    right->addWidget(m_words);
    right->addStretch();
    auto* upper = new QHBoxLayout;
    upper->setSpacing(12);
    upper->addWidget(m_table, 1);
    upper->addLayout(right);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->addLayout(upper, 1);
    column->addWidget(m_heading);
    column->addWidget(m_traversal);
    connect(m_table, &QTableWidget::currentCellChanged, this,
            [this](int row, int, int before, int) {
                if (row < 0 || row == before)
                    return;
                CodebookChoice next = m_codebook.choice();
                next.channel = row;
                setCodebook(m_state, next, tr("Channel"));
            });
    connect(&theme, &Theme::changed, this, [this] {
        m_shown = nullptr;
        follow();
    });
}

QImage ChannelPage::correlationPicture(const runtime::ChannelStudy& study) {
    const int side = int(study.channels.size());
    return imageFromMap({side, side, study.correlation}, ColorMap::Diverging, 1.0F);
}

QImage ChannelPage::histogram(const runtime::ChannelFigures& channel) const {
    const double ratio = devicePixelRatioF();
    QImage picture(kHistogram * ratio, QImage::Format_ARGB32_Premultiplied);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    const auto bins = double(channel.histogram.size());
    const std::int64_t most = std::max<std::int64_t>(
        1, channel.histogram.empty() ? 1 : *std::ranges::max_element(channel.histogram));
    for (std::size_t i = 0; i < channel.histogram.size(); ++i) {
        const double high = kHistogram.height() * double(channel.histogram[i]) / double(most);
        painter.fillRect(QRectF(kHistogram.width() * double(i) / bins, kHistogram.height() - high,
                                kHistogram.width() / bins, high),
                         m_theme.color(ColorRole::Text)); // reads on a chosen row, too
    }
    return picture;
}

void ChannelPage::follow() {
    const CodebookState::Study& study = m_codebook.at(Side::A).study;
    if (!study)
        return;
    if (study != m_shown) {
        m_shown = study;
        fillTable();
        fillCorrelation();
    }
    const QSignalBlocker blocker(m_table);
    const int channel =
        std::clamp(m_codebook.choice().channel, 0, std::max(0, m_table->rowCount() - 1));
    if (m_table->currentRow() != channel)
        m_table->setCurrentCell(channel, 0);
    fillTraversal();
}

void ChannelPage::fillTable() {
    const QSignalBlocker blocker(m_table);
    const TextTable text = channelTable(m_codebook);
    m_table->setRowCount(int(text.rows.size()));
    m_table->setColumnCount(int(text.header.size()) + 1);
    m_table->setHorizontalHeaderLabels(text.header + QStringList{tr("Histogram")});
    for (int row = 0; row < int(text.rows.size()); ++row) {
        const QStringList& words = text.rows[std::size_t(row)];
        for (int i = 0; i < words.size(); ++i) {
            auto* item = new QTableWidgetItem(words.at(i));
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_table->setItem(row, i, item);
        }
        auto* item = new QTableWidgetItem;
        item->setData(Qt::DecorationRole, histogram(m_shown->channels[std::size_t(row)]));
        item->setData(Qt::AccessibleTextRole, tr("Histogram of channel %1").arg(row + 1));
        m_table->setItem(row, int(words.size()), item);
    }
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(int(text.header.size()),
                                                      QHeaderView::Stretch);
}

void ChannelPage::fillCorrelation() {
    m_correlation->setPixmap(QPixmap::fromImage(correlationPicture(*m_shown))
                                 .scaled(m_correlation->size(), Qt::KeepAspectRatio));
    const std::size_t side = m_shown->channels.size();
    float most = 0.0F;
    std::size_t one = 0;
    std::size_t two = 0;
    for (std::size_t i = 0; i < side; ++i)
        for (std::size_t j = i + 1; j < side; ++j)
            if (std::abs(m_shown->correlation[i * side + j]) > std::abs(most)) {
                most = m_shown->correlation[i * side + j];
                one = i + 1;
                two = j + 1;
            }
    m_words->setText(one > 0 ? tr("Strongest: channels %1 and %2, %3")
                                   .arg(one)
                                   .arg(two)
                                   .arg(locale().toString(double(most), 'f', 2))
                             : tr("No two channels vary together."));
    m_correlation->setAccessibleDescription(m_words->text());
}

void ChannelPage::fillTraversal() {
    const CodebookState::Traversal& traversal = m_codebook.at(Side::A).traversal;
    m_heading->setText(
        tr("CHANNEL %1 MOVED EVERYWHERE BY SO MANY DEVIATIONS").arg(m_table->currentRow() + 1));
    std::vector<PictureRows::Row> rows;
    if (traversal && !traversal->empty()) {
        PictureRows::Row row;
        for (std::size_t i = 0; i < traversal->size() && i < CodebookState::kSteps.size(); ++i) {
            const double step = CodebookState::kSteps[i];
            const QString words = step > 0.0   ? QStringLiteral("+%1").arg(step)
                                  : step < 0.0 ? QStringLiteral("−%1").arg(-step)
                                               : QStringLiteral("0");
            row.cells.push_back({traversal->at(i), tr("%1 deviations").arg(words), words});
        }
        rows.push_back(std::move(row));
    } else {
        rows.push_back({tr("It needs an image of A, and a model that decodes latents."), {}});
    }
    m_traversal->setRows(std::move(rows));
}

} // namespace hierascope::widgets
