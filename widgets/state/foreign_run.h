// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

#include "core/runs/tensorboard_reader.h"
#include "widgets/state/run_snapshot.h"

#include <QStringList>

namespace hierascope::widgets {

/// The curves that another program wrote for TensorBoard; for one worker thread at a time.
class ForeignRun {
public:
    explicit ForeignRun(const QString& folder);

    /// Reads what is new.
    void read();
    /// A copy that is made again only where something was told since; seconds are those since the
    /// first value.
    std::shared_ptr<const RunCurves> curves();
    /// The last step that it told of, -1 before the first.
    std::int64_t step() const;
    /// The last value of a tag that ends in "loss".
    std::optional<double> loss() const;
    /// What was wrong with a file, empty where nothing was.
    const QString& problem() const { return m_problem; }

private:
    std::size_t size() const;

    runs::TensorboardReader m_reader;
    std::shared_ptr<const RunCurves> m_copy = std::make_shared<RunCurves>();
    std::size_t m_copied = 0; ///< values
    QString m_problem;
};

/// Says whether event files of another program lie in a folder itself.
bool isForeignRun(const QString& folder);
/// The runs below a folder and it itself, ours and others'; for a worker thread.
QStringList allRunsIn(const QString& root);

} // namespace hierascope::widgets
