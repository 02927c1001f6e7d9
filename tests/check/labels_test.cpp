// SPDX-License-Identifier: MIT
#include "check/labels.hpp"

#include <catch2/catch.hpp>

namespace reckon::check {
namespace {

TEST_CASE("labels are compared by their words") {
  const std::pair<const char*, const char*> cases[] = {
      {"CPU cores", "cpu cores"},
      {"  CPU   cores : ", "cpu cores"},
      {"**CPU cores**", "cpu cores"},
      {"The CPU cores", "cpu cores"},
      {"a core", "core"},
      {"an hour", "hour"},
      {"cpu_time", "cpu time"},
      {"min.insync.replicas", "min insync replicas"},
      {"Memory (RAM)", "memory ram"},
      {"Time-to-detect", "time to detect"},
      {"p99 latency", "p99 latency"},
      {"Größe", "größe"},
      {"", ""},
      {" .:- ", ""},
      {"theory", "theory"},
  };
  for (const auto& [written, plain] : cases) {
    INFO(written);
    CHECK(plain_label(written) == plain);
  }
}

TEST_CASE("a name fits a label when nothing but neutral words stand around it") {
  struct Case {
    const char* written;
    const char* name;
    LabelMatch match;
  };
  const Case cases[] = {
      {"CPU cores", "CPU cores", LabelMatch::equal},
      {"cpu-cores", "CPU cores", LabelMatch::equal},
      {"The CPU cores:", "CPU cores", LabelMatch::equal},
      {"CPU cores at the peak", "CPU cores", LabelMatch::contains},
      {"Total CPU cores required", "CPU cores", LabelMatch::contains},
      {"memory needed (GB)", "memory", LabelMatch::contains},
      {"memory per region", "memory", LabelMatch::none},
      {"Redis memory", "memory", LabelMatch::none},
      {"CPU time", "CPU cores", LabelMatch::none},
      {"cores", "CPU cores", LabelMatch::none},
      {"CPU coreset", "CPU cores", LabelMatch::none},
      {"XCPU cores", "CPU cores", LabelMatch::none},
      {"memory", "RAM", LabelMatch::none},
      {"program", "RAM", LabelMatch::none},
      {"", "RAM", LabelMatch::none},
      {"RAM", "", LabelMatch::none},
      {"TPS", "peakTPS", LabelMatch::none},
  };
  for (const Case& c : cases) {
    INFO(c.written << " / " << c.name);
    LabelIndex names;
    names.add(c.name, 7);
    const auto fits = names.fitting(plain_label(c.written));
    CHECK((fits.empty() ? LabelMatch::none : fits.front().match) == c.match);
  }
}

TEST_CASE("words stand in a text whole and in order") {
  CHECK(contains_words("peak cpu cores needed", "cpu cores"));
  CHECK(contains_words("cpu cores", "cpu cores"));
  CHECK_FALSE(contains_words("cpu coreset", "cpu cores"));
  CHECK_FALSE(contains_words("cores cpu", "cpu cores"));
}

TEST_CASE("a header says what its column holds") {
  const std::pair<const char*, Role> cases[] = {
      {"Assumption", Role::assumption},
      {"Assumptions used", Role::assumption},
      {"Input", Role::assumption},
      {"Given", Role::assumption},
      {"Parameter", Role::assumption},
      {"Per unit", Role::assumption},
      {"Estimated need", Role::result},
      {"Required", Role::result},
      {"Result", Role::result},
      {"Total", Role::result},
      {"Computed value", Role::result},
      {"Capacity", Role::result},
      {"Stated need", Role::result},
      {"Value", Role::given},
      {"Metric", Role::given},
      {"Notes", Role::given},
      {"", Role::given},
      {"**Result**", Role::result},
  };
  for (const auto& [header, role] : cases) {
    INFO(header);
    CHECK(role_of_header(header) == role);
  }
}

}  // namespace
}  // namespace reckon::check
