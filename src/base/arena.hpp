// SPDX-License-Identifier: MIT
// Many small lists one behind the other in a few large pieces of memory. They stay where they are, and go
// together with the arena.
#pragma once

#include <memory>
#include <memory_resource>
#include <span>
#include <string_view>
#include <type_traits>

namespace reckon::base {

class Arena {
 public:
  /// A copy that lives as long as the arena.
  template <class T>
  std::span<const T> keep(std::span<const T> list) {
    static_assert(std::is_trivially_copyable_v<T>);
    if (list.empty()) return {};
    T* const place = static_cast<T*>(memory_->allocate(list.size_bytes(), alignof(T)));
    std::uninitialized_copy(list.begin(), list.end(), place);
    return {place, list.size()};
  }
  std::string_view keep(std::string_view text) {
    const std::span<const char> kept = keep(std::span<const char>(text));
    return {kept.data(), kept.size()};
  }

 private:
  std::unique_ptr<std::pmr::monotonic_buffer_resource> memory_ =
      std::make_unique<std::pmr::monotonic_buffer_resource>();
};

}  // namespace reckon::base
