// SPDX-License-Identifier: MIT
#include "units/lookup.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace reckon::units {
namespace {

struct Prefix {
  std::string_view symbol;
  std::string_view word;
  double factor;
  std::string_view family;  ///< which units take it
};

constexpr double ki = 1024.0;

constexpr std::array prefixes{
    Prefix{"k", "kilo", 1e3, "decimal"},         Prefix{"M", "mega", 1e6, "decimal"},          Prefix{"G", "giga", 1e9, "decimal"},
    Prefix{"T", "tera", 1e12, "decimal"},        Prefix{"P", "peta", 1e15, "decimal"},         Prefix{"E", "exa", 1e18, "decimal"},
    Prefix{"Ki", "kibi", ki, "binary"},          Prefix{"Mi", "mebi", ki* ki, "binary"},       Prefix{"Gi", "gibi", ki* ki* ki, "binary"},
    Prefix{"Ti", "tebi", ki* ki* ki* ki, "binary"}, Prefix{"Pi", "pebi", ki* ki* ki* ki* ki, "binary"}, Prefix{"Ei", "exbi", ki* ki* ki* ki* ki* ki, "binary"},
    Prefix{"m", "milli", 1e-3, "small"},         Prefix{"u", "micro", 1e-6, "small"},          Prefix{"\xc2\xb5", "", 1e-6, "small"},
    Prefix{"\xce\xbc", "", 1e-6, "small"},       Prefix{"n", "nano", 1e-9, "small"},           Prefix{"m", "milli", 1e-3, "milli"},
    Prefix{"k", "kilo", 1e3, "kilo"},            Prefix{"G", "giga", 1e9, "ethernet"},         Prefix{"Gig", "", 1e9, "ethernet"},
    Prefix{"M", "mega", 1e6, "ethernet"}};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

/// Words that are long and in lower case ignore case and take a plural.
bool is_word(std::string_view spelling) {
  return spelling.size() >= 3 && spelling != "bps" && std::all_of(spelling.begin(), spelling.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

class Spellings {
 public:
  Spellings() {
    for (const UnitRow& row : unit_table()) {
      add_all(row, row.symbol);
      std::string_view rest = row.spellings;
      while (!rest.empty()) {
        const std::size_t space = std::min(rest.find(' '), rest.size());
        add_all(row, rest.substr(0, space));
        rest.remove_prefix(std::min(space + 1, rest.size()));
      }
    }
    add_specials();
  }

  const Spelling* find(std::string_view word) const {
    if (const auto at = exact_.find(std::string(word)); at != exact_.end()) return &at->second;
    if (word.size() < 3) return nullptr;
    const auto at = words_.find(lower(word));
    return at == words_.end() ? nullptr : &at->second;
  }

 private:
  void add(const std::string& spelling, const Unit& unit, std::string_view note, bool word) {
    (word ? words_ : exact_).insert_or_assign(spelling, Spelling{unit, note, false});
  }

  void add_word(const std::string& spelling, const Unit& unit, std::string_view note) {
    add(spelling, unit, note, true);
    if (!spelling.ends_with('s')) add(spelling + 's', unit, note, true);
  }

  void add_all(const UnitRow& row, std::string_view spelling) {
    const bool word = is_word(spelling);
    if (word) {
      add_word(std::string(spelling), row.unit, row.note);
    } else {
      add(std::string(spelling), row.unit, row.note, false);
    }
    for (const Prefix& prefix : prefixes) {
      if (row.prefixes.find(prefix.family) == std::string_view::npos) continue;
      const Unit scaled{row.unit.dimension, row.unit.factor * prefix.factor};
      if (word && !prefix.word.empty() && spelling.size() > 3) add_word(std::string(prefix.word) + std::string(spelling), scaled, row.note);
      if (!word || spelling == "bit" || spelling == "sec" || spelling == "core" || spelling == "cpu") {
        add(std::string(prefix.symbol) + std::string(spelling), scaled, row.note, false);
      }
    }
  }

  void alias(const std::string& spelling, const std::string& of, std::string_view note) {
    if (const Spelling* known = find(of)) exact_.insert_or_assign(spelling, Spelling{known->unit, note, false});
  }

  void add_specials() {
    alias("KB", "kB", "unit.kb-decimal");
    alias("Kb", "kb", "unit.bits");
    alias("kb", "kb", "unit.bits");
    alias("Mb", "Mb", "unit.bits");
    alias("Gb", "Gb", "unit.bits");
    alias("Kbps", "kbps", "");
    alias("KBps", "kBps", "unit.kb-decimal");
    alias("Kbit", "kbit", "");
    alias("mbps", "Mbps", "unit.lower-case-bits");
    alias("gbps", "Gbps", "unit.lower-case-bits");
    alias("kbits", "kbit", "");
    alias("Mbits", "Mbit", "");
    alias("Gbits", "Gbit", "");
    alias("bits", "bit", "");
    alias("mCPU", "mCPU", "");
    alias("GigE", "GbE", "unit.link-speed");
    for (const char* wrong : {"mb", "gb", "tb", "mB", "Eb"}) exact_.erase(wrong);
  }

  std::unordered_map<std::string, Spelling> exact_;
  std::unordered_map<std::string, Spelling> words_;
};

const Spellings& spellings() {
  static const Spellings table;
  return table;
}

}  // namespace

const Spelling* find_spelling(std::string_view word) { return spellings().find(word); }

std::string_view explain_spelling(std::string_view word) {
  if (word == "mb" || word == "mB") return "bits or bytes, milli or mega? write MB, Mb or Mbit";
  if (word == "gb") return "bits or bytes? write GB, Gb or Gbit";
  if (word == "tb") return "bits or bytes? write TB, Tb or Tbit";
  return {};
}

}  // namespace reckon::units
