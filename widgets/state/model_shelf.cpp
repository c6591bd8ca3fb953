// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/model_shelf.h"

#include <algorithm>
#include <utility>

namespace hierascope::widgets {

namespace {

constexpr std::ptrdiff_t kOpenModels = 4; ///< A, B and the two that were looked at before

} // namespace

ModelShelf::ModelShelf(Services services, TaskRunner& runner, QObject* parent)
    : QObject(parent), m_services(std::move(services)), m_runner(runner) {}

ModelShelf::State ModelShelf::state(const QString& path) const {
    const auto found = m_entries.find(path);
    return found == m_entries.end() ? State::Unknown : found->second.state;
}

Services::Tokenizer ModelShelf::tokenizer(const QString& path) const {
    const auto found = m_entries.find(path);
    return found == m_entries.end() ? nullptr : found->second.tokenizer;
}

std::shared_ptr<const runtime::ModelInfo> ModelShelf::info(const QString& path) const {
    const auto found = m_entries.find(path);
    return found == m_entries.end() ? nullptr : found->second.info;
}

QStringList ModelShelf::paths() const {
    QStringList paths;
    for (const auto& [path, entry] : m_entries)
        paths << path;
    return paths;
}

const Error& ModelShelf::error(const QString& path) const {
    return m_entries.at(path).error;
}

bool ModelShelf::isOpening(const QString& path, TaskId task) const {
    const auto found = m_entries.find(path);
    return found != m_entries.end() && found->second.state == State::Opening &&
           found->second.opening.id() == task;
}

void ModelShelf::open(const QString& path) {
    Entry& entry = m_entries[path];
    if (entry.state != State::Unknown)
        return;
    entry.state = State::Opening;
    entry.opening.start(
        m_runner, this, tr("Opening %1").arg(fileNameOf(path)),
        [open = m_services.openTokenizer, file = systemPath(path)](const TaskContext& context) {
            return open(file, context);
        },
        [this, path](Result<Services::Tokenizer> result) { finish(path, std::move(result)); });
}

void ModelShelf::finish(const QString& path, Result<Services::Tokenizer> result) {
    const auto found = m_entries.find(path);
    if (found == m_entries.end())
        return;
    Entry& entry = found->second;
    entry.state = result ? State::Open : State::Failed;
    if (result) {
        entry.tokenizer = std::move(*result);
        entry.info = std::make_shared<const runtime::ModelInfo>(entry.tokenizer->info());
    } else {
        entry.error = result.error();
    }
    Q_EMIT changed(path);
}

void ModelShelf::keep(const QStringList& choice) {
    const QStringList wanted = choice + m_held;
    ++m_uses;
    for (const QString& path : wanted)
        if (const auto found = m_entries.find(path); found != m_entries.end())
            found->second.lastUse = m_uses;
    for (auto entry = m_entries.begin(); entry != m_entries.end();) {
        const bool isUnwanted =
            entry->second.state == State::Opening && !wanted.contains(entry->first);
        if (isUnwanted)
            entry->second.opening.drop();
        entry = isUnwanted ? m_entries.erase(entry) : std::next(entry);
    }
    closeOldest(wanted);
}

void ModelShelf::closeOldest(const QStringList& wanted) {
    const auto isOpen = [](const auto& entry) { return entry.second.state == State::Open; };
    while (std::ranges::count_if(m_entries, isOpen) > kOpenModels) {
        auto oldest = m_entries.end();
        for (auto entry = m_entries.begin(); entry != m_entries.end(); ++entry)
            if (isOpen(*entry) && !wanted.contains(entry->first) &&
                (oldest == m_entries.end() || entry->second.lastUse < oldest->second.lastUse))
                oldest = entry;
        if (oldest == m_entries.end())
            return;
        m_entries.erase(oldest);
    }
}

void ModelShelf::forget(const QString& path) {
    const auto found = m_entries.find(path);
    if (found == m_entries.end())
        return;
    found->second.opening.drop();
    m_entries.erase(found);
}

} // namespace hierascope::widgets
