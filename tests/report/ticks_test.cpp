// SPDX-License-Identifier: MIT
// Round values along an axis.
#include "report/ticks.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <cmath>

namespace reckon::report {
namespace {

std::vector<std::string> labels(const Scale& scale, std::size_t most) {
  std::vector<std::string> out;
  for (const Tick& tick : ticks(scale, most)) out.push_back(tick.label);
  return out;
}

using Labels = std::vector<std::string>;

}  // namespace

TEST_CASE("a linear scale starts at zero and ends on a round value") {
  CHECK(labels(scale_for(3.0, 97.0, false), 5) == Labels{"0", "20", "40", "60", "80", "100"});
  CHECK(labels(scale_for(0.0, 0.7, false), 5) == Labels{"0", "0.2", "0.4", "0.6", "0.8"});
  CHECK(labels(scale_for(-5.0, 5.0, false), 5) == Labels{"-5", "0", "5"});
  CHECK(labels(scale_for(0.0, 0.0, false), 5).front() == "0");
  CHECK(labels(scale_for(1e6, 4.2e6, false), 5) == Labels{"0", "1M", "2M", "3M", "4M", "5M"});
}

TEST_CASE("a logarithmic scale marks powers of ten, and between them where there is room") {
  CHECK(labels(scale_for(1.0, 1e4, true), 5) == Labels{"1", "10", "100", "1000", "10,000"});
  CHECK(labels(scale_for(1.0, 1e9, true), 5) == Labels{"1", "100", "10,000", "1M", "100M"});
  CHECK(labels(scale_for(1.0, 20.0, true), 8) == Labels{"1", "2", "5", "10", "20"});
}

TEST_CASE("ticks lie on their scale, rise, and are about as many as asked for") {
  rc::check([] {
    const double low = *rc::gen::inRange(-1000, 1000) * std::pow(10.0, *rc::gen::inRange(-6, 12));
    const double width = *rc::gen::inRange(1, 1000) * std::pow(10.0, *rc::gen::inRange(-6, 12));
    const auto most = static_cast<std::size_t>(*rc::gen::inRange(2, 12));
    const Scale scale = scale_for(low, low + width, false);
    const auto found = ticks(scale, most);
    RC_ASSERT(!found.empty());
    RC_ASSERT(found.size() <= most + 1);
    for (std::size_t i = 0; i < found.size(); ++i) {
      RC_ASSERT(scale.position(found[i].value) > -1e-6);
      RC_ASSERT(scale.position(found[i].value) < 1.0 + 1e-6);
      if (i > 0) RC_ASSERT(found[i].value > found[i - 1].value);
    }
  });
}

}  // namespace reckon::report
