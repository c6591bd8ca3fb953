// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "widgets/state/pyramid_content.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace hierascope::widgets {

class ImageView;
class Theme;

/// The image hierarchies inside of an encoder: what each holds, and what they are together.
class HierarchyView : public QWidget {
    Q_OBJECT

public:
    explicit HierarchyView(const Theme& theme, QWidget* parent = nullptr);

    /// @param content null, or one without hierarchies: `message` is shown instead
    void show(const std::shared_ptr<const PyramidContent>& content, const QString& message);

    /// Two for each hierarchy, the coarsest first: its own tokens, then the sum.
    const std::vector<ImageView*>& views() const { return m_views; }

private:
    void setCount(std::size_t count);
    void link(const ImageView* from);

    const Theme& m_theme;
    QLabel* m_about;
    QLabel* m_message;
    QGridLayout* m_grid;
    std::vector<ImageView*> m_views;
    bool m_isLinking = false;
};

} // namespace hierascope::widgets
