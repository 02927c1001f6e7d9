// SPDX-License-Identifier: MIT
#include "document/comment.hpp"

#include "document/code_lines.hpp"
#include "document/digits.hpp"
#include "document/located_node.hpp"
#include "units/characters.hpp"
#include "units/read.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace reckon::document {
namespace {

constexpr std::string_view blanks_in_comment = " \t\r";
/// Between a value and its comment, in bytes; comments may be aligned.
constexpr std::size_t longest_gap = 256;

/// Last words of keys, in lower case, and the unit that they stand for. `m`, `s` and the like are too short
/// to trust.
struct KeyUnit {
  std::string_view word;
  std::string_view unit;
};
constexpr std::array key_units{
    KeyUnit{"ms", "ms"},   KeyUnit{"millis", "ms"}, KeyUnit{"milliseconds", "ms"},
    KeyUnit{"sec", "s"},   KeyUnit{"secs", "s"},    KeyUnit{"seconds", "s"},
    KeyUnit{"min", "min"}, KeyUnit{"mins", "min"},  KeyUnit{"minutes", "min"},
    KeyUnit{"hours", "h"}, KeyUnit{"days", "days"}, KeyUnit{"bytes", "bytes"},
    KeyUnit{"kb", "KB"},   KeyUnit{"mb", "MB"},     KeyUnit{"gb", "GB"},
    KeyUnit{"tb", "TB"},   KeyUnit{"kib", "KiB"},   KeyUnit{"mib", "MiB"},
    KeyUnit{"gib", "GiB"}, KeyUnit{"mbps", "Mbps"}, KeyUnit{"gbps", "Gbps"},
};

/// What people put in front of a quantity that says the same as the value.
constexpr std::array<std::string_view, 6> leads{"=", "(", "i.e.", "ie", "that is", "equals"};

/// Behind a quantity these make it speak of something else than the value.
constexpr std::array<std::string_view, 14> turns{"total", "altogether", "together", "overall", "after",
                                                 "until", "plus",       "more",     "less",    "instead",
                                                 "if",    "when",       "per",      "each"};

using units::lower;

bool equal_in_any_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

/// A key or a scalar of a tree.
struct Place {
  base::Span span;
  bool is_value = false;
  bool verbatim = false;
  base::Span text_span;
  std::string text;
  std::string key;
};

/// Every key and scalar of the trees, in the order of the source.
class Places {
 public:
  Places(const Document& document, std::size_t first) {
    for (std::size_t i = first; i < document.fragments.size(); ++i) {
      if (const auto* artefact = std::get_if<Artefact>(&document.fragments[i])) gather(*artefact->tree, {});
    }
    std::sort(places_.begin(), places_.end(),
              [](const Place& a, const Place& b) { return a.span.begin < b.span.begin; });
  }

  /// The last one that begins at `offset` or before it.
  [[nodiscard]] const Place* before(std::uint32_t offset) const {
    const auto next =
        std::upper_bound(places_.begin(), places_.end(), offset,
                         [](std::uint32_t value, const Place& place) { return value < place.span.begin; });
    return next == places_.begin() ? nullptr : &*(next - 1);
  }

 private:
  void gather(const tree::Node& node, std::string_view key) {
    if (node.is_scalar() && !node.span.empty())
      places_.push_back({node.span, true, node.verbatim, node.text_span, node.text, std::string(key)});
    for (const tree::Node& item : node.items) gather(item, key);
    for (const tree::Member& member : node.members) {
      places_.push_back({member.key_span, false, false, {}, {}, {}});
      gather(member.value, member.key);
    }
  }

