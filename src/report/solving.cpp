// SPDX-License-Identifier: MIT
#include "report/solving.hpp"

#include "base/unicode.hpp"
#include "model/trail.hpp"
#include "report/report.hpp"
#include "units/print.hpp"
#include "units/read.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace reckon::report {
namespace {

using Json = nlohmann::ordered_json;
using model::SlotId;

/// Digits of an edge: what rounding forgives is not told.
constexpr int edge_digits = 9;

class ToldSolution {
 public:
  ToldSolution(const check::Context& context, const whatif::Sought& sought, const whatif::Limit& limit,
               const whatif::Solution& solution)
      : context_(context), model_(*context.model), sought_(sought), limit_(limit), solution_(solution) {}

  [[nodiscard]] std::string text() const {
    std::string out =
        fmt::format("{} {} {}\n", output_name(), whatif::symbol(limit_.comparator), output(limit_.value));
    out += line("holds", holds());
    if (solution_.low) {
      out += edge("lower edge", *solution_.low);
      // A single value has one edge.
      if (solution_.high->input != solution_.low->input || !solution_.low->beyond)
        out += edge("upper edge", *solution_.high);
    }
    if (solution_.jump) out += line("jump", jump());
    if (solution_.is_by_digits) out += line("read as", "what the digits of the value can stand for");
    if (const auto now = in_force()) out += line("now", *now);
    out += line("searched", searched());
    return out;
  }

 private:
  [[nodiscard]] const std::string& output_name() const { return model_.slot(limit_.output).name; }
  [[nodiscard]] std::string output(double value) const {
    return model::print_value(model_, limit_.output, value);
  }
  /// In full where few digits say all, as an edge otherwise.
  [[nodiscard]] std::string input(double value) const {
    const SlotId slot = sought_.slots.front();
    std::string text = model::print_value(model_, slot, value);
    const auto read = units::read_quantity(text);
    const bool is_exact = read && std::fabs(read->interval.value - value) <= 1e-9 * std::fabs(value);
    return is_exact || !read ? text : units::print_rounded_in(value, read->unit_text, edge_digits);
  }
  static std::string line(const char* title, const std::string& content) {
    return fmt::format("  {:<10}  {}\n", title, content);
  }

  [[nodiscard]] std::string holds() const {
    if (!solution_.low) return "for no value" + std::string(solution_.by_user ? " between these" : "");
    const bool has_low = solution_.low->beyond.has_value();
    const bool has_high = solution_.high->beyond.has_value();
    const double low = solution_.low->input;
    const double high = solution_.high->input;
    const std::string where = solution_.is_beyond ? ", which is not plausible" : "";
    if (has_low && has_high && low == high) return fmt::format("{} = {}{}", sought_.name, input(low), where);
    if (has_low && has_high)
      return fmt::format("{} from {} to {}{}", sought_.name, input(low), input(high), where);
    if (has_high) return fmt::format("{} up to {}{}", sought_.name, input(high), where);
    if (has_low) return fmt::format("{} from {} up{}", sought_.name, input(low), where);
    return "for every value that was searched";
  }

  [[nodiscard]] std::string edge(const char* title, const whatif::Edge& at) const {
    if (!at.beyond) return {};
    std::string text = fmt::format("{} at {}", output(at.output), input(at.input));
    const bool is_step = std::fabs(*at.beyond - at.output) > 1e-6 * std::fabs(at.output);
    if (is_step) text += fmt::format(", {} right behind it", output(*at.beyond));
    return line(title, text);
  }

  [[nodiscard]] std::string jump() const {
    return fmt::format("from {} to {} at {}: no value between them is met", output(solution_.jump->output),
                       output(*solution_.jump->beyond),
                       model::print_value(model_, sought_.slots.front(), solution_.jump->input));
  }

  [[nodiscard]] std::optional<std::string> in_force() const {
    const SlotId slot = sought_.slots.front();
    const model::Run run = model::run(model_, context_.scenario);
    const auto& value = run.outcomes[slot].value;
    const auto& result = run.outcomes[limit_.output].value;
    if (!value || !result) return std::nullopt;
    return fmt::format("{} at {}", output(*result), input(*value));
  }

  [[nodiscard]] std::string searched() const {
    const auto& [low, middle, high] = solution_.searched;
    std::string_view moves = "stays the same";
    if (solution_.movement == whatif::Movement::rises) moves = "rises";
    if (solution_.movement == whatif::Movement::falls) moves = "falls";
    std::string where = "what is plausible";
    if (solution_.by_user) where = "as asked";
    if (solution_.is_beyond) where = "beyond what is plausible";
    return fmt::format("{} to {}, {}: there {} {} from {} to {}", input(low), input(high), where,
                       output_name(), moves, output(solution_.at_low), output(solution_.at_high));
  }

  const check::Context& context_;
  const model::Model& model_;
  const whatif::Sought& sought_;
  const whatif::Limit& limit_;
  const whatif::Solution& solution_;
};

Json number(const model::Model& model, SlotId slot, double value) {
  return Json(tidy(units::from_base(value, model.slot(slot).unit.factor)));
}

}  // namespace

std::string print_solution_text(const check::Context& context, const whatif::Sought& sought,
                                const whatif::Limit& limit, const whatif::Solution& solution) {
  return ToldSolution(context, sought, limit, solution).text();
}

std::string print_solution_json(const check::Context& context, const whatif::Sought& sought,
                                const whatif::Limit& limit, const whatif::Solution& solution,
                                const std::string& version) {
  const model::Model& model = *context.model;
  const SlotId input = sought.slots.front();
  const auto edge = [&](const std::optional<whatif::Edge>& at) {
    if (!at) return Json(nullptr);
    Json out;
    out["input"] = number(model, input, at->input);
    out["output"] = number(model, limit.output, at->output);
    out["beyond"] = at->beyond ? number(model, limit.output, *at->beyond) : Json(nullptr);
    return out;
  };
  Json out;
  out["reckon"] = 1;
  out["version"] = version;
  out["model"] = model.id;
  out["limit"] = {{"output", model.slot(limit.output).name},
                  {"comparator", whatif::symbol(limit.comparator)},
                  {"value", number(model, limit.output, limit.value)},
                  {"unit", model.slot(limit.output).unit_text}};
  out["input"] = {{"name", sought.name}, {"unit", model.slot(input).unit_text}};
  out["holds"] = solution.low.has_value();
  out["low"] = edge(solution.low);
  out["high"] = edge(solution.high);
  out["jump"] = edge(solution.jump);
  out["searched"] = {{"low", number(model, input, solution.searched.low)},
                     {"high", number(model, input, solution.searched.high)},
                     {"plausible", !solution.is_beyond}};
  return base::escaped_json(out.dump(2)) + '\n';
}

}  // namespace reckon::report
