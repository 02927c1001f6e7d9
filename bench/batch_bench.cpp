// SPDX-License-Identifier: MIT
// The batch engine on a model of 30 operations, beside what it could be at best and what it replaces, all in
// one run on the same columns and compared bit for bit first: a loop written by hand for this very model, the
// same loop without vector instructions, a bytecode interpreter that goes row by row, and the scalar
// evaluator. `cached` is one block again and again, `streamed` is four million rows. Only the ratios mean
// anything on another machine: `to_hand` at most 2, `interpreter` at least 15.
//
// That the loops by hand are vectorised is told by `by_hand_plain`, and by the compiler:
//     g++ -O3 -fno-math-errno -fno-trapping-math -ffp-contract=off -fopt-info-vec ... bench/batch_bench.cpp
#include "model/batch.hpp"
#include "model/library.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <cmath>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace reckon;
using formula::KernelSet;

constexpr const char* plan_model = R"yaml(model: plan
title: Plan
about: Thirty operations, of which five divide and three of these round up.
inputs:
  rate: {unit: request/s}
  cpu_time: {unit: s*core/request}
  utilisation: {unit: "1"}
  payload: {unit: B/request}
  memory_per_core: {unit: B/core}
  retention: {unit: s}
  replicas: {unit: "1"}
  growth: {unit: "1"}
  cores_per_node: {unit: core/node}
  price: {unit: USD/node/s}
outputs:
  peak: {unit: request/s, is: rate * (1 + growth), kind: identity}
  busy: {unit: core, is: peak * cpu_time, kind: identity}
  cores: {unit: core, is: ceil(busy / utilisation), kind: need}
  spare: {unit: core, is: "max(cores, busy * 1.5 + 2 core)", kind: need}
  compute_nodes: {unit: node, is: "ceil(spare / cores_per_node)", kind: need}
  memory: {unit: B, is: spare * memory_per_core + 1 GB, kind: need}
  ingest: {unit: B/s, is: peak * payload, kind: identity}
  stored: {unit: B, is: ingest * retention * replicas * 1.1, kind: need}
  disk_nodes: {unit: node, is: "ceil(stored / (10 TB/node))", kind: need}
  nodes: {unit: node, is: "max(compute_nodes, disk_nodes, 3 node)", kind: need}
  cost: {unit: USD/s, is: "nodes * price + stored * 0.00000001 USD/GB/s + ingest * 0.02 USD/GB", kind: identity}
  per_request: {unit: USD/request, is: cost / rate, kind: identity}
  room: {unit: core, is: "min(nodes * cores_per_node - busy, 10000 core)", kind: identity}
)yaml";

constexpr std::array input_names{"rate",      "cpu_time", "utilisation", "payload",        "memory_per_core",
                                 "retention", "replicas", "growth",      "cores_per_node", "price"};
constexpr std::array output_names{"nodes", "memory", "cost", "per_request", "room"};
constexpr std::size_t inputs = input_names.size();
constexpr std::size_t outputs = output_names.size();
constexpr std::size_t operations = 30;

using Columns = std::vector<std::vector<double>>;

/// `ceil` of a number that is not negative and below 5e8, with its tolerance.
[[gnu::always_inline]] inline double ceiling(double x) {
  const double above = std::ceil(x);
  const double below = above - 1.0;
  return x - below <= 1e-9 * x ? below : above;
}
[[gnu::always_inline]] inline double larger(double a, double b) {
  return a < b ? b : a;
}

/// The model as one would write it who has nothing else to do. Nothing may fail.
[[gnu::always_inline]] inline void plan(
    const double* __restrict rate, const double* __restrict cpu_time, const double* __restrict utilisation,
    const double* __restrict payload, const double* __restrict memory_per_core,
    const double* __restrict retention, const double* __restrict replicas, const double* __restrict growth,
    const double* __restrict cores_per_node, const double* __restrict price, double* __restrict nodes_out,
    double* __restrict memory_out, double* __restrict cost_out, double* __restrict per_request_out,
    double* __restrict room_out, std::size_t rows) {
  const double per_stored = 0.00000001 / 1e9;
  const double per_sent = 0.02 / 1e9;
  for (std::size_t i = 0; i < rows; ++i) {
    const double peak = rate[i] * (1.0 + growth[i]);
    const double busy = peak * cpu_time[i];
    const double cores = ceiling(busy / utilisation[i]);
    const double spare = larger(cores, busy * 1.5 + 2.0);
    const double compute_nodes = ceiling(spare / cores_per_node[i]);
    const double ingest = peak * payload[i];
    const double stored = ingest * retention[i] * replicas[i] * 1.1;
    const double disk_nodes = ceiling(stored / 10e12);
    const double nodes = larger(larger(compute_nodes, disk_nodes), 3.0);
    const double cost = nodes * price[i] + stored * per_stored + ingest * per_sent;
    const double left = nodes * cores_per_node[i] - busy;
    nodes_out[i] = nodes;
    memory_out[i] = spare * memory_per_core[i] + 1e9;
    cost_out[i] = cost;
    per_request_out[i] = cost / rate[i];
    room_out[i] = 10000.0 < left ? 10000.0 : left;
  }
}

