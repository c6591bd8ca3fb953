// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/weight_difference.h"
#include "widgets/common/compare_bar.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/weights_dialog.h"
#include "widgets/shell/window_actions.h"
#include "widgets/state/code_difference.h"
#include "widgets/state/generation_edit.h"
#include "widgets/state/services.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

// What the actions of the Compare menu do.
namespace hierascope::widgets {

void MainWindow::connectCompareActions() {
    const WindowActions& on = *m_actions;
    connect(on.compareWith, &QMenu::aboutToShow, this,
            [this] { CompareBar::fillMenu(*m_actions->compareWith, m_state); });
    connect(on.compares, &QActionGroup::triggered, this, [this](QAction* action) {
        m_state.setCompare(Compare(m_actions->compares->actions().indexOf(action)));
    });
    connect(on.swapSubjects, &QAction::triggered, &m_state, &ViewState::swapSubjects);
    connect(on.clearB, &QAction::triggered, &m_state, &ViewState::clearB);
    connect(on.selectDiffering, &QAction::triggered, this, [this] {
        const QString why = selectDifferingCodes(m_state);
        say(why.isEmpty() ? tr("Selected the tokens whose codes are others in B: %1.")
                                .arg(m_state.choice().selection.size())
                          : why);
    });
    connect(on.weights, &QAction::triggered, this, &MainWindow::showWeights);
    connect(on.paperScales, &QAction::triggered, this, [this] {
        if (m_scaleDemo.size() < 2)
            return;
        showRoom(Room::Pyramid);
        m_workbench.open({m_scaleDemo.first()});
        m_state.compareWith({m_scaleDemo.at(1), {}});
    });
    connect(on.paperGenerators, &QAction::triggered, this, [this] {
        openGeneratorDemo();
        if (m_generatorDemo.size() > 1)
            setGenerator(m_state, Side::B, m_generatorDemo.at(1));
    });
    setScaleDemo({});
}

void MainWindow::setScaleDemo(const QStringList& models) {
    m_scaleDemo = models;
    m_actions->paperScales->setEnabled(models.size() > 1);
}

/// Reads both checkpoints again, from their files: what is shown is what is stored.
void MainWindow::showWeights() {
    const ViewChoice& choice = m_state.choice();
    const QString a = choice.resolved(Side::A).model;
    const QString b = choice.resolved(Side::B).model;
    if (!choice.hasB() || a == b)
        return say(tr("Choose another model as B to see which weights differ."));
    auto* dialog = new WeightsDialog(fileNameOf(a), fileNameOf(b), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
    m_runner.start(
        dialog, tr("Comparing weights"),
        [a, b](TaskContext& context) {
            return runtime::compareWeights(a.toStdString(), b.toStdString(), {}, context);
        },
        [dialog](const Result<runtime::WeightDifference>& difference) {
            dialog->setResult(difference);
        });
}

} // namespace hierascope::widgets
