// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QImage>
#include <QObject>
#include <QTimer>

namespace hierascope::widgets {

/// A picture halved again and again, so that a large one is painted small in little time.
///
/// The halves are made between events in slices of a few milliseconds; until they are ready the
/// picture itself is what there is. Those of the pictures shown last are kept, so that flipping
/// between two is at once.
class PictureHalves : public QObject {
    Q_OBJECT

public:
    explicit PictureHalves(QObject* parent = nullptr);

    void setImage(const QImage& image);
    const QImage& image() const { return m_image; }

    /// The smallest picture made so far that has to be shrunk, never enlarged, at a zoom.
    const QImage& forZoom(double zoom);

Q_SIGNALS:
    void halved();

private:
    struct Kept {
        qint64 key;
        std::vector<QImage> halves;
    };
    void makeSlice();

    QImage m_image;
    std::vector<QImage> m_halves; ///< complete ones, each half of the one before
    std::vector<Kept> m_kept;     ///< of other pictures, the latest last
    qint64 m_key = 0;             ///< of the picture as it was given
    QImage m_unfinished;
    int m_rows = 0; ///< of the unfinished one that are made
    std::size_t m_wanted = 0;
    QTimer m_timer;
};

} // namespace hierascope::widgets
