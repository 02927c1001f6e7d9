// SPDX-License-Identifier: MIT
// Words beside a number: tidied for comparison, and compared with the names that models give to their
// quantities.
#pragma once

#include "check/claim.hpp"
#include "document/plain_label.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::check {

using document::plain_label;

enum class LabelMatch { none, contains, equal };

/// Finds the names that a written label fits: it is equal, or the name with nothing but neutral words
/// ("total", "required") around it.
class LabelIndex {
 public:
  struct Fit {
    std::uint32_t of = 0;    ///< whose name
    std::size_t length = 0;  ///< of the name
    LabelMatch match = LabelMatch::none;
  };

  void add(std::string_view name, std::uint32_t of);
  /// At the cost of the label's length.
  [[nodiscard]] std::vector<Fit> fitting(std::string_view label_plain) const;

 private:
  void add_from(std::string_view label_plain, std::size_t begin, std::size_t least_end,
                std::vector<Fit>& out) const;
  struct Name {
    std::uint32_t of = 0;
    std::size_t length = 0;
  };
  std::map<std::string, std::vector<Name>, std::less<>> names_;  ///< by their plain form
  std::size_t longest_ = 0;
};

/// True when the words stand in the text, in order and whole; both plain.
bool contains_words(std::string_view text_plain, std::string_view words_plain);

/// What a column's header says of its cells: "Assumption" or "Input" -> assumption, "Required", "Result",
/// "Total"
/// -> result, anything else -> given.
Role role_of_header(std::string_view header);

}  // namespace reckon::check
