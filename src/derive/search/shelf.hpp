// SPDX-License-Identifier: MIT
// Numbers by dimension and size, so that what yields a number with another is looked up and not tried.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace reckon::derive {

/// Some of at most 64 things, in their order.
class Choice {
 public:
  static constexpr std::size_t most = 64;

  void add(std::uint32_t index) { bits_ |= std::uint64_t{1} << index; }
  [[nodiscard]] bool empty() const { return bits_ == 0; }
  /// The first, which is taken out.
  std::uint32_t take() {
    const auto first = static_cast<std::uint32_t>(std::countr_zero(bits_));
    bits_ &= bits_ - 1;
    return first;
  }

 private:
  std::uint64_t bits_ = 0;
};

class Shelf {
 public:
  void reserve(std::size_t count) { books_.reserve(count); }
  /// Kinds are small numbers, and indexes below `Choice::most`.
  void add(std::uint32_t kind, double value, std::uint32_t index) { books_.push_back({kind, index, value}); }

  /// Once all are there.
  void sort() {
    std::sort(books_.begin(), books_.end(), [](const Book& a, const Book& b) {
      return a.kind != b.kind ? a.kind < b.kind : a.value < b.value;
    });
    ends_.assign(books_.empty() ? 0 : books_.back().kind + 1, 0);
    for (const Book& book : books_) ++ends_[book.kind];
    std::partial_sum(ends_.begin(), ends_.end(), ends_.begin());
  }

  /// Adds all of a kind between two values, in whichever order these are.
  void between(std::uint32_t kind, double one, double other, Choice& out) const {
    if (kind >= ends_.size()) return;
    const auto [low, high] = std::minmax(one, other);
    const auto first = books_.begin() + (kind == 0 ? 0 : ends_[kind - 1]);
    const auto end = books_.begin() + ends_[kind];
    if (first == end || high < first->value || (end - 1)->value < low) return;
    const auto is_less = [](const Book& book, double value) { return book.value < value; };
    for (auto book = std::lower_bound(first, end, low, is_less); book != end && book->value <= high; ++book)
      out.add(book->index);
  }

 private:
  struct Book {
    std::uint32_t kind;
    std::uint32_t index;
    double value;
  };
  std::vector<Book> books_;
  std::vector<std::uint32_t> ends_;  ///< of the books of each kind
};

}  // namespace reckon::derive
