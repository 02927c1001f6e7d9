// SPDX-License-Identifier: MIT
#include "corpus/shuffle.hpp"

#include "units/characters.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace reckon::corpus {
namespace {

/// A counter and a mixer: the same numbers on every machine.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  /// Below `end`; the bias of the remainder is of no matter here.
  std::size_t below(std::size_t end) {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return static_cast<std::size_t>((z ^ (z >> 31U)) % end);
  }

 private:
  std::uint64_t state_;
};

/// Where the significant digits of the first number in [begin, end) stand; empty for zero and for words.
std::vector<std::size_t> significant(const std::string& text, std::size_t begin, std::size_t end) {
  std::vector<std::size_t> out;
  std::size_t at = begin;
  while (at < end && !units::is_digit(text[at])) ++at;
  for (; at < end; ++at) {
    if (units::is_digit(text[at])) {
      if (!out.empty() || text[at] != '0') out.push_back(at);
      continue;
    }
    const bool parts = (text[at] == ',' || text[at] == '.') && at + 1 < end && units::is_digit(text[at + 1]);
    if (!parts) break;
  }
  while (!out.empty() && text[out.back()] == '0') out.pop_back();
  return out;
}

using Places = std::vector<std::size_t>;

std::string digits_at(const std::string& text, const Places& places) {
  std::string out;
  for (const std::size_t at : places) out += text[at];
  return out;
}

std::string digits_at_random(std::size_t count, Random& random) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    const bool at_an_end = i == 0 || i + 1 == count;
    out += static_cast<char>(at_an_end ? '1' + random.below(9) : '0' + random.below(10));
  }
  return out;
}

}  // namespace

Shuffled shuffle_mantissas(const std::string& text, const std::vector<Number>& numbers, std::uint64_t seed) {
  std::map<std::size_t, std::vector<Places>> by_length;
  for (const Number& number : numbers) {
    Places places = significant(text, number.begin, number.end);
    if (!places.empty()) by_length[places.size()].push_back(std::move(places));
  }
  Random random(seed);
  Shuffled out{text, {}};
  for (const auto& [length, all] : by_length) {
    constexpr std::size_t enough = 8;
    std::vector<std::string> digits;
    for (const Places& places : all)
      digits.push_back(all.size() < enough ? digits_at_random(length, random) : digits_at(text, places));
    for (std::size_t i = digits.size(); i-- > 1;) std::swap(digits[i], digits[random.below(i + 1)]);
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (digits[i] == digits_at(text, all[i])) continue;
      for (std::size_t k = 0; k < length; ++k) out.text[all[i][k]] = digits[i][k];
      out.changed.insert(all[i].front());
    }
  }
  return out;
}

}  // namespace reckon::corpus
