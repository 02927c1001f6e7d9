// SPDX-License-Identifier: MIT
#include "whatif/solve.hpp"

#include "formula/numbers.hpp"
#include "model/trail.hpp"
#include "whatif/sweep.hpp"
#include "whatif/trial.hpp"

#include <boost/math/tools/roots.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace reckon::whatif {

using model::SlotId;

namespace {

constexpr int looks = 512;
/// A range of more than one decade is searched by ratio.
constexpr double ratio_for_decades = 10.0;
/// How far beyond the plausible range a limit is still looked for.
constexpr double beyond_plausible = 1e6;
/// Comparing and rounding each forgive 1e-9, so an edge is known to this.
constexpr double edge_noise = 4e-9;
/// Differences of outputs below this are the last bits of a product.
constexpr double rounding_noise = 1e-12;

/// The output as a function of the input.
class Curve {
 public:
  Curve(const check::Context& context, const Sought& sought, SlotId output)
      : trial_(*context.model, context.scenario, {output}, sought.slots),
        slots_(sought.slots),
        output_(output) {}

  std::optional<double> operator()(double input) {
    for (const SlotId slot : slots_) trial_.set(slot, input);
    trial_.run();
    return trial_.value(output_);
  }
  [[nodiscard]] const Trial& trial() const { return trial_; }

