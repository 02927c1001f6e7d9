// SPDX-License-Identifier: MIT
#include "units/print.hpp"

#include <cmath>

#include <fmt/format.h>

namespace reckon::units {
namespace {
std::string group(std::string s) {
  const std::size_t dot = std::min(s.find('.'), s.size());
  const std::size_t start = s.starts_with('-') ? 1 : 0;
  if (s.find('e') != std::string::npos || dot - start < 5) return s;
  for (std::size_t i = dot; i > start + 3;) {
    i -= 3;
    s.insert(i, ",");
  }
  return s;
}
}  // namespace
std::string print_number(double v, bool grouped) {
  std::string s = fmt::format("{}", v);
  if (s.ends_with(".0")) s.resize(s.size() - 2);
  return grouped ? group(s) : s;
}
std::string print_rounded(double v, int digits) {
  if (v == 0 || !std::isfinite(v)) return fmt::format("{}", v);
  const double a = std::fabs(v);
  if (a >= 1e16 || a < 1e-6) return fmt::format("{:.{}g}", v, digits);
  const int ex = static_cast<int>(std::floor(std::log10(a)));
  int dec = std::max(0, digits - 1 - ex);
  std::string s = fmt::format("{:.{}f}", v, dec);
  if (dec > 0) {
    while (s.ends_with('0')) s.pop_back();
    if (s.ends_with('.')) s.pop_back();
  }
  return group(s);
}
static std::string join(const std::string& n, std::string_view u) { return u.empty() || u == "1" ? n : fmt::format("{} {}", n, u); }
std::string print_in(double b, std::string_view u) { return join(print_number(b / read_unit(u)->factor), u); }
std::string print_rounded_in(double b, std::string_view u, int d) {
  auto unit = read_unit(u);
  return join(print_rounded(b / (unit ? unit->factor : 1.0), d), u);
}
std::string human_unit(const Quantity& q) {
  const auto& d = q.dimension;
  const double a = std::fabs(q.value);
  const int t = d.of(Axis::time);
  const int b = d.of(Axis::data);
  std::string rest = symbol(d.without_counts().is_dimensionless() ? d : d);
  if (b == 1) {
    Dimension other = d / axis(Axis::data);
    const char* p = a >= 1e15 ? "PB" : a >= 1e12 ? "TB" : a >= 1e9 ? "GB" : a >= 1e6 ? "MB" : a >= 1e3 ? "KB" : "B";
    std::string s = symbol(other);
    return other.is_dimensionless() ? p : s.starts_with("1/") ? fmt::format("{}/{}", p, s.substr(2)) : fmt::format("{}·{}", p, s);
  }
  if (t == 1) {
    Dimension other = d / axis(Axis::time);
    const char* p = a >= 86400 * 2 ? "days" : a >= 7200 ? "h" : a >= 120 ? "min" : a >= 1 ? "s" : a >= 1e-3 ? "ms" : a >= 1e-6 ? "µs" : "ns";
    std::string s = symbol(other);
    return other.is_dimensionless() ? p : s.starts_with("1/") ? fmt::format("{}/{}", p, s.substr(2)) : fmt::format("{}·{}", p, s);
  }
  return d.is_dimensionless() ? "" : rest;
}
std::string print_human(const Quantity& q, int digits) { return print_rounded_in(q.value, human_unit(q), digits); }
std::string print(const Quantity& q) { return join(print_number(q.value), symbol(q.dimension)); }
}  // namespace reckon::units
