// SPDX-License-Identifier: MIT
#include "report/variation.hpp"

#include "base/unicode.hpp"
#include "formula/print.hpp"
#include "model/trail.hpp"
#include "report/columns.hpp"
#include "report/csv.hpp"
#include "report/report.hpp"
#include "units/print.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace reckon::report {
namespace {

using Json = nlohmann::ordered_json;
using model::SlotId;
using whatif::VariedOutput;

/// Sampling does not give more.
constexpr int digits_of_samples = 3;

/// The part of an input's values that lies outside what its model calls plausible.
double implausible_part(const model::Slot& slot, const whatif::Distribution& distribution) {
  if (!slot.range) return 0.0;
  // Rounding at an end that is the range's own says nothing.
  constexpr double forgiven = 1e-9;
  const double low = slot.range->low * (1.0 - std::copysign(forgiven, slot.range->low));
  const double high = slot.range->high * (1.0 + std::copysign(forgiven, slot.range->high));
  return whatif::cumulative(distribution, low) + 1.0 - whatif::cumulative(distribution, high);
}

double rounded(double value) {
  const std::string text = fmt::format("{:.{}g}", value, digits_of_samples);
  double out = value;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

std::string percent_of_samples(double part) {
  const double value = part * 100.0;
  if (value > 0.0 && value < 0.01) return "< 0.01 %";
  if (value < 100.0 && value > 99.99) return "> 99.99 %";
  return units::print_rounded(value, digits_of_samples) + " %";
}

double part_of_samples(std::uint64_t count, std::uint64_t samples) {
  return static_cast<double>(count) / static_cast<double>(samples);
}

class ToldVariation {
 public:
  ToldVariation(const check::Context& context, const whatif::Estimates& estimates,
                const whatif::Variation& variation, const VariationHead& head)
      : model_(*context.model), estimates_(estimates), variation_(variation), head_(head) {}

  [[nodiscard]] std::string text() const {
    std::string out = fmt::format("{} ({}), {} sample{}, seed {}\n\n", model_.title, model_.id,
                                  units::print_number(static_cast<double>(variation_.samples), true),
                                  variation_.samples == 1 ? "" : "s", head_.seed);
    out += inputs() + '\n' + outputs() + '\n' + limit() + checks();
    for (std::size_t i = 0; i < std::min(head_.details, variation_.outputs.size()); ++i) {
      const VariedOutput& output = variation_.outputs[i];
      if (output.without_value < variation_.samples) out += moves(output) + spread(output);
    }
    if (variation_.outputs.size() > head_.details)
      out += fmt::format("\n--outputs NAME shows what moves each of the other {} outputs\n",
                         variation_.outputs.size() - head_.details);
    return out;
  }

 private:
  /// Rounded to what sampling gives, but for whole things, of which there are so many, and for the nines of a
  /// share.
  [[nodiscard]] std::string value(SlotId slot, double number) const {
    const model::Slot& kind = model_.slot(slot);
    const double factor = kind.unit.factor;
    double shown = units::from_base(number, factor);
    constexpr double counted_in_full = 1e6;
    const bool is_whole = shown == std::floor(shown) && std::fabs(shown) < counted_in_full;
    const bool has_nines = kind.unit_text == "%" && shown > 90.0 && shown < 100.0;
    if (has_nines)
      shown = tidy(100.0 - rounded(100.0 - shown));
    else if (!is_whole)
      shown = rounded(shown);
    return has_nines ? fmt::format("{} %", units::print_number(shown))
                     : model::print_value(model_, slot, units::to_base(shown, factor));
  }

  [[nodiscard]] std::string inputs() const {
    Table table;
    table.right_from = 2;
    table.lines.push_back({"varied", "", "5 %", "50 %", "95 %"});
    std::string remarks;
    for (const whatif::Varied& input : estimates_.inputs) {
      auto& line = table.lines.emplace_back();
      line = {input.name, std::string(whatif::name(input.distribution.shape))};
      const SlotId slot = input.slots.front();
      for (const double p : {0.05, 0.5, 0.95}) line.push_back(value(slot, quantile(input.distribution, p)));
      const double outside = implausible_part(model_.slot(slot), input.distribution);
      if (outside >= 0.0005) {
        const auto& range = *model_.slot(slot).range;
        remarks +=
            fmt::format("  {}: {} of the samples lie outside what is plausible, {} to {}\n", input.name,
                        percent_of_samples(outside), model::print_value(model_, slot, range.low),
                        model::print_value(model_, slot, range.high));
      }
    }
    for (const whatif::Correlation& pair : estimates_.correlations) {
      remarks += fmt::format("  {} and {} go together: {}\n", estimates_.inputs[pair.first].name,
                             estimates_.inputs[pair.second].name, units::print_number(pair.value));
    }
    return table.print() + remarks;
  }

  [[nodiscard]] std::string outputs() const {
    Table table;
    table.right_from = 1;
    table.lines.push_back({"output", "5 %", "50 %", "95 %", "99 %"});
    std::string remarks;
    for (const VariedOutput& output : variation_.outputs) {
      const std::string& name = model_.slot(output.slot).name;
      auto& line = table.lines.emplace_back();
      line.push_back(name);
      const bool has_values = output.without_value < variation_.samples;
      for (const double quantile : output.quantiles)
        line.push_back(has_values ? value(output.slot, quantile) : "-");
      if (output.without_value > 0)
        remarks += fmt::format("  {}: no value in {} of the samples, {}\n", name,
                               percent_of_samples(part_of_samples(output.without_value, variation_.samples)),
                               output.reason);
    }
    return table.print() + remarks;
  }

  [[nodiscard]] std::string limit() const {
    if (!estimates_.limit) return {};
    const whatif::Limit& kept = *estimates_.limit;
    return fmt::format("  {} {} {} in {} of the samples\n\n", model_.slot(kept.output).name,
                       whatif::symbol(kept.comparator), model::print_value(model_, kept.output, kept.value),
                       percent_of_samples(part_of_samples(variation_.within_limit, variation_.samples)));
  }

  [[nodiscard]] std::string checks() const {
    if (variation_.checks.empty() && variation_.quiet_checks == 0)
      return "  the model has no check that can be told\n";
    if (variation_.checks.empty())
      return fmt::format("  no check fails in any sample ({} hold)\n", variation_.quiet_checks);
    std::string out = "  fails in so many samples\n";
    for (const whatif::CheckChance& chance : variation_.checks) {
      const model::Check& check = model_.checks[chance.check];
      const std::string part = percent_of_samples(part_of_samples(chance.fails, variation_.samples));
      const auto name = [&](const formula::Node& node) {
        return formula::Replacement{model_.slot(node.slot).name, formula::Binding::atom};
      };
      out += fmt::format("  {}  {}[{}]: {}\n", aligned_right(part, 9), base::name(check.severity), check.id,
                         formula::print_with(check.require, name).text);
    }
    return out;
  }

  [[nodiscard]] std::string moves(const VariedOutput& output) const {
    Table table;
    table.right_from = 1;
    table.lines.push_back({model_.slot(output.slot).name + " when", "is at 5 %", "at 95 %", "elasticity"});
    double widest = 0.0;
    const auto width = [](const whatif::Swing& s) {
      return s.at_low && s.at_high ? std::fabs(*s.at_high - *s.at_low) : 0.0;
    };
    for (const whatif::Swing& swing : output.swings) {
      widest = std::max(widest, width(swing));
      const auto end = [&](const std::optional<double>& at) { return at ? value(output.slot, *at) : "-"; };
      table.lines.push_back({estimates_.inputs[swing.input].name, end(swing.at_low), end(swing.at_high),
                             swing.elasticity ? units::print_rounded(*swing.elasticity, 2) : "-"});
    }
    return '\n' + with_bars(table, [&](std::size_t i) {
             return widest > 0.0 ? width(output.swings[i]) / widest : 0.0;
           });
  }

  [[nodiscard]] std::string spread(const VariedOutput& output) const {
    const whatif::Histogram& histogram = output.histogram;
    Table table;
    table.right_from = 0;
    table.lines.push_back({model_.slot(output.slot).name + " from", "samples"});
    const double samples = static_cast<double>(variation_.samples - output.without_value);
    std::uint64_t most = std::max(histogram.below, histogram.above);
    for (const std::uint64_t count : histogram.counts) most = std::max(most, count);
    std::vector<std::uint64_t> counts;
    const auto line = [&](const std::string& from, std::uint64_t count) {
      table.lines.push_back({from, fmt::format("{:.1f} %", 100.0 * static_cast<double>(count) / samples)});
      counts.push_back(count);
    };
    if (histogram.below > 0) line("< " + edge(output.slot, histogram.low), histogram.below);
    for (std::size_t i = 0; i < histogram.counts.size(); ++i)
      line(edge(output.slot, histogram.low + static_cast<double>(i) * histogram.width), histogram.counts[i]);
    if (histogram.above > 0)
      line(edge(output.slot, histogram.low + static_cast<double>(histogram.counts.size()) * histogram.width),
           histogram.above);
    return '\n' + with_bars(table, [&](std::size_t i) {
             return static_cast<double>(counts[i]) / static_cast<double>(most);
           });
  }

  [[nodiscard]] std::string edge(SlotId slot, double number) const {
    const double factor = model_.slot(slot).unit.factor;
    return model::print_value(model_, slot, units::to_base(tidy(units::from_base(number, factor)), factor));
  }

  /// Behind each line of a table but its head, the part of it as a bar in what is left of the width.
  template <typename Part>
  [[nodiscard]] std::string with_bars(const Table& table, const Part& part) const {
    constexpr std::size_t least = 10;
    constexpr std::size_t most = 40;
    const std::string text = table.print();
    std::string_view rest = text;
    std::vector<std::string> lines;
    std::size_t width = 0;
    while (!rest.empty()) {
      lines.emplace_back(rest.substr(0, rest.find('\n')));
      rest.remove_prefix(lines.back().size() + 1);
      width = std::max(width, base::display_width(lines.back()));
    }
    const std::size_t room = head_.columns > width + 2 ? head_.columns - width - 2 : 0;
    std::string out = lines.front() + '\n';
    for (std::size_t i = 1; i < lines.size(); ++i) {
      const std::string drawn = bar(part(i - 1), std::clamp(room, least, most));
      out += drawn.empty() ? lines[i] + '\n' : padded(lines[i], width) + "  " + drawn + '\n';
    }
    return out;
  }

  const model::Model& model_;
  const whatif::Estimates& estimates_;
  const whatif::Variation& variation_;
  const VariationHead& head_;
};

class Numbers {
 public:
  explicit Numbers(const model::Model& model) : model_(model) {}

  [[nodiscard]] double in_unit(SlotId slot, double value) const {
    return tidy(units::from_base(value, model_.slot(slot).unit.factor));
  }
  [[nodiscard]] Json json(SlotId slot, const std::optional<double>& value) const {
    return value ? Json(in_unit(slot, *value)) : Json(nullptr);
  }

 private:
  const model::Model& model_;
};

constexpr std::array quantile_names{"p5", "p50", "p95", "p99"};
static_assert(quantile_names.size() == whatif::told_quantiles.size());

Json input_json(const model::Model& model, const whatif::Varied& input) {
  const SlotId slot = input.slots.front();
  const whatif::Distribution& distribution = input.distribution;
  const Numbers numbers(model);
  Json out;
  out["name"] = input.name;
  out["unit"] = model.slot(slot).unit_text;
  out["shape"] = whatif::name(distribution.shape);
  out["low"] = numbers.in_unit(slot, distribution.low);
  out["high"] = numbers.in_unit(slot, distribution.high);
  if (distribution.shape == whatif::Shape::triangular) out["mode"] = numbers.in_unit(slot, distribution.mode);
  out["p5"] = numbers.in_unit(slot, quantile(distribution, 0.05));
  out["p50"] = numbers.in_unit(slot, quantile(distribution, 0.5));
  out["p95"] = numbers.in_unit(slot, quantile(distribution, 0.95));
  out["implausible"] = tidy(implausible_part(model.slot(slot), distribution));
  return out;
}

Json output_json(const model::Model& model, const whatif::Estimates& estimates, const VariedOutput& output,
                 std::uint64_t samples) {
  const Numbers numbers(model);
  const SlotId slot = output.slot;
  const bool has_values = output.without_value < samples;
  Json out;
  out["name"] = model.slot(slot).name;
  out["unit"] = model.slot(slot).unit_text;
  for (std::size_t i = 0; i < quantile_names.size(); ++i)
    out[quantile_names[i]] = has_values ? Json(numbers.in_unit(slot, output.quantiles[i])) : Json(nullptr);
  out["without_value"] = output.without_value;
  if (output.without_value > 0) out["reason"] = output.reason;
  out["swings"] = Json::array();
  for (const whatif::Swing& swing : output.swings) {
    out["swings"].push_back(
        {{"input", estimates.inputs[swing.input].name},
         {"at_p5", numbers.json(slot, swing.at_low)},
         {"at_p95", numbers.json(slot, swing.at_high)},
         {"elasticity", swing.elasticity ? Json(tidy(*swing.elasticity)) : Json(nullptr)}});
  }
  const whatif::Histogram& histogram = output.histogram;
  out["histogram"] = {{"low", numbers.in_unit(slot, histogram.low)},
                      {"width", numbers.in_unit(slot, histogram.width)},
                      {"counts", histogram.counts},
                      {"below", histogram.below},
                      {"above", histogram.above}};
  return out;
}

}  // namespace

std::string print_variation_text(const check::Context& context, const whatif::Estimates& estimates,
                                 const whatif::Variation& variation, const VariationHead& head) {
  return ToldVariation(context, estimates, variation, head).text();
}

std::string print_variation_csv(const check::Context& context, const whatif::Variation& variation) {
  const Numbers numbers(*context.model);
  std::string out = "output,unit";
  for (const char* name : quantile_names) out += fmt::format(",{}", name);
  out += ",samples,without_value\r\n";
  for (const VariedOutput& output : variation.outputs) {
    const model::Slot& slot = context.model->slot(output.slot);
    out += csv_field(slot.name) + ',' + csv_field(slot.unit_text);
    const bool has_values = output.without_value < variation.samples;
    for (const double quantile : output.quantiles)
      out += ',' + (has_values ? units::print_number(numbers.in_unit(output.slot, quantile)) : std::string{});
    out += fmt::format(",{},{}\r\n", variation.samples, output.without_value);
  }
  return out;
}

std::string print_variation_json(const check::Context& context, const whatif::Estimates& estimates,
                                 const whatif::Variation& variation, const VariationHead& head) {
  const model::Model& model = *context.model;
  Json out;
  out["reckon"] = 1;
  out["version"] = head.version;
  out["model"] = model.id;
  out["samples"] = variation.samples;
  out["seed"] = head.seed;
  out["complete"] = !variation.stopped;
  out["inputs"] = Json::array();
  for (const whatif::Varied& input : estimates.inputs) out["inputs"].push_back(input_json(model, input));
  out["correlations"] = Json::array();
  for (const whatif::Correlation& pair : estimates.correlations) {
    out["correlations"].push_back(
        {{"between", {estimates.inputs[pair.first].name, estimates.inputs[pair.second].name}},
         {"value", pair.value}});
  }
  out["outputs"] = Json::array();
  for (const VariedOutput& output : variation.outputs)
    out["outputs"].push_back(output_json(model, estimates, output, variation.samples));
  if (estimates.limit) {
    const whatif::Limit& limit = *estimates.limit;
    out["limit"] = {{"output", model.slot(limit.output).name},
                    {"comparator", whatif::symbol(limit.comparator)},
                    {"value", Numbers(model).in_unit(limit.output, limit.value)},
                    {"unit", model.slot(limit.output).unit_text},
                    {"kept", variation.within_limit},
                    {"probability", part_of_samples(variation.within_limit, variation.samples)}};
  }
  out["checks"] = Json::array();
  for (const whatif::CheckChance& chance : variation.checks) {
    const model::Check& check = model.checks[chance.check];
    out["checks"].push_back({{"id", check.id},
                             {"severity", base::name(check.severity)},
                             {"fails", chance.fails},
                             {"probability", part_of_samples(chance.fails, variation.samples)},
                             {"cannot_tell", chance.cannot_tell}});
  }
  out["checks_that_hold"] = variation.quiet_checks;
  return base::escaped_json(out.dump(2)) + '\n';
}

}  // namespace reckon::report
