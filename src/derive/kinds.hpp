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
  explicit Kinds(const units::Dimension& wanted) : wanted_(wanted) {}

  /// The number of a dimension, which is added.
  std::uint32_t number_of(const units::Dimension& dimension);

  [[nodiscard]] std::size_t size() const { return all_.size(); }
  [[nodiscard]] bool is_wanted(std::uint32_t number) const { return all_[number] == wanted_; }

  struct Pair {
    bool product = false;
    bool quotient = false;
    bool same = false;  ///< both are the wanted one
  };
  /// Once all have their numbers.
  void relate();
  [[nodiscard]] const Pair& pair(std::uint32_t a, std::uint32_t b) const {
    return pairs_[a * all_.size() + b];
  }

 private:
  units::Dimension wanted_;
  std::vector<units::Dimension> all_;
  std::vector<Pair> pairs_;
};

}  // namespace reckon::derive
