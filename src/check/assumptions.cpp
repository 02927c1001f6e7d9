// SPDX-License-Identifier: MIT
#include "check/assumptions.hpp"

#include "check/judge.hpp"
#include "check/labels.hpp"
#include "document/digits.hpp"
#include "document/equation.hpp"
#include "document/plain_label.hpp"
#include "document/quantities.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>

namespace reckon::check {
namespace {

using document::Mention;

constexpr std::array<std::string_view, 10> headings{"assum",    "requirement", "given",   "scale",
                                                    "input",    "constraint",  "premise", "parameter",
                                                    "workload", "start from"};

bool is_about_assumptions(std::string_view section) {
  const std::string plain = document::plain_label(section.substr(section.rfind('/') + 1));
  return std::any_of(headings.begin(), headings.end(),
                     [&plain](std::string_view word) { return plain.find(word) != std::string::npos; });
}

/// "Assumptions: 50M users, ..." in a paragraph, or a list under such a line.
bool starts_assumptions(std::string_view text) {
  const std::string plain = document::plain_label(text.substr(0, 40));
  return plain.starts_with("assum") || plain.starts_with("given") || plain.starts_with("we assume") ||
         plain.starts_with("inputs") || plain.starts_with("we plan for") || plain.starts_with("we expect");
}

/// The assumptions by their noun; null where one noun has two values.
using Assumed = std::map<std::string, const Mention*>;

class Gatherer {
 public:
  explicit Gatherer(const document::Document& document) {
    const document::Passage* introduction = nullptr;  // the paragraph that a list follows
    std::string_view section;  // of the passage before, and whether assumptions stand there
    bool is_section_about_them = false;
    for (const document::Fragment& fragment : document.fragments) {
      if (const auto* table = std::get_if<document::Table>(&fragment)) {
        if (is_about_assumptions(table->section)) from_table(*table);
        introduction = nullptr;
      }
      const auto* passage = std::get_if<document::Passage>(&fragment);
      if (passage == nullptr || passage->kind == document::Passage::Kind::heading) continue;
      const bool is_item = passage->kind == document::Passage::Kind::item;
      if (!is_item) introduction = passage;
      if (passage->kind == document::Passage::Kind::code || !passage->may_state ||
          !document::has_digit(passage->text.view()))
        continue;
      if (passage->section != section) {
        section = passage->section;
        is_section_about_them = is_about_assumptions(section);
      }
      const bool is_assumed = introduction != nullptr && starts_assumptions(introduction->text.view());
      if (is_assumed || is_section_about_them) add(passage->text);
    }
  }

  const std::vector<Mention>& mentions() const { return mentions_; }

 private:
  void from_table(const document::Table& table) {
    for (const auto& row : table.rows) {
      for (const document::Cell& cell : row) add(cell.text);
    }
  }
  void add(const document::Text& text) {
    // A line that calculates assumes nothing.
    if (text.view().find('=') != std::string_view::npos && !document::read_equations(text).empty()) return;
    for (Mention& mention : document::quantities_in(text)) mentions_.push_back(std::move(mention));
  }
  std::vector<Mention> mentions_;
};

bool is_same(const units::Stated& a, const units::Stated& b) {
  return a.dimension.without_counts() == b.dimension.without_counts() &&
         compare(a, b.interval).agreement != Agreement::none;
}

/// "daily active users", "requests per user per day": more than a unit that anything may have, such as MB/s.
/// Users are people, of whom a system has one number.
bool names_something(const Mention& mention) {
  const std::string unit = document::plain_label(mention.stated.unit_text);
  const units::Dimension& dimension = mention.stated.dimension;
  const auto counted = std::count_if(dimension.exponents.begin() + units::strict_axis_count,
                                     dimension.exponents.end(), [](int exponent) { return exponent != 0; });
  return mention.noun.size() > unit.size() + 2 || counted >= 2 || dimension == units::axis(units::Axis::user);
}

/// "daily active users": two words besides the unit leave little doubt what is meant.
bool is_specific(const Mention& mention) {
  const std::string unit = document::plain_label(mention.stated.unit_text);
  const std::string_view rest =
      std::string_view(mention.noun).substr(std::min(mention.noun.size(), unit.size()));
  return std::count(rest.begin(), rest.end(), ' ') >= (unit.empty() ? 1 : 2);
}

/// The nouns of the operands are those of the text in front of which they stand.
struct Operand {
  const formula::Node* node = nullptr;
  std::string noun;
};

class AgainstAssumptions {
 public:
  AgainstAssumptions(const Evidence& evidence, const std::vector<Mention>& mentions)
      : evidence_(evidence), mentions_(mentions) {
    for (const Mention& mention : mentions) {
      if (!names_something(mention) || mention.stated.is_range) continue;
      const auto [at, is_new] = assumed_.emplace(mention.noun, &mention);
      if (!is_new && at->second != nullptr && !is_same(at->second->stated, mention.stated))
        at->second = nullptr;
    }
  }

