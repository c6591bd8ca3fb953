// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/facts.h"

#include <cmath>

#include "widgets/state/code_difference.h"
#include "widgets/state/view_state.h"

#include <QCoreApplication>
#include <QLocale>

namespace hierascope::widgets {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Facts)
};

QString number(qint64 value) {
    return QLocale().toString(value);
}

QString sizeText(int width, int height) {
    return Words::tr("%1\u00a0×\u00a0%2\u00a0px").arg(width).arg(height);
}

/// The key of a config as words: "batch_size" is "Batch size".
QString readable(const std::string& key) {
    QString words = QString::fromStdString(key).replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

/// The ends of a name that is too long for the panel; the tool tip has it whole.
QString shortened(const QString& name, int ends) {
    return name.size() <= 2 * ends + 1 ? name
                                       : name.left(ends) + QStringLiteral("…") + name.right(ends);
}

const runtime::LevelReconstruction* levelOf(const ViewState& state, Side side) {
    const auto content = state.content(side);
    const int level = state.level(side);
    return content && level >= 0 ? &content->reconstruction.levels[std::size_t(level)] : nullptr;
}

double orNan(const std::optional<double>& value) {
    return value.value_or(std::nan(""));
}

/// One figure of A and, where there is a B, of B with the difference.
FactsTable::Row figure(const QString& label, const QString& tip, double a, double b, int digits) {
    const auto text = [digits](double value) {
        if (std::isinf(value))
            return QStringLiteral("∞");
        return std::isnan(value) ? QStringLiteral("–") : QLocale().toString(value, 'f', digits);
    };
    return {label, text(a), tip, text(b), signedText(a - b, digits)};
}

QString kindText(Picture picture, const ScalarMap& map, const QPoint& pixel) {
    const QString value = signedText(double(map.at(pixel)), 3);
    return picture == Picture::AbsoluteError ? value.mid(1) : value;
}

/// Red, green and blue of the picture that is shown, or the number behind its colour.
QString pixelText(const ViewState& state, Side side, const QPointF& share) {
    const auto content = state.content(side);
    if (!content || state.level(side) < 0)
        return QStringLiteral("–");
    const LevelPictures& level = content->levels[std::size_t(state.level(side))];
    const Picture picture = state.choice().picture;
    const auto pixelOf = [&share](int width, int height) {
        return QPoint(std::min(int(share.x() * width), width - 1),
                      std::min(int(share.y() * height), height - 1));
    };
    const ScalarMap* map = mapOf(level, picture);
    if (map != nullptr)
        return map->isEmpty() ? QStringLiteral("–")
                              : kindText(picture, *map, pixelOf(map->width, map->height));
    const QImage& image = picture == Picture::Original ? content->input : level.picture;
    const QColor color = image.pixelColor(pixelOf(image.width(), image.height()));
    return QStringLiteral("%1 %2 %3").arg(color.red()).arg(color.green()).arg(color.blue());
}

double norm(const std::vector<float>& vector) {
    double squares = 0.0;
    for (const float value : vector)
        squares += double(value) * double(value);
    return std::sqrt(squares);
}

QString rangeText(double from, double to) {
    return QStringLiteral("%1–%2").arg(int(std::lround(from))).arg(int(std::lround(to)));
}

} // namespace

