// SPDX-License-Identifier: MIT
// Whole models over columns, judged by model::run: every model of the catalogue, and one made for failures.
#include "formula/batch.hpp"

#include "model/batch.hpp"
#include "sample.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

namespace reckon::model {
namespace {

using test::catalogue;

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// Fails in some rows, leaves failures out in others, and has an input that is open unless it varies.
constexpr const char* hazards = R"yaml(model: hazards
title: Hazards
about: Quotients that fail, and what leaves them out or does not.
inputs:
  whole: {unit: B, default: 6 B, source: {title: Test, checked: 2026-11}}
  parts: {unit: node, default: 2 node, source: {title: Test, checked: 2026-11}}
  extra: {unit: node}
outputs:
  share: {unit: B/node, is: whole / parts, kind: identity}
  safe: {unit: B/node, is: "if(parts > 0 node, whole / parts, 0 B/node)", kind: identity}
  careless: {unit: B/node, is: "if(parts > 0 node, share, 0 B/node)", kind: identity}
  pieces: {unit: node, is: "ceil(whole / 4 B) * 1 node", kind: need}
  more: {unit: node, is: "if(parts > 0 node, parts, parts + extra)", kind: need}
  same: {unit: B, is: 3 * 5 B, kind: identity}
checks:
  small: {require: share < 4 B/node, severity: error, say: "{share}"}
  counted: {require: share < 4 B/node, when: parts > 0 node, severity: error, say: "{share}"}
  lazy: {require: "parts == 0 node or share < 4 B/node", severity: error, say: "{share}"}
  spare: {require: extra < parts, severity: error, say: "{extra}"}
)yaml";

/// Numbers in sequence, spread evenly between 0 and 1 (the golden ratio's multiples).
class Spread {
 public:
  double next() {
    at_ += 0.6180339887498949;
    at_ -= std::floor(at_);
    return at_;
  }

 private:
  double at_ = 0.0;
};

/// Mostly inside the plausible range, at times zero, a whole number, or far too much.
double sample(const Slot& slot, Spread& spread) {
  const double kind = spread.next();
  if (kind < 0.05) return 0.0;
  if (kind < 0.1) return 1e200;
  const double middle = slot.fallback.value_or(1.0);
  const Range range = slot.range.value_or(Range{middle / 10.0, middle * 10.0});
  const double value = range.low + (range.high - range.low) * spread.next();
  return kind < 0.5 ? std::round(value) : value;
}

using Columns = std::vector<std::vector<double>>;

Columns run_batch(const Batch& batch, const Columns& inputs, std::size_t rows, std::size_t block,
                  formula::KernelSet kernels) {
  Columns results(batch.program.outputs, std::vector<double>(rows));
  std::vector<const double*> in;
  std::vector<double*> out;
  for (const auto& values : inputs) in.push_back(values.data());
  for (auto& values : results) out.push_back(values.data());
  formula::Workspace workspace(block);
  formula::run(batch.program, in, out, rows, workspace, kernels);
  return results;
}

/// 1 where the check applies and fails, 0 where not, NaN where nobody can say.
double fires(const Run& run, const Check& check) {
  const auto applies = check.when ? evaluate_at(run, *check.when) : std::optional(1.0);
  if (!applies) return none;
  if (*applies == 0.0) return 0.0;
  const auto holds = evaluate_at(run, check.require);
  return holds ? 1.0 - *holds : none;
}

/// What model::run and the checks give for one row: outputs, then checks.
std::vector<double> expected_row(const Model& model, const Scenario& scenario, const Batch& batch,
                                 const std::vector<double>& values) {
  const Run run = run_row(model, scenario, batch.varied, values);
  std::vector<double> out;
  for (const SlotId id : batch.outputs) out.push_back(run.outcomes[id].value.value_or(none));
  for (const std::size_t check : batch.checks) out.push_back(fires(run, model.checks[check]));
  return out;
}

void check_against_scalar(const Model& model, const Scenario& scenario, const std::vector<SlotId>& varied,
                          std::size_t rows) {
  std::vector<SlotId> outputs;
  for (SlotId id = 0; id < model.slots.size(); ++id) outputs.push_back(id);
  const Batch batch = compile_batch(model, scenario, varied, outputs, all_checks(model));
  Spread spread;
  Columns inputs;
  for (const SlotId id : varied) {
    auto& values = inputs.emplace_back();
    for (std::size_t row = 0; row < rows; ++row) values.push_back(sample(model.slot(id), spread));
  }
  std::vector<std::vector<double>> expected;
  for (std::size_t row = 0; row < rows; ++row) {
    std::vector<double> values;
    for (const auto& column : inputs) values.push_back(column[row]);
    expected.push_back(expected_row(model, scenario, batch, values));
  }
  for (const auto kernels :
       {formula::KernelSet::baseline, formula::KernelSet::avx2, formula::KernelSet::avx512}) {
    if (!formula::is_supported(kernels)) continue;
    for (const std::size_t block : {std::size_t{64}, std::size_t{1024}}) {
      const Columns results = run_batch(batch, inputs, rows, block, kernels);
      for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t i = 0; i < results.size(); ++i) {
          if (std::bit_cast<std::uint64_t>(results[i][row]) == std::bit_cast<std::uint64_t>(expected[row][i]))
            continue;
          const std::string what = i < outputs.size() ? model.slot(outputs[i]).name
                                                      : model.checks[batch.checks[i - outputs.size()]].id;
          FAIL(fmt::format("{}: {} in row {} is {}, not {}", model.id, what, row, results[i][row],
                           expected[row][i]));
        }
      }
    }
  }
}

