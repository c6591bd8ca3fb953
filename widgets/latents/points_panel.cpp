// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latents/points_panel.h"

#include <algorithm>
#include <array>
#include <limits>

#include "widgets/common/theme.h"
#include "widgets/latents/latent_text.h"
#include "widgets/state/latent_edit.h"
#include "widgets/state/pyramid_content.h"
#include "widgets/state/services.h"
#include "widgets/state/view_state.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QToolButton>

namespace hierascope::widgets {

namespace {

constexpr std::array<std::int64_t, 8> kLimits = {1024, 2048, 4096, 8192, 32768, 131072, 524288, 0};
const QString kAsk = QStringLiteral("?"); // the entry that opens a dialog

QLabel* makeHeading(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setProperty("role", QStringLiteral("heading"));
    return label;
}

void name(QWidget& widget, const QString& name, const QString& tip) {
    widget.setAccessibleName(name);
    widget.setToolTip(tip);
}

void narrow(QComboBox& box) {
    box.setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box.setMinimumContentsLength(10);
}

} // namespace

PointsPanel::PointsPanel(ViewState& state, LatentState& latents, QWidget* parent)
    : QWidget(parent), m_state(state), m_latents(latents), m_source(new QComboBox(this)),
      m_levels(new QToolButton(this)), m_levelMenu(new QMenu(this)), m_data(new QComboBox(this)),
      m_limit(new QComboBox(this)), m_method(new QComboBox(this)),
      m_perplexity(new QDoubleSpinBox(this)), m_iterations(new QSpinBox(this)),
      m_seed(new QSpinBox(this)), m_form(new QFormLayout(this)) {
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(6);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addPoints(*m_form);
    addMapping(*m_form);
    connectBoxes();
}

void PointsPanel::addPoints(QFormLayout& form) {
    form.addRow(makeHeading(tr("POINTS"), this));
    for (int i = 0; i < kLatentSources; ++i)
        m_source->addItem(sourceName(LatentSource(i)));
    name(*m_source, tr("Vectors"), tr("Which vectors become points"));
    narrow(*m_source);
    form.addRow(tr("Vectors"), m_source);
    m_levels->setProperty("role", QStringLiteral("button"));
    m_levels->setPopupMode(QToolButton::InstantPopup);
    m_levels->setMenu(m_levelMenu);
    m_levels->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    name(*m_levels, tr("Levels"), tr("The levels whose tokens become points"));
    form.addRow(tr("Levels"), m_levels);
    name(*m_data, tr("Images"),
         tr("The images that the vectors come from; a folder or an IDX "
            "file can also be dropped on the map"));
    narrow(*m_data);
    form.addRow(tr("Images"), m_data);
    for (const std::int64_t limit : kLimits)
        m_limit->addItem(limit == 0 ? tr("all") : countText(limit));
    name(*m_limit, tr("At most"),
         tr("So many points at most, drawn at random, always the same ones"));
    narrow(*m_limit);
    form.addRow(tr("At most"), m_limit);
}

void PointsPanel::addMapping(QFormLayout& form) {
    auto* gap = new QWidget(this);
    gap->setFixedHeight(8);
    form.addRow(gap);
    form.addRow(makeHeading(tr("MAP"), this));
    m_method->addItem(tr("t-SNE"));
    m_method->addItem(tr("PCA"));
    name(*m_method, tr("Method"), tr("t-SNE keeps neighbours together, PCA distances along axes"));
    form.addRow(tr("Method"), m_method);
    m_perplexity->setRange(2.0, 500.0);
    m_perplexity->setDecimals(1);
    name(*m_perplexity, tr("Perplexity"),
         tr("About how many neighbours each point is kept together with"));
    m_iterations->setRange(1, 100000);
    m_iterations->setSingleStep(250);
    name(*m_iterations, tr("Iterations"), tr("All of them, the 250 exaggerated ones included"));
    m_seed->setRange(0, std::numeric_limits<int>::max());
    name(*m_seed, tr("Seed"),
         tr("Where the map begins: repeat with another to see what is stable"));
    for (QAbstractSpinBox* box :
         {static_cast<QAbstractSpinBox*>(m_perplexity),
          static_cast<QAbstractSpinBox*>(m_iterations), static_cast<QAbstractSpinBox*>(m_seed)}) {
        box->setFont(numberFont());
        box->setKeyboardTracking(false);
    }
    form.addRow(tr("Perplexity"), m_perplexity);
    form.addRow(tr("Iterations"), m_iterations);
    form.addRow(tr("Seed"), m_seed);
}

template <typename Edit>
void PointsPanel::askAgain(const QString& what, Edit edit) {
    LatentQuestion next = m_latents.choice().question;
    edit(next);
    setQuestion(m_state, next, what);
}

template <typename Edit>
void PointsPanel::layAgain(const QString& what, Edit edit) {
    LatentMapping next = m_latents.choice().mapping;
    edit(next);
    setMapping(m_state, next, what);
}

void PointsPanel::connectBoxes() {
    connect(m_source, &QComboBox::activated, this, [this](int index) {
        askAgain(tr("Vectors"), [index](LatentQuestion& question) {
            question.source = LatentSource(index);
            question.levels.clear();
        });
    });
    connect(m_data, &QComboBox::activated, this, &PointsPanel::chooseData);
    connect(m_limit, &QComboBox::activated, this, [this](int index) {
        askAgain(tr("Points"), [index](LatentQuestion& question) {
            question.points = kLimits[std::size_t(index)];
        });
    });
    connect(m_method, &QComboBox::activated, this, [this](int index) {
        layAgain(tr("Method"), [index](LatentMapping& mapping) {
            mapping.method = LatentMapping::Method(index);
        });
    });
    connect(m_perplexity, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        layAgain(tr("Perplexity"), [value](LatentMapping& mapping) { mapping.perplexity = value; });
    });
    connect(m_iterations, &QSpinBox::valueChanged, this, [this](int value) {
        layAgain(tr("Iterations"), [value](LatentMapping& mapping) { mapping.iterations = value; });
    });
    connect(m_seed, &QSpinBox::valueChanged, this, [this](int value) {
        layAgain(tr("Seed"),
                 [value](LatentMapping& mapping) { mapping.seed = std::uint64_t(value); });
    });
}

