// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/attention_exporter.h"

#include <array>

#include "core/runtime/pictures.h"
#include "widgets/common/pictures.h"
#include "widgets/shell/save_task.h"
#include "widgets/state/attention_state.h"
#include "widgets/state/services.h"
#include "widgets/state/view_state.h"

#include <QFileDialog>
#include <QJsonDocument>
#include <QJsonObject>

namespace hierascope::widgets {

namespace {

QJsonObject subjectOf(const ViewState& state, Side side) {
    const Subject& subject = state.contentSubject(side);
    const auto info = state.modelInfo(side);
    return {{QStringLiteral("model"), subject.model},
            {QStringLiteral("sha256"), info ? QString::fromStdString(info->sha256) : QString()},
            {QStringLiteral("image"), subject.image}};
}

} // namespace

AttentionExporter::AttentionExporter(const ViewState& state, const AttentionState& attention,
                                     TaskRunner& runner, QObject* parent)
    : QObject(parent), m_state(state), m_attention(attention), m_runner(runner) {}

void AttentionExporter::askAndSave(const QImage& picture, QWidget* parent) {
    auto* dialog = new QFileDialog(parent, tr("Export the Attention"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("PNG (*.png)"));
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, picture](const QString& path) { save(picture, path); });
    dialog->open();
}

void AttentionExporter::save(const QImage& picture, const QString& path) {
    if (picture.isNull() || !m_attention.isReady())
        return;
    startSaving(
        m_runner, this, tr("Saving %1").arg(fileNameOf(path)), path,
        [pixels = pixelsOf(picture), recipe = recipe(), file = systemPath(path)](TaskContext&) {
            return runtime::savePicture(file, pixels, {{"hierascope-attention", recipe}});
        });
}

std::string AttentionExporter::recipe() const {
    static const std::array kLooks = {"maps", "heads", "mask", "summary", "influence", "audit"};
    static const std::array kDisturbed = {"zero", "mean", "noise", "mask"};
    const AttentionChoice& choice = m_attention.choice();
    const bool isEncoder = choice.partShown() == runtime::AttentionRequest::Part::Encoder;
    QJsonObject recipe{
        {QStringLiteral("a"), subjectOf(m_state, Side::A)},
        {QStringLiteral("look"), QString::fromLatin1(kLooks[std::size_t(choice.look)])},
        {QStringLiteral("part"), isEncoder ? QStringLiteral("encoder") : QStringLiteral("decoder")},
        {QStringLiteral("layer"), m_attention.layer()},
        {QStringLiteral("direction"),
         choice.showsReaders() ? QStringLiteral("is_read") : QStringLiteral("reads")}};
    if (m_attention.head() >= 0)
        recipe[QStringLiteral("head")] = m_attention.head();
    if (m_attention.hasB())
        recipe[QStringLiteral("b")] = subjectOf(m_state, Side::B);
    if (choice.look == AttentionLook::Influence)
        recipe[QStringLiteral("disturbance")] =
            QString::fromLatin1(kDisturbed[std::size_t(choice.disturbance)]);
    if (m_attention.isReady())
        if (const auto asking = m_attention.at(Side::A).asking[std::size_t(m_attention.layer())]) {
            const runtime::TokenBlock& block = m_attention.blocks()[asking->block];
            recipe[QStringLiteral("token")] =
                QJsonObject{{QStringLiteral("block"), QString::fromStdString(block.name)},
                            {QStringLiteral("index"), double(asking->token)}};
        }
    return QJsonDocument(recipe).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace hierascope::widgets
