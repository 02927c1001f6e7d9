// SPDX-License-Identifier: MIT
#include "formula/queueing.hpp"

#include <algorithm>
#include <cmath>

namespace reckon::formula {
namespace {

constexpr double huge = 1e290;
constexpr double tiny = 1e-290;
constexpr double negligible = 1e-18;

}  // namespace

// B = a^c/c! / sum of a^k/k!, so 1/B = 1 + c/a + c(c-1)/a^2 + ... Every term is positive, hence nothing
// cancels. The terms rise while more than `a` servers are left and fall afterwards: either they leave the
// range of doubles soon (the share is then zero for every purpose) or they die out within a multiple of
// sqrt(a) steps.
double erlang_b_share(double offered, double servers) {
  if (servers <= 0.0) return 1.0;
  if (offered <= 0.0) return 0.0;
  double term = 1.0;
  double sum = 1.0;
  for (double left = servers; left > 0.0; left -= 1.0) {
    term *= left / offered;
    sum += term;
    if (sum > huge) return 0.0;
    if (left < offered && term < negligible * sum) break;
  }
  return 1.0 / sum;
}

double erlang_c_share(double offered, double servers) {
  const double busy = offered / servers;
  const double lost = erlang_b_share(offered, servers);
  return lost / (1.0 - busy + busy * lost);
}

// Terms of the binomial distribution relative to its largest, so that no factorial is ever formed; dividing
// by their sum at the end also removes the rounding of the start.
double at_least_working(double least, double count, double working) {
  if (least <= 0.0) return 1.0;
  if (least > count || working <= 0.0) return 0.0;
  if (working >= 1.0) return 1.0;
  const double odds = working / (1.0 - working);
  const double mode = std::min(count, std::floor((count + 1.0) * working));
  double all = 1.0;
  double enough = mode >= least ? 1.0 : 0.0;
  double term = 1.0;
  for (double k = mode + 1.0; k <= count && term > tiny; k += 1.0) {
    term *= (count - k + 1.0) / k * odds;
    all += term;
    if (k >= least) enough += term;
  }
  term = 1.0;
  for (double k = mode - 1.0; k >= 0.0 && term > tiny; k -= 1.0) {
    term *= (k + 1.0) / (count - k) / odds;
    all += term;
    if (k >= least) enough += term;
  }
  return enough / all;
}

}  // namespace reckon::formula
