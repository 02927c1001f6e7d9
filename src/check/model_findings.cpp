// SPDX-License-Identifier: MIT
#include "check/explain.hpp"
#include "check/findings.hpp"
#include "check/scenario.hpp"
#include "check/wording.hpp"
#include "model/trail.hpp"
#include "tree/pointer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace reckon::check {
namespace {

using model::Scenario;
using model::SlotId;

constexpr std::size_t most_guesses_crossed = 6;

/// Inputs and given slots behind a formula, those that it names first.
std::vector<SlotId> sources_of(const model::Model& model, const Scenario& scenario,
                               const formula::Formula& formula) {
  std::vector<SlotId> out;
  const auto add = [&](SlotId id) {
    if (std::find(out.begin(), out.end(), id) == out.end()) out.push_back(id);
  };
  std::vector<SlotId> named;
  for (const formula::Node& node : formula.nodes) {
    if (node.operation == formula::Operation::name) named.push_back(node.slot);
  }
  for (const SlotId id : named) {
    for (const SlotId source : model::sources_of(model, scenario, id)) {
      if (source == id) add(id);
    }
  }
  for (const SlotId id : named) {
    for (const SlotId source : model::sources_of(model, scenario, id)) add(source);
  }
  return out;
}

bool is_guess(const model::Model& model, const Scenario& scenario, SlotId id) {
  return !scenario[id] && model.slot(id).fallback && model.slot(id).range;
}

/// True when the check applies and fails at this point.
bool fails_at(const model::Model& model, const Scenario& scenario, const model::Check& check) {
  const model::Run run = model::run(model, scenario);
  if (check.when) {
    const auto applies = model::evaluate_at(run, *check.when);
    if (!applies || *applies == 0.0) return false;
  }
  const auto holds = model::evaluate_at(run, check.require);
  return holds && *holds == 0.0;
}

/// A check that rests on guesses speaks only if it fails at every end of their plausible ranges as well.
bool fails_everywhere(const model::Model& model, const Scenario& scenario, const model::Check& check,
                      const std::vector<SlotId>& sources) {
  if (!fails_at(model, scenario, check)) return false;
  std::vector<SlotId> guesses;
  for (const SlotId id : sources) {
    if (is_guess(model, scenario, id)) guesses.push_back(id);
  }
  if (guesses.size() > most_guesses_crossed) return false;
  for (std::size_t corner = 0; !guesses.empty() && corner < (std::size_t{1} << guesses.size()); ++corner) {
    Scenario trial = scenario;
    for (std::size_t i = 0; i < guesses.size(); ++i) {
      const model::Range& range = *model.slot(guesses[i]).range;
      trial[guesses[i]] = model::Given{};
      trial[guesses[i]]->stated.interval = units::exactly((corner >> i & 1U) != 0 ? range.high : range.low);
    }
    if (!fails_at(model, trial, check)) return false;
  }
  return true;
}

/// A command that talks to the machine it is typed on shows how something works and plans nothing.
bool is_tried_out(const Evidence& evidence, const base::Span& place) {
  constexpr std::array<std::string_view, 2> own_machine{"localhost", "127.0.0.1"};
  constexpr std::string_view between_blocks = "\n\n";
  const std::string_view text = evidence.sources.text(place.source);
  const std::size_t before = text.rfind(between_blocks, place.begin);
  const std::size_t first = before == std::string_view::npos ? 0 : before;
  const std::string_view block = text.substr(first, text.find(between_blocks, place.end) - first);
  return std::any_of(own_machine.begin(), own_machine.end(),
                     [block](std::string_view name) { return block.find(name) != std::string_view::npos; });
}

void add_check(const Evidence& evidence, const model::Check& check, std::vector<Finding>& out) {
  const Context& context = evidence.context;
  const model::Model& model = *context.model;
  const std::vector<SlotId> sources = sources_of(model, context.scenario, check.require);
  const auto is_visible = [&](SlotId id) { return context.scenario[id] && context.scenario[id]->place; };
  const auto first = std::find_if(sources.begin(), sources.end(), is_visible);
  if (first == sources.end() || !fails_everywhere(model, context.scenario, check, sources)) return;
  const auto value_text = [&](SlotId id) {
    return fmt::format(
        "{} = {}{}", short_name(model, id),
        model::print_value(model, id, context.scenario[id]->stated.interval.value),
        context.scenario[id]->from == model::Provenance::platform ? ", the platform's default" : "");
  };
  const model::Run run = model::run(model, context.scenario);
  Finding finding;
  const bool rests_on_example = std::any_of(sources.begin(), sources.end(),
                                            [&](SlotId id) { return is_example(context.scenario[id]); });
  const bool is_gentle = rests_on_example || is_tried_out(evidence, *context.scenario[*first]->place);
  finding.diagnostic.severity = is_gentle ? base::Severity::note : check.severity;
  finding.diagnostic.code = check.id;
  finding.diagnostic.message = model::fill(model, run, check.say);
  finding.diagnostic.primary = {*context.scenario[*first]->place, value_text(*first)};
  for (const SlotId id : sources) {
    if (id != *first && is_visible(id))
      finding.diagnostic.secondary.push_back({*context.scenario[id]->place, value_text(id)});
  }
  if (!check.about.empty()) finding.diagnostic.remarks.push_back({"why", check.about});
  for (std::string& text : unchecked(model, context.scenario, sources))
    finding.diagnostic.remarks.push_back({"unverified", std::move(text)});
  if (check.source) finding.diagnostic.remarks.push_back({"source", model::print_source(*check.source)});
  for (std::size_t i = 0; i < evidence.collected.claims.size(); ++i) {
    const Claim* claim = evidence.collected.claims.whole(i);
    if (claim == nullptr || claim->slot != *first || claim->span != finding.diagnostic.primary.span) continue;
    finding.claim = i;
    finding.pointer = claim->pointer;
    finding.stated = stated_text(*claim);
    break;
  }
  out.push_back(std::move(finding));
}

void add_refusals(const Evidence& evidence, const document::Artefact& artefact, std::vector<Finding>& out) {
  for (const model::Refusal& refusal : evidence.context.model->refusals) {
    if (refusal.type != artefact.type || refusal.name != artefact.name) continue;
    for (const tree::Match& match : tree::select(*artefact.tree, refusal.pattern)) {
      if (std::find(refusal.values.begin(), refusal.values.end(), match.node->text) == refusal.values.end())
        continue;
      Finding finding;
      finding.diagnostic.severity = refusal.severity;
      finding.diagnostic.code = refusal.id;
      finding.diagnostic.message = refusal.say;
      finding.diagnostic.primary = {match.node->text_span, {}};
      if (refusal.source)
        finding.diagnostic.remarks.push_back({"source", model::print_source(*refusal.source)});
      finding.pointer = match.pointer;
      finding.stated = match.node->text;
      out.push_back(std::move(finding));
    }
  }
}

}  // namespace

