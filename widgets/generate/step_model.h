// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/runtime/generator.h"

#include <QAbstractListModel>
#include <QImage>

namespace hierascope::widgets {

/// The steps of a generation, those that are not there yet included.
class StepModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        PictureRole = Qt::UserRole, ///< QImage, null where the step is not there
        TitleRole,                  ///< "Step 7"
        TokensRole,                 ///< "tokens 16–31"
        RangeRole,                  ///< "16–31"
        GainRole,                   ///< "+16"
        FirstRole,                  ///< share of the sequence before the step
        LastRole,                   ///< share of the sequence through the step
        ForkRole,                   ///< a branch begins behind the step
    };
    struct Step {
        QImage picture;
        bool isFork = false;
        QString note; ///< in the place of the tokens: "noise 87 %"
    };

    using QAbstractListModel::QAbstractListModel;

    void setSteps(const std::vector<runtime::StepInfo>& layout, std::vector<Step> steps);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<runtime::StepInfo> m_layout;
    std::vector<Step> m_steps;
};

} // namespace hierascope::widgets
