// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/generate/settings_panel.h"

#include <algorithm>

#include "widgets/common/room_layout.h"
#include "widgets/common/theme.h"
#include "widgets/generate/candidate_panel.h"
#include "widgets/generate/denoising_form.h"
#include "widgets/generate/generation_text.h"
#include "widgets/generate/guidance_curve.h"
#include "widgets/state/generation_edit.h"
#include "widgets/state/generation_state.h"
#include "widgets/state/view_state.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

namespace hierascope::widgets {

namespace {

constexpr int kSmallestWidth = 296; // as the inspector's
constexpr double kDefault = -0.01;  // of a key: what the official code takes

/// The keys that a schedule looks at; one that is not known may look at any.
bool hasKey(const std::string& schedule, const std::string& key) {
    const auto is = [&schedule](std::initializer_list<const char*> names) {
        return std::ranges::find(names, schedule) != names.end();
    };
    if (key == "peak")
        return is({"linear_constant", "triangular"});
    if (key == "window_end")
        return is({"rectangular"});
    return is({"rectangular", "step"});
}

} // namespace

SettingsPanel::SettingsPanel(const Theme& theme, ViewState& state, GenerationState& generation,
                             QWidget* parent)
    : QScrollArea(parent), m_theme(theme), m_state(state), m_generation(generation),
      m_scale(makeBox(0.0, 100.0, 0.25, tr("Guidance"),
                      tr("Classifier-free guidance scale; 1 and below: no guidance"))),
      m_schedule(new QComboBox(this)), m_curve(new GuidanceCurve(theme, this)),
      m_problem(new QLabel(this)),
      m_temperature(makeBox(0.01, 10.0, 0.05, tr("Temperature"),
                            tr("Below 1 likely codes become likelier, above 1 all more equal"))),
      m_topK(new QSpinBox(this)), m_topP(makeBox(0.01, 1.0, 0.05, tr("Top-p"),
                                                 tr("Only the likeliest codes that together reach "
                                                    "this probability"))),
      m_greedy(new QCheckBox(tr("Greedy"), this)), m_codes(new QWidget(this)),
      m_denoising(new DenoisingForm(theme, state, generation, this)),
      m_candidates(new CandidatePanel(theme, generation, this)), m_cost(new QLabel(this)),
      m_model(new QLabel(this)) {
    setAccessibleName(tr("Settings of the generation"));
    setAccessibleDescription(tr("Guidance, how codes are drawn, the selected token, and the cost"));
    QVBoxLayout* column = layOutInspector(this, kSmallestWidth);
    addGuidance(*column);
    auto* codes = new QVBoxLayout(m_codes);
    codes->setContentsMargins(0, 0, 0, 0);
    addSampling(*codes);
    column->addWidget(m_codes);
    column->addWidget(m_denoising);
    column->addWidget(m_candidates);
    for (QLabel* text : {m_cost, m_model}) {
        text->setWordWrap(true);
        text->setFont(numberFont());
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_cost->setToolTip(
        tr("Seconds of the generator, and of the tokenizer that makes the pictures"));
    m_model->setToolTip(tr("What the generator says of itself"));
    addForm(*column, tr("COST"))->addRow(m_cost);
    addForm(*column, tr("GENERATOR"))->addRow(m_model);
    column->addStretch();
    setWidget(column->parentWidget());
    connectBoxes();
    follow();
}

QFormLayout* SettingsPanel::addForm(QVBoxLayout& column, const QString& heading) {
    auto* form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(6);
    auto* label = new QLabel(heading, this);
    label->setProperty("role", QStringLiteral("heading"));
    form->addRow(label);
    column.addLayout(form);
    return form;
}

QDoubleSpinBox* SettingsPanel::makeBox(double low, double high, double step, const QString& name,
                                       const QString& tip) {
    auto* box = new QDoubleSpinBox(this);
    box->setRange(low, high);
    box->setSingleStep(step);
    box->setDecimals(2);
    box->setFont(numberFont());
    box->setKeyboardTracking(false); // typing 3.75 is one change
    box->setAccessibleName(name);
    box->setToolTip(tip);
    return box;
}

void SettingsPanel::addKey(QFormLayout& form, const char* name, const QString& label,
                           const QString& tip, double standard) {
    QDoubleSpinBox* box = makeBox(kDefault, 100.0, 0.05, label, tip);
    box->setSpecialValueText(tr("official (%1)").arg(QLocale().toString(standard)));
    form.addRow(label, box);
    m_keys.push_back({name, box});
}

void SettingsPanel::addGuidance(QVBoxLayout& column) {
    QFormLayout* form = addForm(column, tr("GUIDANCE"));
    m_keyForm = form;
    m_schedule->setAccessibleName(tr("Schedule"));
    m_schedule->setToolTip(tr("How the guidance scale goes over the steps"));
    for (const std::string& name : m_generation.schedules())
        m_schedule->addItem(QString::fromStdString(name));
    form->addRow(tr("Scale"), m_scale);
    form->addRow(tr("Schedule"), m_schedule);
    addKey(*form, "window_start", tr("From"), tr("Share of the steps where guidance begins"), 0.05);
    addKey(*form, "window_end", tr("To"), tr("Share of the steps where guidance ends"), 1.0);
    addKey(*form, "min_cfg_scale", tr("Outside"), tr("The scale outside of these steps"), 1.0);
    addKey(*form, "peak", tr("Peak at"), tr("Share of the steps where the scale is reached"), 0.5);
    form->addRow(m_curve);
    m_problem->setProperty("role", QStringLiteral("warning"));
    m_problem->setWordWrap(true);
    form->addRow(m_problem);
}

void SettingsPanel::addSampling(QVBoxLayout& column) {
    QFormLayout* form = addForm(column, tr("SAMPLING"));
    m_topK->setRange(0, 1 << 20);
    m_topK->setSpecialValueText(tr("off"));
    m_topK->setFont(numberFont());
    m_topK->setKeyboardTracking(false);
    m_topK->setAccessibleName(tr("Top-k"));
    m_topK->setToolTip(tr("Only so many of the likeliest codes; 0: all"));
    m_greedy->setAccessibleName(tr("Greedy"));
    m_greedy->setToolTip(tr("The likeliest code instead of a draw; then the seed does nothing"));
    form->addRow(tr("Temperature"), m_temperature);
    form->addRow(tr("Top-k"), m_topK);
    form->addRow(tr("Top-p"), m_topP);
    form->addRow(QString(), m_greedy);
}

template <typename Edit>
void SettingsPanel::change(const QString& what, Edit edit) {
    GenerationSettings next = m_state.choice().generation.settings;
    edit(next.sampling);
    setSettings(m_state, next, what);
}

void SettingsPanel::connectBoxes() {
    connect(m_scale, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        change(tr("Guidance"), [=](auto& sampling) { sampling.guidance = value; });
    });
    connect(m_schedule, &QComboBox::activated, this, [this] {
        change(tr("Schedule"), [this](auto& sampling) {
            sampling.schedule.name = m_schedule->currentText().toStdString();
            std::erase_if(sampling.schedule.values, [&sampling](const auto& value) {
                return !hasKey(sampling.schedule.name, value.first);
            });
        });
    });
    for (const Key& key : m_keys)
        connect(key.box, &QDoubleSpinBox::valueChanged, this,
                [this, key](double value) { setKey(key, value); });
    connect(m_temperature, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        change(tr("Temperature"), [=](auto& sampling) { sampling.temperature = value; });
    });
    connect(m_topK, &QSpinBox::valueChanged, this, [this](int value) {
        change(tr("Top-k"), [=](auto& sampling) { sampling.topK = value; });
    });
    connect(m_topP, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        change(tr("Top-p"), [=](auto& sampling) { sampling.topP = value; });
    });
    connect(m_greedy, &QCheckBox::toggled, this, [this](bool isOn) {
        change(tr("Greedy"), [=](auto& sampling) { sampling.greedy = isOn; });
    });
}

