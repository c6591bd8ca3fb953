// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/evaluation_actions.h"

#include "widgets/evaluate/evaluation_window.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/window_actions.h"

#include <QAction>
#include <QCoreApplication>
#include <QFileDialog>
#include <QMenu>

namespace hierascope::widgets {

namespace {

constexpr int kSheetPictures = 4;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EvaluationActions)
};

QAction* addAction(MainWindow& window, const char* name, const QString& text, const QString& tip) {
    WindowActions& actions = window.actions();
    auto* action = new QAction(text, &actions);
    action->setToolTip(tip);
    action->setStatusTip(tip);
    for (QObject* object : actions.exportPicture->associatedObjects())
        if (auto* menu = qobject_cast<QMenu*>(object)) {
            const QList<QAction*> all = menu->actions();
            menu->insertAction(all.value(all.indexOf(actions.exportPicture) + 1), action);
        }
    actions.adopt(action, name);
    return action;
}

void askForSheet(MainWindow& window, EvaluationBench& bench, const EvaluationWish& wish) {
    auto* dialog = new QFileDialog(&window, Words::tr("Save the Comparison Sheet"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setNameFilters(
        {Words::tr("Sheets (*.png *.pdf)"), Words::tr("Tables (*.csv *.md *.tex *.json)")});
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->selectFile(QStringLiteral("comparison.png"));
    QObject::connect(dialog, &QFileDialog::fileSelected, &bench, [&bench, wish](const QString& to) {
        bench.saveSheet(to, wish, kSheetPictures);
    });
    dialog->open();
}

} // namespace

void addEvaluationActions(MainWindow& window) {
    auto* bench = new EvaluationBench(window.state(), window.workbench().models(), window.runner(),
                                      &window.actions());
    auto* sheet =
        addAction(window, "comparisonSheet", Words::tr("Comparison &Sheet…"),
                  Words::tr("Save chosen images x models A and B x levels with their numbers"));
    auto* evaluate = addAction(window, "evaluate", Words::tr("E&valuate…"),
                               Words::tr("Measure model A on many images, the worst first"));
    const auto follow = [&window, sheet, bench] {
        sheet->setEnabled(window.state().hasB() && !bench->isSaving());
    };
    QObject::connect(&window.state(), &ViewState::choiceChanged, sheet, follow);
    QObject::connect(bench, &EvaluationBench::changed, sheet, follow);
    follow();
    const auto view = [&window, bench] {
        auto* open = window.findChild<EvaluationWindow*>();
        if (open != nullptr)
            return open;
        auto* made = new EvaluationWindow(window.state(), *bench, &window);
        QObject::connect(made, &EvaluationWindow::sheetWanted, made,
                         [&window, bench, made] { askForSheet(window, *bench, made->wish()); });
        QObject::connect(made, &EvaluationWindow::imageWanted, &window,
                         [&window](const QString& path) {
                             window.workbench().add({path});
                             window.state().setImage(Side::A, path);
                         });
        return made;
    };
    QObject::connect(evaluate, &QAction::triggered, bench, [view] {
        EvaluationWindow* shown = view();
        shown->show();
        shown->raise();
        shown->activateWindow();
    });
    QObject::connect(sheet, &QAction::triggered, bench, [&window, bench] {
        const auto* open = window.findChild<EvaluationWindow*>();
        askForSheet(window, *bench, open != nullptr ? open->wish() : EvaluationWish());
    });
    const auto tell = [&window](log::Level level) {
        return [&window, level](const QString& text) {
            const QString sentence =
                level == log::Level::Info ? Words::tr("Saved %1").arg(text) : text;
            window.log().append(level, Words::tr("window"), sentence);
            window.say(sentence);
        };
    };
    QObject::connect(bench, &EvaluationBench::saved, &window, tell(log::Level::Info));
    QObject::connect(bench, &EvaluationBench::failed, &window, tell(log::Level::Error));
}

} // namespace hierascope::widgets
