// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/new_run_panel.h"

#include <algorithm>

#include "widgets/common/theme.h"
#include "widgets/shell/open_dialogs.h"
#include "widgets/state/train_bench.h"
#include "widgets/train/config_help.h"
#include "widgets/train/config_model.h"
#include "widgets/train/train_text.h"

#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QSpinBox>
#include <QToolButton>
#include <QTreeView>

namespace hierascope::widgets {

namespace {

const QString kTrainData = QStringLiteral("data.train");
const QString kSteps = QStringLiteral("training.steps");
const QString kBatch = QStringLiteral("training.batch_size");
const QString kRate = QStringLiteral("training.learning_rate");

} // namespace

NewRunPanel::NewRunPanel(const Theme& theme, TrainBench& bench, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_bench(bench), m_model(new ConfigModel(this)),
      m_found(new QSortFilterProxyModel(this)),
      m_estimate(new TrainEstimate(bench.services().trainerProgram, this)),
      m_presets(new QComboBox(this)), m_name(new QLineEdit(this)), m_data(new QLineEdit(this)),
      m_choose(makeButton("button", tr("Choose…"), tr("Choose the folder of images to train on"))),
      m_demo(makeButton("button", tr("Demo"), tr("Train on the demo's images"))),
      m_device(new QComboBox(this)), m_steps(new QSpinBox(this)), m_batch(new QSpinBox(this)),
      m_rate(new QLineEdit(this)), m_search(new QLineEdit(this)), m_table(new QTreeView(this)),
      m_help(new QLabel(this)), m_problem(new QLabel(this)), m_cost(new QLabel(this)),
      m_ask(makeButton("button", tr("Estimate"),
                       tr("Measure a few steps: parameters, memory, time; trains nothing"))),
      m_start(makeButton("primary", tr("Start"),
                         tr("Make the run and start it, or let it wait in the queue"))) {
    makeTable();
    makeFields();
    connectFields();
    setPresets({}, {});
}

void NewRunPanel::connectFields() {
    connect(m_presets, &QComboBox::activated, this, &NewRunPanel::choosePreset);
    connect(m_choose, &QToolButton::clicked, this, &NewRunPanel::chooseData);
    connect(m_demo, &QToolButton::clicked, this, [this] { setData(m_demoData); });
    connect(m_name, &QLineEdit::textChanged, this, &NewRunPanel::follow);
    connect(m_data, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_model->setValue(kTrainData, text.toStdString());
        follow();
    });
    const auto whole = [this](QSpinBox* box, const QString& field) {
        connect(box, &QSpinBox::valueChanged, this, [this, field](int value) {
            if (m_isFilling)
                return;
            m_model->setValue(field, value);
            follow();
        });
    };
    whole(m_steps, kSteps);
    whole(m_batch, kBatch);
    connect(m_rate, &QLineEdit::textChanged, this, &NewRunPanel::readRate);
    connect(m_search, &QLineEdit::textChanged, m_found,
            &QSortFilterProxyModel::setFilterFixedString);
    connect(m_model, &ConfigModel::edited, this, &NewRunPanel::showConfig);
    connect(m_ask, &QToolButton::clicked, this, &NewRunPanel::estimate);
    connect(m_start, &QToolButton::clicked, this, &NewRunPanel::start);
    connect(&m_bench, &TrainBench::changed, this, &NewRunPanel::follow);
}

void NewRunPanel::setPresets(const QString& folder, const QString& demoData) {
    m_demoData = demoData;
    m_demo->setVisible(!demoData.isEmpty());
    m_presets->clear();
    if (!folder.isEmpty()) {
        const QDir place(folder);
        const QStringList names =
            place.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
        for (const QString& name : names)
            m_presets->addItem(QFileInfo(name).completeBaseName(), place.absoluteFilePath(name));
    }
    m_presets->setEnabled(m_presets->count() > 0);
    const int first = m_presets->findText(QStringLiteral("hieratok-photos"));
    m_presets->setCurrentIndex(first >= 0 ? first : 0);
    choosePreset(m_presets->currentIndex());
}

void NewRunPanel::choosePreset(int index) {
    const QString file = m_presets->itemData(index).toString();
    if (file.isEmpty())
        return follow();
    const QFileInfo info(file);
    const bool isRun = info.fileName() == QLatin1String("config.json");
    setConfigFile(file, isRun ? info.dir().dirName() : info.completeBaseName(),
                  isRun ? deviceOf(info.path()) : m_device->currentText());
}

void NewRunPanel::setConfigFile(const QString& file, const QString& name, const QString& device) {
    const auto config = readTrainConfig(file);
    if (!config) {
        m_problem->setText(QString::fromStdString(config.error().message));
        m_problem->show();
        return;
    }
    int index = m_presets->findData(file);
    if (index < 0) {
        m_presets->insertItem(0, tr("Run %1").arg(name), file);
        index = 0;
    }
    m_presets->setCurrentIndex(index);
    m_presets->setEnabled(true);
    m_name->setText(freeRunName(m_bench.watch().folder(), name));
    m_device->setCurrentText(device);
    nlohmann::json whole = *config;
    addTrainingDefaults(whole);
    setConfig(whole);
}

void NewRunPanel::setConfig(const nlohmann::json& config) {
    m_model->setConfig(config);
    m_cost->hide();
    showConfig();
}

void NewRunPanel::setData(const QString& path) {
    m_model->setValue(kTrainData, path.toStdString());
    m_model->setValue(QStringLiteral("data.description"), fileNameOf(path).toStdString());
    showConfig();
}

void NewRunPanel::chooseData() {
    askForFolder(window(), tr("Choose Images to Train on"), [this](const QStringList& folders) {
        if (!folders.isEmpty())
            setData(folders.first());
    });
}

/// The fields at the top are the config's.
void NewRunPanel::showConfig() {
    m_isFilling = true;
    const nlohmann::json& config = m_model->config();
    const auto whole = [&config](QSpinBox* box, const QString& name) {
        const nlohmann::json value = fieldOf(config, name);
        if (value.is_number())
            box->setValue(int(std::min(value.get<double>(), 2e9)));
    };
    whole(m_steps, kSteps);
    whole(m_batch, kBatch);
    const nlohmann::json rate = fieldOf(config, kRate);
    m_rate->setText(rate.is_number() ? QString::fromStdString(rate.dump()) : QString());
    const nlohmann::json data = fieldOf(config, kTrainData);
    if (data.is_string() && m_data->text().toStdString() != data.get<std::string>())
        m_data->setText(QString::fromStdString(data.get<std::string>()));
    m_isFilling = false;
    follow();
}

void NewRunPanel::readRate() {
    if (m_isFilling)
        return;
    const auto rate = fieldFromText(m_rate->text(), 1.0);
    if (rate)
        m_model->setValue(kRate, *rate);
    follow();
}

QString NewRunPanel::dataProblem() const {
    const QString data = m_data->text();
    if (data.isEmpty())
        return tr("Choose or drop the images to train on.");
    return QFileInfo::exists(data) ? QString() : tr("The data is not there: %1").arg(data);
}

QString NewRunPanel::problem() const {
    if (m_model->rowCount() == 0)
        return tr("Choose a preset.");
    if (const auto rate = fieldFromText(m_rate->text(), 1.0); !rate)
        return tr("The learning rate is no number.");
    if (const QString data = dataProblem(); !data.isEmpty())
        return data;
    if (const QString value = m_model->problem(); !value.isEmpty())
        return value;
    if (m_name->text().trimmed().isEmpty())
        return tr("Give the run a name.");
    if (m_bench.watch().folder().isEmpty())
        return tr("Choose a folder for runs.");
    if (QFileInfo::exists(QDir(m_bench.watch().folder()).filePath(m_name->text().trimmed())))
        return tr("There is a run of this name; give another.");
    return {};
}

void NewRunPanel::follow() {
    const QString wrong = problem();
    m_problem->setText(wrong);
    m_problem->setVisible(!wrong.isEmpty());
    m_start->setEnabled(wrong.isEmpty());
    m_start->setText(m_bench.queue().isOn() ? tr("Add to queue") : tr("Start"));
    m_start->setAccessibleName(m_start->text());
    const bool canAsk = m_model->rowCount() > 0 && m_model->problem().isEmpty() &&
                        dataProblem().isEmpty() && !m_estimate->isRunning();
    m_ask->setEnabled(canAsk);
    const auto mark = [this](QLineEdit* field, bool isRight) {
        QPalette palette = this->palette();
        if (!isRight)
            palette.setColor(QPalette::Text, m_theme.color(ColorRole::Bad));
        field->setPalette(palette);
    };
    mark(m_rate, bool(fieldFromText(m_rate->text(), 1.0)));
    mark(m_data, dataProblem().isEmpty());
}

NewRun NewRunPanel::newRun() const {
    return {m_name->text().trimmed(), m_model->config(), m_device->currentText()};
}

void NewRunPanel::start() {
    if (!problem().isEmpty())
        return follow();
    const NewRun wanted = newRun();
    const auto made = m_bench.create(wanted);
    if (!made) {
        m_problem->setText(QString::fromStdString(made.error().message));
        m_problem->show();
        return;
    }
    m_name->setText(freeRunName(m_bench.watch().folder(), wanted.name));
    Q_EMIT started(*made);
}

void NewRunPanel::estimate() {
    m_cost->setText(tr("Measuring…"));
    m_cost->show();
    m_estimate->start(m_model->config(), m_device->currentText(),
                      [this](const Result<TrainCost>& cost) { showCost(cost); });
    follow();
}

void NewRunPanel::showCost(const Result<TrainCost>& cost) {
    m_cost->setText(cost ? costText(*cost, m_steps->value())
                         : QString::fromStdString(cost.error().message));
    // A scroll area asks for no height for a width, and would cut the lines.
    m_cost->setMinimumHeight(m_cost->heightForWidth(m_cost->width()));
    follow();
}

} // namespace hierascope::widgets
