// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace hierascope::widgets {

class ProgressBar;

/// Shows, over the place where a result will appear, what is being done, how far, and stops it.
class BusyPanel : public QFrame {
    Q_OBJECT

public:
    explicit BusyPanel(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// @param fraction in [0, 1], negative where the total is unknown
    void setProgress(double fraction, const QString& stage);

Q_SIGNALS:
    void cancelRequested();

private:
    QLabel* m_title;
    QLabel* m_stage;
    ProgressBar* m_bar;
    QPushButton* m_stop;
};

} // namespace hierascope::widgets
