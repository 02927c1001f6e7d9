// SPDX-License-Identifier: MIT
// The words of code that no reader took apart. What stands there may be anything: where a name stands in it,
// nobody can say that nothing reads, declares or creates it.
#pragma once

#include "document/document.hpp"

#include <string>
#include <string_view>
#include <unordered_set>

namespace reckon::check {

class UnreadCode {
 public:
  explicit UnreadCode(const document::Document& document);

  /// Whether every name in a text stands there.
  [[nodiscard]] bool mentions(std::string_view text) const;

 private:
  std::unordered_set<std::string> words_;
};

}  // namespace reckon::check
