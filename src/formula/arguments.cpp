// SPDX-License-Identifier: MIT
#include "formula/arguments.hpp"

#include "formula/codes.hpp"
#include "formula/functions.hpp"
#include "formula/mismatch.hpp"

#include <fmt/format.h>

#include <array>
#include <string>

namespace reckon::formula {
namespace {

using units::Dimension;

std::string count_of(const Function& function) {
  const std::size_t least = function.least_arguments;
  const std::size_t most = function.most_arguments;
  if (least == most) return fmt::format("{} argument{}", least, least == 1 ? "" : "s");
  if (most > 16) return fmt::format("at least {} arguments", least);
  return fmt::format("{} to {} arguments", least, most);
}

std::string heading(const Function& function) {
  return fmt::format("{}({})", function.name, function.parameters);
}

class Call {
 public:
  Call(const Formula& formula, const Scope& scope, const Node& node, std::span<const Inferred> nodes,
       Agreement& agreement, std::vector<base::Diagnostic>& problems)
      : formula_(formula),
        scope_(scope),
        node_(node),
        nodes_(nodes),
        agreement_(agreement),
        problems_(problems),
        function_(function_table()[node.slot]) {}

  std::optional<Type> run() {
    const std::size_t count = node_.operands.size();
    if (count < function_.least_arguments || count > function_.most_arguments) {
      report(codes::argument_count,
             fmt::format("{} takes {}, not {}", function_.name, count_of(function_), count),
             {node_.operator_span, heading(function_)});
      problems_.back().remarks.push_back({"example", std::string(function_.example)});
      return std::nullopt;
    }
    for (std::size_t i = 0; i < count; ++i) check_kind(i);
    if (failed_) return std::nullopt;
    const auto dimension = result();
    return dimension && !failed_ ? std::optional(Type{*dimension, false}) : std::nullopt;
  }

 private:
  [[nodiscard]] const Inferred& inferred(std::size_t i) const { return nodes_[node_.operands[i]]; }
  [[nodiscard]] const Dimension& dimension(std::size_t i) const { return inferred(i).type->dimension; }
  [[nodiscard]] const Node& argument(std::size_t i) const { return formula_.nodes[node_.operands[i]]; }
  [[nodiscard]] std::size_t first() const { return function_.condition_first ? 1 : 0; }
  [[nodiscard]] std::string place(std::size_t i) const {
    return fmt::format("argument {} ({})", i + 1, parameter_name(function_, i));
  }

  void report(std::string_view code, std::string message, const base::Label& primary) {
    problems_.push_back(base::problem(std::string(code), std::move(message), primary.span, primary.text));
    failed_ = true;
  }

  /// A truth for the condition, a quantity for everything else.
  void check_kind(std::size_t i) {
    if (!inferred(i).type) {
      failed_ = true;
    } else if (i < first() && !inferred(i).is_truth()) {
      problems_.push_back(truth_needed(argument(i), *inferred(i).type));
      failed_ = true;
    } else if (i >= first() && inferred(i).is_truth()) {
      problems_.push_back(quantity_needed(argument(i)));
      failed_ = true;
    }
  }

  std::optional<Dimension> result() {
    switch (function_.rule) {
      case Rule::typed:
        return typed();
      case Rule::alike:
        return alike();
      case Rule::rounding:
        return rounding();
      case Rule::root:
        return root();
      case Rule::plain:
        for (std::size_t i = 0; i < node_.operands.size(); ++i) expect(i, {});
        return Dimension{};
    }
    return std::nullopt;
  }

  void expect(std::size_t i, const Dimension& expected) {
    if (inferred(i).is_zero || agreement_.agree(expected, dimension(i), argument(i).span)) return;
    report(codes::argument_dimension,
           fmt::format("{} takes {} as {}, not {}", function_.name, noun(expected), place(i),
                       noun(dimension(i))),
           {argument(i).span, label(dimension(i))});
    base::Diagnostic& problem = problems_.back();
    problem.secondary.push_back({node_.operator_span, heading(function_)});
    mark_declaration(problem, argument(i), scope_);
    const Dimension wanted = agreement_.relevant(expected);
    const Dimension given = agreement_.relevant(dimension(i));
    problem.remarks.push_back(factors({"expected", wanted}, {"actual", given}));
    if (const auto fix = certain_fix("the argument", given, wanted))
      problem.remarks.push_back({"help", *fix});
  }

