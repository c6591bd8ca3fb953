// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace hierascope::widgets {

class FactsTable;
class ViewState;

/// The panel at the right: the numbers of the current level, the image, and what model A is.
class InspectorPanel : public QScrollArea {
    Q_OBJECT

public:
    explicit InspectorPanel(ViewState& state, QWidget* parent = nullptr);

    FactsTable* levelTable() const { return m_level; }
    FactsTable* imageTable() const { return m_image; }
    FactsTable* modelTable() const { return m_model; }

private:
    void showLevel();
    void showImage();
    void showModel();

    ViewState& m_state;
    FactsTable* m_level;
    FactsTable* m_image;
    FactsTable* m_model;
};

} // namespace hierascope::widgets
