// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QLayout;
class QToolButton;

namespace hierascope::widgets {

class ColorKey;
class CompareBar;
class Segments;
class Theme;
class ViewState;

/// The controls over the Pyramid view: A | B, which picture, tokens, zoom, export.
class PyramidBar : public QWidget {
    Q_OBJECT

public:
    PyramidBar(const Theme& theme, ViewState& state, QWidget* parent = nullptr);

    CompareBar* compareBar() const { return m_compare; }
    ColorKey* key() const { return m_key; }
    void setEditing(bool isEditing);

Q_SIGNALS:
    void fitWanted();
    void truePixelsWanted();
    void exportWanted();
    void rectangleToolChanged(bool isOn);
    void editingWanted(bool isWanted);

private:
    static QLayout* makeRow(const QList<QWidget*>& left, const QList<QWidget*>& right);
    QWidget* labelled(const QString& text, Segments* segments);
    void follow();
    void tint();

    const Theme& m_theme;
    ViewState& m_state;
    CompareBar* m_compare;
    Segments* m_pictures;
    Segments* m_overlays;
    ColorKey* m_key;
    QToolButton* m_rectangle;
    QToolButton* m_edit;
};

} // namespace hierascope::widgets
