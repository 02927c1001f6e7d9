// SPDX-License-Identifier: MIT
#include "check/labels.hpp"

#include <algorithm>
#include <array>

namespace reckon::check {
namespace {

constexpr std::array assumption_words{"assum", "input", "given", "basis", "per unit", "premise", "parameter"};
constexpr std::array result_words{"need",     "require", "result", "total",   "stated",
                                  "capacity", "derived", "comput", "outcome", "plan"};

template <std::size_t Count>
bool holds_any(std::string_view text, const std::array<const char*, Count>& words) {
  return std::any_of(words.begin(), words.end(),
                     [text](const char* w) { return text.find(w) != std::string_view::npos; });
}

/// Words that may stand beside a name without making it the name of something else. "Memory per region" and
/// "Redis memory" are other quantities than memory; "total memory needed (GB)" is the same.
constexpr std::array<std::string_view, 41> neutral_words{
    "required", "needed", "need",   "needs",   "total",  "overall",  "estimated", "estimate", "expected",
    "planned",  "plan",   "stated", "assumed", "result", "capacity", "target",    "the",      "a",
    "of",       "for",    "all",    "in",      "at",     "peak",     "system",    "fleet",    "service",
    "kb",       "mb",     "gb",     "tb",      "mbps",   "gbps",     "ms",        "s",        "approx",
    "number",   "count",  "amount", "size",    "minimum"};

bool all_neutral(std::string_view words) {
  while (!words.empty()) {
    const std::size_t space = std::min(words.find(' '), words.size());
    const std::string_view word = words.substr(0, space);
    if (!word.empty() && std::find(neutral_words.begin(), neutral_words.end(), word) == neutral_words.end())
      return false;
    words.remove_prefix(std::min(space + 1, words.size()));
  }
  return true;
}

}  // namespace

LabelMatch match_label(std::string_view written_plain, std::string_view name) {
  const std::string wanted = plain_label(name);
  if (wanted.empty()) return LabelMatch::none;
  if (written_plain == wanted) return LabelMatch::equal;
  for (std::size_t at = written_plain.find(wanted); at != std::string_view::npos;
       at = written_plain.find(wanted, at + 1)) {
    const std::size_t end = at + wanted.size();
    const bool starts = at == 0 || written_plain[at - 1] == ' ';
    const bool ends = end == written_plain.size() || written_plain[end] == ' ';
    if (starts && ends && all_neutral(written_plain.substr(0, at)) &&
        all_neutral(written_plain.substr(end))) {
      return LabelMatch::contains;
    }
  }
  return LabelMatch::none;
}

bool contains_words(std::string_view text_plain, std::string_view words_plain) {
  const std::string text = ' ' + std::string(text_plain) + ' ';
  return text.find(' ' + std::string(words_plain) + ' ') != std::string::npos;
}

Role role_of_header(std::string_view header) {
  const std::string plain = plain_label(header);
  if (holds_any(plain, assumption_words)) return Role::assumption;
  if (holds_any(plain, result_words)) return Role::result;
  return Role::given;
}

}  // namespace reckon::check
