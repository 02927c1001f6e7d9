// SPDX-License-Identifier: MIT
// The typed kernels behind formula functions. What a function means to its users is said in the table.
#pragma once

#include "formula/typed_kernel.hpp"
#include "units/domain.hpp"

namespace reckon::formula::kernels {

namespace domain = units::domain;

Answer<domain::Time> light_round_trip(domain::Length distance);
Answer<domain::Length> light_distance(domain::Time one_way);
Answer<domain::Time> downtime(domain::Plain availability, domain::Time period);
Answer<domain::Plain> at_least_k_of_n(Count least, Count count, domain::Plain availability);
Answer<domain::Plain> erlang_b(Count offered, Count servers);
Answer<domain::Time> erlang_c_wait(domain::RequestRate rate, domain::CoreTimePerRequest service,
                                   domain::Cores servers);
Answer<domain::RequestRate> usl_throughput(domain::Nodes nodes, domain::Plain contention,
                                           domain::Plain coherency, domain::RequestRatePerNode single);
Answer<domain::Plain> plan_cost_floor(domain::Messages rows, domain::Plain pages, domain::Plain filters,
                                      domain::Plain workers);

}  // namespace reckon::formula::kernels
