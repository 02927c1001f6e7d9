// SPDX-License-Identifier: MIT
// Which bytes of a source are accounted for, so that every digit is told once.
#pragma once

#include "base/source.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace reckon::check {

class Covered {
 public:
  Covered(base::SourceId source, std::string_view text) : source_(source), text_(text), bytes_(text.size()) {}

  /// A span of another source covers nothing.
  void cover(const base::Span& span);
  /// The first part of a span that holds a digit and is not covered yet, as far as it goes; it is then.
  std::optional<base::Span> take(const base::Span& span);
  /// The next digit that nothing covers, with whatever is glued to it, from a place on; it is then covered.
  std::optional<base::Span> take_next(std::size_t& from);
  /// Numbers of which a digit is covered.
  [[nodiscard]] std::size_t count() const;

 private:
  [[nodiscard]] bool is_open_digit(std::size_t at) const;

  base::SourceId source_;
  std::string_view text_;
  std::vector<bool> bytes_;
};

}  // namespace reckon::check
