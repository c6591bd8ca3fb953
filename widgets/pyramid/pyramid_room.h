// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/base/task_context.h"
#include "widgets/common/message_panel.h"
#include "widgets/state/pyramid_content.h"

#include <QTimer>
#include <QWidget>

class QButtonGroup;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace hierascope::widgets {

class BusyPanel;
class ImageView;
class LadderView;
class ResidualKey;
class Theme;

/// The Pyramid view: one level large, all levels in the ladder, and the states around them.
class PyramidRoom : public QWidget {
    Q_OBJECT

public:
    /// What the large view shows of the current level.
    enum class Picture { Reconstruction, Original, Residual };

    explicit PyramidRoom(const Theme& theme, QWidget* parent = nullptr);

    ImageView* imageView() const { return m_view; }
    LadderView* ladder() const { return m_ladder; }
    Picture picture() const { return m_picture; }
    bool isBusy() const { return m_isBusy; }
    /// The message in the middle of the room, none while a pyramid is shown.
    const MessagePanel* messagePanel() const;
    /// The line over the large view: level, size, zoom, what is under the mouse.
    QString caption() const;

public Q_SLOTS:
    void showContent(std::shared_ptr<const hierascope::widgets::PyramidContent> content,
                     const QString& imageName);
    void showMessage(const hierascope::widgets::MessagePanel::Message& message);
    void showBusy(const QString& title);
    void setProgress(const hierascope::Progress& progress);
    void setLevel(int level);
    void setPicture(hierascope::widgets::PyramidRoom::Picture picture);

Q_SIGNALS:
    void levelChosen(int level);
    void actionChosen();
    void cancelRequested();
    void pictureChanged(hierascope::widgets::PyramidRoom::Picture picture);

private:
    QWidget* makeBar();
    QWidget* makeStage();
    QToolButton* makeZoomButton(const QString& text, const QString& tip);
    void connectView();
    void showPicture();
    void showCaption();
    void endBusy();

    const Theme& m_theme;
    std::shared_ptr<const PyramidContent> m_content;
    QString m_imageName;
    QString m_hover;
    int m_level = 0;
    Picture m_picture = Picture::Reconstruction;
    bool m_isBusy = false;
    QTimer m_busyDelay;
    ImageView* m_view;
    LadderView* m_ladder;
    MessagePanel* m_message;
    BusyPanel* m_busy;
    ResidualKey* m_key;
    QLabel* m_caption;
    QButtonGroup* m_segments;
    QWidget* m_bar;
    QStackedWidget* m_pages;
};

} // namespace hierascope::widgets
