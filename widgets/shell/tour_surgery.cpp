// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/tour_surgery.h"

#include <memory>
#include <utility>

#include "widgets/pyramid/pyramid_room.h"
#include "widgets/shell/main_window.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace hierascope::widgets {

namespace {

using Phase = ViewState::Phase;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SurgeryTour)
};

/// The steps with what they share: the window and how to say that all is decoded.
class Script : public std::enable_shared_from_this<Script> {
public:
    Script(MainWindow& window, TourFiles files) : m_window(window), m_files(std::move(files)) {}

    std::vector<TourStep> make() {
        addEdits();
        addMixing();
        if (!codeModel().isEmpty())
            addCodes();
        addEnd();
        return std::move(m_steps);
    }

private:
    void add(const char* name, const QString& caption, std::function<void()> act) {
        m_steps.push_back({QString::fromLatin1(name), caption, std::move(act),
                           [self = shared_from_this()] {
                               const ViewState& state = self->m_window.state();
                               return state.phase() == Phase::Ready &&
                                      state.content()->edits == state.choice().edits(Side::A) &&
                                      (!state.hasB() || state.phase(Side::B) == Phase::Ready) &&
                                      self->m_window.runner().tasks().empty();
                           },
                           std::chrono::milliseconds(250)});
    }
    ViewState& state() { return m_window.state(); }
    SurgeryBench& surgery() { return m_window.surgery(); }
    void edit(SurgeryAct act) { surgery().act(act); }

    /// The tokenizer that the demo's generators write for; empty where there is none.
    QString codeModel() const {
        if (m_files.generators.isEmpty())
            return {};
        const QDir demo = QFileInfo(m_files.generators.front()).dir();
        return demo.exists(QStringLiteral("restok-fashion/config.json"))
                   ? demo.filePath(QStringLiteral("restok-fashion"))
                   : QString();
    }

    void addEdits();
    void addMixing();
    void addCodes();
    void addEnd();

    MainWindow& m_window;
    TourFiles m_files;
    QString m_firstModel;
    std::vector<TourStep> m_steps;
};

void Script::addEdits() {
    add("surgery-start", Words::tr("Editing tokens: what can be put in the place of a token."),
        [self = shared_from_this()] {
            ViewState& state = self->state();
            self->m_firstModel = state.choice().a.model;
            state.clearB();
            state.setCurrentImage(0);
            state.setPicture(Picture::Reconstruction);
            state.setOverlay(TokenOverlay::Grid);
            state.setLevel(state.levels() - 2);
            state.clearSelection();
            self->m_window.room()->setEditing(true);
        });
    add("surgery-zero", Words::tr("Four tokens are zero; the picture is decoded at once."),
        [self = shared_from_this()] {
            self->state().selectTokens(Side::A, {18, 19, 26, 27}, SelectionMode::Replace);
            self->edit(SurgeryAct::Zero);
        });
    add("surgery-moved", Words::tr("Which pixels of this level moved, signed, with the key."),
        [self = shared_from_this()] {
            self->state().setOverlay(TokenOverlay::Off);
            self->state().setPicture(Picture::Moved);
        });
    add("surgery-noise", Words::tr("The same tokens, with noise added."),
        [self = shared_from_this()] {
            self->state().setPicture(Picture::Reconstruction);
            self->edit(SurgeryAct::Noise);
        });
    add("surgery-finest", Words::tr("Noise in four tokens of the finest level."),
        [self = shared_from_this()] {
            self->state().setLevel(self->state().levels() - 1);
            self->state().selectTokens(Side::A, {100, 101, 116, 117}, SelectionMode::Replace);
            self->edit(SurgeryAct::Noise);
        });
    add("surgery-history", Words::tr("Three edits in the history, the second one shown."),
        [self = shared_from_this()] { self->edit(SurgeryAct::Earlier); });
}

void Script::addMixing() {
    if (m_files.images.size() < 2)
        return;
    add("surgery-mixed", Words::tr("What if a level came from the other image?"),
        [self = shared_from_this()] {
            ViewState& state = self->state();
            self->edit(SurgeryAct::RestoreAll);
            state.clearSelection();
            SurgeryBench::Settings settings = self->surgery().settings();
            settings.source = self->m_files.images.at(1);
            self->surgery().setSettings(settings);
            state.setLevel(state.levels() - 2);
            self->edit(SurgeryAct::TakeLevel);
        });
    add("surgery-compare", Words::tr("A edited beside B, the same image unedited."),
        [self = shared_from_this()] { self->edit(SurgeryAct::CompareUnedited); });
}

void Script::addCodes() {
    add("surgery-codes", Words::tr("A model of codes: one token's place and its number."),
        [self = shared_from_this()] {
            ViewState& state = self->state();
            state.clearB();
            state.setModel(Side::A, self->codeModel());
            const QDir demo = QFileInfo(self->codeModel()).dir();
            if (demo.exists(QStringLiteral("fashion/bag.png")))
                state.setImage(Side::A, demo.filePath(QStringLiteral("fashion/bag.png")));
            state.setOverlay(TokenOverlay::Grid);
        });
    add("surgery-near", Words::tr("Two tokens are replaced by the codes nearest to theirs."),
        [self = shared_from_this()] {
            ViewState& state = self->state();
            state.setLevel(state.levels() / 2);
            state.selectTokens(Side::A, {0, 1}, SelectionMode::Replace);
            self->edit(SurgeryAct::NearCode);
        });
    add("surgery-mask", Words::tr("And by the mask token, which this family has."),
        [self = shared_from_this()] { self->edit(SurgeryAct::Mask); });
}

void Script::addEnd() {
    add("surgery-left", Words::tr("Back to the image as it is."), [self = shared_from_this()] {
        ViewState& state = self->state();
        self->edit(SurgeryAct::RestoreAll);
        state.clearB();
        if (!self->m_firstModel.isEmpty())
            state.setModel(Side::A, self->m_firstModel);
        for (int row = state.images().rowCount() - 1; row >= 0; --row)
            if (!self->m_files.images.contains(state.images().item(row).path))
                state.removeImage(row);
        for (int row = state.models().rowCount() - 1; row >= 0; --row)
            if (state.models().item(row).path == self->codeModel())
                state.removeModel(row);
        state.setImage(Side::A, self->m_files.images.front());
        self->edit(SurgeryAct::RestoreAll);
        self->m_window.room()->setEditing(false);
        state.setOverlay(TokenOverlay::Off);
        state.clearSelection();
        state.setLevel(state.levels() - 1);
    });
}

} // namespace

std::vector<TourStep> surgeryTour(MainWindow& window, const TourFiles& files) {
    return std::make_shared<Script>(window, files)->make();
}

} // namespace hierascope::widgets
