// SPDX-License-Identifier: MIT
// The grammar of one side (arithmetic/chain.hpp has it): precedence climbing over tokens, with the words and
// brackets that people put between operands and operators.
#pragma once

#include "arithmetic/lex.hpp"
#include "arithmetic/node.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace reckon::arithmetic {

class ExpressionReader {
 public:
  ExpressionReader(const Tokens& tokens, std::uint32_t end, std::string_view plain, std::vector<Node>& nodes)
      : tokens_(tokens), end_(end), plain_(plain), nodes_(nodes) {}

  /// The side that begins at a token; nothing when none does. A gap is allowed where `may_continue`.
  std::optional<Side> read(std::uint32_t at, bool may_continue);

  /// Whether a single operand can begin here: a figure, a bracket, a function.
  [[nodiscard]] bool starts_operand(std::uint32_t at) const;
  /// Brackets that were passed over inside the side read last: they explain the operand before them.
  [[nodiscard]] const std::vector<std::uint32_t>& remarks() const { return remarks_; }
  [[nodiscard]] std::string_view text(std::uint32_t at) const {
    return plain_.substr(token(at).begin, token(at).end - token(at).begin);
  }
  /// Behind a bracket that holds no number, or that only explains the number before it; `at` when none opens.
  [[nodiscard]] std::uint32_t behind_remark(std::uint32_t at) const;
  /// "2(0.7 - 2.0)": a bracket glued to a bare number multiplies.
  [[nodiscard]] bool is_factor_without_sign(std::uint32_t open) const;
  /// The token that closes the bracket opened at `at`; `end` when none does.
  [[nodiscard]] std::uint32_t closing(std::uint32_t at) const;

 private:
  struct Operator {
    Operation operation = Operation::gap;
    std::uint32_t at = 0;      ///< the token
    std::uint32_t behind = 0;  ///< where its right operand begins
    int precedence = 0;
    bool of = false;
  };

  [[nodiscard]] const Token& token(std::uint32_t at) const { return tokens_.tokens[at]; }
  std::optional<std::uint32_t> binary(std::uint32_t& at, int least_precedence, int depth);
  std::optional<std::uint32_t> operand(std::uint32_t& at, int depth);
  std::optional<std::uint32_t> function(std::uint32_t& at, int depth);
  std::optional<std::uint32_t> bracket(std::uint32_t& at, int depth);
  [[nodiscard]] bool lists_one(std::uint32_t open) const;
  [[nodiscard]] bool has_unit_behind(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t behind_label(std::uint32_t at) const;
  std::optional<std::uint32_t> name(std::uint32_t& at);
  [[nodiscard]] std::optional<Operator> next_operator(std::uint32_t at, bool behind_percentage);
  [[nodiscard]] std::optional<Operator> operator_at(std::uint32_t at, bool behind_percentage) const;
  [[nodiscard]] std::uint32_t skip_fillers(std::uint32_t at) const;
  [[nodiscard]] bool subtracts(std::uint32_t at) const;
  [[nodiscard]] bool is_percentage(std::uint32_t node) const;
  std::uint32_t add(const Node& node);

  const Tokens& tokens_;
  std::uint32_t end_;
  std::string_view plain_;
  std::vector<Node>& nodes_;
  Side side_;
  std::vector<std::uint32_t> remarks_;
};

}  // namespace reckon::arithmetic