Facts levelFacts(const ViewState& state) {
    const runtime::LevelReconstruction* a = levelOf(state, Side::A);
    if (a == nullptr)
        return {};
    const runtime::LevelReconstruction* b = state.hasB() ? levelOf(state, Side::B) : nullptr;
    const auto both = [&](const QString& label, const QString& tip, auto value, int digits) {
        return figure(label, tip, value(*a), b != nullptr ? value(*b) : std::nan(""), digits);
    };
    using Level = runtime::LevelReconstruction;
    const QString full = Words::tr("This level enlarged (bicubic) against the full image");
    const QString own = Words::tr("Against the image reduced to this level's size (area)");
    const QString commute =
        Words::tr("D(D_s(Z)) against D_s(D(Z)): does the decoder commute with downsampling?");
    const auto grid = [](const Level& level) {
        return Words::tr("%1\u00a0×\u00a0%2").arg(level.level.rows).arg(level.level.columns);
    };
    Facts rows = {
        {prefixOf(a->level) ? Words::tr("Token grid") : Words::tr("Scale"),
         grid(*a),
         {},
         b != nullptr ? grid(*b) : QStringLiteral("–"),
         {}},
        both(
            Words::tr("PSNR, dB"), full, [](const Level& l) { return l.psnrFull; }, 2),
        both(
            Words::tr("SSIM"), full, [](const Level& l) { return orNan(l.ssimFull); }, 3),
        both(
            Words::tr("PSNR, own"), own, [](const Level& l) { return l.psnr; }, 2),
        both(
            Words::tr("SSIM, own"), own, [](const Level& l) { return orNan(l.ssim); }, 3)};
    if (!prefixOf(a->level)) // pictures of one size have nothing to commute with
        rows.push_back(both(
            Words::tr("Commutes, dB"), commute,
            [](const Level& l) { return l.commutation.psnrDecoded; }, 2));
    if (a->lpips)
        rows.push_back(both(
            Words::tr("LPIPS"), {}, [](const Level& l) { return orNan(l.lpips); }, 3));
    for (const LevelDifference& difference : codeDifferences(state))
        if (difference.levelOfA == state.level()) {
            const QString tip =
                Words::tr("Tokens of this level whose codes are others in B; Shift+X "
                          "selects those of all levels");
            rows.push_back({Words::tr("Other codes in B"),
                            Words::tr("%1 of %2, %3\u00a0%")
                                .arg(difference.differing.size())
                                .arg(difference.level.tokens())
                                .arg(QLocale().toString(100.0 * difference.share(), 'f', 1)),
                            tip,
                            {},
                            {}});
        }
    rows.push_back(both(
        Words::tr("Values so far"), Words::tr("Latent numbers up to this level"),
        [](const Level& l) { return double(l.values); }, 0));
    if (a->bits)
        rows.push_back(both(
            Words::tr("Bits"),
            prefixOf(a->level) ? Words::tr("Tokens so far times the bits of a code")
                               : Words::tr("KL divergence over ln 2"),
            [](const Level& l) { return orNan(l.bits); }, 0));
    if (state.hasB())
        return rows;
    rows.insert(rows.begin() + 1, {Words::tr("Tokens"), number(a->level.tokens()), {}, {}, {}});
    rows.insert(rows.begin() + 2,
                {Words::tr("Picture"), sizeText(a->level.width, a->level.height), {}, {}, {}});
    return rows;
}

Facts pixelFacts(const ViewState& state) {
    const auto share = state.hover();
    const runtime::LevelReconstruction* a = levelOf(state, Side::A);
    if (!share || a == nullptr)
        return {};
    const bool isValue = mapOf(state.content()->levels[std::size_t(state.level())],
                               state.choice().picture) != nullptr;
    const QString what = isValue ? Words::tr("Value") : Words::tr("RGB");
    const auto at = [](double part, int size) { return std::min(int(part * size), size - 1); };
    const int column = at(share->x(), a->level.columns);
    const int row = at(share->y(), a->level.rows);
    Facts rows = {{Words::tr("Place"),
                   Words::tr("x\u00a0%1, y\u00a0%2")
                       .arg(at(share->x(), a->level.width))
                       .arg(at(share->y(), a->level.height)),
                   Words::tr("Pixel of this level's picture"),
                   {},
                   {}},
                  {Words::tr("Token"),
                   Words::tr("row\u00a0%1, column\u00a0%2").arg(row).arg(column),
                   {},
                   {},
                   {}},
                  {state.hasB() ? Words::tr("%1 of A").arg(what) : what,
                   pixelText(state, Side::A, *share),
                   {},
                   {},
                   {}}};
    if (state.hasB())
        rows.push_back(
            {Words::tr("%1 of B").arg(what), pixelText(state, Side::B, *share), {}, {}, {}});
    return rows;
}

Facts imageFacts(const ViewState& state) {
    const int row = state.currentImage();
    if (row < 0)
        return {};
    const LibraryItem& item = state.images().item(row);
    Facts rows = {{Words::tr("Name"), shortened(item.name, 10), item.path, {}, {}}};
    if (!item.hasError && !item.detail.isEmpty())
        rows.push_back({Words::tr("Size"), item.detail, {}, {}, {}});
    if (const auto content = state.content())
        rows.push_back({Words::tr("Into the model"),
                        sizeText(content->input.width(), content->input.height()),
                        Words::tr("Shorter side resized (bicubic, antialiased), centre cropped"),
                        {},
                        {}});
    return rows;
}

