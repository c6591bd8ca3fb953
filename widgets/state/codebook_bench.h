// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>

#include "widgets/state/codebook_state.h"
#include "widgets/state/services.h"
#include "widgets/tasks/task_runner.h"

#include <QObject>
#include <QString>
#include <QStringList>

namespace hierascope::widgets {

class ModelShelf;
struct PyramidContent;

/// Counts codes or studies channels, one short task at a time, and paints what is picked.
///
/// It works once it was started; a stop keeps what there is, and a start goes on from there.
class CodebookBench : public QObject {
    Q_OBJECT

public:
    CodebookBench(Services services, ViewState& state, CodebookState& codebook, ModelShelf& models,
                  TaskRunner& runner, QObject* parent = nullptr);

    bool isActive() const { return m_isActive; }
    /// Whether a task runs, or the next one is about to be looked for.
    bool isWorking() const { return m_isWorking || m_isBetween; }

public Q_SLOTS:
    void start();
    void stop();

private:
    using Phase = CodebookState::Phase;
    enum class Need { Nothing, Model, Count, Conclude, Vectors, Map, Study, Paint, Traverse };
    /// What was computed for one model and one choice of data.
    struct Entry {
        std::shared_ptr<runtime::CodeAtlasPass> pass; ///< while there is more to count
        CodebookState::Atlas atlas;
        CodebookState::Vectors vectors;
        std::shared_ptr<runtime::ChannelStudyPass> studyPass; ///< the same
        CodebookState::Study study;
        std::int64_t concluded = 0; ///< images that the atlas or the study is of
        std::optional<Error> error;
        quint64 lastUse = 0;
    };
    /// A result that belongs to what is picked in the current image.
    template <typename T>
    struct Keyed {
        QString key;
        T value;
    };

    void follow(const ViewChoice& before);
    QString modelOf(Side side) const;
    QStringList dataOf() const;
    QString keyOf(Side side) const;
    QString paintKey(Side side) const;
    QString traversalKey(Side side) const;
    std::shared_ptr<const PyramidContent> contentOf(Side side) const;
    Entry& entry(Side side);
    Need need(Side side);
    void advance();
    bool begin(Side side, Need need);
    void count(Side side, bool isEnd);
    void fetchVectors(Side side);
    void layOut(Side side);
    void study(Side side, bool isEnd);
    void paint(Side side);
    void traverse(Side side);
    template <typename Work, typename Finish>
    void work(Side side, const QString& title, Work work, Finish finish, Lane lane = Lane::Engine);
    void show(Side side);

    Services m_services;
    ViewState& m_state;
    CodebookState& m_codebook;
    ModelShelf& m_models;
    TaskRunner& m_runner;
    std::map<QString, Entry> m_entries;
    quint64 m_uses = 0;
    std::array<Keyed<CodebookState::Painting>, kSides.size()> m_paintings;
    std::array<Keyed<CodebookState::Traversal>, kSides.size()> m_traversals;
    QStringList m_library; ///< the images of the library when it was started
    bool m_isActive = false;
    bool m_isStopped = false;
    bool m_isWorking = false;
    bool m_isBetween = false;    ///< two tasks
    bool m_isCancelling = false; ///< by the bench, not from the list of tasks
    QString m_working;           ///< key of what the task is for
    TaskHandle m_task;
};

} // namespace hierascope::widgets
