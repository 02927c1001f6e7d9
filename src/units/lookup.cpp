// SPDX-License-Identifier: MIT
#include "units/lookup.hpp"

#include "base/suggest.hpp"
#include "units/characters.hpp"
#include "units/notes.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

namespace reckon::units {
namespace {

struct Prefix {
  std::string_view symbol;
  std::string_view word;
  double factor;
  std::string_view family;  ///< as in the column `prefixes` of the unit table
};

constexpr double ki = 1024.0;

constexpr std::array prefixes{
    Prefix{"k", "kilo", 1e3, "decimal"},
    Prefix{"M", "mega", 1e6, "decimal"},
    Prefix{"G", "giga", 1e9, "decimal"},
    Prefix{"T", "tera", 1e12, "decimal"},
    Prefix{"P", "peta", 1e15, "decimal"},
    Prefix{"E", "exa", 1e18, "decimal"},
    Prefix{"Ki", "kibi", ki, "binary"},
    Prefix{"Mi", "mebi", ki* ki, "binary"},
    Prefix{"Gi", "gibi", ki* ki* ki, "binary"},
    Prefix{"Ti", "tebi", ki* ki* ki* ki, "binary"},
    Prefix{"Pi", "pebi", ki* ki* ki* ki* ki, "binary"},
    Prefix{"Ei", "exbi", ki* ki* ki* ki* ki* ki, "binary"},
    Prefix{"m", "milli", 1e-3, "small"},
    Prefix{"u", "micro", 1e-6, "small"},
    Prefix{"\xc2\xb5", "", 1e-6, "small"},  // micro sign
    Prefix{"\xce\xbc", "", 1e-6, "small"},  // Greek mu
    Prefix{"n", "nano", 1e-9, "small"},
    Prefix{"m", "milli", 1e-3, "milli"},
    Prefix{"k", "kilo", 1e3, "kilo"},
};

/// Spellings that bend the rules: what people write, the spelling that they mean, and the note that it costs.
struct Alias {
  std::string_view text;
  std::string_view means;
  std::string_view note;
};

constexpr std::array aliases{
    Alias{"KB", "kB", notes::kilobyte},
    Alias{"KBps", "kBps", notes::kilobyte},
    Alias{"Kb", "kbit", notes::bits},
    Alias{"Kbit", "kbit", ""},
    Alias{"Kbits", "kbit", ""},
    Alias{"Kbps", "kbps", ""},
    Alias{"mbps", "Mbps", notes::lower_case_bits},
    Alias{"gbps", "Gbps", notes::lower_case_bits},
    Alias{"mbit", "Mbit", notes::lower_case_bits},
    Alias{"gbit", "Gbit", notes::lower_case_bits},
    Alias{"US$", "USD", ""},
};

/// Powers of 1024 in the manner of Kubernetes, sizes where a size is expected.
struct KubernetesSuffix {
  std::string_view text;
  double factor;
};

constexpr std::array kubernetes_suffixes{
    KubernetesSuffix{"Ki", ki},
    KubernetesSuffix{"Mi", ki* ki},
    KubernetesSuffix{"Gi", ki* ki* ki},
    KubernetesSuffix{"Ti", ki* ki* ki* ki},
    KubernetesSuffix{"Pi", ki* ki* ki* ki* ki},
    KubernetesSuffix{"Ei", ki* ki* ki* ki* ki* ki},
};

/// Words that look like units and are refused, each with what to write instead.
struct RefusedWord {
  std::string_view text;
  std::string_view why;
};

constexpr std::array refused_words{
    RefusedWord{"mb", "bits or bytes, mega or milli? write MB, Mb or Mbit"},
    RefusedWord{"mB", "mega or milli? write MB, or Mbit for bits"},
    RefusedWord{"gb", "bits or bytes? write GB, Gb or Gbit"},
    RefusedWord{"gB", "write GB"},
    RefusedWord{"tb", "bits or bytes? write TB or Tbit"},
    RefusedWord{"pb", "bits or bytes? write PB or Pbit"},
    RefusedWord{"BPS", "bits or bytes? write bps or Bps"},
    RefusedWord{"KBPS", "bits or bytes? write kbps or kBps"},
    RefusedWord{"MBPS", "bits or bytes? write Mbps or MBps"},
    RefusedWord{"GBPS", "bits or bytes? write Gbps or GBps"},
    RefusedWord{"KIB", "write KiB"},
    RefusedWord{"MIB", "write MiB"},
    RefusedWord{"GIB", "write GiB"},
    RefusedWord{"kib", "write KiB"},
    RefusedWord{"mib", "write MiB"},
    RefusedWord{"gib", "write GiB"},
    RefusedWord{"S", "write s for seconds"},
    RefusedWord{"MS", "write ms for milliseconds"},
    RefusedWord{"H", "write h for hours"},
};

constexpr std::array<std::string_view, 16> foreign_currencies{
    "EUR", "\xe2\x82\xac", "GBP", "\xc2\xa3", "JPY", "\xc2\xa5", "INR", "\xe2\x82\xb9",
    "CHF", "CNY",          "CAD", "AUD",      "SEK", "NOK",      "DKK", "BRL"};

bool is_word(std::string_view spelling) {
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  return spelling.size() >= 3 && std::all_of(spelling.begin(), spelling.end(), is_lower);
}

bool same_word(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

/// All spellings, and an open hash table over them that ignores case, so that one walk finds the exact
/// spelling or else the word.
class Spellings {
 public:
  Spellings() {
    rows_.reserve(most_rows);
    for (const UnitRow& row : unit_table()) {
      add_with_prefixes(row, row.symbol);
      for (std::string_view rest = row.spellings; !rest.empty();) {
        const std::size_t space = std::min(rest.find(' '), rest.size());
        add_with_prefixes(row, rest.substr(0, space));
        rest.remove_prefix(std::min(space + 1, rest.size()));
      }
    }
    for (const Alias& alias : aliases) {
      if (const Spelling* meant = find(alias.means)) add(alias.text, {meant->unit, alias.note, false}, false);
    }
    for (const KubernetesSuffix& suffix : kubernetes_suffixes) {
      add(suffix.text, {{{}, suffix.factor}, notes::binary_count, true}, false);
    }
  }

  [[nodiscard]] const Spelling* find(std::string_view word) const {
    const ListedSpelling* folded = nullptr;
    for (std::size_t slot = hash(word);; ++slot) {
      const std::uint16_t index = slots_[slot % slot_count];
      if (index == 0) {
        // "BPS" folds to bps, yet may as well be Bps.
        return folded == nullptr || !explain_spelling(word).empty() ? nullptr : &folded->spelling;
      }
      const ListedSpelling& row = rows_[index - 1U];
      if (row.text == word) return &row.spelling;
      if (row.ignores_case && same_word(row.text, word)) folded = &row;
    }
  }

  [[nodiscard]] std::span<const ListedSpelling> rows() const { return rows_; }

 private:
  static constexpr std::size_t slot_count = 4096;
  static constexpr std::size_t most_rows = 1024;

  static std::size_t hash(std::string_view word) {
    std::uint32_t value = 2166136261U;
    for (const char c : word) value = (value ^ static_cast<unsigned char>(lower(c))) * 16777619U;
    return value % slot_count;
  }

  void add(std::string_view text, const Spelling& spelling, bool ignores_case) {
    rows_.push_back({text, spelling, ignores_case});
    std::size_t slot = hash(text);
    while (slots_[slot % slot_count] != 0) ++slot;
    slots_[slot % slot_count] = static_cast<std::uint16_t>(rows_.size());
  }

  void add_composed(std::string_view prefix, std::string_view spelling, std::string_view ending,
                    const Spelling& meaning, bool ignores_case) {
    std::string text;
    text.reserve(prefix.size() + spelling.size() + ending.size());
    text.append(prefix).append(spelling).append(ending);
    add(composed_.emplace_back(std::move(text)), meaning, ignores_case);
  }

  void add_with_prefixes(const UnitRow& row, std::string_view spelling) {
    const bool word = is_word(spelling);
    const bool takes_plural = word && !spelling.ends_with('s');
    // The row's other spelling, bit, says what it is; a lone b does not.
    const Spelling bare{row.unit, spelling == "b" ? notes::bits : row.note, false};
    add(spelling, bare, word);
    if (takes_plural) add_composed({}, spelling, "s", bare, true);
    for (const Prefix& prefix : prefixes) {
      if (row.prefixes.find(prefix.family) == std::string_view::npos) continue;
      const Spelling scaled{{row.unit.dimension, row.unit.factor * prefix.factor}, bare.note, false};
      if (spelling.size() <= 4) {
        add_composed(prefix.symbol, spelling, {}, scaled, false);
        if (takes_plural) add_composed(prefix.symbol, spelling, "s", scaled, false);
      }
      if (word && !prefix.word.empty()) {
        add_composed(prefix.word, spelling, {}, scaled, true);
        if (takes_plural) add_composed(prefix.word, spelling, "s", scaled, true);
      }
    }
  }

  std::vector<ListedSpelling> rows_;
  std::deque<std::string> composed_;
  std::array<std::uint16_t, slot_count> slots_{};
};

const Spellings& spellings() {
  static const Spellings table;
  return table;
}

}  // namespace

const Spelling* find_spelling(std::string_view word) {
  return spellings().find(word);
}

std::string_view explain_spelling(std::string_view word) {
  for (const RefusedWord& row : refused_words) {
    if (row.text == word) return row.why;
  }
  return {};
}

std::string suggest_spelling(std::string_view word) {
  constexpr std::size_t longest = 24;
  if (word.size() < 3 || word.size() > longest || !is_ascii_letter(word.front())) return {};
  // Misspelt words keep their first letter; that keeps the search short.
  std::vector<std::string> known;
  for (const UnitRow& row : unit_table()) {
    for (std::string_view rest = row.spellings; !rest.empty();) {
      const std::size_t space = std::min(rest.find(' '), rest.size());
      if (is_word(rest.substr(0, space)) && rest.front() == lower(word.front()))
        known.emplace_back(rest.substr(0, space));
      rest.remove_prefix(std::min(space + 1, rest.size()));
    }
    if (is_word(row.symbol) && row.symbol.front() == lower(word.front())) known.emplace_back(row.symbol);
  }
  return base::did_you_mean(word, known);
}

std::span<const ListedSpelling> listed_spellings() {
  return spellings().rows();
}

std::size_t foreign_currency_length(std::string_view text, std::size_t at) {
  const bool may_be = at < text.size() &&
                      ((text[at] >= 'A' && text[at] <= 'Z') || static_cast<unsigned char>(text[at]) >= 0x80U);
  if (!may_be) return 0;
  for (const std::string_view currency : foreign_currencies) {
    if (!stands_at(text, at, currency)) continue;
    const bool is_code = is_ascii_letter(currency.front());
    if (!is_code || letter_length(text, at + currency.size()) == 0) return currency.size();
  }
  return 0;
}

}  // namespace reckon::units
