// SPDX-License-Identifier: MIT
// Numbers by dimension and size, so that what yields a number with another is looked up and not tried.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace reckon::derive {

class Shelf {
 public:
  void reserve(std::size_t count) { books_.reserve(count); }
  /// Kinds are small numbers.
  void add(std::uint32_t kind, double value, std::uint32_t index) { books_.push_back({kind, value, index}); }

  /// Once all are there.
  void sort() {
    std::sort(books_.begin(), books_.end(), [](const Book& a, const Book& b) {
      return a.kind != b.kind ? a.kind < b.kind : a.value < b.value;
    });
    ends_.assign(books_.empty() ? 0 : books_.back().kind + 1, 0);
    for (const Book& book : books_) ++ends_[book.kind];
    std::partial_sum(ends_.begin(), ends_.end(), ends_.begin());
  }

  /// Appends the indexes of all of a kind between two values, in whichever order these are.
  void between(std::uint32_t kind, double one, double other, std::vector<std::uint32_t>& out) const {
    if (kind >= ends_.size()) return;
    const auto [low, high] = std::minmax(one, other);
    const auto first = books_.begin() + (kind == 0 ? 0 : ends_[kind - 1]);
    const auto end = books_.begin() + ends_[kind];
    const auto is_less = [](const Book& book, double value) { return book.value < value; };
    for (auto book = std::lower_bound(first, end, low, is_less); book != end && book->value <= high; ++book)
      out.push_back(book->index);
  }

 private:
  struct Book {
    std::uint32_t kind;
    double value;
    std::uint32_t index;
  };
  std::vector<Book> books_;
  std::vector<std::uint32_t> ends_;  ///< of the books of each kind
};

}  // namespace reckon::derive
