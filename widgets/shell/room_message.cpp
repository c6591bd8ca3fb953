// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/room_message.h"

#include "widgets/state/view_state.h"

#include <QCoreApplication>

namespace hierascope::widgets {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RoomMessage)
};

QString textOf(RoomAction action) {
    switch (action) {
    case RoomAction::OpenModel:
        return Words::tr("Open a model folder…");
    case RoomAction::OpenImages:
        return Words::tr("Open images…");
    case RoomAction::RemoveFailed:
        return Words::tr("Remove from the list");
    case RoomAction::StartAgain:
        return Words::tr("Start again");
    case RoomAction::None:
        break;
    }
    return {};
}

MessagePanel::Message emptyMessage(const ViewState& state) {
    if (state.currentModel() < 0)
        return {QStringLiteral("pyramid"),
                Words::tr("No model is open"),
                Words::tr("This view shows what each level of a tokenizer makes of an image, "
                          "coarse to fine, and what each level adds.\nOpen or drop a model "
                          "folder: one with config.json and model.safetensors."),
                {},
                false};
    return {QStringLiteral("image"),
            Words::tr("No image is open"),
            Words::tr("This view shows what each level of the model makes of an image.\n"
                      "Open or drop a photograph: JPEG, PNG, WebP or PPM."),
            {},
            false};
}

} // namespace

RoomAction roomActionFor(const ViewState& state) {
    switch (state.phase()) {
    case ViewState::Phase::Empty:
        return state.currentModel() < 0 ? RoomAction::OpenModel : RoomAction::OpenImages;
    case ViewState::Phase::Failed:
        return RoomAction::RemoveFailed;
    case ViewState::Phase::Stopped:
        return RoomAction::StartAgain;
    case ViewState::Phase::Busy:
    case ViewState::Phase::Ready:
        break;
    }
    return RoomAction::None;
}

MessagePanel::Message roomMessageFor(const ViewState& state) {
    MessagePanel::Message message;
    switch (state.phase()) {
    case ViewState::Phase::Empty:
        message = emptyMessage(state);
        break;
    case ViewState::Phase::Failed:
        message = {QStringLiteral("warning"),
                   MessagePanel::headline(state.error().code),
                   QString::fromStdString(state.error().message) + QStringLiteral("\n\n") +
                       Words::tr("Mend the file and drop it again, or choose another in the "
                                 "library."),
                   {},
                   true};
        if (const QString found = state.findings(state.choice().a.model); !found.isEmpty())
            message.text += QStringLiteral("\n\n") + found;
        break;
    case ViewState::Phase::Stopped:
        message = {QStringLiteral("stopped"),
                   Words::tr("Stopped"),
                   Words::tr("The work was stopped before it was done; nothing is lost."),
                   {},
                   false};
        break;
    case ViewState::Phase::Busy:
    case ViewState::Phase::Ready:
        break;
    }
    message.action = textOf(roomActionFor(state));
    return message;
}

} // namespace hierascope::widgets