void PointsPanel::setDemo(const QString& folder) {
    m_demo = folder;
    follow();
}

void PointsPanel::addData(const QString& path) {
    m_folders.removeAll(path);
    m_folders << path;
    askAgain(tr("Images"),
             [&path](LatentQuestion& question) { question.data = QStringList{path}; });
}

void PointsPanel::fillData() {
    const QStringList& data = m_latents.choice().question.data;
    const QString current = data.value(0);
    if (!current.isEmpty() && current != m_demo && !m_folders.contains(current))
        m_folders << current;
    const QSignalBlocker blocker(m_data);
    m_data->clear();
    m_data->addItem(tr("The library's images"), QString());
    if (!m_demo.isEmpty())
        m_data->addItem(tr("The demo's images"), m_demo);
    for (const QString& folder : m_folders)
        m_data->addItem(fileNameOf(folder), folder);
    m_data->addItem(tr("Folder…"), kAsk);
    m_data->setCurrentIndex(std::max(0, m_data->findData(current)));
    m_data->setEnabled(m_latents.choice().question.source != LatentSource::Codebook);
}

void PointsPanel::chooseData(int index) {
    const QString path = m_data->itemData(index).toString();
    if (path == kAsk)
        return chooseFolder();
    askAgain(tr("Images"), [&path](LatentQuestion& question) {
        question.data = path.isEmpty() ? QStringList() : QStringList{path};
    });
}

void PointsPanel::chooseFolder() {
    follow();
    auto* dialog = new QFileDialog(this, tr("A Folder of Images"));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &PointsPanel::addData);
    dialog->open();
}

void PointsPanel::fillLevels() {
    const LatentQuestion& question = m_latents.choice().question;
    const bool hasLevels = question.source == LatentSource::Levels;
    m_form->setRowVisible(m_levels, hasLevels);
    m_levelMenu->clear();
    const auto& levels = m_state.levelInfos(Side::A);
    QStringList chosen;
    for (int i = 0; i < int(levels.size()); ++i) {
        const bool isOn = question.levels.empty() ||
                          std::ranges::find(question.levels, i) != question.levels.end();
        QAction* action = m_levelMenu->addAction(levelTitle(levels[std::size_t(i)]));
        action->setCheckable(true);
        action->setChecked(isOn);
        connect(action, &QAction::triggered, this, [this, i](bool on) { toggleLevel(i, on); });
        if (isOn)
            chosen << levelTitle(levels[std::size_t(i)]);
    }
    m_levels->setText(question.levels.empty() ? tr("all")
                      : chosen.size() == 1    ? chosen.first()
                                           : tr("%1 of %2").arg(chosen.size()).arg(levels.size()));
}

void PointsPanel::toggleLevel(int level, bool isOn) {
    const int count = int(m_state.levelInfos(Side::A).size());
    askAgain(tr("Levels"), [=](LatentQuestion& question) {
        std::vector<int> next;
        for (int i = 0; i < count; ++i) {
            const bool was = question.levels.empty() ||
                             std::ranges::find(question.levels, i) != question.levels.end();
            if (i == level ? isOn : was)
                next.push_back(i);
        }
        const bool isAll = int(next.size()) == count || next.empty();
        question.levels = isAll ? std::vector<int>() : next;
    });
}

bool PointsPanel::hasSource(LatentSource source) const {
    const auto info = m_state.modelInfo(Side::A);
    if (!info)
        return true;
    if (source == LatentSource::Codebook || source == LatentSource::Hierarchies)
        return info->codebookSize > 0;
    return true;
}

void PointsPanel::follow() {
    const LatentChoice& choice = m_latents.choice();
    const QSignalBlocker blockers[] = {QSignalBlocker(m_source),     QSignalBlocker(m_limit),
                                       QSignalBlocker(m_method),     QSignalBlocker(m_perplexity),
                                       QSignalBlocker(m_iterations), QSignalBlocker(m_seed)};
    m_source->setCurrentIndex(int(choice.question.source));
    auto* sources = qobject_cast<QStandardItemModel*>(m_source->model());
    for (int i = 0; sources != nullptr && i < kLatentSources; ++i)
        sources->item(i)->setEnabled(hasSource(LatentSource(i)));
    const auto limit = std::ranges::find(kLimits, choice.question.points);
    m_limit->setCurrentIndex(limit == kLimits.end() ? -1 : int(limit - kLimits.begin()));
    m_method->setCurrentIndex(int(choice.mapping.method));
    m_perplexity->setValue(choice.mapping.perplexity);
    m_iterations->setValue(int(choice.mapping.iterations));
    m_seed->setValue(int(std::min<std::uint64_t>(choice.mapping.seed, INT_MAX)));
    const bool isTsne = choice.mapping.method == LatentMapping::Method::Tsne;
    for (QWidget* box : {static_cast<QWidget*>(m_perplexity), static_cast<QWidget*>(m_iterations),
                         static_cast<QWidget*>(m_seed)})
        box->setEnabled(isTsne);
    fillData();
    fillLevels();
}

} // namespace hierascope::widgets
