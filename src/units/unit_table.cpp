// SPDX-License-Identifier: MIT
// THE table of units. Columns: symbol, further spellings, unit (a static type of Boost.Units, perhaps scaled), prefixes, about,
// note. A spelling in capitals or of at most two letters is taken letter for letter; any longer word ignores case and
// takes a plural s.
#include <boost/units/conversion.hpp>
#include <boost/units/make_scaled_unit.hpp>
#include <boost/units/scale.hpp>

#include "units/domain.hpp"
#include "units/unit.hpp"

namespace reckon::units {
namespace {

namespace bu = boost::units;

/// A coherent unit, or `base` to the power of `exponent` of it. Both numbers come out of Boost.Units at compile time.
template <class Quantity, long base = 10, long exponent = 0>
constexpr Unit of() {
  using Coherent = typename Quantity::unit_type;
  using Scaled = typename bu::make_scaled_unit<Coherent, bu::scale<base, bu::static_rational<exponent>>>::type;
  return {dimension_of<Scaled>, bu::conversion_factor(Scaled(), Coherent())};
}

using domain::Bandwidth;
using domain::Cores;
using domain::Data;
using domain::Frequency;
using domain::Length;
using domain::MessageRate;
using domain::Messages;
using domain::Money;
using domain::Nodes;
using domain::Partitions;
using domain::RequestRate;
using domain::Requests;
using domain::Time;
using domain::Users;

constexpr Unit plain{{}, 1.0};

static_assert(of<Time, 60, 2>().factor == 3600.0);
static_assert(of<Data, 2, -3>().factor == 0.125);

constexpr UnitRow rows[] = {
    // time
    {"s", "sec second", of<Time>(), "small", "second", ""},
    {"min", "mins minute", of<Time, 60, 1>(), "", "minute", ""},
    {"h", "hr hrs hour", of<Time, 60, 2>(), "", "hour", ""},
    {"d", "day", of<Time, 86400, 1>(), "", "day of 86,400 s", ""},
    {"wk", "week", of<Time, 604800, 1>(), "", "week", ""},
    {"mo", "month", of<Time, 2592000, 1>(), "", "month of 30 days", "unit.month"},
    {"yr", "y year", of<Time, 31536000, 1>(), "", "year of 365 days", "unit.year"},
    {"Hz", "hertz", of<Frequency>(), "decimal", "per second", ""},
    // data
    {"B", "byte octet", of<Data>(), "decimal binary", "byte", ""},
    {"bit", "b", of<Data, 2, -3>(), "decimal binary", "bit", ""},
    {"bps", "", of<Bandwidth, 2, -3>(), "decimal binary", "bit per second", ""},
    {"Bps", "", of<Bandwidth>(), "decimal binary", "byte per second", ""},
    {"bE", "", of<Bandwidth, 2, -3>(), "ethernet", "Ethernet link speed, bit per second: 10 GbE", "unit.link-speed"},
    // money and length
    {"USD", "$ dollar", of<Money>(), "", "US dollar", ""},
    {"m", "meter metre", of<Length>(), "kilo", "metre", ""},
    // requests
    {"request", "req requests reqs transaction txn tx query queries operation op ops call hit", of<Requests>(), "", "request", ""},
    {"TPS", "tps", of<RequestRate>(), "decimal", "transactions per second", "unit.tps"},
    {"RPS", "rps", of<RequestRate>(), "decimal", "requests per second", ""},
    {"QPS", "qps", of<RequestRate>(), "decimal", "queries per second", "unit.qps"},
    {"IOPS", "iops", of<RequestRate>(), "decimal", "I/O operations per second", ""},
    {"rpm", "RPM", of<RequestRate, 60, -1>(), "", "requests per minute", "unit.rpm"},
    // messages
    {"message", "msg event record row document doc item sample point entry entries log token page post notification", of<Messages>(), "", "message", ""},
    {"msgps", "MPS EPS eps", of<MessageRate>(), "", "messages or events per second", ""},
    // users
    {"user", "viewer client consumer session tenant connection conn customer subscriber DAU MAU people", of<Users>(), "", "user", ""},
    // nodes
    {"node", "server instance replica pod broker host function machine vm worker container", of<Nodes>(), "", "node", ""},
    // cores
    {"core", "cpu", of<Cores>(), "milli", "core", ""},
    {"vCPU", "vcpu", of<Cores>(), "", "virtual core", "unit.vcpu"},
    {"CPU", "", of<Cores>(), "milli", "core", ""},
    // partitions
    {"partition", "shard segment", of<Partitions>(), "", "partition", ""},
    // counted, without an axis of their own
    {"region", "zone az AZ AZs datacenter cluster copy copies group topic table file time times factor stage hop attempt retry retries cell", plain, "", "a counted thing", ""},
    {"x", "×", plain, "", "multiplier", ""},
    {"%", "percent pct", {{}, 0.01}, "", "percent", ""},
};

}  // namespace

std::span<const UnitRow> unit_table() { return rows; }

}  // namespace reckon::units