  std::optional<Dimension> typed() {
    for (std::size_t i = 0; i < node_.operands.size(); ++i) {
      const Parameter& parameter = function_.signature->parameters[i];
      if (!parameter.is_count) {
        expect(i, parameter.dimension);
      } else if (!dimension(i).is_count()) {
        report(codes::argument_dimension,
               fmt::format("{} takes a count as {}, not {}", function_.name, place(i), noun(dimension(i))),
               {argument(i).span, label(dimension(i))});
        problems_.back().secondary.push_back({node_.operator_span, heading(function_)});
        mark_declaration(problems_.back(), argument(i), scope_);
      }
    }
    return function_.signature->result;
  }

  std::optional<Dimension> alike() {
    std::size_t model = first();
    while (model + 1 < node_.operands.size() && inferred(model).is_zero) ++model;
    for (std::size_t i = first(); i < node_.operands.size(); ++i) {
      if (inferred(i).is_zero || agreement_.agree(dimension(model), dimension(i), node_.operator_span))
        continue;
      report(codes::argument_dimension,
             fmt::format("{} takes quantities of one dimension, not {} and {}", function_.name,
                         noun(dimension(model)), noun(dimension(i))),
             {argument(i).span, label(dimension(i))});
      base::Diagnostic& problem = problems_.back();
      problem.secondary.push_back({argument(model).span, label(dimension(model))});
      mark_declaration(problem, argument(model), scope_);
      mark_declaration(problem, argument(i), scope_);
      const std::string model_title = fmt::format("argument {}", model + 1);
      const std::string title = fmt::format("argument {}", i + 1);
      const Dimension wanted = agreement_.relevant(dimension(model));
      const Dimension given = agreement_.relevant(dimension(i));
      problem.remarks.push_back(factors({model_title, wanted}, {title, given}));
      if (const auto fix = certain_fix(title, given, wanted)) problem.remarks.push_back({"help", *fix});
    }
    return dimension(model);
  }

  std::optional<Dimension> rounding() {
    if (node_.operands.size() == 2) {
      if (!inferred(0).is_zero) expect(1, dimension(0));
      return inferred(0).is_zero ? dimension(1) : dimension(0);
    }
    if (dimension(0).is_count()) return dimension(0);
    report(codes::rounding_unit,
           fmt::format("{} needs a unit to round {} to", function_.name, noun(dimension(0))),
           {argument(0).span, label(dimension(0))});
    problems_.back().secondary.push_back({node_.operator_span, heading(function_)});
    mark_declaration(problems_.back(), argument(0), scope_);
    problems_.back().remarks.push_back({"help", fmt::format("name the unit as in {}", function_.example)});
    return std::nullopt;
  }

  std::optional<Dimension> root() {
    if (const auto exact = units::root(dimension(0))) return exact;
    const Dimension plain = agreement_.relevant(dimension(0));
    const auto without_counts = units::root(plain);
    if (without_counts && agreement_.agree(dimension(0), plain, argument(0).span)) return without_counts;
    report(codes::argument_dimension,
           fmt::format("{} of {} has no whole exponents", function_.name, noun(dimension(0))),
           {argument(0).span, label(dimension(0))});
    return std::nullopt;
  }

  const Formula& formula_;
  const Scope& scope_;
  const Node& node_;
  std::span<const Inferred> nodes_;
  Agreement& agreement_;
  std::vector<base::Diagnostic>& problems_;
  const Function& function_;
  bool failed_ = false;
};

}  // namespace

std::optional<Type> check_call(const Formula& formula, const Scope& scope, const Node& call,
                               std::span<const Inferred> nodes, Agreement& agreement,
                               std::vector<base::Diagnostic>& problems) {
  return Call(formula, scope, call, nodes, agreement, problems).run();
}

void mark_declaration(base::Diagnostic& diagnostic, const Node& node, const Scope& scope) {
  if (node.operation != Operation::name) return;
  const Name& name = scope.names[node.slot];
  if (name.declared.empty()) return;
  diagnostic.secondary.push_back(
      {name.declared, fmt::format("'{}' is {}", name.name, label(name.dimension))});
}

base::Diagnostic quantity_needed(const Node& node) {
  return base::problem(std::string(codes::quantity_needed), "a quantity is needed here, not a comparison",
                       node.span, "true or false");
}

base::Diagnostic truth_needed(const Node& node, const Type& actual) {
  return base::problem(std::string(codes::truth_needed), "a comparison is needed here, not a quantity",
                       node.span, label(actual.dimension));
}

}  // namespace reckon::formula
