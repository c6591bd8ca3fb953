// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/base/result.h"
#include "core/base/task_context.h"
#include "core/runtime/tokenizer.h"
#include "widgets/pyramid/pyramid_content.h"
#include "widgets/shell/library_model.h"

#include <QObject>

namespace hierascope::widgets {

/// The state of the window, without any widget: what is chosen, where the cursors are, what shows.
class ViewState : public QObject {
    Q_OBJECT

public:
    enum class Phase {
        Empty,   ///< a model or an image is missing
        Busy,    ///< something is being opened or computed for the present choice
        Ready,   ///< `content` belongs to the present choice
        Failed,  ///< `error` says why there is no content
        Stopped, ///< somebody stopped the work
    };

    explicit ViewState(QObject* parent = nullptr);

    LibraryModel& models() { return m_models; }
    const LibraryModel& models() const { return m_models; }
    LibraryModel& images() { return m_images; }
    const LibraryModel& images() const { return m_images; }

    int currentModel() const { return m_model; } ///< row, -1 for none
    int currentImage() const { return m_image; } ///< row, -1 for none
    void setCurrentModel(int row);
    void setCurrentImage(int row);
    void stepImage(int by);
    void removeModel(int row);
    void removeImage(int row);

    int level() const { return m_level; }
    int levels() const;
    void setLevel(int level);
    void stepLevel(int by);

    Phase phase() const { return m_phase; }
    const QString& busyTitle() const { return m_busyTitle; }
    const Error& error() const { return m_error; }
    std::shared_ptr<const PyramidContent> content() const { return m_content; }
    std::shared_ptr<const runtime::ModelInfo> modelInfo() const { return m_info; }

    void setModelInfo(std::shared_ptr<const runtime::ModelInfo> info);
    void setEmpty();
    void setBusy(const QString& title);
    void setProgress(const Progress& progress);
    void setContent(std::shared_ptr<const PyramidContent> content);
    void setFailed(const Error& error);
    void setStopped();

Q_SIGNALS:
    void currentModelChanged(int row);
    void currentImageChanged(int row);
    void levelChanged(int level);
    void phaseChanged();
    void progressChanged(const hierascope::Progress& progress);
    void modelInfoChanged();

private:
    void setPhase(Phase phase);

    LibraryModel m_models;
    LibraryModel m_images;
    int m_model = -1;
    int m_image = -1;
    int m_level = -1;       ///< -1 until the first pyramid
    int m_chosenLevel = -1; ///< what somebody asked for, whatever the model has; -1: the finest
    Phase m_phase = Phase::Empty;
    QString m_busyTitle;
    Error m_error;
    std::shared_ptr<const PyramidContent> m_content;
    std::shared_ptr<const runtime::ModelInfo> m_info;
};

} // namespace hierascope::widgets
