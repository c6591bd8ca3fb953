// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>

#include "widgets/common/token_layer.h"
#include "widgets/state/pyramid_content.h"
#include "widgets/state/view_choice.h"

#include <QWidget>

class QBoxLayout;
class QLabel;

namespace hierascope::widgets {

class ImageView;
class Theme;

/// The check of HieraTok's appendix B for one level: three pictures that should be alike.
class CommutationView : public QWidget {
    Q_OBJECT

public:
    static constexpr std::size_t kPictures = 3;

    explicit CommutationView(const Theme& theme, QWidget* parent = nullptr);

    /// @param content null: nothing is shown yet, and `message` says why
    void show(const std::shared_ptr<const PyramidContent>& content, int level,
              const TokenLayer& tokens, const QString& message);

    /// D(D_s(Z)), D_s(D(Z)), D_s(X) from left to right.
    ImageView* view(std::size_t index) const { return m_views[index]; }
    /// The three figures between the pictures, as a line.
    QString figures() const;

Q_SIGNALS:
    void tokensChosen(const std::vector<std::int64_t>& tokens,
                      hierascope::widgets::SelectionMode mode);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void link(const ImageView* from);

    QLabel* m_figures;
    QBoxLayout* m_row;
    std::array<ImageView*, kPictures> m_views;
    bool m_isLinking = false;
};

} // namespace hierascope::widgets