struct Hazards {
  test::Shelf shelf{test::Texts{{"hazards", hazards}}};
  const Model& model = shelf.model("hazards");

  [[nodiscard]] SlotId slot(const char* name) const { return test::slot(model, name); }
};

}  // namespace

TEST_CASE("every model of the catalogue gives the numbers of a run, row by row and bit for bit") {
  for (const std::string& id : catalogue().library.ids()) {
    const Model& model = catalogue().model(id);
    std::vector<SlotId> varied;
    for (SlotId slot = 0; slot < model.slots.size(); ++slot) {
      if (model.slot(slot).kind == SlotKind::input) varied.push_back(slot);
    }
    check_against_scalar(model, test::scenario(model, {}), varied, 150);
    // Half of them, so that the others are constants or open; and with them something that is computed.
    std::vector<SlotId> half;
    for (std::size_t i = 0; i < varied.size(); i += 2) half.push_back(varied[i]);
    if (!model.order.empty()) half.push_back(model.order[model.order.size() / 2]);
    check_against_scalar(model, test::scenario(model, {}), half, 70);
  }
}

TEST_CASE("failures and what leaves them out are those of a run") {
  const Hazards h;
  const Scenario scenario = test::scenario(h.model, {});
  const SlotId parts = h.slot("parts");
  check_against_scalar(h.model, scenario, {parts}, 300);
  check_against_scalar(h.model, scenario, {parts, h.slot("whole"), h.slot("extra")}, 300);
  check_against_scalar(h.model, scenario, {parts, h.slot("share")}, 300);
  check_against_scalar(h.model, test::scenario(h.model, {{"parts", "0 node"}}), {h.slot("whole")}, 50);

  const Batch batch = compile_batch(
      h.model, scenario, {parts}, {h.slot("safe"), h.slot("careless"), h.slot("more")}, all_checks(h.model));
  const Columns results = run_batch(batch, {{0.0, 1.0, 2.0}}, 3, 64, formula::KernelSet::baseline);
  const auto shown = [&](std::size_t i) {
    return fmt::format("{} {} {}", results[i][0], results[i][1], results[i][2]);
  };
  CHECK(shown(0) == "0 6 3");
  CHECK(shown(1) == "nan 6 3");      // names a slot that failed
  CHECK(shown(2) == "nan nan nan");  // names a slot that is open
  CHECK(shown(3) == "nan 1 0");
  CHECK(shown(4) == "0 1 0");
  CHECK(shown(5) == "nan 1 0");
  CHECK(shown(6) == "nan nan nan");
}

TEST_CASE("a row again tells why it cannot be computed") {
  const Hazards h;
  const Scenario scenario = test::scenario(h.model, {});
  const Run again = run_row(h.model, scenario, std::array{h.slot("parts")}, std::array{0.0});
  const auto& failure = again.outcomes[h.slot("share")].failure;
  REQUIRE(failure.has_value());
  CHECK(failure->message == "division by zero");
  CHECK(again.outcomes[h.slot("more")].missing == std::vector{h.slot("extra")});
}

TEST_CASE("a program has nothing in it that its outputs do not need, and nothing that does not vary") {
  const Hazards h;
  const Scenario scenario = test::scenario(h.model, {});
  const auto size = [&](const std::vector<SlotId>& varied, const char* output) {
    return compile_batch(h.model, scenario, varied, {h.slot(output)}).program.code.size();
  };
  const std::vector<SlotId> parts{h.slot("parts")};
  CHECK(size(parts, "share") == 2);  // divide, store
  CHECK(size(parts, "same") == 1);
  CHECK(size(parts, "pieces") == 1);
  CHECK(size({h.slot("whole")}, "pieces") == 3);  // divide and round up, multiply, store
}

}  // namespace reckon::model
