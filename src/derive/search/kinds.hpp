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
  [[nodiscard]] std::uint32_t find(const units::Dimension& dimension) const;

  units::Dimension wanted_;
  std::vector<units::Dimension> all_;
  std::vector<Partners> partners_;
};

}  // namespace reckon::derive
