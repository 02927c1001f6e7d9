// SPDX-License-Identifier: MIT
// A choice of operands as a derivation: what a reader would have written.
#include "derive/search/write_found.hpp"

namespace reckon::derive {
namespace {

using arithmetic::Node;
using arithmetic::Operation;

/// The nodes of what was found, appended to the page.
class Writer {
 public:
  Writer(Page& page, const std::vector<Candidate>& candidates) : page_(page), candidates_(candidates) {}

  Derivation write(const Found& found, MentionId target) {
    Derivation out;
    out.generator = Generator::nearby;
    out.target = target;
    out.line = page_.mentions[target].line;
    out.first_node = static_cast<std::uint32_t>(page_.nodes.size());
    const std::uint32_t left = term(found.left);
    switch (found.form) {
      case Form::same:
        break;
      case Form::inverse:
        add({Operation::divide, false, add(plain_one()), left, 0, 0});
        break;
      case Form::complement:
        add({Operation::subtract, false, add(plain_one()), left, 0, 0});
        break;
      case Form::product:
        binary(Operation::multiply, left, *found.right);
        break;
      case Form::quotient:
        binary(Operation::divide, left, *found.right);
        break;
      case Form::sum:
        binary(Operation::add, left, *found.right);
        break;
      case Form::difference:
        binary(Operation::subtract, left, *found.right);
        break;
    }
    out.root = static_cast<std::uint32_t>(page_.nodes.size() - 1);
    out.comparison.comparable = out.comparison.holds = true;
    out.comparison.cost = found.agreement.cost;
    out.comparison.supposed = arithmetic::one(found.agreement.supposition);
    out.comparison.right = found.value;
    out.comparison.ratio = page_.figure(target).number / found.value;
    out.price = found.price;
    out.surprise = found.surprise;
    return out;
  }

 private:
  std::uint32_t add(const Node& node) {
    page_.nodes.push_back(node);
    return static_cast<std::uint32_t>(page_.nodes.size() - 1);
  }
  static Node plain_one() { return {Operation::one, false, 0, 0, 0, 0}; }

  std::uint32_t candidate(std::uint32_t index) {
    const Candidate& c = candidates_[index];
    if (c.mention == nowhere)
      return add({Operation::period, false, static_cast<std::uint32_t>(c.period), 0, 0, 0});
    return add({Operation::figure, false, c.mention, 0, 0, 0});
  }
  std::uint32_t term(const Term& term) {
    const std::uint32_t a = candidate(term.a);
    if (term.b != nowhere) {
      const std::uint32_t b = candidate(term.b);
      return add({term.operation, false, a, b, 0, 0});
    }
    if (term.change == Operation::figure) return a;
    const std::uint32_t one = add(plain_one());
    return add({term.change, false, one, a, 0, 0});
  }
  void binary(Operation operation, std::uint32_t left, const Term& right) {
    const std::uint32_t b = term(right);
    add({operation, false, left, b, 0, 0});
  }

  Page& page_;
  const std::vector<Candidate>& candidates_;
};

}  // namespace

Derivation write(Page& page, const std::vector<Candidate>& candidates, const Found& found, MentionId target) {
  return Writer(page, candidates).write(found, target);
}

}  // namespace reckon::derive
