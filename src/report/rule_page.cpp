// SPDX-License-Identifier: MIT
#include "report/rule_page.hpp"

#include "check/rules.hpp"
#include "derive/judge/slips.hpp"
#include "model/trail.hpp"
#include "report/model_page.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reckon::report {
namespace {

std::string source_of(const std::optional<model::Citation>& source) {
  return source ? fmt::format("{} ({})", model::print_source(*source), source->checked) : "";
}

RuleText of_program(const check::RuleRow& row) {
  RuleText out;
  out.id = row.id;
  out.title = row.title;
  out.about = row.about;
  out.wrong = row.wrong;
  out.right = row.right;
  return out;
}

RuleText of_slip(const derive::Slip& row) {
  RuleText out;
  out.id = row.id;
  out.is_slip = true;
  out.title = row.about;
  out.about = row.wrong.empty()
                  ? "Told only where it yields the stated number, and only where a model tells what is meant."
                  : "Told only where it yields the stated number.";
  out.wrong = row.wrong;
  out.right = row.right;
  return out;
}

RuleText of_check(const model::Model& model, const model::Check& check) {
  RuleText out;
  out.id = check.id;
  out.title = print_message(check.say);
  out.about = check.about;
  out.severity = base::name(check.severity);
  out.holds = print_formula(model, check.require);
  out.source = source_of(check.source);
  return out;
}

RuleText of_refusal(const model::Refusal& refusal) {
  RuleText out;
  out.id = refusal.id;
  out.title = refusal.say;
  out.severity = base::name(refusal.severity);
  out.source = source_of(refusal.source);
  return out;
}

RuleText of_prompt(const prompt::Prompt& prompt, const prompt::Rule& rule) {
  RuleText out;
  out.id = fmt::format("{}.{}", prompt.id, rule.id);
  out.title = rule.say;
  out.about = rule.about;
  out.severity = base::name(rule.severity);
  return out;
}

/// A model has the checks of its parts too.
void add_new(std::vector<RuleText>& out, RuleText rule) {
  const auto is_same = [&](const RuleText& other) { return other.id == rule.id; };
  if (std::none_of(out.begin(), out.end(), is_same)) out.push_back(std::move(rule));
}

std::string line(std::string_view name, const std::string& text) {
  return text.empty() ? "" : fmt::format("  {:<9} {}\n", name, text);
}

}  // namespace

std::vector<RuleText> rule_texts(prompt::Library& prompts, model::Library& models) {
  std::vector<RuleText> out;
  for (const check::RuleRow& row : check::rule_table()) out.push_back(of_program(row));
  const auto first = static_cast<std::ptrdiff_t>(out.size());
  for (const std::string& id : models.ids()) {
    const model::Model* const model = models.find(id);
    if (model == nullptr) continue;
    for (const model::Check& check : model->checks) add_new(out, of_check(*model, check));
    for (const model::Refusal& refusal : model->refusals) add_new(out, of_refusal(refusal));
  }
  for (const std::string& id : prompts.ids()) {
    const prompt::Prompt* const prompt = prompts.find(id);
    if (prompt == nullptr) continue;
    for (const prompt::Rule& rule : prompt->rules) add_new(out, of_prompt(*prompt, rule));
  }
  std::sort(out.begin() + first, out.end(), [](const RuleText& a, const RuleText& b) { return a.id < b.id; });
  for (const derive::Slip& row : derive::slip_table()) out.push_back(of_slip(row));
  return out;
}

std::string print_rule_list(const std::vector<RuleText>& rules) {
  std::size_t width = 0;
  for (const RuleText& rule : rules) width = std::max(width, rule.id.size());
  std::string out;
  for (const RuleText& rule : rules)
    out += fmt::format("{:<{}}  {}{}\n", rule.id, width, rule.is_slip ? "slip: " : "", rule.title);
  return out;
}

std::string print_rule_page(const RuleText& rule) {
  std::string out = fmt::format("{}: {}\n", rule.id, rule.title);
  if (!rule.about.empty()) out += fmt::format("\n{}\n", rule.about);
  const std::string facts = line("severity", rule.severity) + line("must hold", rule.holds) +
                            line("source", rule.source) + line("wrong", rule.wrong) +
                            line("right", rule.right);
  if (!facts.empty()) out += '\n' + facts;
  if (rule.is_slip) return out;
  out += fmt::format(
      "\nTo turn it off: `--ignore {0}`, or `severities: {{{0}: off}}` in .reckon.yaml.\n"
      "To let one finding pass until a day: `reckon waive`; see docs/gate.md.\n",
      rule.id);
  return out;
}

std::string print_rules_as_markdown(const std::vector<RuleText>& rules) {
  std::string out =
      "# Rules and slips\n\nPrinted by `reckon rules --format markdown`. One of them: `reckon explain "
      "ID`.\n\n## Rules\n";
  bool is_of_slips = false;
  for (const RuleText& rule : rules) {
    if (rule.is_slip && !is_of_slips) {
      is_of_slips = true;
      out += "\n## Slips\n";
    }
    out += fmt::format("\n### {}\n\n{}{}\n", rule.id, rule.title,
                       rule.severity.empty() ? "" : fmt::format(" ({})", rule.severity));
    if (!rule.about.empty()) out += fmt::format("\n{}\n", rule.about);
    if (!rule.holds.empty()) out += fmt::format("\nMust hold: `{}`\n", rule.holds);
    if (!rule.source.empty()) out += fmt::format("\nSource: {}\n", rule.source);
    if (!rule.wrong.empty()) out += fmt::format("\nWrong: `{}`\n\nRight: `{}`\n", rule.wrong, rule.right);
  }
  return out;
}

}  // namespace reckon::report
