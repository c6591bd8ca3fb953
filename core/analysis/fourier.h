// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <complex>
#include <cstdint>
#include <memory>
#include <new>

#include <fftw3.h>

namespace hierascope::analysis {

/// Memory as FFTW wants it aligned.
template <typename T>
class FourierBuffer {
public:
    FourierBuffer() = default;
    explicit FourierBuffer(std::int64_t size)
        : m_data(static_cast<T*>(
              fftwf_malloc(static_cast<std::size_t>(std::max<std::int64_t>(size, 1)) * sizeof(T)))),
          m_size(size) {
        if (!m_data)
            throw std::bad_alloc();
        std::fill(m_data.get(), m_data.get() + size, T{});
    }

    T* data() { return m_data.get(); }
    const T* data() const { return m_data.get(); }
    std::int64_t size() const { return m_size; }

private:
    struct Free {
        void operator()(T* memory) const { fftwf_free(memory); }
    };
    std::unique_ptr<T, Free> m_data;
    std::int64_t m_size = 0;
};

/// Columns that are transformed together: as many as fill a cache line.
inline constexpr std::int64_t kFourierColumns = 8;

/// Transforms of one length. They may run on several threads at once, each on buffers of its own.
///
/// Plans are FFTW's estimated ones: measured ones differ from run to run, and results with them.
class FourierLine {
public:
    using Complex = std::complex<float>;

    explicit FourierLine(std::int64_t length);
    ~FourierLine();
    FourierLine(const FourierLine&) = delete;
    FourierLine& operator=(const FourierLine&) = delete;

    std::int64_t length() const { return m_length; }
    /// Rows are this far apart, so that each is aligned.
    static std::int64_t paddedReal(std::int64_t length) { return (length + 15) / 16 * 16; }
    static std::int64_t paddedComplex(std::int64_t length) { return (length / 2 + 8) / 8 * 8; }

    /// @param in  [length]
    /// @param out [length / 2 + 1]
    void forwardRow(float* in, Complex* out) const;
    /// The inverse, without the factor 1 / length; destroys `in`.
    void backwardRow(Complex* in, float* out) const;
    /// kFourierColumns interleaved columns in place: [length][kFourierColumns].
    void forwardColumns(Complex* columns) const;
    void backwardColumns(Complex* columns) const;

private:
    std::int64_t m_length = 0;
    fftwf_plan m_forwardRow = nullptr;
    fftwf_plan m_backwardRow = nullptr;
    fftwf_plan m_forwardColumns = nullptr;
    fftwf_plan m_backwardColumns = nullptr;
};

/// Copies `count` columns' entries, `stride` apart, into [length][kFourierColumns]; the rest is 0.
void takeColumns(const std::complex<float>* from, std::int64_t stride, std::int64_t count,
                 std::int64_t length, std::complex<float>* columns);

/// Copies the first `count` entries back.
void putColumns(const std::complex<float>* columns, std::int64_t count, std::complex<float>* to,
                std::int64_t stride);

/// The least even length from `least` on that transforms fast (2, 3 and 5 its only factors), in
/// steps of at least an eighth or so, so that growing data seldom need another one.
std::int64_t fourierLength(std::int64_t least);

} // namespace hierascope::analysis
