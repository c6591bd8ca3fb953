// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "core/base/image.h"
#include "core/base/result.h"
#include "core/runtime/tokenizer.h"
#include "widgets/pyramid/pyramid_content.h"
#include "widgets/shell/path_finder.h"
#include "widgets/tasks/latest_task.h"

#include <QObject>
#include <QStringList>

namespace hierascope::widgets {

class ViewState;

/// What the window asks of the engine; the application passes the real one, tests a fake.
struct Services {
    using Tokenizer = std::shared_ptr<runtime::Tokenizer>;
    std::function<Result<Tokenizer>(const std::filesystem::path&, const TaskContext&)>
        openTokenizer;
    std::function<Result<ImageRgb8>(const std::filesystem::path&, const TaskContext&)> readImage;
};

/// Opens models and images and keeps the state's content equal to the present choice.
class Workbench : public QObject {
    Q_OBJECT

public:
    Workbench(Services services, ViewState& state, TaskRunner& runner, QObject* parent = nullptr);

    /// Adds files and folders to the library and chooses the first model and image among them.
    void open(const QStringList& paths);

    /// Stops the work for the present choice; the state becomes Stopped.
    void cancel();
    /// Does the work for the present choice again, also after an error.
    void retry();
    /// Takes the model or image that failed out of the library.
    void removeFailed();

private:
    using Content = std::shared_ptr<const PyramidContent>;
    struct Thumbnail {
        QImage image;
        int width = 0;
        int height = 0;
    };

    void addFound(const std::vector<FoundPath>& found);
    void choose(const QString& model, const QString& image);
    void forgetRemoved();
    void refresh();
    void openModel(const QString& path);
    void keepModel(const QString& path, Result<Services::Tokenizer> result);
    void reconstruct(const QString& modelPath, const QString& imagePath);
    void fail(const Error& error);
    QString cacheKey(const QString& modelPath, const QString& imagePath) const;
    Content cached(const QString& key) const;
    void keepContent(const QString& key, const Content& content);
    void readNextThumbnail();
    void keepThumbnail(const QString& path, const Result<Thumbnail>& thumbnail);

    Services m_services;
    ViewState& m_state;
    TaskRunner& m_runner;
    LatestTask m_work;
    QString m_opening;                                ///< the model that `m_work` opens, or none
    std::map<QString, Services::Tokenizer> m_opened;  ///< by path
    std::map<QString, Error> m_modelErrors;           ///< by path
    std::vector<std::pair<QString, Content>> m_cache; ///< oldest first
    QStringList m_thumbnailQueue;
};

} // namespace hierascope::widgets