 private:
  Trial trial_;
  std::vector<SlotId> slots_;
  SlotId output_;
};

struct Bounds {
  double low = 0.0;
  double high = 0.0;
};

double place_at(const Bounds& bounds, int look) {
  const double share = static_cast<double>(look) / looks;
  if (look == looks) return bounds.high;
  if (bounds.low > 0.0 && bounds.high > ratio_for_decades * bounds.low)
    return bounds.low * std::pow(bounds.high / bounds.low, share);
  return bounds.low + (bounds.high - bounds.low) * share;
}

/// Bisects between two places that differ in whether `holds`; first the one where it holds, then its
/// neighbour.
template <class Holds>
std::pair<double, double> boundary(double holding, double failing, const Holds& holds) {
  const auto sign = [&](double at) { return holds(at) == (holding < failing) ? -1.0 : 1.0; };
  const double low = std::min(holding, failing);
  const double high = std::max(holding, failing);
  std::uintmax_t steps = 2000;
  const auto [below, above] =
      boost::math::tools::bisect(sign, low, high, boost::math::tools::eps_tolerance<double>(52), steps);
  return holding < failing ? std::pair(below, above) : std::pair(above, below);
}

/// To so many significant digits, by way of decimal text: scaling would round differently from both sides.
double rounded(double number, int digits) {
  const std::string text = fmt::format("{:.{}e}", number, digits - 1);
  double out = number;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

/// What the places that were looked at say: one movement over one stretch on which there is a value.
struct Shape {
  Bounds bounds;
  Movement movement = Movement::stays;
};

std::string told(const model::Model& model, SlotId slot, double value) {
  return model::print_value(model, slot, value);
}

class Solver {
 public:
  Solver(const check::Context& context, const Sought& sought, const Limit& limit)
      : model_(*context.model), sought_(sought), limit_(limit), curve_(context, sought, limit.output) {}

  base::Result<Solution> run(const Bounds& bounds) {
    const auto shape = look(bounds);
    if (!shape) return base::Failure(shape.error());
    Solution out;
    out.searched = {shape->bounds.low, shape->bounds.low, shape->bounds.high};
    out.movement = shape->movement;
    out.at_low = at(shape->bounds.low);
    out.at_high = at(shape->bounds.high);
    if (limit_.comparator == units::Comparator::equal) {
      find_equal(*shape, out, 0.0);
      if (!out.low) find_equal(*shape, out, limit_.half);
    } else {
      const auto holds = [this](double input) { return meets(limit_, at(input)); };
      stretch(*shape, out, holds, holds);
    }
    return out;
  }

 private:
  double at(double input) { return curve_(input).value_or(std::nan("")); }

  /// The ends of the stretch on which both conditions hold; each holds on one side of the curve.
  template <class Left, class Right>
  void stretch(const Shape& shape, Solution& out, const Left& left, const Right& right) {
    const auto [low, high] = shape.bounds;
    const bool left_there = left(low) || left(high);
    const bool right_there = right(low) || right(high);
    if (!left_there || !right_there) return;
    // An edge is not rounded out of the stretch, however narrow that is.
    const auto both = [&](double input) { return left(input) && right(input); };
    Edge first{low, 0.0, std::nullopt};
    Edge last{high, 0.0, std::nullopt};
    if (!left(low)) first = edge(boundary(high, low, left), both);
    if (!right(high)) last = edge(boundary(low, high, right), both);
    if (first.input > last.input) {
      out.jump = Edge{first.input, at(last.input), at(first.input)};
      return;
    }
    first.output = at(first.input);
    last.output = at(last.input);
    out.low = first;
    out.high = last;
  }

  void find_equal(const Shape& shape, Solution& out, double half) {
    const auto near = [&](double value) {
      return formula::is_same(value, limit_.value) || std::fabs(value - limit_.value) <= half;
    };
    const auto not_below = [&](double input) { return at(input) > limit_.value || near(at(input)); };
    const auto not_above = [&](double input) { return at(input) < limit_.value || near(at(input)); };
    if (shape.movement == Movement::falls) {
      stretch(shape, out, not_above, not_below);
    } else {
      stretch(shape, out, not_below, not_above);
    }
    out.is_by_digits = half > 0.0 && out.low.has_value();
    if (out.low) out.jump.reset();
  }

  /// An edge as people would write it, if that is the same within what rounding forgives.
  template <class Holds>
  Edge edge(const std::pair<double, double>& found, const Holds& holds) {
    const auto [inside, outside] = found;
    const double factor = model_.slot(sought_.slots.front()).unit.factor;
    const double number = units::from_base(inside, factor);
    Edge out{inside, 0.0, at(outside)};
    for (int digits = 1; digits <= 12; ++digits) {
      const double round = units::to_base(rounded(number, digits), factor);
      if (std::fabs(round - inside) > edge_noise * std::fabs(inside) || !holds(round)) continue;
      out.input = round;
      break;
    }
    return out;
  }

  base::Result<Shape> look(Bounds bounds) {
    std::vector<std::pair<double, std::optional<double>>> seen;
    for (int i = 0; i <= looks; ++i) {
      const double place = place_at(bounds, i);
      seen.emplace_back(place, curve_(place));
    }
    const auto has_value = [](const auto& pair) { return pair.second.has_value(); };
    const auto first = std::find_if(seen.begin(), seen.end(), has_value);
    if (first == seen.end()) return base::Failure(undefined(place_at(bounds, looks / 2)));
    const auto last = std::find_if(seen.rbegin(), seen.rend(), has_value).base() - 1;
    const auto hole = std::find_if_not(first, last, has_value);
    if (hole != last) return base::Failure(undefined(hole->first));
    // Towards an undefined end the last place with a value is taken, however near the next one without is.
    const auto defined = [this](double input) { return curve_(input).has_value(); };
    if (first != seen.begin()) bounds.low = boundary(first->first, (first - 1)->first, defined).first;
    if (last + 1 != seen.end()) bounds.high = boundary(last->first, (last + 1)->first, defined).first;
    return movement_of(bounds, {first, last + 1});
  }

  base::Result<Shape> movement_of(const Bounds& bounds,
                                  const std::vector<std::pair<double, std::optional<double>>>& seen) {
    Shape shape{bounds, Movement::stays};
    for (std::size_t i = 1; i < seen.size(); ++i) {
      const double before = *seen[i - 1].second;
      const double here = *seen[i].second;
      const double noise = rounding_noise * std::max(std::fabs(before), std::fabs(here));
      if (std::fabs(here - before) <= noise) continue;
      const Movement now = here > before ? Movement::rises : Movement::falls;
      if (shape.movement == Movement::stays) {
        shape.movement = now;
      } else if (shape.movement != now) {
        return base::Failure(turns(shape.movement, seen.front(), seen[i - 1], seen[i]));
      }
    }
    return shape;
  }

  [[nodiscard]] base::Diagnostic undefined(double input) {
    const std::optional<double> none = curve_(input);
    const formula::Failure* failure = curve_.trial().failure(limit_.output);
    const SlotId slot = sought_.slots.front();
    base::Diagnostic problem = base::problem(
        "usage.undefined",
        fmt::format("'{}' has no value at {} = {}{}{}", model_.slot(limit_.output).name, sought_.name,
                    told(model_, slot, input), none || failure == nullptr ? "" : ": ",
                    none || failure == nullptr ? "" : failure->message),
        limit_.output_span);
    problem.remarks.push_back({"help", narrow()});
    return problem;
  }

  [[nodiscard]] std::string narrow() const {
    return fmt::format(
        "search where it only rises or only falls, --solve '{0}=low..high', or look at it, --sweep "
        "'{0}=low..high'",
        sought_.name);
  }

  using Seen = std::pair<double, std::optional<double>>;
  [[nodiscard]] base::Diagnostic turns(Movement first, const Seen& start, const Seen& top,
                                       const Seen& after) const {
    const SlotId slot = sought_.slots.front();
    const auto point = [&](const Seen& seen) {
      return fmt::format("{} at {}", told(model_, limit_.output, *seen.second),
                         told(model_, slot, seen.first));
    };
    base::Diagnostic problem = base::problem(
        "usage.not-monotone",
        fmt::format("'{}' {} with {} and then {}, so one limit has several answers",
                    model_.slot(limit_.output).name, first == Movement::rises ? "rises" : "falls",
                    sought_.name, first == Movement::rises ? "falls" : "rises"),
        limit_.output_span);
    problem.remarks.push_back({"seen", fmt::format("{}, {}, {}", point(start), point(top), point(after))});
    problem.remarks.push_back({"help", narrow()});
    return problem;
  }

  const model::Model& model_;
  const Sought& sought_;
  const Limit& limit_;
  Curve curve_;
};

std::optional<double> in_force(const check::Context& context, SlotId slot) {
  const auto& given = context.scenario[slot];
  return given ? std::optional(given->stated.interval.value) : context.model->slot(slot).fallback;
}

/// Where an input plausibly lies, the value in force included.
std::optional<Bounds> plausible(const check::Context& context, SlotId slot) {
  const auto& range = context.model->slot(slot).range;
  const auto value = in_force(context, slot);
  if (range) {
    return Bounds{std::min(range->low, value.value_or(range->low)),
                  std::max(range->high, value.value_or(range->high))};
  }
  if (value && *value > 0.0) return Bounds{*value / beyond_plausible, *value * beyond_plausible};
  return std::nullopt;
}

Bounds widened(const model::Slot& slot, const Bounds& bounds) {
  Bounds out{bounds.low / beyond_plausible, bounds.high * beyond_plausible};
  // No share exceeds the whole.
  if (slot.unit_text == "%" && bounds.high <= 1.0) out.high = 1.0;
  return out;
}

}  // namespace

base::Result<Sought> read_sought(const check::Context& context, const base::Sources& sources,
                                 base::SourceId source) {
  const std::string_view text = sources.text(source);
  if (text.find('=') != std::string_view::npos) {
    const auto assignment =
        read_assignment(context, sources, source, "what is solved for is written name, or name=low..high");
    if (!assignment) return base::Failure(assignment.error());
    const auto range = read_range(context, sources, *assignment, assignment->value_span);
    if (!range) return base::Failure(range.error());
    return Sought{assignment->name, assignment->slots, sources.whole(source),
                  units::Interval{range->values.front(), range->values.front(), range->values.back()}};
  }
  auto slots = find_slots(context, sources, sources.whole(source));
  if (!slots) return base::Failure(slots.error());
  const bool is_variable = context.prompt != nullptr && context.prompt->find_variable(text) != nullptr;
  std::string name = is_variable ? std::string(text) : context.model->slot(slots->front()).name;
  return Sought{std::move(name), std::move(*slots), sources.whole(source), std::nullopt};
}

base::Result<Solution> solve(const check::Context& context, const Sought& sought, const Limit& limit) {
  const model::Model& model = *context.model;
  const model::Slot& input = model.slot(sought.slots.front());
  const Trial trial(model, context.scenario, {limit.output}, sought.slots);
  const std::string& output_name = model.slot(limit.output).name;
  if (!trial.depends(limit.output) || input.name == output_name) {
    base::Diagnostic problem =
        base::problem("usage.no-influence",
                      fmt::format("'{}' does not depend on {}", output_name, sought.name), sought.span);
    std::string names;
    for (const SlotId id : model::sources_of(model, context.scenario, limit.output))
      names += (names.empty() ? "" : ", ") + model.slot(id).name;
    problem.remarks.push_back({"help", fmt::format("it comes from {}", names)});
    return base::Failure(std::move(problem));
  }
  if (!trial.missing(limit.output).empty())
    return base::Failure(open_output(model, limit.output, trial.missing(limit.output), limit.output_span));
  Solver solver(context, sought, limit);
  if (sought.between) {
    auto found = solver.run({sought.between->low, sought.between->high});
    if (found) found->by_user = true;
    return found;
  }
  const auto bounds = plausible(context, sought.slots.front());
  if (!bounds) {
    base::Diagnostic problem = base::problem(
        "usage.no-bracket",
        fmt::format("'{}' has neither a value nor a plausible range to search", sought.name), sought.span);
    problem.remarks.push_back({"help", fmt::format("say where: --solve '{}=low..high'", sought.name)});
    return base::Failure(std::move(problem));
  }
  auto found = solver.run(*bounds);
  if (!found || found->low) return found;
  // What holds only far away is worth telling, but nothing out there is a problem.
  auto further = solver.run(widened(input, *bounds));
  if (!further || !further->low) return found;
  further->is_beyond = true;
  return further;
}

}  // namespace reckon::whatif