using Plan = void(std::span<const double* const> in, std::span<double* const> out, std::size_t rows);

[[gnu::always_inline]] inline void plan_of(std::span<const double* const> in, std::span<double* const> out,
                                           std::size_t rows) {
  plan(in[0], in[1], in[2], in[3], in[4], in[5], in[6], in[7], in[8], in[9], out[0], out[1], out[2], out[3],
       out[4], rows);
}

void by_hand_baseline(std::span<const double* const> in, std::span<double* const> out, std::size_t rows) {
  plan_of(in, out, rows);
}
#if defined(__x86_64__)
[[gnu::target("avx2")]] void by_hand_avx2(std::span<const double* const> in, std::span<double* const> out,
                                          std::size_t rows) {
  plan_of(in, out, rows);
}
[[gnu::target("avx512f,avx512dq,avx512vl")]] void by_hand_avx512(std::span<const double* const> in,
                                                                 std::span<double* const> out,
                                                                 std::size_t rows) {
  plan_of(in, out, rows);
}
#else
constexpr Plan* by_hand_avx2 = by_hand_baseline;
constexpr Plan* by_hand_avx512 = by_hand_baseline;
#endif

Plan* by_hand(KernelSet kernels) {
  switch (kernels) {
    case KernelSet::baseline:
      return by_hand_baseline;
    case KernelSet::avx2:
      return by_hand_avx2;
    case KernelSet::avx512:
      return by_hand_avx512;
  }
  return by_hand_baseline;
}

/// The same program as bytecode: three-address instructions over one array of numbers, row by row.
class Interpreter {
 public:
  explicit Interpreter(const formula::Program& program) {
    cells_.resize(program.inputs + program.registers);
    const auto place = [&](const formula::Operand& operand) {
      switch (operand.kind) {
        case formula::Operand::Kind::constant:
          cells_.push_back(operand.number);
          return static_cast<std::uint32_t>(cells_.size() - 1);
        case formula::Operand::Kind::input:
          return operand.index;
        case formula::Operand::Kind::computed:
          return program.inputs + operand.index;
      }
      return std::uint32_t{0};
    };
    for (const formula::Instruction& i : program.code) {
      const bool stores = i.action == formula::Action::store;
      code_.push_back({i.action, stores ? i.target : program.inputs + i.target, place(i.operands.front()),
                       place(i.operands.back())});
    }
  }

  void run(std::span<const double* const> in, std::span<double* const> out, std::size_t rows) {
    for (std::size_t row = 0; row < rows; ++row) {
      for (std::size_t i = 0; i < in.size(); ++i) cells_[i] = in[i][row];
      for (const Code& code : code_) {
        const double a = cells_[code.a];
        const double b = cells_[code.b];
        if (code.action == formula::Action::store) {
          out[code.target][row] = a;
        } else {
          cells_[code.target] = apply(code.action, a, b);
        }
      }
    }
  }

 private:
  struct Code {
    formula::Action action;
    std::uint32_t target;
    std::uint32_t a;
    std::uint32_t b;
  };

  [[gnu::always_inline]] static double apply(formula::Action action, double a, double b) {
    switch (static_cast<int>(action)) {
      case static_cast<int>(formula::Action::add):
        return a + b;
      case static_cast<int>(formula::Action::subtract):
        return a - b;
      case static_cast<int>(formula::Action::multiply):
        return a * b;
      case static_cast<int>(formula::Action::divide):
        return a / b;
      case static_cast<int>(formula::Action::lesser):
        return b < a ? b : a;
      case static_cast<int>(formula::Action::greater):
        return a < b ? b : a;
      case static_cast<int>(formula::Action::divide_round_up):
        return ceiling(a / b);
      default:
        throw std::logic_error("the model has an operation that the interpreter lacks");
    }
  }

  std::vector<Code> code_;
  std::vector<double> cells_;
};

/// The model, its program, and columns of values within reason.
class Desk {
 public:
  explicit Desk(std::size_t rows) : rows_(rows), library_(sources_, {{"models/plan.yaml", plan_model}}) {
    model_ = library_.find("plan");
    if (model_ == nullptr) throw std::runtime_error(base::render(library_.problems().front(), sources_));
    for (const char* name : input_names) varied_.push_back(model::find_slot(*model_, name).value());
    std::vector<model::SlotId> wanted;
    for (const char* name : output_names) wanted.push_back(model::find_slot(*model_, name).value());
    batch_ = model::compile_batch(*model_, model::Scenario(model_->slots.size()), varied_, wanted);
    constexpr std::array<std::pair<double, double>, inputs> ranges{{{1e3, 1e6},
                                                                    {1e-5, 1e-2},
                                                                    {0.3, 1.0},
                                                                    {100.0, 1e5},
                                                                    {1e9, 8e9},
                                                                    {3600.0, 2.6e6},
                                                                    {1.0, 3.0},
                                                                    {0.0, 0.5},
                                                                    {4.0, 64.0},
                                                                    {1e-5, 1e-3}}};
    double spread = 0.5;
    for (const auto& [low, high] : ranges) {
      auto& column = columns_.emplace_back();
      for (std::size_t row = 0; row < rows; ++row) {
        spread += 0.6180339887498949;
        spread -= std::floor(spread);
        column.push_back(low + (high - low) * spread);
      }
      in_.push_back(column.data());
    }
  }

