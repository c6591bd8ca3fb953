// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/codebook_state.h"

#include <QStringList>
#include <QWidget>

class QComboBox;
class QToolButton;

namespace hierascope::widgets {

class CodebookBench;
class Segments;

/// The controls of the Codebook view: grid or map, order, level, and whose images are counted.
class CodebookBar : public QWidget {
    Q_OBJECT

public:
    CodebookBar(ViewState& state, const CodebookState& codebook, CodebookBench& bench,
                QWidget* parent = nullptr);

    void follow();
    void setDemo(const QString& folder);
    /// Counts the images of a folder or a packed set.
    void addData(const QString& path);
    /// Asks for a folder, or for an IDX file, to count.
    void askForFolder();
    void askForFile();

private:
    template <typename Edit>
    void change(const QString& what, Edit edit);
    void fillData();
    void fillLevels();
    void chooseData(int index);

    ViewState& m_state;
    const CodebookState& m_codebook;
    CodebookBench& m_bench;
    QString m_demo;
    QStringList m_folders; ///< that were chosen here
    Segments* m_looks;
    QComboBox* m_sort;
    QComboBox* m_level;
    QComboBox* m_data;
    QComboBox* m_images;
    QToolButton* m_count;
};

} // namespace hierascope::widgets
