// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QListView;
class QPoint;
class QToolButton;

namespace hierascope::widgets {

class LibraryModel;
class Theme;
class ViewState;

/// The library at the left: models and images; a click chooses one.
class LibraryPanel : public QWidget {
    Q_OBJECT

public:
    LibraryPanel(const Theme& theme, ViewState& state, QWidget* parent = nullptr);

    QListView* modelList() const { return m_models; }
    QListView* imageList() const { return m_images; }

Q_SIGNALS:
    void modelWanted(); ///< the + beside the models
    void imageWanted(); ///< the + beside the images

private:
    QWidget* makeHeading(const QString& title, const QString& tip, QToolButton*& button);
    QToolButton* makeSortButton();
    QListView* makeList(LibraryModel& model, const QString& name);
    void showMenu(const QListView* list, const QPoint& place);
    void fitModels();
    void tint();

    const Theme& m_theme;
    ViewState& m_state;
    QToolButton* m_addModel = nullptr;
    QToolButton* m_addImage = nullptr;
    QToolButton* m_sort = nullptr;
    QListView* m_models;
    QListView* m_images;
};

} // namespace hierascope::widgets
