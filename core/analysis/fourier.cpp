// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/fourier.h"

#include <array>
#include <mutex>

namespace hierascope::analysis {

namespace {

/// FFTW makes plans on one thread at a time.
std::mutex& planner() {
    static std::mutex mutex;
    return mutex;
}

fftwf_complex* raw(std::complex<float>* values) {
    return reinterpret_cast<fftwf_complex*>(values);
}

fftwf_plan planColumns(std::int64_t length, int direction) {
    FourierBuffer<std::complex<float>> room(length * kFourierColumns);
    const int size = static_cast<int>(length);
    const int columns = static_cast<int>(kFourierColumns);
    return fftwf_plan_many_dft(1, &size, columns, raw(room.data()), nullptr, columns, 1,
                               raw(room.data()), nullptr, columns, 1, direction, FFTW_ESTIMATE);
}

} // namespace

FourierLine::FourierLine(std::int64_t length) : m_length(length) {
    const std::lock_guard lock(planner());
    FourierBuffer<float> reals(paddedReal(length));
    FourierBuffer<Complex> complexes(paddedComplex(length));
    const int size = static_cast<int>(length);
    m_forwardRow = fftwf_plan_dft_r2c_1d(size, reals.data(), raw(complexes.data()), FFTW_ESTIMATE);
    m_backwardRow = fftwf_plan_dft_c2r_1d(size, raw(complexes.data()), reals.data(), FFTW_ESTIMATE);
    m_forwardColumns = planColumns(length, FFTW_FORWARD);
    m_backwardColumns = planColumns(length, FFTW_BACKWARD);
}

FourierLine::~FourierLine() {
    const std::lock_guard lock(planner());
    for (const fftwf_plan plan : {m_forwardRow, m_backwardRow, m_forwardColumns, m_backwardColumns})
        fftwf_destroy_plan(plan);
}

void FourierLine::forwardRow(float* in, Complex* out) const {
    fftwf_execute_dft_r2c(m_forwardRow, in, raw(out));
}

void FourierLine::backwardRow(Complex* in, float* out) const {
    fftwf_execute_dft_c2r(m_backwardRow, raw(in), out);
}

void FourierLine::forwardColumns(Complex* columns) const {
    fftwf_execute_dft(m_forwardColumns, raw(columns), raw(columns));
}

void FourierLine::backwardColumns(Complex* columns) const {
    fftwf_execute_dft(m_backwardColumns, raw(columns), raw(columns));
}

void takeColumns(const std::complex<float>* from, std::int64_t stride, std::int64_t count,
                 std::int64_t length, std::complex<float>* columns) {
    for (std::int64_t i = 0; i < count; ++i)
        std::copy_n(from + i * stride, kFourierColumns, columns + i * kFourierColumns);
    std::fill(columns + count * kFourierColumns, columns + length * kFourierColumns,
              std::complex<float>{});
}

void putColumns(const std::complex<float>* columns, std::int64_t count, std::complex<float>* to,
                std::int64_t stride) {
    for (std::int64_t i = 0; i < count; ++i)
        std::copy_n(columns + i * kFourierColumns, kFourierColumns, to + i * stride);
}

std::int64_t fourierLength(std::int64_t least) {
    // All have many factors 2; from 1024 on the same numbers times a power of two.
    constexpr std::array<std::int64_t, 9> kMantissas = {64, 72, 80, 90, 96, 108, 120, 128, 144};
    std::int64_t best = 0;
    for (std::int64_t scale = 1; best == 0 || scale <= best; scale *= 2)
        for (const std::int64_t mantissa : kMantissas)
            if (mantissa * scale >= least && (best == 0 || mantissa * scale < best))
                best = mantissa * scale;
    return best;
}

} // namespace hierascope::analysis
