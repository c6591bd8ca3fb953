// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pyramid/pyramid_room.h"

#include "widgets/common/busy_panel.h"
#include "widgets/common/color_key.h"
#include "widgets/common/image_view.h"
#include "widgets/common/theme.h"
#include "widgets/pyramid/commutation_view.h"
#include "widgets/pyramid/hierarchy_view.h"
#include "widgets/pyramid/ladder_text.h"
#include "widgets/pyramid/ladder_view.h"
#include "widgets/pyramid/pyramid_bar.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>

namespace hierascope::widgets {

namespace {

constexpr std::chrono::milliseconds kLate{200};

} // namespace

PyramidRoom::PyramidRoom(const Theme& theme, ViewState& state, QWidget* parent)
    : QWidget(parent), m_state(state), m_panes(state), m_bar(new PyramidBar(theme, state, this)),
      m_view(new CompareView(theme, this)), m_commutation(new CommutationView(theme, this)),
      m_hierarchies(new HierarchyView(theme, this)), m_ladder(new LadderView(theme, this)),
      m_message(new MessagePanel(theme, this)), m_busy(new BusyPanel(this)), m_row(new QHBoxLayout),
      m_column(new QVBoxLayout), m_stages(new QStackedWidget(this)),
      m_pages(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("room"));
    setAttribute(Qt::WA_StyledBackground);
    m_pages->addWidget(makeStage());
    m_pages->addWidget(m_message);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_pages, 1);
    m_late.setSingleShot(true);
    m_late.setInterval(kLate);
    connectState();
    connectViews();
}

QWidget* PyramidRoom::makeStage() {
    m_stages->addWidget(m_view);
    m_stages->addWidget(m_commutation);
    m_stages->addWidget(m_hierarchies);
    auto* stage = new QWidget(this);
    auto* overlaid = new QGridLayout; // the busy panel lies over the place of the result
    overlaid->addWidget(m_stages, 0, 0);
    overlaid->addWidget(m_busy, 0, 0, Qt::AlignCenter);
    auto* column = new QVBoxLayout;
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(12);
    column->addLayout(overlaid, 1);
    column->addWidget(m_ladder);
    stage->setLayout(m_column);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addLayout(m_row, 1);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    m_row->addLayout(column, 1);
    m_busy->raise();
    m_busy->hide();
    return stage;
}

void PyramidRoom::connectState() {
    connect(&m_state, &ViewState::choiceChanged, this, &PyramidRoom::follow);
    connect(&m_state, &ViewState::levelChanged, this, &PyramidRoom::follow);
    connect(&m_state, &ViewState::flippedChanged, this, &PyramidRoom::follow);
    connect(&m_state, &ViewState::previewChanged, this, &PyramidRoom::follow);
    connect(&m_state, &ViewState::differenceChanged, this, &PyramidRoom::follow);
    connect(&m_state, &ViewState::phaseChanged, this, &PyramidRoom::followPhase);
    connect(&m_state, &ViewState::progressChanged, this,
            [this](Side side, const Progress& progress) {
                if (side == Side::A)
                    m_busy->setProgress(
                        progress.total > 0 ? double(progress.done) / double(progress.total) : -1.0,
                        QString::fromStdString(progress.stage));
            });
    connect(&m_late, &QTimer::timeout, this, [this] {
        m_isLate = true;
        follow();
    });
}

