// SPDX-License-Identifier: MIT
// The figures of a text in their order, each distinct one kept once: a document says few numbers in many
// places, and a figure is large. What differs from place to place stands in the token.
#pragma once

#include "arithmetic/figure.hpp"
#include "base/by_index.hpp"

#include <cstdint>
#include <vector>

namespace reckon::arithmetic {

class Figures {
 public:
  [[nodiscard]] std::size_t size() const { return which_.size(); }
  [[nodiscard]] const Figure& operator[](std::size_t id) const { return distinct_[which_[id]]; }
  [[nodiscard]] const Figure& at(std::size_t id) const { return distinct_.at(which_.at(id)); }
  [[nodiscard]] const Figure& front() const { return (*this)[0]; }
  [[nodiscard]] base::ByIndex<Figures> begin() const { return {*this, 0}; }
  [[nodiscard]] base::ByIndex<Figures> end() const { return {*this, size()}; }

  void reserve(std::size_t count) { which_.reserve(count); }
  /// Readings at the end of `readings` are taken off where another figure has the same.
  void push_back(const Figure& figure, std::vector<Reading>& readings) {
    which_.push_back(index_of(figure, readings));
  }
  /// As above, in place of another.
  void set(std::size_t id, const Figure& figure, std::vector<Reading>& readings) {
    which_[id] = index_of(figure, readings);
  }

 private:
  std::uint32_t index_of(Figure figure, std::vector<Reading>& readings);
  [[nodiscard]] std::size_t place_of(const Figure& figure, const std::vector<Reading>& readings) const;
  void grow(const std::vector<Reading>& readings);

  std::vector<Figure> distinct_;
  std::vector<std::uint32_t> which_;
  std::vector<std::uint32_t> places_;  ///< a hash table of `distinct_`, counted from 1
};

}  // namespace reckon::arithmetic
