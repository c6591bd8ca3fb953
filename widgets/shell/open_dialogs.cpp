// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/open_dialogs.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace hierascope::widgets {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(OpenDialogs)
};

QFileDialog* makeDialog(QWidget* window, const QString& title) {
    auto* dialog = new QFileDialog(window, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

} // namespace

void askForImages(QWidget* window, const PathsChosen& chosen) {
    QFileDialog* dialog = makeDialog(window, Words::tr("Open Images"));
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {Words::tr("Images (*.jpg *.jpeg *.png *.webp *.ppm)"), Words::tr("All files (*)")});
    QObject::connect(dialog, &QFileDialog::filesSelected, window, chosen);
    dialog->open();
}

void askForFolder(QWidget* window, const QString& title, const PathsChosen& chosen) {
    QFileDialog* dialog = makeDialog(window, title);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::filesSelected, window, chosen);
    dialog->open();
}

void askForPng(QWidget* window, const QString& title, const QString& suggestion,
               const std::function<void(const QString&)>& chosen) {
    QFileDialog* dialog = makeDialog(window, title);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setNameFilter(Words::tr("PNG pictures (*.png)"));
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->selectFile(suggestion);
    QObject::connect(dialog, &QFileDialog::fileSelected, window, chosen);
    dialog->open();
}

void askForSession(QWidget* window, bool isSaved, const QString& suggestion,
                   const std::function<void(const QString&)>& chosen) {
    QFileDialog* dialog =
        makeDialog(window, isSaved ? Words::tr("Save the Session") : Words::tr("Open a Session"));
    dialog->setAcceptMode(isSaved ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(isSaved ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    dialog->setNameFilter(Words::tr("Sessions (*.hierascope)"));
    dialog->setDefaultSuffix(QStringLiteral("hierascope"));
    if (!suggestion.isEmpty())
        dialog->selectFile(suggestion);
    QObject::connect(dialog, &QFileDialog::fileSelected, window, chosen);
    dialog->open();
}

} // namespace hierascope::widgets
