// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Read by cpu_kernels.cpp once for each instruction set, inside a namespace of its own that defines
// kLanes (floats in a vector) and kTileRows. Vectors are those of the compiler.

typedef float Vector __attribute__((vector_size(4 * kLanes)));
typedef std::int32_t IntVector __attribute__((vector_size(4 * kLanes)));

inline Vector load(const float* from) {
    Vector value;
    __builtin_memcpy(&value, from, sizeof value);
    return value;
}

inline void store(float* to, Vector value) {
    __builtin_memcpy(to, &value, sizeof value);
}

inline Vector filledWith(float value) {
    return value - Vector{};
}

inline float sumOf(Vector value) {
    float sum = 0.0F;
    for (int lane = 0; lane < kLanes; ++lane)
        sum += value[lane];
    return sum;
}

/// e^x, for x held within -87 and 88: 2^n times a polynomial on [-ln 2 / 2, ln 2 / 2] (Cephes'
/// coefficients).
inline Vector exponential(Vector x) {
    constexpr float kLog2E = 1.44269504F;
    constexpr float kRound = 12582912.0F; // adding it leaves n in the lowest bits
    const Vector least = filledWith(-87.0F);
    const Vector most = filledWith(88.0F);
    x = x > least ? x : least;
    x = x < most ? x : most;
    const Vector shifted = x * kLog2E + kRound;
    const Vector n = shifted - kRound;
    const Vector r = x - n * 0.693359375F + n * 2.12194440e-4F;
    Vector p = r * 1.9875691500e-4F + 1.3981999507e-3F;
    p = p * r + 8.3334519073e-3F;
    p = p * r + 4.1665795894e-2F;
    p = p * r + 1.6666665459e-1F;
    p = p * r + 5.0000001201e-1F;
    p = p * r * r + r + 1.0F;
    IntVector bits;
    __builtin_memcpy(&bits, &shifted, sizeof bits);
    bits = (bits << 23) + 0x3f800000;
    Vector scale;
    __builtin_memcpy(&scale, &bits, sizeof scale);
    return p * scale;
}

/// `Rows` rows by two vectors of columns; the sums stay in registers.
template <int Rows>
void tile(const float* rows, const float* panel, std::int64_t depth, float* out,
          std::int64_t outStride, bool isAdded) {
    Vector sums[Rows][2];
#pragma GCC unroll 16
    for (int row = 0; row < Rows; ++row) {
        sums[row][0] = Vector{};
        sums[row][1] = Vector{};
    }
    for (std::int64_t k = 0; k < depth; ++k) {
        const Vector left = load(panel + k * kPanelWidth);
        const Vector right = load(panel + k * kPanelWidth + kLanes);
#pragma GCC unroll 16
        for (int row = 0; row < Rows; ++row) {
            sums[row][0] += left * rows[k * Rows + row];
            sums[row][1] += right * rows[k * Rows + row];
        }
    }
#pragma GCC unroll 16
    for (int row = 0; row < Rows; ++row) {
        float* to = out + row * outStride;
        store(to, isAdded ? load(to) + sums[row][0] : sums[row][0]);
        store(to + kLanes, isAdded ? load(to + kLanes) + sums[row][1] : sums[row][1]);
    }
}

template <int Rows>
void panelTiles(const float* rows, const float* panel, std::int64_t depth, float* out,
                std::int64_t outStride, bool isAdded) {
    for (std::int64_t column = 0; column < kPanelWidth; column += 2 * kLanes)
        tile<Rows>(rows, panel + column, depth, out + column, outStride, isAdded);
}

using TileFunction = void (*)(const float*, const float*, std::int64_t, float*, std::int64_t, bool);

template <int... Rows>
TileFunction chosenTile(std::int64_t rowCount, std::integer_sequence<int, Rows...>) {
    static constexpr TileFunction functions[] = {panelTiles<Rows + 1>...};
    return functions[rowCount - 1];
}

void multiply(const float* rows, std::int64_t rowCount, const float* panel, std::int64_t depth,
              float* out, std::int64_t outStride, std::int64_t columns, bool isAdded) {
    const TileFunction function =
        chosenTile(rowCount, std::make_integer_sequence<int, kTileRows>());
    if (columns == kPanelWidth)
        return function(rows, panel, depth, out, outStride, isAdded);
    float whole[kTileRows * kPanelWidth];
    function(rows, panel, depth, whole, kPanelWidth, false);
    for (std::int64_t row = 0; row < rowCount; ++row) {
        for (std::int64_t column = 0; column < columns; ++column) {
            float& to = out[row * outStride + column];
            to = whole[row * kPanelWidth + column] + (isAdded ? to : 0.0F);
        }
    }
}