  std::vector<Place> places_;
};

std::optional<units::Found> quantity(std::string_view text, std::size_t at) {
  units::Expectation expect;
  expect.role = units::Role::claim;
  expect.transparent_counts = true;
  return units::scan_quantity(text, at, expect);
}

bool is_strict(const units::Stated& stated) {
  return !stated.dimension.without_counts().is_dimensionless();
}

/// True when the words behind a quantity leave it what it is: "7 days", "1 GB segments", "5 s (default)".
bool restates(std::string_view rest) {
  if (has_digit(rest)) return false;
  for (std::size_t begin = 0; begin < rest.size();) {
    const std::size_t end = std::min(rest.find_first_of(" \t,;:.()/", begin), rest.size());
    const std::string_view word = rest.substr(begin, end - begin);
    if (std::any_of(turns.begin(), turns.end(),
                    [word](std::string_view turn) { return equal_in_any_case(word, turn); }))
      return false;
    begin = end + 1;
  }
  return rest.find_first_of("*+=<>") == std::string_view::npos;
}

/// "0" or "-1": off, or without a limit.
bool switches_off(std::string_view value) {
  const std::size_t digits = value.starts_with('-') ? 1 : 0;
  return value == "0" || (digits == 1 && value.size() > 1 &&
                          value.find_first_not_of("0123456789", digits) == std::string_view::npos);
}

/// `replicas: 5` or `retention.ms=1` that does not hold, or `replicas: 0 while it moves`, which does not
/// last.
bool is_setting(std::string_view comment) {
  if (comment.substr(0, 2) == "- ") comment.remove_prefix(2);
  const std::size_t key = std::min(comment.find_first_of(":= \t"), comment.size());
  const std::size_t sign = comment.find_first_not_of(blanks_in_comment, key);
  if (key == 0 || sign == std::string_view::npos || (comment[sign] != ':' && comment[sign] != '='))
    return false;
  const std::size_t value = comment.find_first_not_of(blanks_in_comment, sign + 1);
  if (value == std::string_view::npos) return true;
  const std::size_t end = comment.find_first_of(" \t\r,;", value);
  return comment.find_first_of(blanks_in_comment, value) == std::string_view::npos ||
         switches_off(comment.substr(value, end - value));
}

class Lines {
 public:
  Lines(const Text& text, const Places& places) : text_(text), places_(places), view_(text.view()) {}

  /// The key of the value that the comment stands behind; "" when it stands alone.
  [[nodiscard]] std::string key_of(const Comment& comment) const {
    const Place* value = value_before(comment.begin);
    return value == nullptr ? std::string{} : value->key;
  }

  /// `604800000 ms = 7 days`, when the value in front of the comment and the comment measure the same.
  [[nodiscard]] std::optional<Text> equation(const Comment& comment) const {
    const Place* value = value_before(comment.begin);
    if (value == nullptr || value->span.empty()) return std::nullopt;
    const std::optional<units::Found> stated = quantity(value->text, 0);
    if (!stated || stated->end != value->text.size() || stated->stated.is_range) return std::nullopt;
    std::string unit;
    if (stated->stated.unit_text.empty()) {
      if (!equal_in_any_case(value->key, "min")) unit = unit_of_key(value->key);  // a minimum
      if (unit.empty()) return std::nullopt;
      unit.insert(0, 1, ' ');
    }
    const std::optional<units::Found> measured = quantity(value->text + unit, 0);
    const std::size_t begin = behind_lead(comment);
    const std::string_view said = view_.substr(0, comment.end);
    const std::optional<units::Found> repeated = quantity(said, begin);
    const bool same =
        measured && repeated && is_strict(measured->stated) &&
        repeated->stated.comparator == units::Comparator::equal && !repeated->stated.is_range &&
        measured->stated.dimension.without_counts() == repeated->stated.dimension.without_counts();
    if (!same || !restates(said.substr(repeated->end))) return std::nullopt;
    Text out;
    if (value->verbatim) {
      out.append(value->text, value->text_span.source, value->text_span.begin);
    } else {
      out.append_mapped(value->text, value->text_span);
    }
    const base::Span gap{value->text_span.source, value->text_span.end, value->text_span.end};
    out.append_mapped(unit + " = ", gap);
    out.append(text_, begin, repeated->end);
    return out;
  }

