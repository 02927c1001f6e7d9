// SPDX-License-Identifier: MIT
// Any bytes as a quantity, as a unit, and as prose at each place: nothing crashes, spans lie inside, and
// whatever is accepted prints and reads back as the same quantity.
#include "units/print.hpp"
#include "units/read.hpp"

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using namespace reckon;

constexpr std::size_t longest_scanned = 512;

void require(bool holds) {
  if (!holds) std::abort();
}

void check_stated(const units::Stated& stated) {
  require(std::isfinite(stated.interval.value));
  require(stated.interval.low <= stated.interval.value && stated.interval.value <= stated.interval.high);
  const units::Quantity quantity = stated.quantity();
  const auto again = units::read_quantity(units::print(quantity));
  require(again.has_value() && again->quantity() == quantity);
  require(!units::print_human(quantity).empty());
}

void check_read(std::string_view text, const units::Expectation& expect) {
  const auto read = units::read_quantity(text, expect);
  if (read) return check_stated(*read);
  const base::Span span = read.error().primary.span;
  require(span.begin <= span.end && span.end <= text.size());
  require(read.error().remarks.size() == 1 && !read.error().remarks.front().text.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes as the fuzzer hands them out
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check_read(text, {});
  for (const units::Axis axis : {units::Axis::time, units::Axis::data, units::Axis::core}) {
    units::Expectation expect;
    expect.dimension = units::axis(axis);
    expect.role = units::Role::claim;
    expect.transparent_counts = axis == units::Axis::core;
    check_read(text, expect);
  }
  units::Expectation plain;
  plain.dimension = units::Dimension{};
  plain.role = units::Role::distribution;
  check_read(text, plain);
  static_cast<void>(units::read_unit(text));

  for (std::size_t at = 0; at < text.size() && at < longest_scanned; ++at) {
    const auto found = units::scan_quantity(text, at, {});
    if (!found) continue;
    require(found->begin == at && at <= found->number_begin && found->number_begin < found->end);
    require(found->end <= text.size());
    check_stated(found->stated);
  }
  return 0;
}
