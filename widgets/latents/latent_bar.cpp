// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latents/latent_bar.h"

#include "widgets/common/flow_layout.h"
#include "widgets/common/icons.h"
#include "widgets/common/segments.h"
#include "widgets/common/theme.h"
#include "widgets/common/tool_button.h"
#include "widgets/state/latent_bench.h"
#include "widgets/state/view_state.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

namespace hierascope::widgets {

namespace {

using Phase = LatentState::Phase;

constexpr std::int64_t kMoreIterations = 500;
constexpr int kMorphSteps = 100;
constexpr std::array kToolIcons = {"pan", "select", "lasso", "brush"};

} // namespace

LatentBar::LatentBar(const Theme& theme, ViewState& state, LatentState& latents, LatentBench& bench,
                     QWidget* parent)
    : QWidget(parent), m_theme(theme), m_state(state), m_latents(latents), m_bench(bench),
      m_dimensions(new Segments(tr("Dimensions"),
                                {{tr("2-D"), tr("A map in the plane")},
                                 {tr("3-D"), tr("A cloud in space; drag turns it")}},
                                this)),
      m_looks(
          new Segments(tr("Look of the map"),
                       {{tr("Points"), tr("A disc for each token (S)")},
                        {tr("Pictures"), tr("What the tokens show, as many as do not overlap (I)")},
                        {tr("Density"), tr("How densely they lie, with contours (D)")}},
                       this)),
      m_run(makeToolButton(this, "primary", {}, {})),
      m_restart(makeToolButton(this, "quiet", {},
                               tr("The same points from the start with the next seed (Ctrl+R)"))),
      m_extend(makeToolButton(this, "button", tr("+%1").arg(kMoreIterations),
                              tr("Go on for %1 iterations more").arg(kMoreIterations))),
      m_turn(makeToolButton(this, "button", tr("Turn"), tr("Let the cloud turn by itself"))),
      m_tools(new QButtonGroup(this)),
      m_compares(new Segments(
          tr("Maps"),
          {{tr("A"), tr("The map of A alone")},
           {tr("Side by side"), tr("A and B beside each other: one camera, one selection")},
           {tr("Morph"), tr("One map: the points of B go from where A has them")}},
          this)),
      m_morph(new QSlider(Qt::Horizontal, this)) {
    setObjectName(QStringLiteral("roomBar"));
    setAttribute(Qt::WA_StyledBackground);
    m_turn->setCheckable(true);
    m_restart->setIconSize({20, 20});
    m_restart->setAccessibleName(tr("Restart"));
    m_extend->setAccessibleName(tr("More iterations"));
    m_morph->setRange(0, kMorphSteps);
    m_morph->setFixedWidth(140);
    m_morph->setAccessibleName(tr("From A to B"));
    m_morph->setToolTip(tr("Left: where A has the points, right: where B has them"));
    makeTools();
    addAll();
    connectParts();
    connect(&theme, &Theme::changed, this, &LatentBar::tint);
    tint();
    follow();
}

void LatentBar::makeTools() {
    const QStringList names = {tr("Move"), tr("Rectangle"), tr("Lasso"), tr("Brush")};
    const QStringList tips = {tr("A drag moves the map, a click selects a point"),
                              tr("A drag selects a rectangle; Shift adds, Ctrl takes away"),
                              tr("A drag selects what it goes around; Shift adds, Ctrl takes away"),
                              tr("A drag selects what it touches; Shift adds, Ctrl takes away")};
    for (int i = 0; i < kMapTools; ++i) {
        QToolButton* button = makeToolButton(this, "quiet", {}, tips[i]);
        button->setAccessibleName(names[i]);
        button->setCheckable(true);
        button->setIconSize({20, 20});
        m_tools->addButton(button, i);
    }
    m_tools->button(0)->setChecked(true);
}

void LatentBar::addAll() {
    auto* tools = new QWidget(this); // stay together where the row breaks
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    for (QAbstractButton* button : m_tools->buttons())
        row->addWidget(button);
    auto* flow = new FlowLayout(this);
    flow->setContentsMargins(12, 6, 12, 6);
    flow->setSpacing(8);
    flow->addWidget(m_dimensions);
    flow->addWidget(m_looks);
    flow->addWidget(m_run);
    flow->addWidget(m_restart);
    flow->addWidget(m_extend);
    flow->addWidget(tools);
    flow->addWidget(m_turn);
    flow->addGap();
    flow->addWidget(m_morph);
    flow->addWidget(m_compares);
}

void LatentBar::connectParts() {
    connect(m_dimensions, &Segments::chosen, this, [this](int index) {
        LatentMapping next = m_latents.choice().mapping;
        next.dimensions = index + 2;
        setMapping(m_state, next, tr("Dimensions"));
    });
    connect(m_looks, &Segments::chosen, this,
            [this](int index) { setMapLook(m_state, MapLook(index)); });
    connect(m_compares, &Segments::chosen, this,
            [this](int index) { setMapCompare(m_state, MapCompare(index)); });
    connect(m_run, &QToolButton::clicked, &m_bench, &LatentBench::toggle);
    connect(m_restart, &QToolButton::clicked, &m_bench, &LatentBench::restart);
    connect(m_extend, &QToolButton::clicked, this, [this] { m_bench.extend(kMoreIterations); });
    connect(m_tools, &QButtonGroup::idClicked, this,
            [this](int id) { Q_EMIT toolChosen(MapTool(id)); });
    connect(m_turn, &QToolButton::toggled, this, &LatentBar::turningChanged);
    connect(m_morph, &QSlider::valueChanged, this, &LatentBar::morphChanged);
}

void LatentBar::setTool(MapTool tool) {
    m_tools->button(int(tool))->setChecked(true);
}

double LatentBar::morph() const {
    return double(m_morph->value()) / kMorphSteps;
}

void LatentBar::follow() {
    const LatentChoice& choice = m_latents.choice();
    m_dimensions->setCurrent(choice.mapping.dimensions - 2);
    m_looks->setCurrent(int(choice.look));
    const bool isFlat = choice.mapping.dimensions == 2;
    m_looks->setEnabled(isFlat);
    m_turn->setVisible(!isFlat);
    if (isFlat)
        m_turn->setChecked(false);
    m_compares->setCurrent(m_latents.hasB() ? int(choice.compare) : 0);
    const ViewChoice& all = m_state.choice();
    const bool canCompare = all.hasB() && all.resolved(Side::B).model != all.a.model;
    m_compares->setChoiceEnabled(1, canCompare);
    m_compares->setChoiceEnabled(2, canCompare && choice.mapping.dimensions == 2);
    m_morph->setVisible(m_latents.hasB() && choice.compare == MapCompare::Morph);
    m_morph->setEnabled(m_latents.hasSamePoints());
    const Phase phase = m_latents.at(Side::A).phase;
    const bool isRunning = m_bench.isActive() && !m_bench.isPaused() && m_latents.isBusy();
    const bool isDone = phase == Phase::Finished && !isRunning;
    m_run->setText(isRunning                                      ? tr("Pause")
                   : isDone                                       ? tr("Finished")
                   : phase == Phase::Paused || m_bench.isPaused() ? tr("Continue")
                                                                  : tr("Make the map"));
    m_run->setToolTip(isRunning ? tr("Pause; the map stays as it is (Space)")
                      : isDone  ? tr("The map is finished: change something, or add iterations")
                                : tr("Gather the points and lay them out (Space)"));
    m_run->setAccessibleName(m_run->text());
    m_run->setAccessibleDescription(m_run->toolTip());
    m_run->setEnabled(!isDone);
    const bool hasMap = m_latents.hasMap();
    m_restart->setEnabled(hasMap);
    m_extend->setEnabled(hasMap && choice.mapping.method == LatentMapping::Method::Tsne);
}

void LatentBar::tint() {
    const QColor color = m_theme.color(ColorRole::Text);
    m_restart->setIcon(tintedIcon(QStringLiteral("restart"), color));
    for (int i = 0; i < kMapTools; ++i)
        m_tools->button(i)->setIcon(
            tintedIcon(QString::fromLatin1(kToolIcons[std::size_t(i)]), color));
}

} // namespace hierascope::widgets
