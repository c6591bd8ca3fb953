// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/codebook/codebook_room.h"

#include <utility>

#include "widgets/codebook/channel_page.h"
#include "widgets/codebook/code_field.h"
#include "widgets/codebook/code_panel.h"
#include "widgets/codebook/codebook_bar.h"
#include "widgets/codebook/codebook_panel.h"
#include "widgets/codebook/usage_curve.h"
#include "widgets/common/busy_panel.h"
#include "widgets/common/room_layout.h"
#include "widgets/common/theme.h"
#include "widgets/state/codebook_bench.h"
#include "widgets/state/view_state.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPixmap>
#include <QStackedWidget>

namespace hierascope::widgets {

namespace {

using Phase = CodebookState::Phase;

constexpr int kCodesPage = 0;
constexpr int kChannelsPage = 1;
constexpr int kMessagePage = 2;

} // namespace

CodebookRoom::CodebookRoom(const Theme& theme, ViewState& state, CodebookState& codebook,
                           CodebookBench& bench, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_state(state), m_codebook(codebook), m_bench(bench),
      m_bar(new CodebookBar(state, codebook, bench, this)),
      m_field(new CodeField(theme, state, codebook, this)), m_curve(new UsageCurve(theme, this)),
      m_code(new CodePanel(theme, state, codebook, this)),
      m_channels(new ChannelPage(theme, state, codebook, this)),
      m_panel(new CodebookPanel(state, codebook, this)), m_message(new MessagePanel(theme, this)),
      m_busy(new BusyPanel(this)), m_pages(new QStackedWidget(this)) {
    m_panel->hide(); // until it has its place beside the view
    m_pages->addWidget(makeCodes());
    m_pages->addWidget(m_channels);
    m_pages->addWidget(m_message);
    layOutRoom(this, m_bar, m_pages, m_busy);
    connect(&m_state, &ViewState::choiceChanged, this, &CodebookRoom::follow);
    connect(&m_state, &ViewState::phaseChanged, this, &CodebookRoom::follow);
    connect(&m_codebook, &CodebookState::changed, this, &CodebookRoom::follow);
    connect(&m_codebook, &CodebookState::progressChanged, this, &CodebookRoom::followProgress);
    connect(&theme, &Theme::changed, this, &CodebookRoom::follow);
    connect(m_message, &MessagePanel::actionChosen, this, &CodebookRoom::runAction);
    connect(m_busy, &BusyPanel::cancelRequested, &m_bench, &CodebookBench::stop);
}

QWidget* CodebookRoom::makeCodes() {
    auto* page = new QWidget(this);
    auto* left = new QVBoxLayout;
    left->setSpacing(12);
    left->addWidget(m_field, 1);
    left->addWidget(m_curve);
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(12, 12, 12, 12);
    row->setSpacing(12);
    row->addLayout(left, 3);
    row->addWidget(m_code, 2);
    return page;
}

void CodebookRoom::setDemo(const QString& folder) {
    m_demo = folder;
    m_bar->setDemo(folder);
    follow();
}

void CodebookRoom::startDemo() {
    CodebookChoice next = m_codebook.choice();
    next.data = QStringList{m_demo};
    setCodebook(m_state, next, tr("The Demo's Images"));
    m_bench.start();
}

void CodebookRoom::runAction() {
    if (m_state.choice().a.model.isEmpty())
        return Q_EMIT openModelWanted();
    if (m_codebook.at(Side::A).phase == Phase::Empty && !m_demo.isEmpty())
        return startDemo();
    m_bench.start();
}

MessagePanel::Message CodebookRoom::message() const {
    if (m_state.choice().a.model.isEmpty())
        return {QStringLiteral("codebook"), tr("No model is open"),
                tr("This view shows every code of a vocabulary: how often it is used, where it "
                   "occurs, and what it paints. Of models with a continuous latent it shows the "
                   "channels.\nOpen or drop a model folder: one with config.json and "
                   "model.safetensors."),
                tr("Open a model folder…"), false};
    const CodebookState::Shown& a = m_codebook.at(Side::A);
    switch (a.phase) {
    case Phase::Empty: {
        const auto info = m_state.modelInfo();
        const QString text =
            info && info->codebookSize == 0
                ? tr("This model has no codes: its latent is continuous. The view measures its "
                     "channels instead: mean, deviation, KL share, correlation, and what a "
                     "channel does to the picture.")
                : tr("The codes of many images are counted: which are used, which are dead, and "
                     "how evenly. Choose the images in the bar above, or drop a folder of images "
                     "or an IDX file on this view.");
        return {QStringLiteral("codebook"), tr("Nothing was counted yet"), text,
                m_demo.isEmpty() ? tr("Take the library's images") : tr("Take the demo's images"),
                false};
    }
    case Phase::Failed:
        return {QStringLiteral("warning"), MessagePanel::headline(a.error.code),
                QString::fromStdString(a.error.message), tr("Try again"), true};
    case Phase::Stopped:
        return {QStringLiteral("stopped"), tr("Stopped"),
                tr("Nothing was counted before it was stopped."), tr("Go on"), false};
    default:
        return {};
    }
}

const MessagePanel* CodebookRoom::messagePanel() const {
    return m_pages->currentIndex() == kMessagePage ? m_message : nullptr;
}

void CodebookRoom::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_isStale)
        follow();
}

