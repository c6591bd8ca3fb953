// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latents/numbers_panel.h"

#include <array>
#include <cmath>

#include "widgets/common/flow_layout.h"
#include "widgets/common/theme.h"
#include "widgets/common/tool_button.h"
#include "widgets/latents/latent_text.h"
#include "widgets/state/latent_study.h"
#include "widgets/state/services.h"
#include "widgets/state/view_state.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace hierascope::widgets {

namespace {

using Figure = runtime::SeedFigure runtime::UniformityResult::*;

constexpr std::array<Figure, 3> kFigures = {&runtime::UniformityResult::cv,
                                            &runtime::UniformityResult::gini,
                                            &runtime::UniformityResult::entropy};

/// HieraTok, arXiv 2509.23736, Table 5: 10,000 test images of ImageNet.
struct Published {
    const char* latent;
    bool isMulti;
    std::array<double, 3> values;
};
constexpr std::array<Published, 4> kPublished = {{{"f16d16", false, {0.522, 0.299, 0.984}},
                                                  {"f16d16", true, {0.381, 0.216, 0.991}},
                                                  {"f16d32", false, {0.656, 0.371, 0.976}},
                                                  {"f16d32", true, {0.435, 0.249, 0.988}}}};

QString seedText(const runtime::SeedFigure& figure) {
    if (figure.values.empty())
        return QStringLiteral("–");
    const QString mean = figureText(figure.mean);
    return figure.values.size() < 2 ? mean
                                    : mean + QStringLiteral(" ± ") + figureText(figure.deviation);
}

QString signedFigure(double value) {
    return (value < 0.0 ? QStringLiteral("−") : QStringLiteral("+")) + figureText(std::abs(value));
}

} // namespace

