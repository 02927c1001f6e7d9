// SPDX-License-Identifier: MIT
#include "arithmetic/expression_words.hpp"

#include "base/unicode.hpp"
#include "units/characters.hpp"

#include <algorithm>
#include <array>

namespace reckon::arithmetic {
namespace {

struct Function {
  std::string_view name;
  Operation operation;
};
constexpr std::array functions{
    Function{"ceil", Operation::ceil},       Function{"ceiling", Operation::ceil},
    Function{"roundup", Operation::ceil},    Function{"floor", Operation::floor},
    Function{"rounddown", Operation::floor}, Function{"round", Operation::round},
    Function{"sqrt", Operation::root},       Function{"\xe2\x88\x9a", Operation::root},
    Function{"log2", Operation::log2},       Function{"ln", Operation::ln},
    Function{"log10", Operation::log10},     Function{"max", Operation::most},
    Function{"min", Operation::least},
};

}  // namespace

std::optional<Operation> operation_named(std::string_view name) {
  const auto* const found = std::find_if(functions.begin(), functions.end(), [name](const Function& f) {
    return f.name.size() == name.size() && std::equal(name.begin(), name.end(), f.name.begin(),
                                                      [](char a, char b) { return units::lower(a) == b; });
  });
  return found == functions.end() ? std::nullopt : std::optional(found->operation);
}

bool may_trail(const Token& token) {
  return token.kind == Kind::word && row_of(token.role).trails;
}

bool is_filler(const Token& token) {
  return token.kind == Kind::word && row_of(token.role).fills;
}

bool is_symbol(const Token& token, std::string_view text) {
  if (token.kind != Kind::word || token.role != Role::content) return false;
  if (text.size() == 1) return text.front() >= 'a' && text.front() <= 'z';
  const base::CodePoint letter = base::code_point_at(text, 0);
  return letter.length == text.size() && letter.value >= 0x370 && letter.value <= 0x3ff;
}

}  // namespace reckon::arithmetic
