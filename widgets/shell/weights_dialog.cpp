// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/weights_dialog.h"

#include <algorithm>
#include <cmath>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace hierascope::widgets {

namespace {

enum Column { Name, Shape, Relative, Distance, Cosine, Largest, Columns };

/// A number that sorts as one.
class NumberItem : public QTableWidgetItem {
public:
    NumberItem(double value, char format, int digits)
        : QTableWidgetItem(std::isfinite(value) ? QLocale().toString(value, format, digits)
                                                : QStringLiteral("∞")),
          m_value(value) {
        setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }

    bool operator<(const QTableWidgetItem& other) const override {
        const auto* number = dynamic_cast<const NumberItem*>(&other);
        return number != nullptr && m_value < number->m_value;
    }

private:
    double m_value;
};

QString shapeText(const std::vector<std::int64_t>& shape) {
    QStringList sizes;
    for (const std::int64_t size : shape)
        sizes << QString::number(size);
    return sizes.isEmpty() ? QStringLiteral("1") : sizes.join(QStringLiteral(" × "));
}

QString firstOf(const std::vector<std::string>& names) {
    constexpr std::size_t kNamed = 3;
    QStringList list;
    for (std::size_t i = 0; i < std::min(kNamed, names.size()); ++i)
        list << QString::fromStdString(names[i]);
    if (names.size() > kNamed)
        list << QStringLiteral("…");
    return list.join(QStringLiteral(", "));
}

} // namespace

WeightsDialog::WeightsDialog(const QString& a, const QString& b, QWidget* parent)
    : QDialog(parent), m_summary(new QLabel(this)), m_filter(new QLineEdit(this)),
      m_list(new QTableWidget(0, Columns, this)), m_others(new QLabel(this)),
      m_copy(new QPushButton(tr("Copy as table"), this)) {
    setWindowTitle(tr("Weights: %1 to %2").arg(a, b));
    setModal(false);
    resize(820, 560);
    m_summary->setWordWrap(true);
    m_summary->setText(tr("Reading both checkpoints…"));
    m_others->setWordWrap(true);
    m_others->setProperty("role", QStringLiteral("secondary"));
    m_others->hide();
    m_filter->setPlaceholderText(tr("Filter by name"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setAccessibleName(tr("Filter of the tensors"));
    m_filter->setToolTip(tr("Show only tensors whose names hold this"));
    m_list->setHorizontalHeaderLabels({tr("Tensor"), tr("Shape"), tr("Relative change"),
                                       tr("Distance"), tr("Cosine"), tr("Largest")});
    const QStringList tips = {tr("Its name in the model"),
                              tr("Its sizes"),
                              tr("Norm of B − A over the norm of A"),
                              tr("Norm of B − A"),
                              tr("Of the angle between A and B"),
                              tr("The largest difference of one weight")};
    for (int column = 0; column < Columns; ++column)
        m_list->horizontalHeaderItem(column)->setToolTip(tips[column]);
    m_list->setAccessibleName(tr("Tensors, the one that moved most first"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->verticalHeader()->hide();
    m_list->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    auto* menu = new QMenu(m_copy);
    addCopyActions(*menu, [this] { return table(); });
    m_copy->setMenu(menu);
    m_copy->setEnabled(false);
    m_copy->setAutoDefault(false);
    auto* close = new QPushButton(tr("Close"), this);
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_filter, &QLineEdit::textChanged, this, &WeightsDialog::filter);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addStretch();
    buttons->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(m_summary);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    column->addWidget(m_others);
    column->addLayout(buttons);
}

QString WeightsDialog::summary() const {
    return m_summary->text();
}

void WeightsDialog::setResult(const Result<runtime::WeightDifference>& difference) {
    if (!difference) {
        m_summary->setText(difference.error().code == ErrorCode::Cancelled
                               ? tr("Stopped.")
                               : QString::fromStdString(difference.error().message));
        return;
    }
    const QLocale locale;
    m_summary->setText(tr("From A to B the weights moved by %1 of their norm: %2 of %3 tensors "
                          "are equal bit for bit, %4 weights were compared.")
                           .arg(locale.toString(difference->relative, 'g', 4),
                                locale.toString(qlonglong(difference->equal)),
                                locale.toString(qulonglong(difference->tensors.size())),
                                locale.toString(qlonglong(difference->values))));
    showRows(*difference);
    QStringList others;
    if (!difference->onlyInA.empty())
        others << tr("Only in A: %1.").arg(firstOf(difference->onlyInA));
    if (!difference->onlyInB.empty())
        others << tr("Only in B: %1.").arg(firstOf(difference->onlyInB));
    if (!difference->reshaped.empty())
        others << tr("Of other shapes: %1.").arg(firstOf(difference->reshaped));
    m_others->setText(others.join(QLatin1Char(' ')));
    m_others->setVisible(!others.isEmpty());
    m_copy->setEnabled(true);
}

void WeightsDialog::showRows(const runtime::WeightDifference& difference) {
    m_list->setSortingEnabled(false);
    m_list->setRowCount(int(difference.tensors.size()));
    for (int row = 0; row < m_list->rowCount(); ++row) {
        const runtime::TensorChange& tensor = difference.tensors[std::size_t(row)];
        auto* name = new QTableWidgetItem(QString::fromStdString(tensor.name));
        name->setToolTip(name->text());
        m_list->setItem(row, Name, name);
        m_list->setItem(row, Shape, new QTableWidgetItem(shapeText(tensor.shape)));
        m_list->setItem(row, Relative, new NumberItem(tensor.relative, 'g', 4));
        m_list->setItem(row, Distance, new NumberItem(tensor.distance, 'g', 4));
        m_list->setItem(row, Cosine, new NumberItem(tensor.cosine, 'f', 6));
        m_list->setItem(row, Largest, new NumberItem(tensor.largest, 'g', 4));
    }
    m_list->sortByColumn(Relative, Qt::DescendingOrder);
    m_list->setSortingEnabled(true);
    filter(m_filter->text());
}

void WeightsDialog::filter(const QString& text) {
    for (int row = 0; row < m_list->rowCount(); ++row)
        m_list->setRowHidden(row,
                             !m_list->item(row, Name)->text().contains(text, Qt::CaseInsensitive));
}

TextTable WeightsDialog::table() const {
    TextTable table;
    for (int column = 0; column < Columns; ++column)
        table.header << m_list->horizontalHeaderItem(column)->text();
    for (int row = 0; row < m_list->rowCount(); ++row) {
        if (m_list->isRowHidden(row))
            continue;
        QStringList cells;
        for (int column = 0; column < Columns; ++column)
            cells << m_list->item(row, column)->text();
        table.rows.push_back(cells);
    }
    return table;
}

} // namespace hierascope::widgets
