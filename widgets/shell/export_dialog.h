// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/pyramid/ladder_figure.h"

#include <QDialog>
#include <QImage>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace hierascope::widgets {

class Exporter;
class Segments;

/// Asks what to save and how large, shows it, and saves it; the window stays usable meanwhile.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    enum class Figure { Picture, Ladder };

    /// @param picture what is shown large at this moment
    ExportDialog(Exporter& exporter, const QImage& picture, QWidget* parent = nullptr);

    void setFigure(Figure figure);

    /// Saves without asking for the file's name.
    void saveTo(const QString& path);

private:
    QWidget* makeForm();
    void askAndSave();
    void follow();
    QImage shown() const; ///< the preview
    FigureStyle style(int width) const;
    QString suggestion() const;

    Exporter& m_exporter;
    QImage m_picture;
    Figure m_figure = Figure::Picture;
    Segments* m_figures;
    QLabel* m_preview;
    QSpinBox* m_scale;
    QSpinBox* m_width;
    QComboBox* m_colors;
    QLabel* m_size;
    QLabel* m_outcome;
    QPushButton* m_save;
};

} // namespace hierascope::widgets
