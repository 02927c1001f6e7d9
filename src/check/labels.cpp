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

bool is_neutral(std::string_view word) {
  return std::find(neutral_words.begin(), neutral_words.end(), word) != neutral_words.end();
}

}  // namespace

void LabelIndex::add(std::string_view name, std::uint32_t of) {
  std::string plain = plain_label(name);
  if (plain.empty()) return;
  longest_ = std::max(longest_, plain.size());
  names_[std::move(plain)].push_back({of, name.size()});
}

/// The names that begin at `begin` and end at `least_end` at the least.
void LabelIndex::add_from(std::string_view label_plain, std::size_t begin, std::size_t least_end,
                          std::vector<Fit>& out) const {
  for (std::size_t end = begin; end < label_plain.size() && end - begin <= longest_; ++end) {
    end = std::min(label_plain.find(' ', end), label_plain.size());
    if (end < least_end) continue;
    const auto found = names_.find(label_plain.substr(begin, end - begin));
    if (found == names_.end()) continue;
    const bool is_all = begin == 0 && end == label_plain.size();
    for (const Name& name : found->second)
      out.push_back({name.of, name.length, is_all ? LabelMatch::equal : LabelMatch::contains});
  }
}

std::vector<LabelIndex::Fit> LabelIndex::fitting(std::string_view label_plain) const {
  // Only neutral words may stand in front of where a name begins and behind where it ends.
  std::size_t least_end = label_plain.size();
  while (least_end > 0) {
    const std::size_t space = label_plain.substr(0, least_end).rfind(' ');
    const std::size_t word = space == std::string_view::npos ? 0 : space + 1;
    if (!is_neutral(label_plain.substr(word, least_end - word))) break;
    least_end = word == 0 ? 0 : space;
  }
  std::vector<Fit> out;
  for (std::size_t begin = 0; begin < label_plain.size();) {
    add_from(label_plain, begin, least_end, out);
    const std::size_t space = std::min(label_plain.find(' ', begin), label_plain.size());
    if (!is_neutral(label_plain.substr(begin, space - begin))) break;
    begin = space + 1;
  }
  return out;
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
