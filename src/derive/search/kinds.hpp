// SPDX-License-Identifier: MIT
// The few dimensions of a search for two operands, and which of them make the wanted one: nearly all choices
// make another, so that nothing is asked more often.
#pragma once

#include "units/dimension.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace reckon::derive {

class Kinds {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  explicit Kinds(const units::Dimension& wanted) : wanted_(wanted) {}

  /// The number of a dimension, which is added.
  std::uint32_t number_of(const units::Dimension& dimension);

  [[nodiscard]] std::size_t size() const { return all_.size(); }
  [[nodiscard]] bool is_wanted(std::uint32_t number) const { return all_[number] == wanted_; }
  [[nodiscard]] const units::Dimension& dimension(std::uint32_t number) const { return all_[number]; }

  /// The number of x × y, or of x ÷ y, where that is the wanted one or makes it with one that has a number;
  /// otherwise `none`. Both had their numbers before anything was made.
  std::uint32_t made(std::uint32_t x, std::uint32_t y, bool is_quotient);

  /// What makes the wanted dimension with another; `none` where it is not known.
  struct Partners {
    std::uint32_t factor = none;    ///< other × it
    std::uint32_t divisor = none;   ///< other ÷ it
    std::uint32_t dividend = none;  ///< it ÷ other
  };
  /// Once all have their numbers.
  void relate();
  [[nodiscard]] const Partners& partners(std::uint32_t number) const { return partners_[number]; }

 private:
  static constexpr std::uint32_t unknown = none - 1;

  [[nodiscard]] std::uint32_t find(const units::Dimension& dimension) const;
  [[nodiscard]] bool matters(const units::Dimension& dimension) const;
  [[nodiscard]] Partners partners_of(const units::Dimension& dimension) const;

  units::Dimension wanted_;
  std::vector<units::Dimension> all_;
  std::vector<Partners> partners_;
  std::size_t singles_ = 0;          ///< how many there were before anything was made
  std::vector<std::uint32_t> made_;  ///< of any two of them: their products, then their quotients
};

}  // namespace reckon::derive
