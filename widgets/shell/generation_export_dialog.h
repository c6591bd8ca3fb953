// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QImage>

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;
class QTimer;

namespace hierascope::widgets {

class GenerationExporter;
class Segments;
struct StripStyle;

/// Asks what of a generation to save and how large, shows it, and saves it.
class GenerationExportDialog : public QDialog {
    Q_OBJECT

public:
    enum class Figure { Step, Strip, Animation };

    /// @param picture what is shown large at this moment
    GenerationExportDialog(GenerationExporter& exporter, const QImage& picture,
                           QWidget* parent = nullptr);

    void setFigure(Figure figure);
    QSpinBox* scaleBox() const { return m_scale; }

    /// Saves without asking for the file's name.
    void saveTo(const QString& path);

private:
    QWidget* makeForm();
    void askAndSave();
    void follow();
    void showFrame();
    void showPreview(const QImage& image);
    StripStyle style() const;

    GenerationExporter& m_exporter;
    QImage m_picture;
    Figure m_figure = Figure::Step;
    Segments* m_figures;
    QLabel* m_preview;
    QFormLayout* m_rows = nullptr;
    QSpinBox* m_scale;
    QSpinBox* m_pause;
    QComboBox* m_colors;
    QLabel* m_size;
    QLabel* m_outcome;
    QPushButton* m_save;
    QTimer* m_play; ///< of the preview of an animation
    int m_frame = 0;
};

} // namespace hierascope::widgets
