// SPDX-License-Identifier: MIT
#include "check/written_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

namespace reckon::check {
namespace {

/// splitmix64: small, and the same everywhere.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15ULL;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31U);
  }
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
  template <typename T, std::size_t Count>
  const T& of(const std::array<T, Count>& values) {
    return values[below(Count)];
  }
  bool chance(std::size_t percent) { return below(100) < percent; }

 private:
  std::uint64_t state_;
};

double rounded(double value, int digits) {
  if (value == 0.0) return 0.0;
  const double unit = std::pow(10.0, std::floor(std::log10(std::abs(value))) - digits + 1);
  return std::round(value / unit) * unit;
}

std::string grouped(double value) {
  std::string text = fmt::format("{:.0f}", value);
  for (std::size_t i = text.size(); i > 3;) {
    i -= 3;
    text.insert(i, ",");
  }
  return text;
}

std::string shortest(double value) {
  std::string text = fmt::format("{:.6g}", value);
  return text.find('e') == std::string::npos ? text : fmt::format("{:.0f}", value);
}

/// A quantity that a step gives: its number in the unit in which it is written, and the base value.
struct Value {
  double base = 0.0;    ///< in bytes, seconds, dollars, pieces
  std::string written;  ///< "3.24 GB"
  double number = 0.0;  ///< 3.24
  std::string unit;     ///< " GB"
};

struct Prefix {
  std::string_view unit;
  double factor;
};
constexpr std::array byte_units{Prefix{" PB", 1e15}, Prefix{" TB", 1e12}, Prefix{" GB", 1e9},
                                Prefix{" MB", 1e6},  Prefix{" KB", 1e3},  Prefix{" bytes", 1}};

class Writer {
 public:
  explicit Writer(std::uint64_t seed) : dice_(seed) {}

  WrittenPlan run() {
    scenario();
    put(fmt::format("# {}\n\n",
                    dice_.of(std::array<std::string_view, 4>{"Capacity plan", "Back-of-the-envelope estimate",
                                                             "Sizing", "Scale estimate"})));
    traffic();
    storage();
    compute();
    money();
    availability();
    close_table();
    return std::move(plan_);
  }

 private:
  // --- the system
  // -----------------------------------------------------------------------------------------------------

  void scenario() {
    users_ = dice_.of(std::array{2e6, 5e6, 12e6, 40e6, 100e6, 250e6});
    per_user_ = dice_.of(std::array{2.0, 4.0, 8.0, 15.0, 25.0, 60.0});
    size_ = dice_.of(std::array{120.0, 250.0, 500.0, 1e3, 2e3, 4e3, 20e3, 150e3});
    days_ = dice_.of(std::array{7.0, 14.0, 30.0, 90.0});
    copies_ = dice_.of(std::array{2.0, 3.0, 5.0});
    peak_ = dice_.of(std::array{2.0, 3.0, 4.0, 5.0});
    cpu_ms_ = dice_.of(std::array{2.0, 5.0, 12.0, 30.0});
    noun_ = dice_.of(
        std::array<std::string_view, 6>{"requests", "messages", "orders", "events", "writes", "searches"});
    times_ = dice_.of(std::array<std::string_view, 6>{" × ", " × ", " * ", " x ", " × ", " · "});
    over_ = dice_.of(std::array<std::string_view, 3>{" / ", " / ", " ÷ "});
    equals_ = dice_.of(std::array<std::string_view, 4>{" = ", " = ", " ≈ ", " = ~"});
  }

  void traffic() {
    heading("Traffic");
    const Value daily = count(users_ * per_user_, fmt::format(" {}/day", noun_));
    step("Daily " + std::string(noun_),
         fmt::format("{} users{}{} {} per user", write_number(users_), times_, shortest(per_user_), noun_),
         daily);
    const Value rate = count(daily.base / 86400, "/s", 4);
    step("Average rate", fmt::format("{}{}{}", magnitude(daily.base), over_, day_seconds()), rate, true);
    const Value peak = count(rate.base * peak_, "/s", 4);
    step("Peak rate", fmt::format("{}/s{}{}", write_number(rate.base), times_, shortest(peak_)), peak, true);
    peak_rate_ = peak.base;
    daily_ = daily.base;
    const Value flow = bytes(peak.base * size_, "/s");
    step("Ingress", fmt::format("{}/s{}{}", write_number(peak.base), times_, size_text()), flow, true);
    if (dice_.chance(50)) {
      const Value bits = bits_of(flow.base);
      step("Bandwidth", fmt::format("{}{}8", flow.written, times_), bits, true);
    }
    const double ms = dice_.of(std::array{20.0, 40.0, 80.0, 250.0});
    const Value flight = count(peak.base * ms / 1000, " in flight");
    step("Concurrency", fmt::format("{}/s{}{} ms", write_number(peak.base), times_, shortest(ms)), flight,
         true);
  }

