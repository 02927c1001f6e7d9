// SPDX-License-Identifier: MIT
#include "check/rewrites.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <functional>
#include <string_view>

namespace reckon::check {
namespace {

constexpr const char* no_break_space = "\xc2\xa0";

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    out.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

std::string joined(const std::vector<std::string>& lines, const char* terminator = "\n") {
  std::string out;
  for (const std::string& line : lines) out += line + terminator;
  return out;
}

/// Applies a change to every line outside fenced manifests and commands; `is_json` tells the fence's
/// language.
std::string in_prose(const std::string& text, bool json_too,
                     const std::function<std::string(const std::string&)>& change) {
  std::vector<std::string> lines = lines_of(text);
  bool inside = false;
  bool is_json = false;
  for (std::string& line : lines) {
    if (line.starts_with("```")) {
      is_json = line == "```json";
      inside = !inside;
      continue;
    }
    if (!inside || (is_json && json_too)) line = change(line);
  }
  return joined(lines);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// A number as it stands in a line, with the unit behind it.
struct Numeral {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string digits;  ///< without separators
  bool is_grouped = false;
  std::string unit;  ///< the word behind one blank, if any
};

Numeral numeral_at(const std::string& line, std::size_t at) {
  Numeral out{at, at, {}, false, {}};
  while (out.end < line.size()) {
    const char c = line[out.end];
    const bool more = out.end + 1 < line.size() && is_digit(line[out.end + 1]);
    const bool space = line.compare(out.end, 2, no_break_space) == 0 && out.end + 2 < line.size() &&
                       is_digit(line[out.end + 2]);
    if (space) {
      out.is_grouped = true;
      ++out.end;
    } else if (c == ',' && more) {
      out.is_grouped = true;
    } else if (is_digit(c) || (c == '.' && more)) {
      out.digits += c;
    } else {
      break;
    }
    ++out.end;
  }
  if (out.end < line.size() && line[out.end] == ' ') {
    std::size_t word = out.end + 1;
    while (word < line.size() &&
           (std::isalnum(static_cast<unsigned char>(line[word])) != 0 || line[word] == '/'))
      ++word;
    out.unit = line.substr(out.end + 1, word - out.end - 1);
  }
  return out;
}

/// Replaces numerals (and, when `with_unit`, the unit behind them) by what `change` makes of them; "" keeps.
std::string each_numeral(const std::string& line, bool with_unit,
                         const std::function<std::string(const Numeral&)>& change) {
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    const bool starts =
        is_digit(line[at]) && (at == 0 || (std::isalnum(static_cast<unsigned char>(line[at - 1])) == 0 &&
                                           line[at - 1] != '.' && line[at - 1] != '-'));
    if (!starts) {
      out += line[at++];
      continue;
    }
    const Numeral numeral = numeral_at(line, at);
    const std::string changed = change(numeral);
    const std::size_t end =
        numeral.end + (with_unit && !changed.empty() && !numeral.unit.empty() ? 1 + numeral.unit.size() : 0);
    out += changed.empty() ? line.substr(at, numeral.end - at) : changed;
    at = changed.empty() ? numeral.end : end;
  }
  return out;
}

std::string grouped(const std::string& digits, const std::string& separator) {
  const std::size_t whole = std::min(digits.find('.'), digits.size());
  std::string out;
  for (std::size_t i = 0; i < whole; ++i) {
    if (i > 0 && (whole - i) % 3 == 0) out += separator;
    out += digits[i];
  }
  return out + digits.substr(whole);
}

std::string without_separators(const std::string& text) {
  return in_prose(text, false, [](const std::string& line) {
    return each_numeral(line, false, [](const Numeral& n) { return n.is_grouped ? n.digits : ""; });
  });
}

std::string with_spaces(const std::string& text) {
  return in_prose(text, false, [](const std::string& line) {
    return each_numeral(
        line, false, [](const Numeral& n) { return n.is_grouped ? grouped(n.digits, no_break_space) : ""; });
  });
}

std::string with_magnitudes(const std::string& text) {
  return in_prose(text, true, [](const std::string& line) {
    return each_numeral(line, false, [](const Numeral& n) -> std::string {
      if (!n.is_grouped || n.unit == "ms" || n.unit == "s" || n.unit == "km" || n.unit == "bytes") return {};
      const double value = std::stod(n.digits);
      const bool millions = value >= 1e6;
      if (std::fmod(value, millions ? 1e3 : 1.0) != 0.0) return {};
      return millions ? fmt::format("{}M", value / 1e6) : fmt::format("{}K", value / 1e3);
    });
  });
}

struct SmallerUnit {
  const char* from;
  const char* to;
};

/// The same quantity in the next smaller unit: "16 GB" is "16,000 MB".
std::string in_smaller_units(const std::string& text, const std::vector<SmallerUnit>& units) {
  return in_prose(text, false, [&](const std::string& line) {
    return each_numeral(line, true, [&](const Numeral& n) -> std::string {
      for (const SmallerUnit& unit : units) {
        if (n.unit != unit.from) continue;
        return fmt::format("{} {}", grouped(fmt::format("{:.10g}", std::stod(n.digits) * 1000.0), ","),
                           unit.to);
      }
      return {};
    });
  });
}

std::string megabytes(const std::string& text) {
  return in_smaller_units(text, {{"GB", "MB"}, {"TB", "GB"}, {"MB/s", "KB/s"}});
}

std::string megabits(const std::string& text) {
  return in_smaller_units(text, {{"Gbps", "Mbps"}});
}

std::vector<std::string> cells_of(const std::string& row) {
  std::vector<std::string> out;
  for (std::size_t begin = 1; begin < row.size();) {
    const std::size_t end = std::min(row.find('|', begin), row.size());
    out.push_back(row.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

std::string each_row(const std::string& text,
                     const std::function<std::string(std::vector<std::string>)>& change) {
  return in_prose(text, false, [&](const std::string& line) {
    return line.starts_with('|') ? change(cells_of(line)) : line;
  });
}

/// The columns behind the first in reverse order.
std::string columns_swapped(const std::string& text) {
  return each_row(text, [](std::vector<std::string> cells) {
    if (cells.size() > 1) std::reverse(cells.begin() + 1, cells.end());
    std::string out = "|";
    for (const std::string& cell : cells) out += cell + '|';
    return out;
  });
}

std::string cells_padded(const std::string& text) {
  return each_row(text, [](std::vector<std::string> cells) {
    std::string out = "  |";
    for (const std::string& cell : cells) out += (cell.find("---") == 0 ? cell : "\t " + cell + "   ") + "|";
    return out;
  });
}

nlohmann::ordered_json reversed(const nlohmann::ordered_json& node) {
  if (!node.is_object()) return node;
  std::vector<std::pair<std::string, nlohmann::ordered_json>> members;
  for (const auto& [key, value] : node.items()) members.emplace_back(key, reversed(value));
  nlohmann::ordered_json out = nlohmann::ordered_json::object();
  for (auto member = members.rbegin(); member != members.rend(); ++member)
    out[member->first] = member->second;
  return out;
}

/// The JSON answer put through a change.
std::string each_json(const std::string& text,
                      const std::function<std::string(const nlohmann::ordered_json&)>& change) {
  const std::string opening = "```json\n";
  const std::size_t begin = text.find(opening);
  if (begin == std::string::npos) return text;
  const std::size_t body = begin + opening.size();
  const std::size_t end = text.find("\n```", body);
  const auto tree = nlohmann::ordered_json::parse(text.substr(body, end - body));
  return text.substr(0, body) + change(tree) + text.substr(end);
}

std::string keys_reversed(const std::string& text) {
  return each_json(text, [](const auto& tree) { return reversed(tree).dump(2); });
}

std::string tabs(const std::string& text) {
  return each_json(text, [](const auto& tree) { return tree.dump(1, '\t'); });
}

std::string one_line(const std::string& text) {
  return each_json(text, [](const auto& tree) { return tree.dump(); });
}

std::string carriage_returns(const std::string& text) {
  return joined(lines_of(text), "\r\n");
}

std::string stars_for_dashes(const std::string& text) {
  return in_prose(text, false, [](const std::string& line) {
    return line.starts_with("- ") ? "*   " + line.substr(2) : line;
  });
}

std::string ascii_signs(const std::string& text) {
  std::string out = text;
  const std::pair<std::string_view, std::string_view> signs[] = {
      {"×", "*"}, {"÷", "/"}, {"µ", "u"}, {"−", "-"}};
  return in_prose(out, true, [&](std::string line) {
    for (const auto& [from, to] : signs) {
      for (std::size_t at = line.find(from); at != std::string::npos; at = line.find(from, at + to.size()))
        line.replace(at, from.size(), to);
    }
    return line;
  });
}

}  // namespace

const std::vector<Rewrite>& rewrites() {
  static const std::vector<Rewrite> all{
      {"thousands without separators", without_separators},
      {"thousands set off by spaces", with_spaces},
      {"K and M for thousands and millions", with_magnitudes},
      {"MB for GB, GB for TB", megabytes},
      {"Mbps for Gbps", megabits},
      {"columns swapped", columns_swapped},
      {"cells padded", cells_padded},
      {"keys reversed", keys_reversed},
      {"JSON indented by tabs", tabs},
      {"JSON on one line", one_line},
      {"stars for dashes", stars_for_dashes},
      {"ASCII signs", ascii_signs},
      {"carriage returns", carriage_returns},
  };
  return all;
}

}  // namespace reckon::check
