// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/runtime/code_atlas.h"
#include "widgets/state/model_shelf.h"
#include "widgets/state/surgery_edit.h"
#include "widgets/state/view_state.h"

#include <QHash>
#include <QImage>
#include <QObject>

namespace hierascope::widgets {

/// What can be done to tokens.
enum class SurgeryAct {
    NearCode, ///< the code nearest to each token's own
    Code,     ///< the code of the settings
    Zero,
    Mask,
    Noise,
    Interpolate, ///< between each token and the source's at its place
    Take,        ///< the source's tokens at the same places
    TakeLevel,   ///< all of the source's tokens of the level that A shows
    Copy,        ///< to the clipboard of tokens
    Paste,
    PasteInPlace,
    Restore,
    RestoreAll,
    CompareUnedited,
    Earlier, ///< one edit back in the history
    Later,
};
inline constexpr int kSurgeryActs = 16;

/// Edits the tokens of A: says what can be done, fetches what it needs, and does it.
class SurgeryBench : public QObject {
    Q_OBJECT

public:
    struct Settings {
        std::int64_t code = 0;
        double noise = 1.0; ///< standard deviations of each channel of the level
        double share = 0.5; ///< of the source when interpolating
        QString source{};   ///< an image's path; empty: B
        bool operator==(const Settings&) const = default;
    };

    SurgeryBench(Services services, ViewState& state, ModelShelf& models, TaskRunner& runner,
                 QObject* parent = nullptr);

    const Settings& settings() const { return m_settings; }
    void setSettings(const Settings& settings);
    /// Reads the codebook of A's model as soon as a token is selected, while somebody wants to
    /// edit.
    void setActive(bool isActive);

    /// One sentence why something cannot be done now; empty where it can.
    QString obstacle(SurgeryAct act) const;
    /// Does it, or nothing where there is an obstacle.
    void act(SurgeryAct act);
    /// Replaces each selected token by the code that is so many places away; 0: the nearest.
    void putNearCode(std::size_t rank);
    /// The codes nearest to that of the first selected token; empty until the codebook is read.
    std::vector<runtime::NearCode> nearCodes(std::size_t most) const;

    /// The finest picture after the first so many edits, small; null where it was never shown.
    QImage thumbnail(int edits) const;
    /// What the source is called: "B" or an image's name.
    QString sourceName() const;
    /// How many tokens the clipboard holds.
    std::size_t copied() const { return m_clip.places.size(); }

Q_SIGNALS:
    /// What can be done, the settings, or the thumbnails changed.
    void changed();
    void failed(const QString& sentence);

private:
    using Levels = std::vector<runtime::LevelTokens>;
    using Pyramid = std::shared_ptr<const runtime::TokenPyramid>;
    using Codebook = std::shared_ptr<const std::vector<float>>;
    /// Tokens that were copied; they outlive the image that they came from.
    struct Clip {
        QString name; ///< of their image
        QString family;
        std::int64_t codebookSize = 0;
        std::vector<TokenRef> places;
        std::vector<std::int64_t> codes; ///< none, or one for each
        std::vector<std::vector<float>> vectors;
    };

    void follow();
    void fetchCodebook();
    void fetchSource(SurgeryAct then);
    QString codebookKey() const;
    QString sourceKey() const;
    const Levels* levels() const;
    const Levels* sourceLevels() const;
    std::vector<runtime::TokenAt> targets(SurgeryAct act) const;
    QString obstacleOfImage() const;
    QString obstacleOfSource(SurgeryAct act) const;
    QString obstacleOfPaste() const;
    QString misfitOfB() const;
    void takeFromSource(SurgeryAct act);
    void copy();
    void paste(bool isInPlace);
    std::vector<runtime::TokenAt> pasteTargets(bool isInPlace) const;
    void edit(runtime::TokenEdit::Kind kind);
    bool hasCodebook() const;
    /// The pyramid is the one of all edits that are shown, and no earlier one.
    bool isCurrent() const;
    void doWhatWaited();

    Services m_services;
    ViewState& m_state;
    ModelShelf& m_models;
    TaskRunner& m_runner;
    Settings m_settings;
    bool m_isActive = false;
    LatestTask m_reading;
    QString m_codebookKey; ///< of what is read or being read
    Codebook m_codebook;
    LatestTask m_encoding;
    QString m_sourceKey; ///< of what is encoded or being encoded
    Pyramid m_source;
    std::optional<std::size_t> m_waitingRank; ///< a near code is wanted as soon as they are known
    bool m_waitsToCopy = false;               ///< what is still being decoded
    Clip m_clip;
    std::uint64_t m_seed = 0; ///< of the next noise
    QHash<QByteArray, QImage> m_thumbnails;
};

} // namespace hierascope::widgets
