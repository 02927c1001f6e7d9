// SPDX-License-Identifier: MIT
#include "derive/sentences/saying.hpp"

#include "arithmetic/evaluate.hpp"
#include "derive/search/surprise.hpp"

#include <algorithm>
#include <limits>
#include <optional>

namespace reckon::derive {
namespace {

using arithmetic::Node;

/// Ways that are tried, and that are told when they fail.
constexpr std::size_t most_tried = 12;
/// Where another way is as likely, nothing says which of them fails.
constexpr float dearest_failing = 1.0F;

class SayingTeller {
 public:
  SayingTeller(Page& page, const Saying& saying) : page_(page), saying_(saying) {}

  bool run(std::vector<Derivation>& out) {
    std::optional<Derivation> failing;
    std::size_t tried = 0;
    for (const Way& way : ways(page_, saying_.operands, saying_.target, saying_.is_one)) {
      if (++tried > most_tried) break;
      const std::size_t nodes = page_.nodes.size();
      Derivation derivation = derive(way);
      const bool holds = derivation.holds() && derivation.evidence() > 0.0F;
      if (holds) {
        out.push_back(derivation);
        return true;
      }
      const bool can_fail = saying_.is_sure && derivation.is_cued && way.price <= dearest_failing &&
                            !way.guesses && derivation.comparison.comparable && !failing;
      // What holds by a wide berth is no proof, but it may be what was meant.
      if (derivation.holds()) excuse_ = std::min(excuse_, derivation.price + derivation.comparison.cost);
      if (can_fail && !derivation.holds()) {
        failing = derivation;
      } else {
        page_.nodes.resize(nodes);
      }
    }
    if (!failing) return false;
    failing->comparison.excuse = std::min(failing->comparison.excuse, excuse_);
    out.push_back(*failing);
    return false;
  }

 private:
  Derivation derive(const Way& way) {
    const auto first = static_cast<std::uint32_t>(page_.nodes.size());
    for (Node node : way.nodes) {
      if (arithmetic::row_of(node.operation).operands > 0) {
        node.a += first;
        node.b += first;
      }
      page_.nodes.push_back(node);
    }
    Derivation out = spoken_of(page_, first, saying_.target, saying_.link);
    out.price = saying_.price + way.price;
    out.not_meant = way.is_tight ? std::max(saying_.not_meant, saying_.not_meant_so) : saying_.not_meant;
    out.is_cued = out.not_meant > 0.0F;
    return out;
  }

  Page& page_;
  const Saying& saying_;
  float excuse_ = std::numeric_limits<float>::infinity();
};

std::optional<arithmetic::Outcome> constant_of(const void* page, const Node& node) {
  if (node.operation != arithmetic::Operation::constant) return std::nullopt;
  arithmetic::Outcome out;
  out.value = out.low = out.high = static_cast<const Page*>(page)->constants[node.a].value;
  return out;
}

}  // namespace

Derivation spoken_of(const Page& page, std::uint32_t first, MentionId target, const arithmetic::Link& link) {
  Derivation out;
  out.generator = Generator::spoken;
  out.target = target;
  out.line = page.mentions[target].line;
  out.link = link;
  out.first_node = first;
  out.root = static_cast<std::uint32_t>(page.nodes.size() - 1);
  arithmetic::Side side;
  side.first_node = out.first_node;
  side.root = out.root;
  side.operators = 1;
  arithmetic::Surroundings around;
  arithmetic::look_around(page.tokens, page.nodes, side, around);
  const auto outcomes = arithmetic::outcomes(page.tokens, page.nodes, side, around, {constant_of, &page});
  arithmetic::Said said;
  said.link = link;
  const arithmetic::Figure& stated = page.figure(target);
  if (!outcomes.empty()) out.comparison = arithmetic::compare(page.tokens, outcomes, stated, said, around);
  out.surprise = surprise(stated, out.comparison.width);
  return out;
}

Derivation told_in_full(const Page& page, std::uint32_t first, MentionId target, float price, float not_meant,
                        arithmetic::Joint joint) {
  arithmetic::Link link;
  link.joint = joint;
  link.approximate = page.figure(target).approximate;
  Derivation out = spoken_of(page, first, target, link);
  out.price = price;
  out.not_meant = not_meant;
  out.is_cued = true;
  out.says_all = true;
  return out;
}

void keep(Page& page, const Derivation& derivation, bool may_fail, std::vector<Derivation>& out) {
  const bool is_told = derivation.holds() ? derivation.evidence() > 0.0F : may_fail;
  if (is_told && derivation.comparison.comparable) {
    out.push_back(derivation);
  } else {
    page.nodes.resize(derivation.first_node);
  }
}

bool tell(Page& page, const Saying& saying, std::vector<Derivation>& out) {
  return SayingTeller(page, saying).run(out);
}

}  // namespace reckon::derive
