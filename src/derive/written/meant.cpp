// SPDX-License-Identifier: MIT
#include "derive/written/meant.hpp"

#include "derive/written/left_out.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace reckon::derive {
namespace {

using arithmetic::Joint;
using arithmetic::Link;
using arithmetic::Node;
using arithmetic::Operation;
using arithmetic::Side;

/// How dear it is to say that a joint is no relation: of a sum or product, and of one figure beside another.
struct JointRow {
  Joint joint;
  float calculates;
  float restates;
};
constexpr JointRow joints[] = {
    {Joint::equals, 13.0F, 8.0F}, {Joint::about, 11.0F, 8.0F}, {Joint::arrow, 8.0F, 0.5F},
    {Joint::bound, 9.5F, 0.0F},   {Joint::colon, 7.0F, 1.0F},  {Joint::bracket, 9.0F, 4.0F},
    {Joint::verb, 9.0F, 2.5F},    {Joint::leap, 8.0F, 0.5F},   {Joint::alternative, 5.0F, 4.0F},
    {Joint::words, 1.0F, 0.0F},
};

/// "36M orders a day → 417 orders a second": in public documents 145 of 146 pairs with one noun agree.
constexpr float rate_told_again = 7.0F;
/// "2 GB/s, i.e. 16 Gbit/s": nobody has both units for two things.
constexpr float data_told_again = 3.0F;

/// "9.6, rounded up to 10": no word is plainer, whatever stands beside it.
constexpr float said_to_be_rounded = 10.0F;

/// Beside numbers that it does not use.
float taken_for_strangers(std::size_t strangers) {
  if (strangers == 0) return 0.0F;
  return 1.5F + 0.5F * static_cast<float>(std::min<std::size_t>(strangers - 1, 4));
}

}  // namespace

bool calculates(const Page& page, const Side& left, const Side& right, const Link& link) {
  const auto is_power = [&](const Side& side) {
    return side.is_figure() && page.figure(page.nodes[side.root].a).exact;
  };
  // "2² → 4²", "4^32 ≈ 10^19"
  const bool equates = link.joint == Joint::equals || link.joint == Joint::about || link.joint == Joint::verb;
  return left.operators > 0 || (equates && is_power(left) && !is_power(right)) ||
         link.rounding != arithmetic::Rounding::unsaid;
}

bool is_rounded_wrong(const Derivation& derivation) {
  const arithmetic::Rounding rounding = derivation.link.rounding;
  const double ratio = derivation.comparison.ratio;
  return !derivation.holds() && ((rounding == arithmetic::Rounding::up && ratio < 1.0) ||
                                 (rounding == arithmetic::Rounding::down && ratio > 1.0));
}

Meant::Meant(const Page& page, const SideWords& words, LineId line, const arithmetic::Chain& chain,
             const std::vector<bool>& related)
    : page_(page), words_(words), line_(line), chain_(chain), related_(related) {}

float Meant::not_meant(std::size_t i, const Side& left, const Side& right,
                       const Derivation& derivation) const {
  const auto* const row = std::find_if(std::begin(joints), std::end(joints), [&](const JointRow& joint) {
    return joint.joint == derivation.link.joint;
  });
  const bool calculates = derive::calculates(page_, left, right, derivation.link) || right.operators > 0;
  if (means_nothing(left, right, derivation)) return 0.0F;
  float bits = calculates ? row->calculates : row->restates;
  if (derivation.link.joint == Joint::bracket && words_.is_size_of_thing(right)) bits -= 4.0F;
  if (derivation.link.joint == Joint::bracket && fits_unit(left, derivation)) bits += 2.0F;
  bits -= 1.0F * static_cast<float>(std::min<int>(derivation.link.unknown_words, 3));
  const bool converts = !calculates && derivation.target != nowhere && may_convert(left, derivation);
  if (!calculates) bits += told_again(left, right, derivation.link.joint);
  // Numbers of the sentence that the chain leaves out may belong to it all the same.
  const std::size_t strangers =
      numbers_left_out(page_, chain_, related_, converts ? Around::bracket : Around::sentence);
  bits +=
      converts ? converted(left, right, derivation.link.joint, strangers) : -taken_for_strangers(strangers);
  const Line& line = page_.lines[line_];
  if (line.seat == Seat::cell || line.seat == Seat::heading) bits -= 2.0F;
  // What is short of a unit may be short of a factor.
  const arithmetic::Supposed no_unit = arithmetic::one(arithmetic::Supposition::unit_unsaid);
  const bool sums = page_.nodes[left.root].operation == Operation::add ||
                    page_.nodes[left.root].operation == Operation::subtract;
  const bool is_short = (derivation.comparison.supposed & no_unit) != 0 && !sums;
  if (is_short && !(calculates && words_.says_again(left, derivation.target)))
    bits -= calculates ? 4.0F : 2.0F;
  if (!calculates && !words_.may_tell_one(left, right)) return 0.0F;
  if (i > 1 && derivation.link.joint == Joint::leap) bits -= 1.0F;
  if (left.is_figure() && is_rounded_wrong(derivation)) bits = std::max(bits, said_to_be_rounded);
  return std::max(bits, 0.0F);
}