  void storage() {
    heading("Storage");
    const Value day = bytes(daily_ * size_, "/day");
    step("Data per day", fmt::format("{} {}{}{}", magnitude(daily_), noun_, times_, size_text()), day, true);
    Value kept = bytes(day.base * days_, "");
    step("Retention", fmt::format("{}{}{} days", day.written, times_, shortest(days_)), kept, true);
    const Value stored = bytes(kept.base * copies_, "");
    step("With replication", fmt::format("{}{}{} replicas", kept.written, times_, shortest(copies_)), stored);
    stored_ = stored.base;
    if (dice_.chance(60)) {
      const Value hot = bytes(day.base * 0.2, "");
      step("Cache", fmt::format("20% of {}", without_period(day.written)), hot);
    }
    if (dice_.chance(40)) total(kept);
  }

  /// Parts and their sum, as a list or as a column.
  void total(const Value& kept) {
    const Value index = bytes(kept.base * 0.12, "");
    const Value logs = bytes(kept.base * 0.07, "");
    const Value sum = bytes(kept.base + index.base + logs.base, "");
    close_table();
    if (dice_.chance(50)) {
      put(fmt::format("\nIn all:\n\n- data: {}\n- index: {}\n- logs: {}\n- Total: ", kept.written,
                      index.written, logs.written));
      result(sum, "total", false);
      put("\n\n");
    } else {
      put(fmt::format(
          "\n| Part | Size |\n|---|---|\n| data | {} |\n| index | {} |\n| logs | {} |\n| Total | ",
          kept.written, index.written, logs.written));
      result(sum, "total", false);
      put(" |\n\n");
    }
  }

  void compute() {
    heading("Compute");
    const Value busy = count(peak_rate_ * cpu_ms_ / 1000, " cores");
    step("Busy cores", fmt::format("{}/s{}{} ms", write_number(peak_rate_), times_, shortest(cpu_ms_)), busy,
         true);
    const Value needed = count(busy.base / 0.7, " cores");
    step("Cores at 70% utilisation", fmt::format("{} cores{}0.7", write_number(busy.base), over_), needed);
    const double per_node = dice_.of(std::array{8.0, 16.0, 32.0});
    nodes_ = std::ceil(needed.base / per_node);
    step("Nodes",
         fmt::format("{} cores{}{} cores per node", write_number(needed.base), over_, shortest(per_node)),
         {nodes_, grouped(nodes_) + " nodes", nodes_, " nodes"});
    const double memory = dice_.of(std::array{32e9, 64e9, 128e9});
    const Value all = bytes(nodes_ * memory, "");
    step("Memory", fmt::format("{} nodes{}{:.0f} GB", grouped(nodes_), times_, memory / 1e9), all);
  }

  void money() {
    heading("Cost");
    const double per_gb = dice_.of(std::array{0.02, 0.023, 0.08, 0.1});
    const Value kept = dollars(stored_ / 1e9 * per_gb);
    step("Storage cost", fmt::format("{}{}${}/GB", bytes(stored_, "").written, times_, shortest(per_gb)),
         kept, false, true);
    const double per_million = dice_.of(std::array{0.2, 0.4, 1.0, 5.0});
    const Value calls = dollars(daily_ * 30 / 1e6 * per_million);
    step("Request cost",
         fmt::format("{}{}30{}${} per million", magnitude(daily_), times_, times_, shortest(per_million)),
         calls, false, true);
    const double per_hour = dice_.of(std::array{0.1, 0.34, 0.68, 1.2});
    const Value hours = dollars(nodes_ * per_hour * 730, "/month");
    step("Compute cost",
         fmt::format("{} nodes{}${}/hour{}730 hours", grouped(nodes_), times_, shortest(per_hour), times_),
         hours, true, true);
  }

  void availability() {
    heading("Availability");
    struct Nines {
      std::string_view share;
      double missing;
    };
    const Nines nines = dice_.of(
        std::array{Nines{"99.5%", 5e-3}, Nines{"99.9%", 1e-3}, Nines{"99.95%", 5e-4}, Nines{"99.99%", 1e-4}});
    const double minutes = rounded(nines.missing * 30 * 1440, 3);
    close_table();
    put(fmt::format("- {} = ", nines.share));
    result({minutes * 60, shortest(minutes) + " minutes", minutes, " minutes"}, "bullet", true);
    put(" of downtime a month\n\n");
  }

  // --- quantities
  // -----------------------------------------------------------------------------------------------------

  int digits() { return static_cast<int>(3 + dice_.below(2)); }

  static Value count(double base, std::string unit, int digits = 3) {
    const double number = rounded(base, digits);
    return {number, write_number(number) + unit, number, std::move(unit)};
  }
  Value bytes(double base, std::string_view period) {
    const auto* const unit = std::find_if(byte_units.begin(), byte_units.end(),
                                          [base](const Prefix& p) { return base >= p.factor; });
    const Prefix& prefix = unit == byte_units.end() ? byte_units.back() : *unit;
    const double number = rounded(base / prefix.factor, digits());
    std::string name = std::string(prefix.unit) + std::string(period);
    std::string written = shortest(number) + name;
    return {number * prefix.factor, std::move(written), number, std::move(name)};
  }
  Value bits_of(double bytes_a_second) {
    const double bits = bytes_a_second * 8;
    const bool giga = bits >= 1e9;
    const double number = rounded(bits / (giga ? 1e9 : 1e6), 3);
    const std::string unit = giga ? " Gbps" : " Mbps";
    return {number * (giga ? 1e9 : 1e6) / 8, shortest(number) + unit, number, unit};
  }
  static Value dollars(double base, const std::string& period = "") {
    const double number = base >= 1000 ? std::round(base) : rounded(base, 3);
    return {number, "$" + (number >= 1000 ? grouped(number) : shortest(number)) + period, number,
            "$" + period};
  }