void CodebookRoom::follow() {
    m_isStale = !isVisible();
    if (m_isStale)
        return;
    const CodebookState::Shown& a = m_codebook.at(Side::A);
    const bool isUnderWay = a.phase == Phase::Opening || a.phase == Phase::Counting;
    m_message->setMessage(message());
    const bool hasCodes = a.atlas && a.phase == Phase::Ready;
    const bool hasChannels = a.study && a.phase == Phase::Ready;
    m_pages->setCurrentIndex(hasChannels              ? kChannelsPage
                             : hasCodes || isUnderWay ? kCodesPage
                                                      : kMessagePage);
    m_busy->setVisible(isUnderWay);
    m_busy->setTitle(a.phase == Phase::Opening ? tr("Opening the model") : tr("Encoding images"));
    followProgress(Side::A);
    m_bar->follow();
    m_panel->follow();
    m_field->follow();
    m_code->follow();
    m_channels->follow();
    followCurve();
}

void CodebookRoom::followCurve() {
    std::vector<UsageCurve::Line> lines;
    const bool hasB = m_codebook.hasB();
    for (const Side side : kSides)
        if (const runtime::CodeCounts* counts = m_codebook.counts(side)) {
            const bool isB = side == Side::B;
            lines.push_back({!hasB ? QString()
                             : isB ? QStringLiteral("B")
                                   : QStringLiteral("A"),
                             m_theme.color(isB ? ColorRole::B : ColorRole::A), isB,
                             counts->counts});
        }
    const int level = m_codebook.choice().level;
    const auto info = m_state.modelInfo();
    const bool isLevel = info && level >= 0 && level < int(info->levels.size());
    m_curve->setLines(isLevel ? tr("Usage, sorted: level %1").arg(level + 1)
                              : tr("Usage, sorted: all levels"),
                      std::move(lines));
}

void CodebookRoom::followProgress(Side side) {
    if (side != Side::A)
        return;
    const Progress& progress = m_codebook.at(side).progress;
    const bool isKnown = progress.total > 0 && m_codebook.at(side).phase == Phase::Counting;
    m_busy->setProgress(isKnown ? double(progress.done) / double(progress.total) : -1.0,
                        isKnown ? tr("%1 of %2 images")
                                      .arg(locale().toString(qlonglong(progress.done)),
                                           locale().toString(qlonglong(progress.total)))
                                : QString());
}

QImage CodebookRoom::picture() const {
    return m_codebook.isReady() ? m_pages->currentWidget()->grab().toImage() : QImage();
}

TextTable CodebookRoom::table() const {
    return m_panel->table();
}

} // namespace hierascope::widgets
