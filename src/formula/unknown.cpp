// SPDX-License-Identifier: MIT
#include "formula/unknown.hpp"

#include "base/suggest.hpp"
#include "formula/codes.hpp"
#include "formula/functions.hpp"

#include <fmt/format.h>

namespace reckon::formula {
namespace {

std::vector<std::string> names_in(const Scope& scope) {
  std::vector<std::string> out;
  out.reserve(scope.names.size());
  for (const Name& name : scope.names) out.push_back(name.name);
  return out;
}

std::vector<std::string> functions_in_table() {
  std::vector<std::string> out;
  for (const Function& function : function_table()) out.emplace_back(function.name);
  return out;
}

}  // namespace

base::Diagnostic unknown_words(const std::vector<UnknownWord>& words, const Scope& scope) {
  // Hints cost a comparison with every name: enough of them for any formula that a person wrote.
  constexpr std::size_t most_marked = 16;
  const auto names = names_in(scope);
  const auto functions = functions_in_table();
  base::Diagnostic out;
  for (std::size_t i = 0; i < words.size() && i < most_marked; ++i) {
    const UnknownWord& unknown = words[i];
    const std::string hint = base::did_you_mean(unknown.word, unknown.called ? functions : names);
    if (i > 0) {
      out.secondary.push_back({unknown.span, hint.empty() ? "unknown as well" : hint});
      continue;
    }
    out = unknown.called
              ? base::problem(std::string(codes::unknown_function),
                              fmt::format("there is no function '{}'", unknown.word), unknown.span, hint)
              : base::problem(std::string(codes::unknown_name),
                              fmt::format("'{}' is neither a name in scope nor a unit", unknown.word),
                              unknown.span, hint);
    if (words.size() > 1) out.message += fmt::format(", and {} more", words.size() - 1);
  }
  return out;
}

}  // namespace reckon::formula
