// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/alignment.h"

#include <string>

#include <Eigen/Core>
#include <Eigen/SVD>

namespace hierascope::analysis {

namespace {

using Table = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using FloatTable = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

Table tableOf(const PointTable& points) {
    return Eigen::Map<const FloatTable>(points.values.data(), points.count, points.width)
        .cast<double>();
}

} // namespace

Result<Similarity> alignPoints(const PointTable& a, const PointTable& b) {
    if (a.count != b.count || a.width != b.width || a.count < 1)
        return failure(ErrorCode::BadData,
                       "Maps of " + std::to_string(a.count) + " and " + std::to_string(b.count) +
                           " points in " + std::to_string(a.width) + " and " +
                           std::to_string(b.width) + " dimensions cannot be laid over each other.");
    const Table pointsA = tableOf(a);
    const Table pointsB = tableOf(b);
    const Eigen::RowVectorXd meanA = pointsA.colwise().mean();
    const Eigen::RowVectorXd meanB = pointsB.colwise().mean();
    const Table fromB = pointsB.rowwise() - meanB;
    const double spread = fromB.squaredNorm();
    if (!(spread > 0.0))
        return failure(ErrorCode::BadData,
                       "All points of the second map are at one place: it cannot be turned.");
    const Eigen::MatrixXd shared = fromB.transpose() * (pointsA.rowwise() - meanA);
    const Eigen::JacobiSVD<Eigen::MatrixXd> svd(shared, Eigen::ComputeFullU | Eigen::ComputeFullV);
    const Table turn =
        svd.matrixU() * svd.matrixV().transpose() * (svd.singularValues().sum() / spread);
    Similarity similarity;
    similarity.dimensions = a.width;
    similarity.from.assign(meanB.begin(), meanB.end());
    similarity.to.assign(meanA.begin(), meanA.end());
    similarity.turn.assign(turn.data(), turn.data() + turn.size());
    return similarity;
}

std::vector<float> Similarity::apply(const PointTable& points) const {
    const Eigen::Map<const Table> matrix(turn.data(), dimensions, dimensions);
    const Eigen::Map<const Eigen::RowVectorXd> before(from.data(), dimensions);
    const Eigen::Map<const Eigen::RowVectorXd> after(to.data(), dimensions);
    const FloatTable moved =
        (((tableOf(points).rowwise() - before) * matrix).rowwise() + after).cast<float>();
    return {moved.data(), moved.data() + moved.size()};
}

} // namespace hierascope::analysis
