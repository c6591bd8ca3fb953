// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/generate/step_model.h"

#include <utility>

#include "widgets/generate/generation_text.h"

namespace hierascope::widgets {

void StepModel::setSteps(const std::vector<runtime::StepInfo>& layout, std::vector<Step> steps) {
    const bool isSame = layout == m_layout;
    if (!isSame)
        beginResetModel();
    m_layout = layout;
    m_steps = std::move(steps);
    m_steps.resize(m_layout.size());
    if (!isSame)
        endResetModel();
    else if (!m_steps.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

int StepModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_layout.size());
}

QVariant StepModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const runtime::StepInfo& info = m_layout[std::size_t(index.row())];
    const Step& step = m_steps[std::size_t(index.row())];
    const double all = double(m_layout.back().first + m_layout.back().tokens);
    switch (role) {
    case PictureRole:
        return step.picture;
    case Qt::DisplayRole:
    case TitleRole:
        return stepTitle(index.row());
    case TokensRole:
        return step.note.isEmpty() ? tokensTitle(info) : step.note;
    case RangeRole:
        if (!step.note.isEmpty())
            return step.note;
        return info.tokens == 1
                   ? QString::number(info.first)
                   : QStringLiteral("%1–%2").arg(info.first).arg(info.first + info.tokens - 1);
    case GainRole:
        return step.note.isEmpty() ? QStringLiteral("+%1").arg(info.tokens) : QString();
    case FirstRole:
        return double(info.first) / all;
    case LastRole:
        return double(info.first + info.tokens) / all;
    case ForkRole:
        return step.isFork;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        QString text = tr("%1: %2").arg(stepTitle(index.row()),
                                        step.note.isEmpty() ? tokensTitle(info) : step.note);
        if (step.picture.isNull())
            text += tr(", not written yet");
        if (step.isFork)
            text += tr(", a branch begins here");
        return text;
    }
    default:
        return {};
    }
}

} // namespace hierascope::widgets