  [[nodiscard]] std::string size_text() const {
    return size_ >= 1000 ? fmt::format("{} KB", shortest(size_ / 1000))
                         : fmt::format("{} bytes", shortest(size_));
  }
  std::string magnitude(double value) { return write_number(value); }
  std::string day_seconds() {
    return std::string(dice_.of(std::array<std::string_view, 4>{"86,400", "86400", "86,400 s", "86,400"}));
  }
  static std::string without_period(std::string text) {
    const std::size_t slash = text.find('/');
    return slash == std::string::npos ? text : text.substr(0, slash);
  }

  // --- forms
  // ----------------------------------------------------------------------------------------------------------

  void put(std::string_view text) { plan_.text += text; }

  void heading(std::string_view title) {
    close_table();
    put(fmt::format("## {}\n\n", title));
    form_ = dice_.of(std::array<std::string_view, 9>{"bullet", "bullet", "bold", "fence", "row", "sentence",
                                                     "result first", "latex", "nested"});
    if (form_ == "row") put("| Quantity | Calculation | Result |\n|---|---|---|\n");
    if (form_ == "fence") put("```\n");
  }
  void close_table() {
    if (form_ == "fence") put("```\n");
    if (form_ == "row" || form_ == "fence") put("\n");
    form_ = "bullet";
  }

  void result(const Value& value, std::string_view form, bool has_time, bool is_price = false) {
    PlanResult out;
    out.begin = plan_.text.size();
    put(value.written);
    out.end = plan_.text.size();
    out.number = value.number;
    out.unit = value.unit;
    out.form = form;
    out.is_data = value.unit.find('B') != std::string::npos || value.unit.find("bps") != std::string::npos;
    out.has_time = has_time;
    out.is_price = is_price;
    plan_.results.push_back(std::move(out));
  }

  void step(const std::string& label, const std::string& left, const Value& value, bool has_time = false,
            bool is_price = false) {
    const std::string_view form =
        form_ == "nested" && value.unit.find("/s") != std::string::npos ? "bullet" : form_;
    const std::string equals(equals_);
    if (form == "bullet") {
      put(fmt::format("- {}: {}{}", label, left, equals));
    } else if (form == "bold") {
      put(fmt::format("- **{}:** {}{}**", label, left, equals));
    } else if (form == "fence") {
      put(fmt::format("{:<26}{}{}", label + ":", left, equals));
    } else if (form == "row") {
      put(fmt::format("| {} | {} | ", label, left));
    } else if (form == "sentence") {
      put(fmt::format("For the {}, {}{}", lower(label), left, equals));
    } else if (form == "latex") {
      std::string formula = left;
      for (const std::string_view sign : {" × ", " * ", " x ", " · "}) replace(formula, sign, " \\times ");
      replace(formula, "$", "\\$");
      replace(formula, "%", "\\%");
      const bool plain = left.find('$') != std::string::npos || value.unit.find('$') != std::string::npos;
      if (plain) {
        put(fmt::format("- {}: {} = ", label, left));
      } else {
        put(fmt::format("$$ {} = ", formula));
      }
      result(value, "latex", has_time, is_price);
      put(plain ? "\n\n" : " $$\n\n");
      return;
    } else if (form == "result first") {
      put(fmt::format("- {}: ", label));
      result(value, form, has_time, is_price);
      put(fmt::format(" ({})\n", left));
      return;
    } else {
      put("- ");
      result(value, "nested", has_time, is_price);
      put(fmt::format(" ({})\n    - {}\n", lower(label), left));
      return;
    }
    result(value, form, has_time, is_price);
    put(form == "bold" ? "**\n" : form == "row" ? " |\n" : form == "sentence" ? ".\n\n" : "\n");
  }

  static std::string lower(std::string text) {
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
  }
  static void replace(std::string& text, std::string_view what, std::string_view by) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
      text.replace(at, what.size(), by);
  }

  Dice dice_;
  WrittenPlan plan_;
  std::string_view form_ = "bullet";
  double users_ = 0, per_user_ = 0, size_ = 0, days_ = 0, copies_ = 0, peak_ = 0, cpu_ms_ = 0;
  double daily_ = 0, peak_rate_ = 0, stored_ = 0, nodes_ = 0;
  std::string_view noun_, times_, over_, equals_;
};

}  // namespace

std::string write_number(double value) {
  if (value >= 1e9) return shortest(value / 1e9) + "B";
  if (value >= 1e6) return shortest(value / 1e6) + "M";
  if (value >= 1000) return grouped(value);
  return shortest(value);
}

WrittenPlan write_plan(std::uint64_t seed) {
  return Writer(seed).run();
}

}  // namespace reckon::check