NumbersPanel::NumbersPanel(const Theme&, ViewState& state, LatentState& latents, LatentStudy& study,
                           QWidget* parent)
    : QWidget(parent), m_state(state), m_latents(latents), m_study(study),
      m_heading(new QLabel(this)), m_grid(new QGridLayout), m_difference(new QLabel(this)),
      m_recipe(new QLabel(this)), m_problem(new QLabel(this)),
      m_seeds(makeToolButton(this, "button", {}, {})),
      m_copy(makeToolButton(this, "button", tr("Copy as table"),
                            tr("Copy all numbers with how they were made"))),
      m_published(makeToolButton(this, "button", tr("Paper"),
                                 tr("Show the published values for orientation: HieraTok, Table 5, "
                                    "10,000 ImageNet test images"))),
      m_copyMenu(new QMenu(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_heading->setProperty("role", QStringLiteral("heading"));
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(0, 1);
    for (QLabel* text : {m_difference, m_recipe, m_problem}) {
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        text->setToolTip(tr("How the numbers were made"));
    }
    m_difference->setFont(numberFont());
    m_recipe->setProperty("role", QStringLiteral("secondary"));
    m_problem->setProperty("role", QStringLiteral("warning"));
    m_copy->setPopupMode(QToolButton::InstantPopup);
    m_copy->setMenu(m_copyMenu);
    m_copyMenu->setToolTipsVisible(true);
    addCopyActions(*m_copyMenu, [this] { return table(); });
    m_published->setCheckable(true);
    constexpr int kPadding = 30;
    const QString widest = tr("%1 seeds").arg(LatentStudy::kSeeds);
    m_seeds->setMinimumWidth(fontMetrics().horizontalAdvance(widest) + kPadding);
    auto* buttons = new QWidget(this);
    auto* flow = new FlowLayout(buttons);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(6);
    for (QToolButton* button : {m_seeds, m_copy, m_published})
        flow->addWidget(button);
    column->addWidget(m_heading);
    column->addLayout(m_grid);
    column->addWidget(m_difference);
    column->addWidget(m_problem);
    column->addWidget(buttons);
    column->addWidget(m_recipe);
    connect(m_seeds, &QToolButton::clicked, this,
            [this] { m_study.isRunning() ? m_study.stop() : m_study.start(); });
    connect(m_published, &QToolButton::toggled, this, [this](bool isOn) {
        m_hasPublished = isOn;
        follow();
    });
    connect(&study, &LatentStudy::changed, this, &NumbersPanel::follow);
    follow();
}

/// Labels are used again: numbers change often, and nothing should flicker.
void NumbersPanel::addRow(const QStringList& cells, const QStringList& roles) {
    constexpr int kColumns = 3;
    for (int i = 0; i < kColumns; ++i) {
        const auto at = std::size_t(m_rows * kColumns + i);
        if (at == m_labels.size()) {
            m_labels.push_back(new QLabel(this));
            m_grid->addWidget(m_labels.back(), m_rows, i);
        }
        QLabel* label = m_labels[at];
        label->setText(cells.value(i));
        label->setFont(i == 0 ? font() : numberFont(9)); // two means with deviations fit
        if (label->property("role").toString() != roles.value(i)) {
            label->setProperty("role", roles.value(i));
            label->style()->polish(label);
        }
        label->setAlignment((i == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        label->show();
    }
    ++m_rows;
}

/// A row for each figure, a column for each model: the panel is narrow.
void NumbersPanel::addFigures(const std::vector<std::array<QString, 3>>& columns) {
    const std::array names = {tr("Density CV"), tr("Gini"), tr("Entropy")};
    for (std::size_t figure = 0; figure < names.size(); ++figure) {
        QStringList cells = {names[figure]};
        for (const auto& column : columns)
            cells << column[figure];
        addRow(cells, {QStringLiteral("secondary")});
    }
}

void NumbersPanel::fillGrid() {
    for (QLabel* label : m_labels)
        label->hide();
    m_rows = 0;
    const QString dash = QStringLiteral("–");
    const QStringList letters = {QString(), QStringLiteral("a"), QStringLiteral("b")};
    std::vector<std::array<QString, 3>> columns;
    const bool isPair = m_latents.hasB();
    for (const Side side : kSides) {
        const LatentState::Uniformity& measured = m_latents.at(side).uniformity;
        if (side == Side::A || isPair)
            columns.push_back(measured
                                  ? std::array{figureText(measured->cv), figureText(measured->gini),
                                               figureText(measured->entropy)}
                                  : std::array{dash, dash, dash});
    }
    addRow(isPair ? QStringList{tr("This map"), tr("A"), tr("B")} : QStringList{tr("This map")},
           letters);
    addFigures(columns);
    if (!m_study.sides().empty()) {
        columns.clear();
        QStringList heads = {tr("%1 seeds").arg(m_study.sides()[0].result.cv.values.size())};
        for (std::size_t i = 0; i < m_study.sides().size(); ++i) {
            const runtime::UniformityResult& result = m_study.sides()[i].result;
            columns.push_back(
                {seedText(result.cv), seedText(result.gini), seedText(result.entropy)});
            heads << (i == 0 ? tr("A") : tr("B"));
        }
        addRow(heads, letters);
        addFigures(columns);
    }
    for (std::size_t i = 0; m_hasPublished && i < kPublished.size(); i += 2) {
        columns.clear();
        QStringList heads = {tr("Paper, %1").arg(QString::fromLatin1(kPublished[i].latent))};
        for (std::size_t one = i; one < i + 2; ++one) {
            const auto& values = kPublished[one].values;
            columns.push_back(
                {figureText(values[0]), figureText(values[1]), figureText(values[2])});
            heads << (one == i ? tr("single") : tr("multi"));
        }
        addRow(heads, {QString(), QStringLiteral("secondary"), QStringLiteral("secondary")});
        addFigures(columns);
    }
}

TextTable NumbersPanel::table() const {
    TextTable all;
    all.header = {QString(), tr("CV"), tr("Gini"), tr("Entropy")};
    for (const Side side : kSides) {
        const LatentState::Uniformity& measured = m_latents.at(side).uniformity;
        if (!measured)
            continue;
        all.rows.push_back(
            {m_latents.hasB() ? (side == Side::A ? tr("Map A") : tr("Map B")) : tr("This map"),
             figureText(measured->cv), figureText(measured->gini), figureText(measured->entropy)});
    }
    for (std::size_t i = 0; i < m_study.sides().size(); ++i) {
        const runtime::UniformityResult& result = m_study.sides()[i].result;
        QStringList row = {
            tr("%1, %2 seeds").arg(i == 0 ? tr("A") : tr("B")).arg(result.cv.values.size())};
        for (const Figure figure : kFigures)
            row << seedText(result.*figure);
        all.rows.push_back(row);
    }
    if (m_study.sides().size() > 1) {
        QStringList row = {tr("A − B")};
        for (const Figure figure : kFigures) {
            const auto difference = m_study.difference(figure);
            row << (difference ? signedFigure(difference->mean) : QStringLiteral("–"));
        }
        all.rows.push_back(row);
    }
    if (m_hasPublished)
        for (const Published& published : kPublished) {
            QStringList row = {tr("Paper, %1").arg(QString::fromLatin1(published.latent)) +
                               QStringLiteral(", ") +
                               (published.isMulti ? tr("multi") : tr("single"))};
            for (const double value : published.values)
                row << figureText(value);
            all.rows.push_back(row);
        }
    if (all.rows.empty())
        all.rows.push_back(
            {tr("This map"), QStringLiteral("–"), QStringLiteral("–"), QStringLiteral("–")});
    return all;
}

QString NumbersPanel::differenceText() const {
    QStringList lines;
    const std::array names = {tr("CV"), tr("Gini"), tr("Entropy")};
    for (std::size_t i = 0; i < kFigures.size(); ++i)
        if (const auto difference = m_study.difference(kFigures[i]))
            lines << tr("A − B: %1 %2 [%3, %4], p = %5")
                         .arg(names[i], signedFigure(difference->mean),
                              signedFigure(difference->low), signedFigure(difference->high),
                              QLocale().toString(difference->p, 'g', 2));
    return lines.join(QLatin1Char('\n'));
}

QString NumbersPanel::recipe() const {
    if (m_study.sides().empty() || m_study.sides()[0].result.seeds.empty()) {
        const LatentState::Uniformity& measured = m_latents.at(Side::A).uniformity;
        return measured ? tr("Density of the map at its own points (Gaussian kernels, Scott's "
                             "rule); one map says little: repeat with seeds.")
                        : tr("The numbers come when the map is finished or paused.");
    }
    const LatentStudy::Recipe& made = m_study.recipe();
    QStringList lines;
    for (std::size_t i = 0; i < m_study.sides().size(); ++i) {
        const LatentStudy::Measured& side = m_study.sides()[i];
        lines << tr("%1: %2, %3 points of %4 images")
                     .arg(i == 0 ? tr("A") : tr("B"), fileNameOf(side.model),
                          countText(side.result.points), countText(side.result.images));
    }
    QStringList seeds;
    for (const std::uint64_t seed : m_study.sides()[0].result.seeds)
        seeds << QString::number(seed);
    lines << sourceName(made.question.source)
          << QString::fromStdString(m_study.sides()[0].result.dataName)
          << tr("seeds %1 · perplexity %2 · %3 iterations")
                 .arg(seeds.join(QStringLiteral(", ")),
                      QLocale().toString(made.mapping.perplexity, 'g', 4),
                      countText(made.mapping.iterations))
          << tr("± is the standard deviation over seeds; [ ] the 95 % interval of the paired "
                "difference (Student's t).");
    if (m_hasPublished)
        lines << tr("The paper's values are of other data, and not to be compared digit by digit.");
    return lines.join(QLatin1Char('\n'));
}

void NumbersPanel::follow() {
    m_heading->setText(
        m_study.isRunning()
            ? tr("UNIFORMITY · MAP %1 OF %2").arg(m_study.done() + 1).arg(m_study.total())
            : tr("UNIFORMITY"));
    fillGrid();
    const QString difference = differenceText();
    m_difference->setVisible(!difference.isEmpty());
    m_difference->setText(difference);
    const auto& failure = m_study.failure();
    m_problem->setVisible(failure.has_value());
    m_problem->setText(failure ? QString::fromStdString(failure->message) : QString());
    m_recipe->setText(recipe());
    m_seeds->setText(m_study.isRunning() ? tr("Stop") : tr("%1 seeds").arg(LatentStudy::kSeeds));
    m_seeds->setToolTip(m_study.isRunning()
                            ? tr("Stop; what was measured so far stays")
                            : tr("Repeat sampling and map with five seeds, for A and for B "
                                 "(Ctrl+U)"));
    m_seeds->setAccessibleName(m_seeds->text());
    m_seeds->setAccessibleDescription(m_seeds->toolTip());
    m_seeds->setEnabled(!m_state.choice().a.model.isEmpty());
}

} // namespace hierascope::widgets