void SettingsPanel::setKey(const Key& key, double value) {
    change(tr("Schedule"), [&](auto& sampling) {
        if (value < 0.0)
            sampling.schedule.values.erase(key.name);
        else
            sampling.schedule.values[key.name] = value;
    });
}

void SettingsPanel::showKind() {
    const bool isDenoiser = m_generation.isDenoiser();
    m_codes->setVisible(!isDenoiser);
    m_candidates->setVisible(!isDenoiser);
    m_denoising->setVisible(isDenoiser);
    if (isDenoiser)
        m_denoising->follow();
}

void SettingsPanel::follow() {
    showKind();
    showSettings();
    showCurve();
    showCost();
}

void SettingsPanel::showSettings() {
    const runtime::SamplingOptions& sampling = m_state.choice().generation.settings.sampling;
    const auto set = [](QDoubleSpinBox* box, double value) {
        const QSignalBlocker blocker(box); // the state is the truth
        box->setValue(value);
    };
    set(m_scale, sampling.guidance);
    set(m_temperature, sampling.temperature);
    set(m_topP, sampling.topP);
    for (const Key& key : m_keys) {
        const auto value = sampling.schedule.values.find(key.name);
        set(key.box, value == sampling.schedule.values.end() ? kDefault : value->second);
        m_keyForm->setRowVisible(key.box, hasKey(sampling.schedule.name, key.name));
    }
    const QSignalBlocker blockers[] = {QSignalBlocker(m_topK), QSignalBlocker(m_greedy)};
    m_topK->setValue(int(sampling.topK));
    m_greedy->setChecked(sampling.greedy);
    m_schedule->setCurrentIndex(
        m_schedule->findText(QString::fromStdString(sampling.schedule.name)));
    for (QWidget* box : {static_cast<QWidget*>(m_temperature), static_cast<QWidget*>(m_topK),
                         static_cast<QWidget*>(m_topP)})
        box->setEnabled(!sampling.greedy);
}