void PyramidRoom::connectViews() {
    connect(m_bar, &PyramidBar::fitWanted, this, &PyramidRoom::fit);
    connect(m_bar, &PyramidBar::truePixelsWanted, this, &PyramidRoom::showTruePixels);
    connect(m_bar, &PyramidBar::editingWanted, this, &PyramidRoom::setEditing);
    connect(m_bar, &PyramidBar::exportWanted, this, &PyramidRoom::exportWanted);
    connect(m_bar, &PyramidBar::rectangleToolChanged, this, [this](bool isOn) {
        m_view->setRectangleTool(isOn);
        for (std::size_t i = 0; i < CommutationView::kPictures; ++i)
            m_commutation->view(i)->setRectangleTool(isOn);
    });
    connect(m_busy, &BusyPanel::cancelRequested, this, &PyramidRoom::cancelRequested);
    connect(m_message, &MessagePanel::actionChosen, this, &PyramidRoom::actionChosen);
    connect(m_ladder, &LadderView::levelChosen, this, [this](int level) {
        if (sideInFront() == Side::A)
            m_state.setLevel(level);
    });
    m_ladder->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_ladder, &QWidget::customContextMenuRequested, this, [this](const QPoint& place) {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        addCopyActions(*menu, [table = ladderTable(m_state)] { return table; });
        menu->popup(m_ladder->mapToGlobal(place));
    });
    connect(m_view, &CompareView::tokensChosen, &m_state, &ViewState::selectTokens);
    connect(m_commutation, &CommutationView::tokensChosen, this,
            [this](const std::vector<std::int64_t>& tokens, SelectionMode mode) {
                m_state.selectTokens(sideInFront(), tokens, mode);
            });
    connect(m_view, &CompareView::pixelHovered, this, [this](Side side, QPoint pixel) {
        const QSize size = m_view->pane(side).picture.size();
        if (!size.isEmpty())
            m_state.setHover(
                QPointF((pixel.x() + 0.5) / size.width(), (pixel.y() + 0.5) / size.height()));
    });
    connect(m_view, &CompareView::hoverEnded, this, [this] { m_state.setHover(std::nullopt); });
}

void PyramidRoom::setSurgery(QWidget* panel, QWidget* strip) {
    m_surgery = {panel, strip};
    m_row->addWidget(panel);
    auto* under = new QHBoxLayout;
    under->setContentsMargins(12, 0, 12, 6);
    under->addWidget(strip);
    m_column->addLayout(under);
    for (QWidget* part : m_surgery)
        part->setVisible(m_isEditing);
}

void PyramidRoom::setEditing(bool isEditing) {
    if (isEditing == m_isEditing)
        return;
    m_isEditing = isEditing;
    m_bar->setEditing(isEditing);
    for (QWidget* part : m_surgery)
        part->setVisible(isEditing);
    Q_EMIT editingChanged(isEditing);
}

const MessagePanel* PyramidRoom::messagePanel() const {
    return m_pages->currentWidget() == m_message ? m_message : nullptr;
}

void PyramidRoom::setMessage(const MessagePanel::Message& message) {
    m_message->setMessage(message);
}

QImage PyramidRoom::picture() const {
    if (messagePanel() != nullptr)
        return {};
    if (showsHierarchies())
        return m_hierarchies->grab().toImage();
    return showsCommutation() ? m_commutation->view(0)->image() : m_view->picture();
}

void PyramidRoom::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_isStale)
        follow();
}

Side PyramidRoom::sideInFront() const {
    return m_state.isFlipped() ? Side::B : Side::A;
}

bool PyramidRoom::showsHierarchies() const {
    return m_state.choice().picture == Picture::Hierarchies;
}

bool PyramidRoom::showsCommutation() const {
    return m_state.choice().picture == Picture::Commutation;
}

void PyramidRoom::followPhase() {
    const bool isBusy = m_state.phase() == ViewState::Phase::Busy;
    if (isBusy && !m_late.isActive() && !m_isLate)
        m_late.start(); // a quick result replaces the old one without a flash between
    if (!isBusy) {
        m_late.stop();
        m_isLate = false;
    }
    follow();
}

void PyramidRoom::follow() {
    m_isStale = !isVisible();
    if (m_isStale)
        return;
    const ViewState::Phase phase = m_state.phase();
    const bool hasPlace = phase == ViewState::Phase::Ready || phase == ViewState::Phase::Busy;
    const bool hasPicture = m_state.content() != nullptr || !m_state.preview(Side::A).isNull();
    m_bar->setVisible(hasPlace);
    m_pages->setCurrentIndex(hasPlace ? 0 : 1);
    m_busy->setTitle(m_state.busyTitle());
    m_busy->setVisible(phase == ViewState::Phase::Busy && (m_isLate || !hasPicture));
    if (!hasPlace)
        return;
    if (showsHierarchies())
        m_stages->setCurrentWidget(m_hierarchies);
    else
        m_stages->setCurrentIndex(showsCommutation() ? 1 : 0);
    showPanes();
    showLadder();
    showKey();
}

