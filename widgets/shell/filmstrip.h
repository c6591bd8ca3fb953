// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace hierascope::widgets {

class Theme;
class ViewState;

/// The library's images in one row: A's is framed in A's colour, an own image of B in B's.
///
/// A click leaves the focus where it is, so that the arrow keys go on moving the level.
class Filmstrip : public QListView {
    Q_OBJECT

public:
    Filmstrip(const Theme& theme, ViewState& state, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end) override;
    bool event(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void follow();
    void choose(const QModelIndex& image);

    ViewState& m_state;
    bool m_isFollowing = false; ///< the current image comes from the state, not from a hand
};

} // namespace hierascope::widgets