void SettingsPanel::showCurve() {
    const auto& guidance = m_generation.guidance();
    m_curve->setCurve(guidance ? *guidance : std::vector<double>(), m_generation.step());
    m_curve->setVisible(guidance && !guidance->empty());
    m_problem->setVisible(!guidance);
    m_problem->setText(guidance ? QString() : QString::fromStdString(guidance.error().message));
}

QString SettingsPanel::costOf(int side) const {
    const Branch* branch = m_generation.branch();
    const bool isA = Side(side) == Side::A;
    if (branch == nullptr)
        return {};
    double writing = 0.0;
    double decoding = 0.0;
    const int done = isA ? m_generation.done(*branch) : m_generation.doneOfB();
    for (int step = 0; step < done; ++step) {
        const auto record = isA ? m_generation.record(*branch, step) : m_generation.recordOfB(step);
        if (!record)
            continue;
        writing += record->seconds();
        decoding += record->decodeSeconds;
    }
    const QString text = m_generation.isDenoiser(Side(side))
                             ? tr("%1 of %2 steps: %3 for the maps, %4 for the pictures")
                             : tr("%1 of %2 steps: %3 for the codes, %4 for the pictures");
    return text.arg(done)
        .arg(m_generation.steps(Side(side)))
        .arg(secondsText(writing), secondsText(decoding));
}

void SettingsPanel::showCost() {
    const bool hasBranch = m_generation.branch() != nullptr;
    QString cost = hasBranch ? costOf(int(Side::A)) : tr("Nothing is generated yet.");
    if (hasBranch && m_generation.hasB())
        cost = tr("A: %1\nB: %2").arg(cost, costOf(int(Side::B)));
    m_cost->setText(cost);
    const auto info = m_generation.info();
    if (!info)
        return m_model->setText(QStringLiteral("–"));
    QStringList lines = {QString::fromStdString(info->name), QString::fromStdString(info->summary)};
    for (const auto& [label, value] : info->facts)
        lines << QStringLiteral("%1: %2").arg(QString::fromStdString(label),
                                              QString::fromStdString(value));
    m_model->setText(lines.join(QLatin1Char('\n')));
}

void SettingsPanel::showToken(std::int64_t position) {
    m_candidates->show(position);
}

} // namespace hierascope::widgets
