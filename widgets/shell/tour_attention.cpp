// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/tour_attention.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "widgets/attention/attention_room.h"
#include "widgets/shell/main_window.h"
#include "widgets/state/attention_edit.h"

#include <QCoreApplication>

namespace hierascope::widgets {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AttentionTour)
};

constexpr std::int64_t kEye = 85; // of 16 x 16: row 6, column 6, the face in the demo's first image

/// The steps with what they share: the window and how to say that all is computed.
class Script : public std::enable_shared_from_this<Script> {
public:
    Script(MainWindow& window, TourFiles files) : m_window(window), m_files(std::move(files)) {}

    std::vector<TourStep> make() {
        addMaps();
        addNumbers();
        if (m_files.models.size() > 1)
            addPair();
        addEnd();
        return std::move(m_steps);
    }

private:
    void add(const char* name, const QString& caption, std::function<void()> act) {
        m_steps.push_back({QString::fromLatin1(name), caption, std::move(act),
                           [self = shared_from_this()] { return self->isDone(); },
                           std::chrono::milliseconds(200)});
    }
    /// Whatever is shown is there: the bench has nothing left to do.
    bool isDone() const {
        const AttentionState& attention = m_window.attention();
        return attention.isReady() && (!attention.hasB() || attention.isReady(Side::B)) &&
               !m_window.attentionBench().isWorking() && m_window.runner().tasks().empty();
    }
    void look(const char* name, const QString& caption, AttentionLook look) {
        add(name, caption, [&window = m_window, look] { setAttentionLook(window.state(), look); });
    }

    void addMaps();
    void addNumbers();
    void addPair();
    void addEnd();

    MainWindow& m_window;
    TourFiles m_files;
    std::vector<TourStep> m_steps;
};

void Script::addMaps() {
    add("attention-maps",
        Words::tr("The selected token's attention over the image, coarse to fine, and the heads "
                  "of the layer with entropy and reach."),
        [&window = m_window] {
            ViewState& state = window.state();
            state.setCurrentImage(0);
            window.showRoom(Room::Attention);
            state.setLevel(std::max(0, state.levels() - 1));
            state.selectTokens(Side::A, {kEye}, SelectionMode::Replace);
            setAttentionHead(state, 2, 0);
        });
    add("attention-is-read", Words::tr("The other direction: who reads the token."),
        [&window = m_window] {
            setAttentionDirection(window.state(), true);
            setAttentionHead(window.state(), AttentionChoice::kAllHeads);
        });
    add("attention-encoder", Words::tr("Inside the encoder: the image's own tokens."),
        [&window = m_window] {
            setAttentionDirection(window.state(), false);
            setAttentionPart(window.state(), runtime::AttentionRequest::Part::Encoder);
        });
    add("attention-all-heads",
        Words::tr("All heads of all layers, the one with the lowest entropy first."),
        [&window = m_window] {
            setAttentionPart(window.state(), runtime::AttentionRequest::Part::Decoder);
            setHeadOrder(window.state(), HeadOrder::Entropy);
            setAttentionLook(window.state(), AttentionLook::Heads);
        });
    look("attention-mask",
         Words::tr("The declared mask with its levels, and what a head makes of it."),
         AttentionLook::Mask);
}

void Script::addNumbers() {
    look("attention-summary",
         Words::tr("How much of each level's attention goes to each level, layer by layer."),
         AttentionLook::Summary);
    look("attention-influence",
         Words::tr("The token is disturbed: what moves, beside who reads it, and how well the one "
                   "foretells the other."),
         AttentionLook::Influence);
    look("attention-audit",
         Words::tr("The mask audited: what each level's picture may depend on, and does."),
         AttentionLook::Audit);
}

void Script::addPair() {
    add("attention-maps-ab", Words::tr("Two models, one selection: their maps side by side."),
        [self = shared_from_this()] {
            setAttentionLook(self->m_window.state(), AttentionLook::Maps);
            self->m_window.state().compareWith({self->m_files.models.at(1), {}});
        });
    look("attention-summary-ab", Words::tr("A beside B, and what differs where it can."),
         AttentionLook::Summary);
}

void Script::addEnd() {
    m_steps.push_back({QStringLiteral("attention-left"), Words::tr("Back in the Pyramid view."),
                       [&window = m_window] {
                           ViewState& state = window.state();
                           setAttentionLook(state, AttentionLook::Maps);
                           setHeadOrder(state, HeadOrder::Layer);
                           state.clearB();
                           window.showRoom(Room::Pyramid);
                           state.setOverlay(TokenOverlay::Off);
                           state.clearSelection();
                       },
                       [&window = m_window] {
                           return window.state().phase() == ViewState::Phase::Ready &&
                                  window.runner().tasks().empty();
                       }});
}

} // namespace

std::vector<TourStep> attentionTour(MainWindow& window, const TourFiles& files) {
    return std::make_shared<Script>(window, files)->make();
}

} // namespace hierascope::widgets