void PyramidRoom::showPanes() {
    if (showsHierarchies())
        return showHierarchies();
    if (showsCommutation())
        return showCommutation();
    m_view->setHasB(m_state.hasB());
    m_view->setCompare(m_state.choice().compare);
    m_view->setFlipped(m_state.isFlipped());
    m_view->setPane(Side::A, m_panes.pane(Side::A, m_isLate));
    m_view->setPane(Side::B, m_state.hasB() ? m_panes.pane(Side::B, true) : CompareView::Pane{});
    if (m_state.choice().compare == Compare::Difference)
        m_view->setDifference(m_panes.differencePane());
}

void PyramidRoom::showCommutation() {
    const Side side = sideInFront();
    const CompareView::Pane pane = m_panes.pane(side, m_isLate);
    const bool hasContent = m_state.content(side) != nullptr;
    m_commutation->show(m_state.content(side), m_state.level(side), pane.tokens,
                        hasContent ? QString() : pane.message);
}

void PyramidRoom::showHierarchies() {
    const Side side = sideInFront();
    const bool hasContent = m_state.content(side) != nullptr;
    m_hierarchies->show(m_state.content(side),
                        hasContent ? QString() : m_panes.pane(side, m_isLate).message);
}

void PyramidRoom::showLadder() {
    const Side front = sideInFront();
    const auto content = m_state.content(front);
    m_ladder->setVisible(content != nullptr);
    if (!content)
        return;
    m_ladder->setEnabled(m_panes.showsContent(front, m_isLate));
    const bool isComparing = m_state.hasB();
    m_ladder->setContent(content, isComparing ? m_state.content(other(front)) : nullptr, front);
    m_ladder->setLevel(m_state.level(front));
    m_ladder->setSelection(m_state.choice().selection);
}

void PyramidRoom::showKey() {
    const Picture picture = m_state.choice().picture;
    const bool isDifference = m_state.hasB() && m_state.choice().compare == Compare::Difference &&
                              !m_state.isFlipped() && m_state.difference() && !showsCommutation();
    const bool hasMap = !showsHierarchies() && (isDifference || m_panes.limit() > 0.0F);
    m_bar->key()->setVisible(hasMap);
    if (isDifference)
        return m_bar->key()->setMap(tr("A − B"), ColorMap::Diverging, m_state.difference()->limit,
                                    tr("A minus B, mean over the channels, in shares of the full "
                                       "range: red where A is brighter, blue where B is"));
    if (picture == Picture::Residual)
        m_bar->key()->setMap(tr("Residual"), ColorMap::Diverging, m_panes.limit(),
                             tr("What this level adds to the one before, mean over the channels, "
                                "in shares of the full range: red is brighter, blue is darker"));
    else if (picture == Picture::SignedError)
        m_bar->key()->setMap(tr("Error"), ColorMap::Diverging, m_panes.limit(),
                             tr("This level, enlarged, minus the original, mean over the channels, "
                                "in shares of the full range: red is brighter, blue is darker"));
    else if (picture == Picture::Moved)
        m_bar->key()->setMap(tr("Moved"), ColorMap::Diverging, m_panes.limit(),
                             tr("Edited minus unedited, mean over the channels, in shares of the "
                                "full range: red became brighter, blue darker"));
    else if (picture == Picture::AbsoluteError)
        m_bar->key()->setMap(tr("|Error|"), ColorMap::Magnitude, m_panes.limit(),
                             tr("How far this level, enlarged, is from the original, mean over the "
                                "channels, in shares of the full range"));
}

ImageView* PyramidRoom::detailView() const {
    if (showsHierarchies() && !m_hierarchies->views().empty())
        return m_hierarchies->views().front();
    return showsCommutation() ? m_commutation->view(0) : nullptr;
}

void PyramidRoom::fit() {
    detailView() != nullptr ? detailView()->fit() : m_view->fit();
}

void PyramidRoom::showTruePixels() {
    detailView() != nullptr ? detailView()->showTruePixels() : m_view->showTruePixels();
}

void PyramidRoom::zoomIn() {
    detailView() != nullptr ? detailView()->zoomIn() : m_view->zoomIn();
}

void PyramidRoom::zoomOut() {
    detailView() != nullptr ? detailView()->zoomOut() : m_view->zoomOut();
}

} // namespace hierascope::widgets
