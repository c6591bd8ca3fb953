// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <optional>

#include "core/base/result.h"
#include "core/base/task_context.h"
#include "core/runtime/tokenizer.h"
#include "widgets/state/library_model.h"
#include "widgets/state/pyramid_content.h"
#include "widgets/state/view_choice.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QPointF>
#include <QStringList>
#include <QUndoStack>

namespace hierascope::widgets {

/// The state of the window, without any widget: what is chosen, where the cursors are, what shows.
///
/// The choice is what a person decides; every change of it can be undone. What was computed for
/// the choice comes from the workbench and is never undone.
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
    /// Changes of one kind that follow each other quickly are undone in one step.
    enum class Change {
        Subject,
        Image,
        Level,
        Look,
        Sampling,
        Selection,
        Generation, ///< what is generated next
        Step,
        Branch,
        Latents,   ///< which points, and how they are laid out
        MapLook,   ///< how their map is shown
        MapPoints, ///< the selection in the map
        Attention, ///< which layer and head
        AttentionLook,
        Codebook,
        Surgery, ///< an edit of tokens
    };

    explicit ViewState(QObject* parent = nullptr);

    LibraryModel& models() { return m_models; }
    const LibraryModel& models() const { return m_models; }
    LibraryModel& images() { return m_images; }
    const LibraryModel& images() const { return m_images; }

    const ViewChoice& choice() const { return m_choice; }
    bool hasB() const { return m_choice.hasB(); }
    int currentModel(Side side = Side::A) const; ///< row, -1 for none
    int currentImage(Side side = Side::A) const; ///< row, -1 for none

    /// Replaces the choice as one step of undo; files that it names join the library.
    void choose(const ViewChoice& choice, Change change, const QString& undoText);
    void setModel(Side side, const QString& path);
    void setImage(Side side, const QString& path);
    void setCurrentModel(int row);
    void setCurrentImage(int row);
    void stepImage(int by);
    /// The checkpoints of the run that a side's model belongs to, oldest first; empty for others.
    const QStringList& checkpoints(Side side) const { return at(side).checkpoints; }
    /// The index of a side's model among them, -1 if it belongs to no run.
    int checkpoint(Side side) const;
    void setCheckpoint(Side side, int index);
    void stepCheckpoint(Side side, int by);
    /// Makes B the other of two demo models, or any second subject, side by side with A.
    void compareWith(const Subject& b);
    void clearB();
    void swapSubjects();
    void removeModel(int row);
    void removeImage(int row);
    void setCompare(Compare compare);
    void setPicture(Picture picture);
    void setOverlay(TokenOverlay overlay);
    void setSampling(const Sampling& sampling);
    /// Replaces the selection by the tokens of a side's level, adds them, or takes them back.
    void selectTokens(Side side, const std::vector<std::int64_t>& tokens, SelectionMode mode);
    void clearSelection();

    QUndoStack& undoStack() { return m_undo; }

    /// The level that a side shows, -1 without a pyramid; B shows the level of A's nearest size.
    int level(Side side = Side::A) const;
    int levels(Side side = Side::A) const;
    /// The levels of a side's pyramid, or of its model while there is none.
    const std::vector<runtime::LevelInfo>& levelInfos(Side side) const;
    /// Chooses a level of A.
    void setLevel(int level);
    void stepLevel(int by);

    /// B is shown in A's place while a key is held; not a choice, never undone.
    bool isFlipped() const { return m_isFlipped; }
    void setFlipped(bool isFlipped);

    /// Where the mouse stands over the picture, in shares of its sides; the same place in A and B.
    const std::optional<QPointF>& hover() const { return m_hover; }
    void setHover(const std::optional<QPointF>& share);

    Phase phase(Side side = Side::A) const { return at(side).phase; }
    const QString& busyTitle(Side side = Side::A) const { return at(side).busyTitle; }
    const Error& error(Side side = Side::A) const { return at(side).error; }
    std::shared_ptr<const PyramidContent> content(Side side = Side::A) const {
        return at(side).content;
    }
    std::shared_ptr<const runtime::ModelInfo> modelInfo(Side side = Side::A) const {
        return at(side).info;
    }
    /// What `content` was computed for: while a side is Busy perhaps not what is chosen.
    const Subject& contentSubject(Side side) const { return at(side).subject; }
    /// The image as it was read, while its pyramid is not there yet.
    const QImage& preview(Side side) const { return at(side).preview; }
    /// A minus B at the levels that both show, while the comparison asks for it.
    std::shared_ptr<const DifferencePicture> difference() const { return m_difference; }

    void setCheckpoints(Side side, const QStringList& paths);
    /// What was found in a checkpoint that could not be opened, for people.
    void setFindings(const QString& model, const QString& text);
    QString findings(const QString& model) const { return m_findings.value(model); }
    void setModelInfo(Side side, std::shared_ptr<const runtime::ModelInfo> info);
    void setPreview(Side side, const QImage& preview);
    void setEmpty(Side side);
    void setBusy(Side side, const QString& title);
    void setProgress(Side side, const Progress& progress);
    /// @param subject what the content was computed for
    void setContent(Side side, const Subject& subject,
                    std::shared_ptr<const PyramidContent> content);
    void setFailed(Side side, const Error& error);
    void setStopped(Side side);
    void setDifference(std::shared_ptr<const DifferencePicture> difference);

Q_SIGNALS:
    /// Any part of the choice changed; `before` tells which.
    void choiceChanged(const hierascope::widgets::ViewChoice& before);
    /// A level that a side shows changed.
    void levelChanged(int levelOfA);
    void flippedChanged(bool isFlipped);
    void hoverChanged();
    void phaseChanged(hierascope::widgets::Side side);
    void progressChanged(hierascope::widgets::Side side, const hierascope::Progress& progress);
    void modelInfoChanged(hierascope::widgets::Side side);
    void previewChanged(hierascope::widgets::Side side);
    void differenceChanged();
    void checkpointsChanged(hierascope::widgets::Side side);
    void findingsChanged();

private:
    friend class ChoiceCommand;
    /// What there is for one side.
    struct Shown {
        Phase phase = Phase::Empty;
        QString busyTitle;
        Error error;
        std::shared_ptr<const PyramidContent> content;
        Subject subject;
        std::shared_ptr<const runtime::ModelInfo> info;
        QImage preview;
        QStringList checkpoints;
    };

    Shown& at(Side side) { return m_shown[std::size_t(side)]; }
    const Shown& at(Side side) const { return m_shown[std::size_t(side)]; }
    void apply(const ViewChoice& choice);
    void joinModels(const QString& path);
    void setPhase(Side side, Phase phase);
    void tellLevels();

    LibraryModel m_models;
    LibraryModel m_images;
    ViewChoice m_choice;
    QUndoStack m_undo;
    std::array<Shown, kSides.size()> m_shown;
    std::array<int, kSides.size()> m_toldLevels = {-1, -1};
    std::shared_ptr<const DifferencePicture> m_difference;
    bool m_isFlipped = false;
    std::optional<QPointF> m_hover;
    QHash<QString, QString> m_findings; ///< by model path
};

} // namespace hierascope::widgets
