// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/table_text.h"

#include <algorithm>

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>
#include <QRegularExpression>

namespace hierascope::widgets {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TableText)
};

qsizetype columnsOf(const TextTable& table) {
    qsizetype columns = table.header.size();
    for (const QStringList& row : table.rows)
        columns = std::max(columns, row.size());
    return columns;
}

bool isNumber(const QString& cell) {
    static const QRegularExpression kForm(QStringLiteral("^(–|[+±−-]?(∞|[.,]?[0-9]).*)$"),
                                          QRegularExpression::UseUnicodePropertiesOption |
                                              QRegularExpression::DotMatchesEverythingOption);
    return kForm.match(cell).hasMatch();
}

bool isNumberColumn(const TextTable& table, qsizetype column) {
    bool hasNumber = false;
    for (const QStringList& row : table.rows) {
        const QString cell = row.value(column).trimmed();
        if (!cell.isEmpty() && !isNumber(cell))
            return false;
        hasNumber = hasNumber || !cell.isEmpty();
    }
    return hasNumber;
}

QString oneLine(QString cell) {
    cell.replace(QStringLiteral("\r\n"), QStringLiteral(" "));
    cell.replace(QLatin1Char('\n'), QLatin1Char(' '));
    return cell.replace(QLatin1Char('\r'), QLatin1Char(' '));
}

QString markdownCell(const QString& cell) {
    QString text = oneLine(cell);
    text.replace(QLatin1Char('\\'), QStringLiteral("\\\\"));
    return text.replace(QLatin1Char('|'), QStringLiteral("\\|"));
}

QString latexSign(QChar sign) {
    switch (sign.unicode()) {
    case u'%':
    case u'&':
    case u'$':
    case u'#':
    case u'_':
    case u'{':
    case u'}':
        return QLatin1Char('\\') + sign;
    case u'~':
        return QStringLiteral("\\textasciitilde{}");
    case u'^':
        return QStringLiteral("\\textasciicircum{}");
    case u'\\':
        return QStringLiteral("\\textbackslash{}");
    case u'×':
        return QStringLiteral("$\\times$");
    case u'±':
        return QStringLiteral("$\\pm$");
    case u'∞':
        return QStringLiteral("$\\infty$");
    case u'−':
        return QStringLiteral("$-$");
    case u'–':
        return QStringLiteral("--"); // the dash of LaTeX; in maths it would be a minus
    default:
        return sign;
    }
}

QString latexCell(const QString& cell) {
    QString text;
    for (const QChar sign : oneLine(cell))
        text += latexSign(sign);
    return text;
}

QString csvCell(const QString& cell) {
    static const QRegularExpression kSpecial(QStringLiteral("[\",\r\n]"));
    if (!cell.contains(kSpecial))
        return cell;
    QString quoted = cell;
    quoted.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QLatin1Char('"') + quoted + QLatin1Char('"');
}

QString joinedRow(const QStringList& row, qsizetype columns, QString (*cellText)(const QString&),
                  const QString& separator) {
    QStringList cells;
    for (qsizetype column = 0; column < columns; ++column)
        cells << cellText(row.value(column));
    return cells.join(separator);
}

QString markdownRow(const QStringList& row, qsizetype columns) {
    return QStringLiteral("| ") + joinedRow(row, columns, markdownCell, QStringLiteral(" | ")) +
           QStringLiteral(" |\n");
}

QString latexRow(const QStringList& row, qsizetype columns) {
    return joinedRow(row, columns, latexCell, QStringLiteral(" & ")) + QStringLiteral(" \\\\\n");
}

QString csvRow(const QStringList& row, qsizetype columns) {
    return joinedRow(row, columns, csvCell, QStringLiteral(",")) + QStringLiteral("\r\n");
}

} // namespace

QString toMarkdown(const TextTable& table) {
    const qsizetype columns = columnsOf(table);
    if (columns == 0)
        return {};
    QStringList rule;
    for (qsizetype column = 0; column < columns; ++column)
        rule << (isNumberColumn(table, column) ? QStringLiteral("---:") : QStringLiteral("---"));
    QString text = markdownRow(table.header, columns) + QStringLiteral("| ") +
                   rule.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
    for (const QStringList& row : table.rows)
        text += markdownRow(row, columns);
    return text;
}

QString toLatex(const TextTable& table) {
    const qsizetype columns = columnsOf(table);
    if (columns == 0)
        return {};
    QString places;
    for (qsizetype column = 0; column < columns; ++column)
        places += isNumberColumn(table, column) ? QLatin1Char('r') : QLatin1Char('l');
    const QString line = QStringLiteral("\\hline\n");
    QString text = QStringLiteral("\\begin{tabular}{") + places + QStringLiteral("}\n") + line +
                   latexRow(table.header, columns) + line;
    for (const QStringList& row : table.rows)
        text += latexRow(row, columns);
    return text + line + QStringLiteral("\\end{tabular}\n");
}

QString toCsv(const TextTable& table) {
    const qsizetype columns = columnsOf(table);
    if (columns == 0)
        return {};
    QString text = csvRow(table.header, columns);
    for (const QStringList& row : table.rows)
        text += csvRow(row, columns);
    return text;
}

void addCopyActions(QMenu& menu, const std::function<TextTable()>& table) {
    const auto add = [&](const QString& name, const QString& tip,
                         QString (*form)(const TextTable&)) {
        QAction* action = menu.addAction(name);
        action->setToolTip(tip);
        action->setStatusTip(tip);
        QObject::connect(action, &QAction::triggered, &menu,
                         [table, form] { QGuiApplication::clipboard()->setText(form(table())); });
    };
    add(Words::tr("Copy as &Markdown"), Words::tr("Copy the table for a page or an issue"),
        toMarkdown);
    add(Words::tr("Copy as &LaTeX"), Words::tr("Copy the table for a paper"), toLatex);
    add(Words::tr("Copy as &CSV"), Words::tr("Copy the table for a spreadsheet"), toCsv);
}

} // namespace hierascope::widgets