Facts modelFacts(const ViewState& state, Side side) {
    const auto info = state.modelInfo(side);
    if (!info)
        return {};
    const QString hash = QString::fromStdString(info->sha256);
    const QString family = info->family == "hieratok" ? QStringLiteral("HieraTok")
                           : info->family == "restok" ? QStringLiteral("ResTok")
                                                      : QString::fromStdString(info->family);
    Facts rows = {{Words::tr("Name"),
                   shortened(QString::fromStdString(info->name), 10),
                   QString::fromStdString(info->path.string()),
                   {},
                   {}},
                  {Words::tr("Family"), family, QString::fromStdString(info->summary), {}, {}},
                  {Words::tr("Parameters"), number(info->parameters), {}, {}, {}}};
    for (const auto& [label, value] : info->facts)
        rows.push_back({readable(label), QString::fromStdString(value), {}, {}, {}});
    rows.push_back({Words::tr("sha256"), shortened(hash, 8), hash, {}, {}});
    return rows;
}

std::vector<float> selectedVector(const ViewState& state, Side side) {
    const auto content = state.content(side);
    if (!content)
        return {};
    std::vector<float> sum;
    int count = 0;
    for (const TokenRef& token : state.choice().selection) {
        const auto& levels = content->reconstruction.pyramid.levels;
        for (std::size_t index = 0; index < levels.size(); ++index) {
            const runtime::LevelTokens& level = levels[index];
            const auto width = std::size_t(level.vectorWidth);
            // Two levels of one model may have the same grid: then the level itself decides.
            const bool isOther = std::size_t(token.level) < levels.size() &&
                                 std::size_t(token.level) != index &&
                                 levels[std::size_t(token.level)].level.rows == token.rows &&
                                 levels[std::size_t(token.level)].level.columns == token.columns;
            const bool isOwn =
                level.level.rows == token.rows && level.level.columns == token.columns;
            if (!isOwn || isOther || width == 0 || (!sum.empty() && sum.size() != width))
                continue;
            sum.resize(width);
            const float* vector = level.vectors.data() + std::size_t(token.token) * width;
            for (std::size_t i = 0; i < width; ++i)
                sum[i] += vector[i];
            ++count;
            break;
        }
    }
    for (float& value : sum)
        value /= float(count);
    return sum;
}

namespace {

/// An edited token may hold a vector that no code has.
QString codeText(std::int64_t code) {
    return code >= 0 ? QString::number(code) : Words::tr("none, edited");
}

} // namespace

Facts tokenFacts(const ViewState& state) {
    const Selection& selection = state.choice().selection;
    const auto content = state.content();
    if (selection.empty() || !content)
        return {};
    const std::vector<float> vector = selectedVector(state, Side::A);
    const QString length =
        vector.empty() ? QStringLiteral("–") : QLocale().toString(norm(vector), 'f', 3);
    if (selection.size() > 1)
        return {{Words::tr("Tokens"), number(qint64(selection.size())), {}, {}, {}},
                {Words::tr("Norm of the mean"), length, {}, {}, {}}};
    const TokenRef token = *selection.begin();
    const QRectF share = token.share();
    const QSizeF size = content->input.size();
    const bool isPrefixed = prefixOf(content->levelInfos.front()).has_value();
    const QString grid =
        isPrefixed ? Words::tr("Grid %1\u00a0×\u00a0%2") : Words::tr("Scale %1\u00a0×\u00a0%2");
    Facts rows{{grid.arg(token.rows).arg(token.columns),
                Words::tr("row\u00a0%1, column\u00a0%2").arg(token.row()).arg(token.column()),
                {},
                {},
                {}},
               {Words::tr("Pixels"),
                Words::tr("x\u00a0%1, y\u00a0%2")
                    .arg(rangeText(share.left() * size.width(), share.right() * size.width()),
                         rangeText(share.top() * size.height(), share.bottom() * size.height())),
                Words::tr("Of the image as it went into the model"),
                {},
                {}},
               {Words::tr("Norm"), length, {}, {}, {}}};
    const auto& levels = content->reconstruction.pyramid.levels;
    const auto level = std::size_t(token.level);
    if (level < levels.size() && std::size_t(token.token) < levels[level].codes.size())
        rows.push_back({Words::tr("Code"),
                        codeText(levels[level].codes[std::size_t(token.token)]),
                        Words::tr("Index into the codebook"),
                        {},
                        {}});
    return rows;
}

} // namespace hierascope::widgets
