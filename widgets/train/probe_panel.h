// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace hierascope::widgets {

class MomentStrip;

/// The strip of a run's checkpoints under a title, with the choice of the picture.
class ProbePanel : public QFrame {
    Q_OBJECT

public:
    /// @param strip becomes the panel's own
    explicit ProbePanel(MomentStrip* strip, QWidget* parent = nullptr);

    QToolButton* next() const { return m_next; }

private:
    QToolButton* makeButton(const QString& text, const QString& tip, int by);
    void follow();

    MomentStrip* m_strip;
    QLabel* m_place;
    QToolButton* m_previous;
    QToolButton* m_next;
};

} // namespace hierascope::widgets
