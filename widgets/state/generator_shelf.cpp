// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/generator_shelf.h"

#include <utility>

namespace hierascope::widgets {

namespace {

constexpr quint64 kKeptUses = 2; // A, B, and those of the choice before

} // namespace

GeneratorShelf::GeneratorShelf(Services services, TaskRunner& runner, QObject* parent)
    : QObject(parent), m_services(std::move(services)), m_runner(runner) {}

GeneratorShelf::State GeneratorShelf::state(const QString& path) const {
    const auto found = m_entries.find(path);
    return found == m_entries.end() ? State::Unknown : found->second.state;
}

Services::Generator GeneratorShelf::generator(const QString& path) const {
    const auto found = m_entries.find(path);
    return found == m_entries.end() ? nullptr : found->second.generator;
}

std::shared_ptr<const runtime::GeneratorInfo> GeneratorShelf::info(const QString& path) const {
    const auto found = m_entries.find(path);
    return found == m_entries.end() ? nullptr : found->second.info;
}

const Error& GeneratorShelf::error(const QString& path) const {
    return m_entries.at(path).error;
}

bool GeneratorShelf::isOpening(const QString& path, TaskId task) const {
    const auto found = m_entries.find(path);
    return found != m_entries.end() && found->second.state == State::Opening &&
           found->second.opening.id() == task;
}

void GeneratorShelf::open(const QString& path) {
    Entry& entry = m_entries[path];
    if (entry.state != State::Unknown || !m_services.openGenerator)
        return;
    entry.state = State::Opening;
    entry.opening.start(
        m_runner, this, tr("Opening %1").arg(fileNameOf(path)),
        [open = m_services.openGenerator, file = systemPath(path)](const TaskContext& context) {
            return open(file, context);
        },
        [this, path](Result<Services::Generator> result) { finish(path, std::move(result)); });
}

void GeneratorShelf::finish(const QString& path, Result<Services::Generator> result) {
    const auto found = m_entries.find(path);
    if (found == m_entries.end())
        return;
    Entry& entry = found->second;
    entry.state = result ? State::Open : State::Failed;
    if (result) {
        entry.generator = std::move(*result);
        entry.info = std::make_shared<const runtime::GeneratorInfo>(entry.generator->info());
    } else {
        entry.error = result.error();
    }
    Q_EMIT changed(path);
}

void GeneratorShelf::keep(const QStringList& wanted) {
    bool isNew = false;
    for (const QString& path : wanted)
        if (const auto found = m_entries.find(path); found != m_entries.end())
            isNew = isNew || found->second.lastUse != m_uses;
    if (isNew)
        ++m_uses;
    for (const QString& path : wanted)
        if (const auto found = m_entries.find(path); found != m_entries.end())
            found->second.lastUse = m_uses;
    for (auto entry = m_entries.begin(); entry != m_entries.end();) {
        const bool isUnwanted =
            !wanted.contains(entry->first) &&
            (entry->second.state == State::Opening || entry->second.lastUse + kKeptUses < m_uses);
        if (isUnwanted)
            entry->second.opening.drop();
        entry = isUnwanted ? m_entries.erase(entry) : std::next(entry);
    }
}

void GeneratorShelf::forget(const QString& path) {
    const auto found = m_entries.find(path);
    if (found == m_entries.end())
        return;
    found->second.opening.drop();
    m_entries.erase(found);
}

} // namespace hierascope::widgets
