// SPDX-License-Identifier: MIT
// THE table of units. Columns: symbol, further spellings, unit (a static type of Boost.Units, perhaps
// scaled), prefixes, about, note. How spellings match is told by units/lookup.hpp.
#include "units/domain.hpp"
#include "units/notes.hpp"
#include "units/unit.hpp"

#include <boost/units/conversion.hpp>
#include <boost/units/make_scaled_unit.hpp>
#include <boost/units/scale.hpp>

namespace reckon::units {
namespace {

namespace bu = boost::units;

/// A coherent unit, or `base` to the power of `exponent` of it. Both numbers come out of Boost.Units at
/// compile time.
template <class Quantity, long base = 10, long exponent = 0>
constexpr Unit of() {
  using Coherent = typename Quantity::unit_type;
  using Scaled =
      typename bu::make_scaled_unit<Coherent, bu::scale<base, bu::static_rational<exponent>>>::type;
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
constexpr Unit hundredth{{}, 0.01};

/// 10^9 bits a second.
constexpr long gigabit_in_bytes = 125'000'000;

static_assert(of<Time, 60, 2>().factor == 3600.0);
static_assert(of<Data, 2, -3>().factor == 0.125);
static_assert(of<Bandwidth, gigabit_in_bytes, 1>().factor == 1e9 / 8);

constexpr UnitRow unit_rows[] = {
    // time
    {"s", "sec second", of<Time>(), "small", "second", ""},
    {"min", "minute", of<Time, 60, 1>(), "", "minute", ""},
    {"h", "hr hrs hour", of<Time, 60, 2>(), "", "hour", ""},
    {"d", "day", of<Time, 86400, 1>(), "", "day of 86,400 s", ""},
    {"wk", "week", of<Time, 604800, 1>(), "", "week", ""},
    {"fortnight", "", of<Time, 1209600, 1>(), "", "two weeks", ""},
    {"mo", "month", of<Time, 2592000, 1>(), "", "month of 30 days", notes::month},
    {"yr", "y year", of<Time, 31536000, 1>(), "", "year of 365 days", notes::year},
    {"Hz", "hertz", of<Frequency>(), "decimal", "per second", ""},
    // data
    {"B", "byte octet", of<Data>(), "decimal binary", "byte", ""},
    {"bit", "b", of<Data, 2, -3>(), "decimal binary", "bit", ""},
    {"bps", "", of<Bandwidth, 2, -3>(), "decimal binary", "bit per second", ""},
    {"Bps", "", of<Bandwidth>(), "decimal binary", "byte per second", ""},
    {"GbE", "GigE", of<Bandwidth, gigabit_in_bytes, 1>(), "", "Ethernet link of so many Gbit/s",
     notes::link_speed},
    // money and length
    {"USD", "dollar", of<Money>(), "", "US dollar", ""},
    {"$", "", of<Money>(), "", "US dollar", notes::dollar},
    {"cent", "", of<Money, 10, -2>(), "", "hundredth of a US dollar", ""},
    {"m", "metre meter", of<Length>(), "kilo", "metre", ""},
    // requests
    {"request", "req transaction txn tx query queries operation op ops call hit lookup", of<Requests>(), "",
     "request, transaction, query, operation, call", ""},
    {"TPS", "tps", of<RequestRate>(), "decimal", "transactions per second", notes::tps},
    {"RPS", "rps", of<RequestRate>(), "decimal", "requests per second", ""},
    {"QPS", "qps", of<RequestRate>(), "decimal", "queries per second", notes::qps},
    {"IOPS", "iops", of<RequestRate>(), "decimal", "I/O operations per second", ""},
    {"rpm", "", of<RequestRate, 60, -1>(), "", "requests per minute", notes::rpm},
    // messages
    {"message",
     "msg event record row document doc item sample point entry entries log token page post notification",
     of<Messages>(), "", "message, event, record, row, document, item", ""},
    {"msgps", "MPS EPS eps", of<MessageRate>(), "", "messages or events per second", ""},
    // users
    {"user", "viewer client consumer session tenant connection conn customer subscriber DAU MAU people",
     of<Users>(), "", "user, viewer, client, session, tenant, connection", ""},
    // nodes
    {"node", "server instance replica pod broker host function machine vm worker container", of<Nodes>(), "",
     "node, server, instance, replica, pod, broker, host, function", ""},
    // cores
    {"core", "cpu", of<Cores>(), "milli", "core", ""},
    {"vCPU", "vcpu", of<Cores>(), "", "virtual core", notes::vcpu},
    {"CPU", "CPUs", of<Cores>(), "milli", "core", ""},
    // partitions
    {"partition", "shard segment", of<Partitions>(), "", "partition, shard, segment", ""},
    // counted, without an axis of their own
    {"region",
     "zone az AZ AZs datacenter cluster copy copies group topic table file time factor stage hop attempt "
     "retry retries cell",
     plain, "", "counted thing without an axis", ""},
    {"x", "\xc3\x97", plain, "", "multiplier", ""},
    {"%", "percent pct", hundredth, "", "percent", ""},
};

}  // namespace

std::span<const UnitRow> unit_table() {
  return unit_rows;
}

}  // namespace reckon::units
