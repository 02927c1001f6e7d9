// SPDX-License-Identifier: MIT
#include "formula/functions.hpp"

#include "formula/kernels.hpp"
#include "formula/numbers.hpp"

#include <algorithm>
#include <cmath>

namespace reckon::formula {
namespace {

using Arguments = std::span<const double>;
using Outcome = std::optional<double>;

constexpr std::size_t any_number = 64;

template <double (*Round)(double)>
Outcome rounded(Arguments a, std::string& why) {
  if (a.size() == 1) return Round(a[0]);
  if (a[1] > 0.0) return Round(a[0] / a[1]) * a[1];
  why = "the unit to round to must be above zero";
  return std::nullopt;
}

template <double (*Logarithm)(double)>
Outcome logarithm(Arguments a, std::string& why) {
  if (a[0] > 0.0) return Logarithm(a[0]);
  why = "only numbers above zero have a logarithm";
  return std::nullopt;
}

double log_e(double x) {
  return std::log(x);
}
double log_2(double x) {
  return std::log2(x);
}
double log_10(double x) {
  return std::log10(x);
}

Outcome smallest(Arguments a, std::string&) {
  return *std::min_element(a.begin(), a.end());
}
Outcome largest(Arguments a, std::string&) {
  return *std::max_element(a.begin(), a.end());
}
Outcome absolute(Arguments a, std::string&) {
  return std::abs(a[0]);
}
Outcome exponential(Arguments a, std::string&) {
  return std::exp(a[0]);
}
Outcome chosen(Arguments a, std::string&) {
  return a[0] != 0.0 ? a[1] : a[2];
}

Outcome square_root(Arguments a, std::string& why) {
  if (a[0] >= 0.0) return std::sqrt(a[0]);
  why = "a negative number has no square root";
  return std::nullopt;
}

constexpr Function function_rows[] = {
    {"ceil", "x, unit",
     "Up to a whole number, or to a whole multiple of the unit; 1e-9 above a whole number is that number.",
     "ceil(100.5 GiB, GiB)", "101 GiB", 1, 2, Rule::rounding, nullptr, false, rounded<round_up>},
    {"floor", "x, unit",
     "Down to a whole number, or to a whole multiple of the unit; 1e-9 below a whole number is that number.",
     "floor(100.5 GiB, GiB)", "100 GiB", 1, 2, Rule::rounding, nullptr, false, rounded<round_down>},
    {"round", "x, unit", "To the nearest whole number, or whole multiple of the unit; halves away from zero.",
     "round(100.5 GiB, GiB)", "101 GiB", 1, 2, Rule::rounding, nullptr, false, rounded<round_nearest>},
    {"min", "a, b, ...", "The smallest.", "min(3 GB, 500 MB)", "500 MB", 2, any_number, Rule::alike, nullptr,
     false, smallest},
    {"max", "a, b, ...", "The largest.", "max(3 GB, 500 MB)", "3 GB", 2, any_number, Rule::alike, nullptr,
     false, largest},
    {"abs", "x", "Without its sign.", "abs(2 GB - 3 GB)", "1 GB", 1, 1, Rule::alike, nullptr, false,
     absolute},
    {"sqrt", "x", "The square root.", "sqrt(16)", "4", 1, 1, Rule::root, nullptr, false, square_root},
    {"log", "x", "The natural logarithm.", "log(1)", "0", 1, 1, Rule::plain, nullptr, false,
     logarithm<log_e>},
    {"log2", "x", "The logarithm to base 2.", "log2(1024)", "10", 1, 1, Rule::plain, nullptr, false,
     logarithm<log_2>},
    {"log10", "x", "The logarithm to base 10.", "log10(1000)", "3", 1, 1, Rule::plain, nullptr, false,
     logarithm<log_10>},
    {"exp", "x", "e to the power x.", "exp(0)", "1", 1, 1, Rule::plain, nullptr, false, exponential},
    {"if", "condition, a, b", "a where the condition holds, otherwise b.", "if(2 GB > 1 GB, 5 s, 10 s)",
     "5 s", 3, 3, Rule::alike, nullptr, true, chosen},
    {"light_round_trip", "distance",
     "There and back at the speed of light in fibre, 200,000 km/s: no network is faster (Giesen, 'Network "
     "latencies and "
     "speed of light').",
     "light_round_trip(5,570 km)", "55.7 ms", 1, 1, Rule::typed,
     &TypedKernel<kernels::light_round_trip>::signature, false, TypedKernel<kernels::light_round_trip>::call},
    {"light_distance", "one_way",
     "How far light gets in fibre in a time, 200,000 km/s (same source as light_round_trip).",
     "light_distance(10 ms)", "2,000 km", 1, 1, Rule::typed, &TypedKernel<kernels::light_distance>::signature,
     false, TypedKernel<kernels::light_distance>::call},
    {"downtime", "availability, period",
     "(1 - availability) * period (Site Reliability Engineering, 'Availability Table').",
     "downtime(99.999 %, 30 days)", "25.92 s", 2, 2, Rule::typed, &TypedKernel<kernels::downtime>::signature,
     false, TypedKernel<kernels::downtime>::call},
    {"at_least_k_of_n", "k, n, availability",
     "The probability that at least k of n independent parts work: the binomial sum. Independence flatters.",
     "at_least_k_of_n(2, 3, 99 %)", "99.9702 %", 3, 3, Rule::typed,
     &TypedKernel<kernels::at_least_k_of_n>::signature, false, TypedKernel<kernels::at_least_k_of_n>::call},
    {"erlang_b", "offered, servers",
     "The share that is turned away when nobody queues (Erlang B; recursion as in PDQ). Up to 10 million "
     "servers.",
     "erlang_b(5, 8)", "7.0 %", 2, 2, Rule::typed, &TypedKernel<kernels::erlang_b>::signature, false,
     TypedKernel<kernels::erlang_b>::call},
    {"erlang_c_wait", "rate, service, servers",
     "Mean wait in one queue before `servers` cores, M/M/c (Erlang C; "
     "https://reference.wolfram.com/language/ref/"
     "ErlangC.html). Up to 10 million servers.",
     "erlang_c_wait(100,000 request/s, 50 us*core/request, 8 core)", "2.788 us", 3, 3, Rule::typed,
     &TypedKernel<kernels::erlang_c_wait>::signature, false, TypedKernel<kernels::erlang_c_wait>::call},
    {"usl_throughput", "nodes, contention, coherency, single",
     "Throughput of a cluster by the Universal Scalability Law (Gunther, "
     "http://www.perfdynamics.com/Manifesto/"
     "USLscalability.html); `single` is one node's.",
     "usl_throughput(44 node, 0.02, 0.0005, 1000 request/s/node)", "15,680 request/s", 4, 4, Rule::typed,
     &TypedKernel<kernels::usl_throughput>::signature, false, TypedKernel<kernels::usl_throughput>::call},
    {"plan_cost_floor", "rows, pages, filters, workers",
     "What a PostgreSQL plan node that reads so many rows costs at least, by the default planner constants "
     "(src/include/optimizer/cost.h).",
     "plan_cost_floor(10,000 rows, 345, 1)", "470", 1, 4, Rule::typed,
     &TypedKernel<kernels::plan_cost_floor>::signature, false, TypedKernel<kernels::plan_cost_floor>::call},
};

}  // namespace

std::span<const Function> function_table() {
  return function_rows;
}

const Function* find_function(std::string_view name) {
  const auto* found = std::find_if(std::begin(function_rows), std::end(function_rows),
                                   [name](const Function& row) { return row.name == name; });
  return found == std::end(function_rows) ? nullptr : found;
}

std::string_view parameter_name(const Function& function, std::size_t index) {
  std::string_view rest = function.parameters;
  for (std::size_t i = 0;; ++i) {
    const std::size_t comma = rest.find(", ");
    const std::string_view name = rest.substr(0, comma);
    if (i == index || comma == std::string_view::npos || rest.substr(comma + 2) == "...") return name;
    rest.remove_prefix(comma + 2);
  }
}

}  // namespace reckon::formula
