// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "widgets/state/run_snapshot.h"

#include <QScrollArea>

class QHBoxLayout;
class QToolButton;

namespace hierascope::widgets {

class SampleShelf;
class Theme;
class ViewState;

/// The checkpoints of a run and what a picture of the probe set looked like at them, by step.
///
/// A click on a picture makes its checkpoint A, with Alt B; two buttons under it do so, too.
class MomentStrip : public QScrollArea {
    Q_OBJECT

public:
    MomentStrip(const Theme& theme, ViewState& state, SampleShelf& shelf,
                QWidget* parent = nullptr);

    void setMoments(const std::vector<RunMoment>& moments);
    /// Which picture of the probe set is shown, from 0.
    void setProbe(int probe);
    int probe() const { return m_probe; }
    /// How many pictures the probe set has.
    int probes() const;
    QToolButton* button(std::size_t index) const { return m_items.at(index).picture; }
    QToolButton* button(std::size_t index, bool isB) const {
        return isB ? m_items.at(index).b : m_items.at(index).a;
    }

Q_SIGNALS:
    void checkpointChosen(const QString& path, bool isB);
    /// The probe, or the number of them, is another.
    void probeChanged();

private:
    struct Item {
        QWidget* panel = nullptr;
        QToolButton* picture = nullptr;
        QToolButton* a = nullptr;
        QToolButton* b = nullptr;
    };

    Item makeItem();
    QToolButton* makeSideButton(std::size_t index, bool isB, QWidget* parent);
    void choose(std::size_t index, bool isB);
    void follow();
    void showOriginal();
    void showMoment(std::size_t index);
    QImage picture(const RunMoment& moment, bool isOriginal);

    const Theme& m_theme;
    ViewState& m_state;
    SampleShelf& m_shelf;
    int m_probe = 0;
    std::vector<RunMoment> m_moments;
    Item m_original;
    std::vector<Item> m_items;
    QHBoxLayout* m_row;
};

} // namespace hierascope::widgets
