// SPDX-License-Identifier: MIT
#include "formula/kernels.hpp"

#include "formula/numbers.hpp"
#include "formula/queueing.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace reckon::formula::kernels {
namespace {

constexpr std::string_view no_servers = "the number of servers must be whole and not negative";
constexpr std::string_view too_many_servers = "more than 10 million servers";

bool is_whole(double value) {
  return is_same(value, std::round(value));
}

bool is_share(double value) {
  return value >= 0.0 && value <= 1.0;
}

/// 200,000 km/s: light in fibre with a refractive index of about 1.5.
/// https://fgiesen.wordpress.com/2018/01/20/network-latencies-and-speed-of-light/
const domain::Speed light_in_fibre = domain::Speed::from_value(2e8);

/// What is wrong with a number of servers, or "".
std::string_view servers_problem(double servers) {
  if (servers > most_servers) return too_many_servers;
  return servers >= 0.0 && is_whole(servers) ? std::string_view{} : no_servers;
}

}  // namespace

Answer<domain::Time> light_round_trip(domain::Length distance) {
  if (distance.value() < 0.0) return Refusal("a distance is not negative");
  return 2.0 * distance / light_in_fibre;
}

Answer<domain::Length> light_distance(domain::Time one_way) {
  if (one_way.value() < 0.0) return Refusal("a duration is not negative");
  return one_way * light_in_fibre;
}

Answer<domain::Time> downtime(domain::Plain availability, domain::Time period) {
  if (!is_share(availability.value())) return Refusal("an availability lies between 0 and 1");
  return (1.0 - availability) * period;
}

Answer<domain::Plain> at_least_k_of_n(Count least, Count count, domain::Plain availability) {
  if (!is_share(availability.value())) return Refusal("an availability lies between 0 and 1");
  if (std::max(least.value, count.value) > most_servers) return Refusal("more than 10 million parts");
  if (least.value < 0.0 || count.value < 0.0 || !is_whole(least.value) || !is_whole(count.value)) {
    return Refusal("the numbers of parts must be whole and not negative");
  }
  return domain::Plain(
      at_least_working(std::round(least.value), std::round(count.value), availability.value()));
}

Answer<domain::Plain> erlang_b(Count offered, Count servers) {
  if (const auto problem = servers_problem(servers.value); !problem.empty()) return Refusal(problem);
  if (offered.value < 0.0) return Refusal("an offered load is not negative");
  return domain::Plain(erlang_b_share(offered.value, std::round(servers.value)));
}

// Wait = C * S / (c - a): the share that waits, times the service time, over the cores that are to spare.
Answer<domain::Time> erlang_c_wait(domain::RequestRate rate, domain::CoreTimePerRequest service,
                                   domain::Cores servers) {
  if (const auto problem = servers_problem(servers.value()); !problem.empty()) return Refusal(problem);
  if (rate.value() < 0.0 || service.value() < 0.0)
    return Refusal("a rate and a service time are not negative");
  const domain::Cores offered = rate * service;
  if (offered >= servers) return Refusal("the servers are saturated, the queue grows without end");
  const double waiting = erlang_c_share(offered.value(), std::round(servers.value()));
  const domain::Requests one = domain::Requests::from_value(1.0);
  return waiting * one * service / (servers - offered);
}

// X(N) = lambda N / (1 + sigma (N - 1) + kappa N (N - 1)).
Answer<domain::RequestRate> usl_throughput(domain::Nodes nodes, domain::Plain contention,
                                           domain::Plain coherency, domain::RequestRatePerNode single) {
  const double n = nodes.value();
  if (n < 0.0 || contention.value() < 0.0 || coherency.value() < 0.0) {
    return Refusal("nodes, contention and coherency are not negative");
  }
  const double slowdown = 1.0 + contention.value() * (n - 1.0) + coherency.value() * n * (n - 1.0);
  if (slowdown <= 0.0) return Refusal("fewer than one node with such contention has no throughput");
  return single * nodes / slowdown;
}

// PostgreSQL's default planner constants (src/include/optimizer/cost.h): seq_page_cost 1.0, cpu_tuple_cost
// 0.01, cpu_operator_cost 0.0025. Parallel workers divide the processor's part; the leader helps less the
// more there are.
Answer<domain::Plain> plan_cost_floor(domain::Messages rows, domain::Plain pages, domain::Plain filters,
                                      domain::Plain workers) {
  constexpr double seq_page_cost = 1.0;
  constexpr double cpu_tuple_cost = 0.01;
  constexpr double cpu_operator_cost = 0.0025;
  if (std::min({rows.value(), pages.value(), filters.value(), workers.value()}) < 0.0) {
    return Refusal("a plan has no negative numbers");
  }
  const double divisor = workers.value() + std::max(0.0, 1.0 - 0.3 * workers.value());
  const double per_row = cpu_tuple_cost + filters.value() * cpu_operator_cost;
  return domain::Plain(pages.value() * seq_page_cost + rows.value() * per_row / divisor);
}

}  // namespace reckon::formula::kernels
