// SPDX-License-Identifier: MIT
// Iterators over a list that puts its elements together when they are asked for.
#pragma once

#include <cstddef>

namespace reckon::base {

template <class List>
class ByIndex {
 public:
  ByIndex(const List& list, std::size_t at) : list_(&list), at_(at) {}
  auto operator*() const { return (*list_)[at_]; }
  ByIndex& operator++() {
    ++at_;
    return *this;
  }
  bool operator!=(const ByIndex& other) const { return at_ != other.at_; }

 private:
  const List* list_;
  std::size_t at_;
};

}  // namespace reckon::base
