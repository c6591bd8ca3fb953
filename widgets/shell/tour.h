// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <vector>

#include "core/base/result.h"
#include "widgets/shell/pause_meter.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QObject>
#include <QString>
#include <QTimer>

namespace hierascope::widgets {

class MainWindow;

/// One state of the window that the tour takes a picture of.
struct TourStep {
    QString name;    ///< of the file, after its number
    QString caption; ///< one sentence about what the picture shows
    std::function<void()> act;
    std::function<bool()> isReached;
    std::chrono::milliseconds settle{60};   ///< to wait before the first look at `isReached`
    std::chrono::milliseconds limit{60000}; ///< then it counts as not reached
    bool isLive = false; ///< something grows meanwhile: its frames are counted apart, too
    std::function<QWidget*()> pictured{}; ///< what the picture shows; empty: the tour's window
};

/// Drives the window without a person and writes one picture for each state, and tour.json.
class Tour : public QObject {
    Q_OBJECT

public:
    Tour(MainWindow& window, std::vector<TourStep> steps, const QString& folder,
         QObject* parent = nullptr);

    void start();
    /// The pauses and frames so far, for people: two lines.
    QString summary() const;

Q_SIGNALS:
    /// @param sentence what failed, empty where nothing did
    void finished(const QString& sentence);

private:
    void beginStep();
    void look();
    QString notReached(const QString& name) const;
    void takePicture();
    void save(const QImage& picture, const QString& file);
    void finishSave(const QString& file, const Result<void>& result);
    void writeReport();
    void end(const QString& sentence);
    QByteArray report() const;

    MainWindow& m_window;
    std::vector<TourStep> m_steps;
    QString m_folder;
    std::size_t m_step = 0;
    bool m_hasEnded = false;
    QTimer m_look;
    QElapsedTimer m_total;
    QElapsedTimer m_sinceStep;
    double m_startSeconds = 0.0; ///< from the start of the process to the first pyramid
    PauseMeter m_pauses;
    std::vector<double> m_frames;     ///< milliseconds that each took to paint
    std::vector<double> m_liveFrames; ///< those of live steps
    QJsonArray m_pictures;
};

} // namespace hierascope::widgets