void normalise(const float* x, const float* gain, double eps, std::int64_t width, float* out) {
    Vector squares{};
    std::int64_t i = 0;
    for (; i + kLanes <= width; i += kLanes)
        squares += load(x + i) * load(x + i);
    float sum = sumOf(squares);
    for (; i < width; ++i)
        sum += x[i] * x[i];
    const float scale = 1.0F / std::sqrt(sum / static_cast<float>(width) + static_cast<float>(eps));
    for (i = 0; i + kLanes <= width; i += kLanes)
        store(out + i, load(x + i) * scale * load(gain + i));
    for (; i < width; ++i)
        out[i] = x[i] * scale * gain[i];
}

inline Vector gated(Vector x, Vector factor) {
    return x / (exponential(-x) + 1.0F) * factor;
}

void gate(const float* x, std::int64_t width, float* out) {
    std::int64_t i = 0;
    for (; i + kLanes <= width; i += kLanes)
        store(out + i, gated(load(x + i), load(x + width + i)));
    for (; i < width; ++i)
        out[i] = gated(filledWith(x[i]), filledWith(x[width + i]))[0];
}

/// Turns the first `count` scores into weights, all others up to the block's end into 0, and
/// returns the sum of the weights.
inline float softmax(float* scores, std::int64_t count, std::int64_t padded) {
    for (std::int64_t i = count; i < padded; ++i)
        scores[i] = scores[0];
    Vector most = load(scores);
    for (std::int64_t i = kLanes; i < padded; i += kLanes) {
        const Vector next = load(scores + i);
        most = next > most ? next : most;
    }
    float largest = most[0];
    for (int lane = 1; lane < kLanes; ++lane)
        largest = most[lane] > largest ? most[lane] : largest;
    for (std::int64_t i = 0; i < padded; i += kLanes)
        store(scores + i, exponential(load(scores + i) - largest));
    for (std::int64_t i = count; i < padded; ++i)
        scores[i] = 0.0F;
    Vector sums{};
    for (std::int64_t i = 0; i < padded; i += kLanes)
        sums += load(scores + i);
    return sumOf(sums);
}

inline void score(const AttentionSpan& span, const float* query, std::int64_t padded, float scale) {
    constexpr int kVectors = kKeyBlock / kLanes;
    for (std::int64_t first = 0; first < padded; first += kKeyBlock) {
        Vector sums[kVectors] = {};
        for (std::int64_t e = 0; e < span.headWidth; ++e) {
            const float* keys = span.keys + e * span.keyStride + first;
#pragma GCC unroll 16
            for (int i = 0; i < kVectors; ++i)
                sums[i] += load(keys + i * kLanes) * query[e];
        }
#pragma GCC unroll 16
        for (int i = 0; i < kVectors; ++i)
            store(span.scores + first + i * kLanes, sums[i] * scale);
    }
}

/// Sums the values of `Vectors` vectors of channels.
template <int Vectors>
void readChannels(const AttentionSpan& span, std::int64_t channel, std::int64_t visible,
                  float scale, float* output) {
    Vector sums[Vectors] = {};
    for (std::int64_t column = 0; column < visible; ++column) {
        const float* values = span.values + column * span.headWidth + channel;
#pragma GCC unroll 4
        for (int i = 0; i < Vectors; ++i)
            sums[i] += load(values + i * kLanes) * span.scores[column];
    }
#pragma GCC unroll 4
    for (int i = 0; i < Vectors; ++i)
        store(output + channel + i * kLanes, sums[i] * scale);
}

inline void readValues(const AttentionSpan& span, std::int64_t visible, float scale,
                       float* output) {
    std::int64_t channel = 0;
    for (; channel + 4 * kLanes <= span.headWidth; channel += 4 * kLanes)
        readChannels<4>(span, channel, visible, scale, output);
    for (; channel + kLanes <= span.headWidth; channel += kLanes)
        readChannels<1>(span, channel, visible, scale, output);
    for (; channel < span.headWidth; ++channel) {
        float sum = 0.0F;
        for (std::int64_t column = 0; column < visible; ++column)
            sum += span.values[column * span.headWidth + channel] * span.scores[column];
        output[channel] = sum * scale;
    }
}

void attend(const AttentionSpan& span) {
    const float scale = 1.0F / std::sqrt(static_cast<float>(span.headWidth));
    for (std::int64_t i = 0; i < span.queryCount; ++i) {
        const std::int64_t visible = span.visible[i];
        const std::int64_t padded = (visible + kKeyBlock - 1) / kKeyBlock * kKeyBlock;
        score(span, span.queries + i * span.queryStride, padded, scale);
        const float sum = softmax(span.scores, visible, padded);
        readValues(span, visible, 1.0F / sum, span.output + i * span.outputStride);
    }
}

constexpr CpuKernels kernels(const char* name) {
    return {name, kTileRows, multiply, normalise, gate, attend};
}