  std::vector<Finding> run() {
    for (const Claim& claim : evidence_.collected.claims) {
      if (claim.step) from_step(claim);
    }
    return std::move(out_);
  }

 private:
  void from_step(const Claim& claim) {
    const document::Equation& equation = evidence_.collected.equations[claim.step->equation];
    const bool turned = equation.result_first && claim.step->step == 1;
    const document::Side& side = equation.sides[turned ? 1 : claim.step->step - 1];
    if (side.is_quantity() || equation.apart) return;
    const std::vector<Operand> operands = operands_of(side);
    const bool is_about_them = std::any_of(operands.begin(), operands.end(), [this](const Operand& operand) {
      const Mention* const mention = assumption(operand);
      return mention != nullptr && (is_same(mention->stated, operand.node->literal) || is_specific(*mention));
    });
    for (const Operand& operand : operands) {
      const Mention* const mention = labelled(operand);
      if (mention != nullptr && !is_same(mention->stated, operand.node->literal)) add(operand, *mention);
    }
    if (!is_about_them) return;
    for (const Operand& operand : operands) {
      const Mention* const mention = assumption(operand);
      if (mention == nullptr || mention->span == operand.node->span) continue;
      if (mention->stated.dimension.without_counts() != operand.node->literal.dimension.without_counts())
        continue;
      if (!is_same(mention->stated, operand.node->literal)) add(operand, *mention);
    }
  }

  std::vector<Operand> operands_of(const document::Side& side) const {
    std::vector<Operand> out;
    for (const formula::Node& node : side.expression.nodes) {
      if (node.operation != formula::Operation::literal || node.span.end > side.span.end) continue;
      // The words that trail a side belong to its last number: "365 days of retention".
      constexpr std::uint32_t reach = 40;
      const auto size = static_cast<std::uint32_t>(evidence_.sources.text(side.span.source).size());
      const base::Span rest{side.span.source, node.span.end, std::min(size, node.span.end + reach)};
      const document::Text behind = document::Text::verbatim(evidence_.sources, rest);
      out.push_back({&node, document::noun_behind(behind, 0, node.literal)});
    }
    return out;
  }

  const Mention* assumption(const Operand& operand) const {
    const auto found = assumed_.find(operand.noun);
    return found == assumed_.end() ? nullptr : found->second;
  }
  /// "365 days of retention", "average photo of 2 MB": the words around the operand name it.
  const Mention* labelled(const Operand& operand) const {
    constexpr std::uint32_t reach = 40;
    constexpr std::size_t shortest = 6;
    const base::Span& place = operand.node->span;
    const std::uint32_t begin = place.begin > reach ? place.begin - reach : 0;
    std::string_view before = evidence_.sources.text({place.source, begin, place.begin});
    before.remove_prefix(std::min(before.find_last_of("\n=*/+.;") + 1, before.size()));
    const std::string around = document::plain_label(before) + " " + operand.noun;
    const Mention* only = nullptr;
    for (const Mention& mention : mentions_) {
      if (mention.label.size() < shortest || !contains_words(around, mention.label)) continue;
      const units::Stated& taken = operand.node->literal;
      if (mention.stated.dimension.without_counts() != taken.dimension.without_counts()) continue;
      const bool is_count = taken.dimension.without_counts().is_dimensionless();
      if (is_count && (taken.unit_text.empty() || taken.unit_text != mention.stated.unit_text)) continue;
      if (only != nullptr) return nullptr;
      only = &mention;
    }
    return only;
  }

  void add(const Operand& operand, const Mention& mention) {
    const std::string taken(evidence_.sources.text(operand.node->span));
    const std::string assumed(evidence_.sources.text(mention.span));
    Finding finding;
    finding.diagnostic.severity = base::Severity::warning;
    finding.diagnostic.code = "assumption.not-kept";
    finding.diagnostic.message =
        fmt::format("{}: {} is taken here, {} is assumed", operand.noun, taken, assumed);
    finding.diagnostic.primary = {operand.node->span, fmt::format("{} assumed", assumed)};
    finding.diagnostic.secondary.push_back({mention.span, "assumed here"});
    finding.stated = taken;
    finding.recomputed = assumed;
    out_.push_back(std::move(finding));
  }

  const Evidence& evidence_;
  const std::vector<Mention>& mentions_;
  Assumed assumed_;
  std::vector<Finding> out_;
};

}  // namespace

std::vector<Finding> assumption_findings(const Evidence& evidence, const document::Document& document) {
  const Gatherer gatherer(document);
  if (gatherer.mentions().empty()) return {};
  return AgainstAssumptions(evidence, gatherer.mentions()).run();
}

}  // namespace reckon::check
