// SPDX-License-Identifier: MIT
#include "check/context.hpp"

#include "base/suggest.hpp"
#include "units/read.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reckon::check {
namespace {

void apply_variables(Context& context) {
  for (const prompt::Setting& setting : context.variables) {
    for (const prompt::Variable::Feed& feed : setting.variable->feeds) {
      const auto slot = model::find_slot(*context.model, feed.input);
      if (!slot) continue;
      auto& given = context.scenario[*slot];
      if (given && given->from == model::Provenance::user && !setting.by_user) continue;
      auto stated = prompt::feed(setting, feed, context.model->slot(*slot).unit);
      if (!stated) continue;
      given = model::Given{std::move(*stated),
                           setting.by_user ? model::Provenance::user : model::Provenance::variable,
                           "variable " + setting.variable->name, std::nullopt};
    }
  }
}

base::Diagnostic moved(base::Diagnostic diagnostic, base::SourceId source, std::size_t offset,
                       std::size_t end) {
  const auto move = [&](base::Span& span) {
    const auto shift = static_cast<std::uint32_t>(offset);
    span = {source, span.begin + shift, std::min(span.end + shift, static_cast<std::uint32_t>(end))};
  };
  if (diagnostic.primary.span.empty()) diagnostic.primary.span.end = static_cast<std::uint32_t>(end - offset);
  move(diagnostic.primary.span);
  for (base::Label& label : diagnostic.secondary) move(label.span);
  return diagnostic;
}

/// Each counted axis is that of the slot or is left out: "2 ms" for core time a request, but not "5 brokers"
/// for partitions.
bool leaves_out_counts(const units::Dimension& stated, const units::Dimension& wanted) {
  for (std::size_t i = units::strict_axis_count; i < units::axis_count; ++i) {
    if (stated.exponents[i] != 0 && stated.exponents[i] != wanted.exponents[i]) return false;
  }
  return true;
}

}  // namespace

base::Result<units::Stated> read_value(const base::Sources& sources, const base::Span& part,
                                       const units::Dimension& wanted) {
  const std::string_view text = sources.text(part);
  units::Expectation expect;
  expect.dimension = wanted;
  auto stated = units::read_quantity(text, expect);
  if (!stated) {
    expect.transparent_counts = true;
    auto loose = units::read_quantity(text, expect);
    if (!loose || !leaves_out_counts(loose->dimension, wanted))
      return base::Failure(moved(stated.error(), part.source, part.begin, part.end));
    loose->dimension = wanted;
    stated = std::move(loose);
  }
  return stated;
}

base::Result<model::SlotId> find_quantity(const Context& context, const base::Sources& sources,
                                          const base::Span& name) {
  const model::Model& model = *context.model;
  const std::string_view text = sources.text(name);
  if (const auto slot = model::find_slot(model, text)) return *slot;
  const prompt::Variable* variable =
      context.prompt == nullptr ? nullptr : context.prompt->find_variable(text);
  if (variable != nullptr && variable->feeds.size() == 1 && variable->feeds.front().pattern.empty()) {
    if (const auto slot = model::find_slot(model, variable->feeds.front().input)) return *slot;
  }
  base::Diagnostic unknown =
      base::problem("usage.unknown-name", fmt::format("'{}' has no quantity '{}'", model.id, text), name);
  std::string help = model::explain_unknown(model, text);
  if (help.empty() && context.prompt != nullptr) {
    std::vector<std::string> names;
    for (const prompt::Variable& v : context.prompt->variables) names.push_back(v.name);
    help = base::did_you_mean(text, names);
  }
  if (!help.empty()) unknown.remarks.push_back({"help", help});
  return base::Failure(std::move(unknown));
}

Context make_context(const model::Model& model, const prompt::Prompt* prompt) {
  Context context;
  context.model = &model;
  context.prompt = prompt;
  context.scenario.resize(model.slots.size());
  if (prompt != nullptr) {
    for (const prompt::Variable& variable : prompt->variables) {
      if (variable.fallback.empty()) continue;
      if (auto setting = prompt::read_variable(variable, variable.fallback, false))
        context.variables.push_back(std::move(*setting));
    }
  }
  apply_variables(context);
  return context;
}

base::Result<bool> set(Context& context, const base::Sources& sources, const base::Span& name,
                       const base::Span& value, const std::string& origin) {
  if (const prompt::Variable* variable =
          context.prompt == nullptr ? nullptr : context.prompt->find_variable(sources.text(name))) {
    auto setting = prompt::read_variable(*variable, sources.text(value), true);
    if (!setting) return base::Failure(moved(setting.error(), value.source, value.begin, value.end));
    const auto same = [&](const prompt::Setting& s) { return s.variable == variable; };
    std::erase_if(context.variables, same);
    // A text that does not say the number leaves it open: it is not that of the text before.
    for (const prompt::Variable::Feed& feed : variable->feeds) {
      const auto slot = model::find_slot(*context.model, feed.input);
      if (slot && context.scenario[*slot] && context.scenario[*slot]->origin == "variable " + variable->name)
        context.scenario[*slot].reset();
    }
    context.variables.push_back(std::move(*setting));
    apply_variables(context);
    return true;
  }
  const auto slot = find_quantity(context, sources, name);
  if (!slot) return base::Failure(slot.error());
  auto stated = read_value(sources, value, context.model->slot(*slot).unit.dimension);
  if (!stated) return base::Failure(stated.error());
  stated->interval = units::exactly(stated->interval.value);
  context.scenario[*slot] = model::Given{std::move(*stated), model::Provenance::user, origin, std::nullopt};
  return true;
}

base::Result<bool> set(Context& context, const base::Sources& sources, base::SourceId source) {
  const std::string_view text = sources.text(source);
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos || equals == 0) {
    return base::Failure(
        base::problem("usage.setting", "a setting is written name=value", sources.whole(source)));
  }
  const auto at = static_cast<std::uint32_t>(equals);
  return set(context, sources, {source, 0, at}, {source, at + 1, sources.whole(source).end},
             "set by the user");
}

}  // namespace reckon::check
