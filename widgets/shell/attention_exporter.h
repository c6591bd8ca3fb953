// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QImage>
#include <QObject>
#include <QString>
#include <QWidget>

namespace hierascope::widgets {

class AttentionState;
class TaskRunner;
class ViewState;

/// Saves what the Attention view shows as PNG, with how it came about in a text chunk.
class AttentionExporter : public QObject {
    Q_OBJECT

public:
    AttentionExporter(const ViewState& state, const AttentionState& attention, TaskRunner& runner,
                      QObject* parent = nullptr);

    /// Asks for a file, then saves the picture.
    void askAndSave(const QImage& picture, QWidget* parent);
    void save(const QImage& picture, const QString& path);
    /// Models, image, part, layer, head, token: as JSON.
    std::string recipe() const;

Q_SIGNALS:
    void saved(const QString& path);
    void failed(const QString& sentence);

private:
    const ViewState& m_state;
    const AttentionState& m_attention;
    TaskRunner& m_runner;
};

} // namespace hierascope::widgets