std::vector<Finding> model_findings(const Evidence& evidence, const document::Document& document) {
  std::vector<Finding> out;
  for (const model::Check& check : evidence.context.model->checks) add_check(evidence, check, out);
  for (const document::Fragment& fragment : document.fragments) {
    if (const auto* artefact = std::get_if<document::Artefact>(&fragment))
      add_refusals(evidence, *artefact, out);
  }
  return out;
}

std::vector<Finding> unreadable_findings(const Evidence& evidence, const document::Document& document) {
  std::vector<Finding> out;
  for (const Unreadable& unreadable : evidence.collected.unreadable) {
    Finding finding;
    finding.diagnostic.severity = base::Severity::warning;
    finding.diagnostic.code = "claim.unreadable";
    finding.diagnostic.message = unreadable.why;
    finding.diagnostic.primary = {unreadable.span, "a quantity is wanted here"};
    finding.pointer = unreadable.pointer;
    out.push_back(std::move(finding));
  }
  for (const document::Fragment& fragment : document.fragments) {
    const auto* artefact = std::get_if<document::Artefact>(&fragment);
    if (artefact == nullptr || !artefact->truncated) continue;
    Finding finding;
    finding.diagnostic = base::problem("document.breaks-off",
                                       fmt::format("the {}{}{} breaks off", artefact->type,
                                                   artefact->name.empty() ? "" : " ", artefact->name),
                                       {artefact->span.source, artefact->span.end - 1, artefact->span.end},
                                       "more was to follow here");
    // Where nothing was asked for, an example may be cut short.
    finding.diagnostic.severity =
        evidence.context.prompt == nullptr ? base::Severity::note : base::Severity::warning;
    out.push_back(std::move(finding));
  }
  for (const base::Diagnostic& problem : document.problems) {
    Finding finding;
    finding.diagnostic = problem;
    finding.is_of_reading = problem.severity == base::Severity::error;
    out.push_back(std::move(finding));
  }
  return out;
}

}  // namespace reckon::check
