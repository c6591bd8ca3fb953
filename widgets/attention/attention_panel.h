// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QScrollArea>

class QComboBox;
class QLabel;
class QMenu;
class QSlider;
class QToolButton;

namespace hierascope::widgets {

class AttentionState;
class Theme;
class ViewState;
struct TextTable;

/// What stands beside the Attention view: the token, layer and head, what is kept in memory.
class AttentionPanel : public QScrollArea {
    Q_OBJECT

public:
    AttentionPanel(const Theme& theme, ViewState& state, AttentionState& attention,
                   QWidget* parent = nullptr);

    /// Shows everything as it is now.
    void follow();
    /// Says which numbers "Copy as table" copies.
    void setTable(const std::function<TextTable()>& table);

    QSlider* layerSlider() const { return m_layer; }
    QComboBox* headBox() const { return m_head; }
    QComboBox* orderBox() const { return m_order; }
    QComboBox* disturbanceBox() const { return m_disturbance; }
    QString tokenText() const;
    QString memoryText() const;

private:
    void connectParts();
    void followToken();
    void followHeads();
    void followMemory();

    ViewState& m_state;
    AttentionState& m_attention;
    QLabel* m_token;
    QLabel* m_layerText;
    QSlider* m_layer;
    QComboBox* m_head;
    QComboBox* m_order;
    QLabel* m_figures;
    QComboBox* m_disturbance;
    QToolButton* m_copy;
    QMenu* m_copyMenu;
    QLabel* m_memory;
    QLabel* m_problem;
};

} // namespace hierascope::widgets
