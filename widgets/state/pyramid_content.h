// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/runtime/tokenizer.h"
#include "widgets/common/pictures.h"
#include "widgets/state/view_choice.h"

#include <QByteArray>
#include <QImage>
#include <QString>

namespace hierascope::widgets {

/// The pictures of one level, ready to be painted.
struct LevelPictures {
    QImage picture;
    QImage residual;         ///< null at the coarsest level
    ScalarMap residualMap;   ///< empty at the coarsest level
    ScalarMap signedError;   ///< at the input's size
    ScalarMap absoluteError; ///< at the input's size
    QImage tokenColors;      ///< [rows, columns], null without token vectors
    QImage finestReduced;    ///< D_s(D(Z)) of the commutation check
    QImage inputReduced;     ///< D_s(X) of the commutation check
    ScalarMap moved;         ///< edited minus unedited; empty without edits
    double movedBy = 0.0;    ///< root of the mean square of that, in shares of the full range
};

/// One of the encoder's image hierarchies, ready to be painted.
struct HierarchyPictures {
    int rows = 0;    ///< of its own tokens
    int columns = 0; ///< of its own tokens
    double norm = 0.0;
    QImage own; ///< what its tokens hold
    QImage sum; ///< together with all coarser ones
};

/// The numbers that a kind of picture is drawn from, null for one that has colours of its own.
const ScalarMap* mapOf(const LevelPictures& level, Picture picture);

/// A reconstruction with its pictures: all that the Pyramid view shows.
struct PyramidContent {
    runtime::Reconstruction reconstruction;
    std::vector<runtime::LevelInfo> levelInfos;
    QImage input;
    std::vector<LevelPictures> levels;
    std::vector<HierarchyPictures> hierarchies; ///< coarsest first; empty where there are none
    float residualLimit = 1.0F;                 ///< absolute value at the ends of the residual map
    float errorLimit = 1.0F;                    ///< the same of both error maps
    float movedLimit = 1.0F;                    ///< the same of the map of what edits moved
    QByteArray edits;                           ///< which ones; empty: it is as it was encoded
};

/// The level of A minus the level of B, the smaller one enlarged to the larger.
struct DifferencePicture {
    ScalarMap values;   ///< mean over the channels, in [-1, 1]
    float limit = 1.0F; ///< absolute value at the ends of the map
    QImage picture;
    double psnr = 0.0; ///< dB, of A against B
};

/// Subtracts and draws; made for a worker thread.
DifferencePicture makeDifferencePicture(const ImageRgbF32& a, const ImageRgbF32& b);

/// Draws the pictures of a reconstruction; made for a worker thread.
PyramidContent makePyramidContent(runtime::Reconstruction reconstruction);

/// Draws an edited reconstruction and what the edits moved.
///
/// @param unedited of the same levels
PyramidContent makeEditedContent(runtime::Reconstruction reconstruction,
                                 const PyramidContent& unedited, const QByteArray& edits);

/// What a cache should reckon for the content.
std::size_t bytesOf(const PyramidContent& content);

/// The level of the same name, rows and columns, null if there is none.
const runtime::LevelReconstruction* levelOfGrid(const PyramidContent& content,
                                                const runtime::LevelInfo& level);

/// How many tokens a level's picture is made of, where it is of the whole image; else none.
std::optional<int> prefixOf(const runtime::LevelInfo& level);
/// "Scale 8 × 8", "First 16 tokens".
QString levelTitle(const runtime::LevelInfo& level);
/// "64 tokens".
QString tokensText(const runtime::LevelInfo& level);
/// "22.98 dB"; a dash where it is not defined.
QString decibelText(double psnr);
/// "+0.56" or "−0.56"; a dash where it is not finite.
QString signedText(double value, int digits);
/// "0.713"; a dash where it is not defined.
QString ssimText(const std::optional<double>& ssim, int digits);

} // namespace hierascope::widgets