  [[nodiscard]] const formula::Program& program() const { return batch_.program; }
  [[nodiscard]] std::size_t rows() const { return rows_; }
  [[nodiscard]] std::span<const double* const> in() const { return in_; }

  /// The scalar evaluator: each output's formulas, row by row.
  void evaluate(std::span<double* const> out) const {
    std::vector<double> values(model_->slots.size());
    for (std::size_t row = 0; row < rows_; ++row) {
      for (std::size_t i = 0; i < inputs; ++i) values[varied_[i]] = columns_[i][row];
      for (const model::SlotId id : model_->order) {
        values[id] = formula::evaluate(model_->slot(id).formula, values).number;
      }
      for (std::size_t i = 0; i < outputs; ++i) out[i][row] = values[batch_.outputs[i]];
    }
  }

 private:
  std::size_t rows_;
  base::Sources sources_;
  model::Library library_;
  const model::Model* model_ = nullptr;
  std::vector<model::SlotId> varied_;
  model::Batch batch_;
  Columns columns_;
  std::vector<const double*> in_;
};

/// Output columns of one contestant.
class Results {
 public:
  explicit Results(std::size_t rows) : columns_(outputs, std::vector<double>(rows, -1.0)) {
    for (auto& column : columns_) out_.push_back(column.data());
  }
  [[nodiscard]] std::span<double* const> out() const { return out_; }
  [[nodiscard]] bool same(const Results& other) const {
    for (std::size_t i = 0; i < outputs; ++i) {
      const auto bits = [](double a, double b) {
        return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
      };
      const auto& a = columns_[i];
      if (!std::equal(a.begin(), a.end(), other.columns_[i].begin(), bits)) return false;
    }
    return true;
  }

 private:
  Columns columns_;
  std::vector<double*> out_;
};

double seconds(const std::function<void()>& work, std::size_t times) {
  const auto begin = std::chrono::steady_clock::now();
  for (std::size_t i = 0; i < times; ++i) work();
  benchmark::ClobberMemory();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() /
         static_cast<double>(times);
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

/// All contestants in turn, again and again, so that a slow moment of the machine meets them all.
void contest(benchmark::State& state, KernelSet kernels, std::size_t rows, bool with_slow_ones) {
  if (!formula::is_supported(kernels)) return state.SkipWithError("this processor has no such instructions");
  const Desk desk(rows);
  formula::Workspace workspace;
  Interpreter interpreter(desk.program());
  const Results batch(rows);
  const Results hand(rows);
  const Results bytecode(rows);
  const Results scalar(rows);
  const auto run_batch = [&] { run(desk.program(), desk.in(), batch.out(), rows, workspace, kernels); };
  const auto run_hand = [&] { by_hand(kernels)(desk.in(), hand.out(), rows); };
  const auto run_bytecode = [&] { interpreter.run(desk.in(), bytecode.out(), rows); };
  const auto run_scalar = [&] { desk.evaluate(scalar.out()); };
  run_batch();
  run_hand();
  run_bytecode();
  run_scalar();
  if (!batch.same(scalar) || !hand.same(scalar) || !bytecode.same(scalar)) {
    return state.SkipWithError("the results are not the same");
  }
  const std::size_t times = std::max<std::size_t>(1, 200'000 / rows);
  std::vector<double> of_batch, of_hand, of_bytecode, of_scalar;
  for (auto _ : state) {
    of_batch.push_back(seconds(run_batch, times));
    of_hand.push_back(seconds(run_hand, times));
    state.SetIterationTime(of_batch.back());
    if (!with_slow_ones) continue;
    of_bytecode.push_back(seconds(run_bytecode, std::max<std::size_t>(1, times / 20)));
    of_scalar.push_back(seconds(run_scalar, 1));
  }
  const double time = median(of_batch);
  state.counters["million_rows_a_second"] = static_cast<double>(rows) / time / 1e6;
  state.counters["hand_million_rows"] = static_cast<double>(rows) / median(of_hand) / 1e6;
  state.counters["to_hand"] = time / median(of_hand);
  if (!with_slow_ones) return;
  state.counters["interpreter"] = median(of_bytecode) / time;
  state.counters["scalar_evaluator"] = median(of_scalar) / time;
}

}  // namespace

BENCHMARK_CAPTURE(contest, cached_baseline, KernelSet::baseline, 1024, true)->Iterations(50)->UseManualTime();
BENCHMARK_CAPTURE(contest, cached_avx2, KernelSet::avx2, 1024, true)->Iterations(50)->UseManualTime();
BENCHMARK_CAPTURE(contest, cached_avx512, KernelSet::avx512, 1024, true)->Iterations(50)->UseManualTime();
BENCHMARK_CAPTURE(contest, streamed_best, formula::best_kernels(), 4'000'000, false)
    ->Iterations(20)
    ->UseManualTime();
