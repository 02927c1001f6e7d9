// SPDX-License-Identifier: MIT
// Sums of queueing and reliability in plain numbers: stable for any size up to `most_servers`, and bounded in
// time (a few hundred thousand steps at most). Their typed faces are in formula/kernels.cpp.
#pragma once

namespace reckon::formula {

inline constexpr double most_servers = 1e7;

/// Erlang B: the share of arrivals that find all `servers` busy, for `offered` erlangs. `servers` is whole,
/// both are not negative.
double erlang_b_share(double offered, double servers);

/// Erlang C: the share of arrivals that must wait; offered < servers.
double erlang_c_share(double offered, double servers);

/// The probability that at least `least` of `count` independent parts work, each with probability `working`
/// (0 to 1). `least` and `count` are whole.
double at_least_working(double least, double count, double working);

}  // namespace reckon::formula
