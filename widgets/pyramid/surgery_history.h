// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QListWidget>

namespace hierascope::widgets {

class SurgeryBench;
class Theme;
class ViewState;

/// The edits of A's tokens side by side, each with the picture that it made.
///
/// The current one is what is shown; a click on another goes there, and later ones stay.
class SurgeryHistory : public QListWidget {
    Q_OBJECT

public:
    SurgeryHistory(const Theme& theme, ViewState& state, SurgeryBench& bench,
                   QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {100, sizeHint().height()}; }

protected:
    bool event(QEvent* event) override;

private:
    void follow();

    const Theme& m_theme;
    ViewState& m_state;
    SurgeryBench& m_bench;
};

} // namespace hierascope::widgets
