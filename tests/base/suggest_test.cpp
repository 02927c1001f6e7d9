// SPDX-License-Identifier: MIT
#include "base/suggest.hpp"

#include <catch2/catch.hpp>

#include <vector>

namespace reckon::base {
namespace {

const std::vector<std::string>& known() {
  static const std::vector<std::string> names{"cpu_time",        "rate", "payload", "utilisation",
                                              "memory_per_core", "GiB"};
  return names;
}

void check(std::string_view name, std::string_view expected) {
  INFO(name);
  CHECK(nearest(name, known()).value_or("(none)") == expected);
}

TEST_CASE("a slip of the finger finds its name") {
  check("cpu_tiem", "cpu_time");        // neighbours swapped
  check("cputime", "cpu_time");         // one left out
  check("paylload", "payload");         // one too many
  check("utilization", "utilisation");  // one replaced
  check("memory_per_cores", "memory_per_core");
  check("rat", "rate");
}

TEST_CASE("case does not count as a difference") {
  check("CPU_TIME", "cpu_time");
  check("gib", "GiB");
}

TEST_CASE("another word finds nothing") {
  check("bandwidth", "(none)");
  check("time", "(none)");
  check("", "(none)");
  check("ra", "(none)");  // two letters say too little
  check(std::string(81, 'r'), "(none)");
}

TEST_CASE("a beginning finds the shortest name that goes on from it") {
  check("memory", "memory_per_core");
  check("Util", "utilisation");
  check("mem", "(none)");  // that of too many
  const std::vector<std::string> names{"throughputRequirement", "throughput_out", "thorough"};
  CHECK(nearest("throughput", names) == "throughput_out");
}

TEST_CASE("the first of equally near names is taken") {
  const std::vector<std::string> names{"cat", "car"};
  CHECK(nearest("cap", names) == "cat");
}

TEST_CASE("a suggestion is a question, or nothing") {
  CHECK(did_you_mean("cpu_tiem", known()) == "did you mean 'cpu_time'?");
  CHECK(did_you_mean("bandwidth", known()).empty());
  CHECK(did_you_mean("cpu_time", {}).empty());
}

}  // namespace
}  // namespace reckon::base