/// One quantity in two units or periods.
float Meant::told_again(const Side& left, const Side& right, Joint joint) const {
  const bool says_again = joint == Joint::alternative || joint == Joint::equals;
  float bits = 0.0F;
  if (words_.tells_rate_again(left, right, says_again)) bits += rate_told_again;
  if (says_again && words_.tells_data_again(left, right)) bits += data_told_again;
  return bits;
}

/// Words or a form that say that no relation is meant.
bool Meant::means_nothing(const Side& left, const Side& right, const Derivation& derivation) const {
  if (words_.shares_out(left) || words_.shares_out(right)) return true;
  if (derivation.link.joint == Joint::bound && words_.is_asked(left)) return true;
  if (derivation.link.joint == Joint::bracket && words_.counts_others(left, right)) return true;
  if (is_in_other_unit(left, right, derivation) || is_share_told(left, right, derivation)) return true;
  // "9.6, rounded up to 9 GPUs": what is rounded counts what comes of it.
  if (is_rounded_wrong(derivation)) return false;
  return words_.unknown_unit(left) != words_.unknown_unit(right);
}

/// "40 min × 10 Stück = 6 Stunden": what the result counts in is no unit that is known, and the operands
/// measure something.
bool Meant::is_in_other_unit(const Side& left, const Side& right, const Derivation& derivation) const {
  constexpr arithmetic::Supposed unsaid = arithmetic::one(arithmetic::Supposition::unit_unsaid);
  return derivation.target != nowhere && !page_.figure(derivation.target).has_unit() &&
         (derivation.comparison.supposed & unsaid) != 0 && words_.has_noun(right.end) &&
         std::any_of(page_.nodes.begin() + left.first_node, page_.nodes.begin() + left.root + 1,
                     [this](const Node& node) {
                       return node.operation == Operation::figure &&
                              !page_.figure(node.a).unit.dimension.without_counts().is_dimensionless();
                     });
}

/// "30 % of the reward (0.30 × 0.66)": the bracket takes the share of something.
bool Meant::is_share_told(const Side& left, const Side& right, const Derivation& derivation) const {
  if (derivation.target == nowhere || derivation.link.joint != Joint::bracket || left.operators == 0 ||
      right.begin > left.begin)
    return false;
  const arithmetic::Figure& share = page_.figure(derivation.target);
  return share.is_percent() &&
         std::any_of(page_.nodes.begin() + left.first_node, page_.nodes.begin() + left.root + 1,
                     [&](const Node& node) {
                       return node.operation == Operation::figure &&
                              std::abs(page_.figure(node.a).value() - share.value()) < 1e-9;
                     });
}

/// Amounts do, and cores do: "2 cores = 2000m".
bool Meant::may_convert(const Side& left, const Derivation& derivation) const {
  return measures_something(page_.figure(derivation.target).unit.dimension) ||
         (left.is_figure() &&
          page_.figure(page_.nodes[left.root].a).unit.dimension.of(units::Axis::core) != 0);
}

/// One amount in another unit. In public documents a bracket that says nothing but an amount of the same
/// kind in another unit says it again in 405 of 412 places.
float Meant::converted(const Side& left, const Side& right, Joint joint, std::size_t strangers) const {
  if (joint == Joint::bracket && words_.fills_bracket(left, right)) return 4.0F;
  if (joint == Joint::leap || joint == Joint::arrow) return 0.0F;
  return joint == Joint::equals && strangers > 0 ? -1.0F : 2.0F;
}

/// Operands of several units that come to the unit of the result are seldom side by side by accident.
bool Meant::fits_unit(const Side& left, const Derivation& derivation) const {
  constexpr arithmetic::Supposed unit = arithmetic::one(arithmetic::Supposition::unit_unsaid) |
                                        arithmetic::one(arithmetic::Supposition::period_unsaid) |
                                        arithmetic::one(arithmetic::Supposition::second_unsaid);
  if (derivation.target == nowhere || (derivation.comparison.supposed & unit) != 0) return false;
  std::size_t units = 0;
  for (std::uint32_t n = left.first_node; n <= left.root; ++n) {
    const Node& node = page_.nodes[n];
    if (node.operation == Operation::figure &&
        !page_.figure(node.a).unit.dimension.without_counts().is_dimensionless())
      ++units;
  }
  return units > 1 && measures_something(page_.figure(derivation.target).unit.dimension);
}

}  // namespace reckon::derive