 private:
  /// The scalar with nothing but punctuation and the comment's mark behind it.
  [[nodiscard]] const Place* value_before(std::size_t comment) const {
    const std::uint32_t at = text_.span(comment, comment).begin;
    const Place* place = places_.before(at);
    if (place == nullptr || !place->is_value || place->span.end > at) return nullptr;
    const std::size_t distance = at - place->span.end;
    if (distance > std::min(comment, longest_gap)) return nullptr;
    const std::string_view between = view_.substr(comment - distance, distance);
    return between.find_first_not_of(" \t;,]})\"'#/!*") == std::string_view::npos ? place : nullptr;
  }

  [[nodiscard]] std::size_t behind_lead(const Comment& comment) const {
    std::size_t begin = comment.begin;
    for (const std::string_view lead : leads) {
      begin = std::min(view_.find_first_not_of(blanks_in_comment, begin), comment.end);
      if (equal_in_any_case(view_.substr(begin, std::min(lead.size(), comment.end - begin)), lead))
        begin += lead.size();
    }
    return std::min(view_.find_first_not_of(blanks_in_comment, begin), comment.end);
  }

  const Text& text_;
  const Places& places_;
  std::string_view view_;
};

/// What somebody says beside a value, for relations between the two.
Artefact about_key(const Text& said, const std::string& key, std::string_view section) {
  Artefact out;
  out.type = "comment";
  out.name = key;
  out.section = section;
  out.tree = word_node(said, 0, said.view().size());
  out.span = out.tree->span;
  return out;
}

}  // namespace

std::string_view unit_of_key(std::string_view key) {
  std::size_t begin = key.size();
  while (begin > 0 && is_lower(key[begin - 1])) --begin;
  const bool hump = begin < key.size();
  while (begin > 0 && is_upper(key[begin - 1])) {
    --begin;
    if (hump) break;
  }
  for (const KeyUnit& row : key_units) {
    if (equal_in_any_case(key.substr(begin), row.word)) return row.unit;
  }
  return {};
}

std::vector<Comment> find_comments(const Text& text, const Document& document, std::size_t first,
                                   std::string_view mark) {
  const std::string_view view = text.view();
  std::vector<Comment> out;
  if (view.find(mark) == std::string_view::npos) return out;
  const Places places(document, first);
  for (std::size_t at = view.find(mark); at != std::string_view::npos; at = view.find(mark, at)) {
    const bool stands_apart =
        at == 0 || std::string_view(" \t\n").find(view[at - 1]) != std::string_view::npos;
    const Place* place = places.before(text.span(at, at).begin);
    const bool inside = place != nullptr && text.span(at, at).begin < place->span.end;
    if (!stands_apart || inside) {
      ++at;
      continue;
    }
    const std::size_t end = std::min(view.find('\n', at), view.size());
    out.push_back({std::min(view.find_first_not_of(mark, at), end), end});
    at = end;
  }
  return out;
}

void add_comments(const Text& text, std::size_t first, const std::vector<Comment>& comments,
                  std::string_view section, Document& into) {
  if (comments.empty()) return;
  const Places places(into, first);
  const Lines lines(text, places);
  for (const Comment& comment : comments) {
    const Text said = text.slice(comment.begin, comment.end).trimmed();
    if (said.empty()) continue;
    if (const std::string key = lines.key_of(comment); !key.empty()) {
      into.fragments.emplace_back(about_key(said, key, section));
    }
    if (!has_digit(said.view())) continue;
    if (auto equation = lines.equation(comment)) {
      into.fragments.emplace_back(
          Passage{Passage::Kind::code, std::move(*equation), 0, std::string(section)});
    } else if (!is_setting(said.view())) {
      add_code_lines(said, section, into);
    }
  }
}

}  // namespace reckon::document
