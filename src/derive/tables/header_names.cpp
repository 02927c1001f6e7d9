// SPDX-License-Identifier: MIT
#include "derive/tables/header_names.hpp"

#include "arithmetic/lexicon.hpp"
#include "derive/page/header_unit.hpp"
#include "derive/page/key_words.hpp"
#include "derive/page/words.hpp"
#include "units/characters.hpp"

#include <algorithm>

namespace reckon::derive {
namespace {

using arithmetic::Role;

struct Meaning {
  Role role = Role::content;
  arithmetic::Period period = arithmetic::Period::none;  ///< of "monthly"
};

Meaning meaning_of(std::string_view word) {
  std::string small;
  for (const char c : word) small += units::lower(c);
  const arithmetic::Entry* const entry = arithmetic::find_entry(small);
  if (entry == nullptr) return {};
  return {entry->role,
          entry->role == Role::period ? arithmetic::period_of(entry->value) : arithmetic::Period::none};
}

/// What a bracket or a sign of equality adds is no name.
std::string_view before_remark(std::string_view text) {
  return text.substr(0, text.find_first_of("([="));
}

}  // namespace

arithmetic::Period period_named(Page& page, const std::string& word) {
  const auto unit = unit_at(page, word, 0);
  const bool is_time =
      unit && unit->unit_end == word.size() && unit->unit.dimension == units::axis(units::Axis::time);
  return is_time ? arithmetic::period_of(unit->unit.factor) : arithmetic::Period::none;
}

bool HeaderName::calls(const std::string& word) const {
  return std::find(what.begin(), what.end(), word) != what.end();
}

bool names_a_quantity(arithmetic::Role role, const std::string& stem) {
  return role == Role::content || arithmetic::names_average(stem);
}

namespace {

/// Takes a header's words apart where it says "per", "a" or "/".
class HeaderReader {
 public:
  explicit HeaderReader(Page& page) : page_(page) {}

  HeaderName read(std::string_view text) {
    for (std::size_t at = 0, before = 0; at < text.size();) {
      const std::string_view word = next_key_word(text, at);
      if (word.empty()) break;
      const auto begin = static_cast<std::size_t>(word.data() - text.data());
      const bool divides = text.substr(before, begin - before).find('/') != std::string_view::npos;
      take(word, divides);
      before = at;
    }
    end_phrase();
    return std::move(out_);
  }

 private:
  void take(std::string_view word, bool divides) {
    const auto [role, period] = meaning_of(word);
    if (period != arithmetic::Period::none) out_.period = period;
    // "Cost a node": behind a noun an article says of what.
    const bool says_per =
        role == Role::per || role == Role::each || (role == Role::article && !phrase_.empty());
    if (divides || says_per) {
      end_phrase();
      is_per_ = true;
    }
    if (names_a_quantity(role, stem(word))) phrase_.push_back(stem(word));
  }

  void end_phrase() {
    if (is_per_ && !phrase_.empty()) {
      const arithmetic::Period period = period_named(page_, phrase_.back());
      if (period == arithmetic::Period::none) out_.per.push_back(phrase_.back());
      if (period != arithmetic::Period::none) out_.period = period;
    }
    if (!is_per_) out_.what = phrase_;
    phrase_.clear();
  }

  Page& page_;
  HeaderName out_;
  std::vector<std::string> phrase_;
  bool is_per_ = false;
};

}  // namespace

HeaderName name_in(Page& page, std::string_view text) {
  return HeaderReader(page).read(text);
}

HeaderName header_name(Page& page, LineId header) {
  if (header == nowhere) return {};
  const Line& line = page.lines[header];
  const std::string_view text = before_remark(line.plain().text);
  const bool has_number =
      line.first_mention != line.end_mention && page.figure(line.first_mention).begin < text.size();
  if (has_number) return {};
  return HeaderReader(page).read(text);
}

}  // namespace reckon::derive
