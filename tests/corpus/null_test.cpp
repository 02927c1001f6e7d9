// SPDX-License-Identifier: MIT
// What evidence is worth: in plans whose numbers have each other's digits nothing follows, and b bits of
// evidence are to be found for no more than about one number in 2^b.
#include "corpus/score.hpp"
#include "corpus/shuffle.hpp"
#include "corpus/table.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <iostream>

namespace reckon::corpus {
namespace {

constexpr std::array bits{4, 6, 8, 10, 12};
constexpr std::uint64_t shuffle_seed = 1;

/// Numbers, and how many of them are explained with at least so many bits.
struct Explained {
  long numbers = 0;
  std::array<long, bits.size()> with{};

  void add(const Number& number) {
    ++numbers;
    const bool is_explained =
        number.fate == derive::Fate::explained || number.fate == derive::Fate::inherited;
    for (std::size_t i = 0; is_explained && i < bits.size(); ++i)
      with[i] += number.evidence >= static_cast<float>(bits[i]);
  }
  [[nodiscard]] double share(std::size_t i) const {
    return static_cast<double>(with[i]) / static_cast<double>(numbers);
  }
};

struct Null {
  Explained written;   ///< as the plans are
  Explained shuffled;  ///< numbers that have other digits than they had
};

void count(const Plan& plan, Null& into) {
  const std::string text = read_file(plan.path);
  const std::string name = std::filesystem::path(plan.path).filename();
  const std::vector<Number>& numbers = honest(plan).numbers;
  for (const Number& number : numbers) into.written.add(number);
  const Shuffled shuffled = shuffle_mantissas(text, numbers, shuffle_seed);
  for (const Number& number : check_text(name, shuffled.text, plan.prompt).numbers) {
    const auto changed = shuffled.changed.lower_bound(number.begin);
    if (changed != shuffled.changed.end() && *changed < number.end) into.shuffled.add(number);
  }
}

/// How many may be explained by accident, with three standard deviations of room.
double allowed(long numbers, int evidence) {
  const double expected = static_cast<double>(numbers) * std::exp2(-evidence);
  return expected + 3.0 * std::sqrt(expected);
}

}  // namespace

TEST_CASE("numbers that follow from nothing have no evidence but by accident") {
  Null null;
  for (const std::string& folder : voices()) {
    for (const Plan& plan : plans_in("tests/" + folder)) count(plan, null);
  }
  std::string line = fmt::format("corpus null: of {} shuffled numbers are explained", null.shuffled.numbers);
  for (std::size_t i = 0; i < bits.size(); ++i) {
    line += fmt::format("{} with {} bits {:.3f} % (by accident {:.3f} %, as written {:.1f} %)",
                        i == 0 ? "" : ",", bits[i], 100.0 * null.shuffled.share(i),
                        100.0 * std::exp2(-bits[i]), 100.0 * null.written.share(i));
  }
  std::cout << line << '\n';
  for (std::size_t i = 0; i < bits.size(); ++i) {
    INFO(bits[i] << " bits");
    CHECK(static_cast<double>(null.shuffled.with[i]) <= allowed(null.shuffled.numbers, bits[i]));
  }
  // A reader that explains nothing would pass as well.
  CHECK(null.written.share(0) > 4.0 * null.shuffled.share(0));
}

}  // namespace reckon::corpus
