// SPDX-License-Identifier: MIT
#include "document/explain_line.hpp"

#include "document/artefact.hpp"
#include "document/code_cursor.hpp"
#include "document/located_node.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace reckon::document {
namespace {

constexpr std::string_view estimate = "(cost=";
/// A node's name, its index and its table in front of the estimate, in bytes.
constexpr std::size_t longest_plan_heading = 512;

struct PlanWord {
  std::size_t begin = 0;
  std::size_t end = 0;
};

class PlanLine {
 public:
  explicit PlanLine(const Text& text) : text_(text), view_(text.view()) {}

  /// The plan whose estimate opens at `open`; `line` is where its line begins, or where the plan before it
  /// ends. Moves `open` behind what was read.
  bool read(std::size_t line, std::size_t& open, std::string_view section, Document& into) {
    const std::size_t bracket = open;
    at_ = open + estimate.size();
    open = at_;
    Members cost(text_);
    Members plan(text_);
    const std::size_t cost_begin = at_;
    if (!number(cost, "start") || !take("..") || !number(cost, "total")) return false;
    const std::size_t cost_end = at_;
    const std::size_t begin =
        heading(std::max(line, bracket - std::min(bracket, longest_plan_heading)), bracket, plan);
    plan.add("cost", bracket + 1, bracket + estimate.size() - 1, cost.finish(cost_begin, cost_end));
    if (take(" rows=")) number(plan, "rows");
    if (take(" width=")) number(plan, "width");
    take(")");
    if (take(" (actual time=")) actual(plan);
    open = at_;
    add_artefact("plan", name_, plan.finish(begin, at_), false, section, into);
    return true;
  }

 private:
  bool take(std::string_view words) {
    if (view_.substr(at_, words.size()) != words) return false;
    at_ += words.size();
    return true;
  }

  /// Digits with at most one point, which two points end.
  bool number(Members& into, std::string_view key) {
    const std::size_t begin = at_;
    const auto digits = [this] {
      while (at_ < view_.size() && view_[at_] >= '0' && view_[at_] <= '9') ++at_;
    };
    digits();
    if (at_ == begin) return false;
    if (at_ + 1 < view_.size() && view_[at_] == '.' && view_[at_ + 1] != '.') {
      ++at_;
      digits();
    }
    // The key stands in front of `=`; the two costs share theirs.
    into.add(std::string(key), begin, begin, plain_node(text_, begin, at_));
    return true;
  }

  void actual(Members& plan) {
    Members members(text_);
    const std::size_t begin = at_;
    const bool timed = number(members, "start") && take("..") && number(members, "total");
    if (timed && take(" rows=")) number(members, "rows");
    if (timed && take(" loops=")) number(members, "loops");
    if (!members.empty()) plan.add("actual", begin, begin, members.finish(begin, at_));
    take(")");
  }

  /// What stands in front of the estimate; gives where the node's name begins.
  std::size_t heading(std::size_t from, std::size_t to, Members& plan) {
    std::size_t end = to;
    while (end > from && view_[end - 1] == ' ') --end;
    std::vector<PlanWord> words;
    for (std::size_t at = from; at < end;) {
      const std::size_t begin = std::min(view_.find_first_not_of(" \t", at), end);
      const std::size_t stop = std::min(view_.find_first_of(" \t", begin), end);
      if (begin < stop) words.push_back({begin, stop});
      at = stop;
    }
    const auto is = [&](const PlanWord& word, std::string_view what) {
      return view_.substr(word.begin, word.end - word.begin) == what;
    };
    // The name ends where the names of index and table begin.
    std::size_t last = words.size();
    for (std::size_t i = words.size(); i > 0; --i) {
      const bool names = is(words[i - 1], "using") || is(words[i - 1], "on");
      if (!names || i == words.size()) continue;
      last = i - 1;
      const PlanWord& target = words[i];
      plan.add(is(words[i - 1], "on") ? "table" : "index", words[i - 1].begin, words[i - 1].end,
               word_node(text_, target.begin, target.end));
    }
    std::size_t first = last;
    while (first > 0 && view_[words[first - 1].begin] >= 'A' && view_[words[first - 1].begin] <= 'Z' &&
           view_[words[first - 1].end - 1] != ':')
      --first;
    if (first == last) return to;
    const PlanWord name{words[first].begin, words[last - 1].end};
    name_ = std::string(view_.substr(name.begin, name.end - name.begin));
    return name.begin;
  }

  const Text& text_;
  std::string_view view_;
  std::size_t at_ = 0;
  std::string name_;
};

}  // namespace

bool add_plans(const Text& text, std::string_view section, Document& into) {
  const std::string_view view = text.view();
  bool found = false;
  std::size_t line = 0;
  for (std::size_t open = view.find(estimate); open < view.size(); open = view.find(estimate, open)) {
    const std::size_t back = open - std::min(open, longest_plan_heading);
    const std::size_t newline = view.substr(back, open - back).rfind('\n');
    if (newline != std::string_view::npos) line = std::max(line, back + newline + 1);
    if (PlanLine(text).read(line, open, section, into)) {
      found = true;
      line = open;
    }
  }
  return found;
}

}  // namespace reckon::document
