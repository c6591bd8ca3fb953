// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/codebook/codebook_bar.h"

#include <algorithm>
#include <array>

#include "widgets/common/flow_layout.h"
#include "widgets/common/segments.h"
#include "widgets/common/tool_button.h"
#include "widgets/state/codebook_bench.h"
#include "widgets/state/services.h"
#include "widgets/state/view_state.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLocale>
#include <QSignalBlocker>
#include <QToolButton>

namespace hierascope::widgets {

namespace {

constexpr std::array<std::int64_t, 7> kImages = {64, 200, 400, 1000, 4000, 16000, 0};
const QString kAskFolder = QStringLiteral("?folder"); // entries that open a dialog
const QString kAskFile = QStringLiteral("?file");

void name(QWidget& widget, const QString& name, const QString& tip) {
    widget.setAccessibleName(name);
    widget.setToolTip(tip);
}

} // namespace

CodebookBar::CodebookBar(ViewState& state, const CodebookState& codebook, CodebookBench& bench,
                         QWidget* parent)
    : QWidget(parent), m_state(state), m_codebook(codebook), m_bench(bench),
      m_looks(new Segments(tr("Look of the codebook"),
                           {{tr("Grid"), tr("Every code as a cell (G)")},
                            {tr("Map"), tr("Every code where PCA lays its vector (M)")}},
                           this)),
      m_sort(new QComboBox(this)), m_level(new QComboBox(this)), m_data(new QComboBox(this)),
      m_images(new QComboBox(this)),
      m_count(makeToolButton(this, "primary", tr("Count"),
                             tr("Encode the images and count their codes (Space)"))) {
    setObjectName(QStringLiteral("roomBar"));
    setAttribute(Qt::WA_StyledBackground);
    m_sort->addItems({tr("By usage"), tr("By number"), tr("By level")});
    name(*m_sort, tr("Order"),
         tr("Order of the grid: the most used first, by number, or by the level that a code "
            "occurs at most (O)"));
    name(*m_level, tr("Level"), tr("Whose usage is shown (Ctrl+Up and Ctrl+Down)"));
    name(*m_data, tr("Images"), tr("Whose codes are counted"));
    for (const std::int64_t limit : kImages)
        m_images->addItem(limit > 0 ? tr("at most %1").arg(locale().toString(qlonglong(limit)))
                                    : tr("all of them"));
    name(*m_images, tr("How many images"), tr("How many images are encoded, from the first on"));
    auto* row = new FlowLayout(this);
    for (QWidget* part : {static_cast<QWidget*>(m_looks), static_cast<QWidget*>(m_sort),
                          static_cast<QWidget*>(m_level), static_cast<QWidget*>(m_data),
                          static_cast<QWidget*>(m_images), static_cast<QWidget*>(m_count)})
        row->addWidget(part);
    connect(m_looks, &Segments::chosen, this, [this](int index) {
        change(tr("Look"), [index](CodebookChoice& next) { next.look = CodeLook(index); });
    });
    connect(m_sort, &QComboBox::activated, this, [this](int index) {
        change(tr("Order"), [index](CodebookChoice& next) { next.sort = CodeSort(index); });
    });
    connect(m_level, &QComboBox::activated, this, [this](int index) {
        change(tr("Level"), [index](CodebookChoice& next) { next.level = index - 1; });
    });
    connect(m_images, &QComboBox::activated, this, [this](int index) {
        change(tr("Images"),
               [index](CodebookChoice& next) { next.images = kImages[std::size_t(index)]; });
    });
    connect(m_data, &QComboBox::activated, this, &CodebookBar::chooseData);
    connect(m_count, &QToolButton::clicked, &m_bench, &CodebookBench::start);
    follow();
}

template <typename Edit>
void CodebookBar::change(const QString& what, Edit edit) {
    CodebookChoice next = m_codebook.choice();
    edit(next);
    setCodebook(m_state, next, what);
}

void CodebookBar::setDemo(const QString& folder) {
    m_demo = folder;
    follow();
}

void CodebookBar::addData(const QString& path) {
    m_folders.removeAll(path);
    m_folders << path;
    change(tr("Images"), [&path](CodebookChoice& next) { next.data = QStringList{path}; });
    m_bench.start();
}

void CodebookBar::askForFolder() {
    auto* dialog = new QFileDialog(this, tr("A Folder of Images"));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &CodebookBar::addData);
    dialog->open();
}

void CodebookBar::askForFile() {
    auto* dialog = new QFileDialog(this, tr("A Data Set in One File"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &CodebookBar::addData);
    dialog->open();
}

void CodebookBar::chooseData(int index) {
    const QString path = m_data->itemData(index).toString();
    follow();
    if (path == kAskFolder)
        return askForFolder();
    if (path == kAskFile)
        return askForFile();
    change(tr("Images"), [&path](CodebookChoice& next) {
        next.data = path.isEmpty() ? QStringList() : QStringList{path};
    });
}

void CodebookBar::fillData() {
    const QString current = m_codebook.choice().data.value(0);
    if (!current.isEmpty() && current != m_demo && !m_folders.contains(current))
        m_folders << current;
    m_data->clear();
    m_data->addItem(tr("The library's images"), QString());
    if (!m_demo.isEmpty())
        m_data->addItem(tr("The demo's images"), m_demo);
    for (const QString& folder : m_folders)
        m_data->addItem(fileNameOf(folder), folder);
    m_data->addItem(tr("Folder…"), kAskFolder);
    m_data->addItem(tr("IDX file…"), kAskFile);
    m_data->setCurrentIndex(std::max(0, m_data->findData(current)));
}

void CodebookBar::fillLevels() {
    m_level->clear();
    m_level->addItem(tr("All levels"));
    const auto info = m_state.modelInfo();
    for (int i = 0; info && i < int(info->levels.size()); ++i)
        m_level->addItem(
            QStringLiteral("%1: %2").arg(i + 1).arg(levelTitle(info->levels[std::size_t(i)])));
    const int wanted = m_codebook.choice().level + 1;
    m_level->setCurrentIndex(wanted < m_level->count() ? wanted : 0);
}

void CodebookBar::follow() {
    const QSignalBlocker blockers[] = {QSignalBlocker(m_sort), QSignalBlocker(m_level),
                                       QSignalBlocker(m_data), QSignalBlocker(m_images)};
    const CodebookChoice& choice = m_codebook.choice();
    const auto info = m_state.modelInfo();
    const bool hasCodes = !info || info->codebookSize > 0;
    m_looks->setCurrent(int(choice.look));
    m_looks->setEnabled(hasCodes);
    m_sort->setCurrentIndex(int(choice.sort));
    m_sort->setEnabled(hasCodes && choice.look == CodeLook::Grid);
    m_level->setEnabled(hasCodes);
    const auto limit = std::ranges::find(kImages, choice.images);
    m_images->setCurrentIndex(limit == kImages.end() ? -1 : int(limit - kImages.begin()));
    m_count->setText(hasCodes ? tr("Count") : tr("Measure"));
    m_count->setEnabled(!m_state.choice().a.model.isEmpty() &&
                        m_codebook.at(Side::A).phase != CodebookState::Phase::Counting);
    fillData();
    fillLevels();
}

} // namespace hierascope::widgets
