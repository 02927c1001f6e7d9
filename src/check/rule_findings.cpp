// SPDX-License-Identifier: MIT
// The relations that a prompt demands inside one response.
#include "check/few_of_each.hpp"
#include "check/findings.hpp"
#include "check/labels.hpp"
#include "check/record_lookup.hpp"
#include "check/records.hpp"
#include "check/unread_code.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <unordered_set>
#include <utility>

namespace reckon::check {
namespace {

using prompt::Rule;

/// A longer text is marked and not repeated.
constexpr std::size_t longest_quoted = 40;

/// One text names what the other names: "gRPC" and "gRPC with retries". Silence about it is another
/// statement.
bool agrees(const std::string& a, const std::string& b) {
  const std::string x = plain_label(a);
  const std::string y = plain_label(b);
  if (x.empty() || y.empty()) return x == y;
  return contains_words(x, y) || contains_words(y, x);
}

std::string filled(const std::string& say, const Record& record, const Record* other) {
  std::string out;
  std::size_t at = 0;
  while (at < say.size()) {
    const std::size_t open = std::min(say.find('{', at), say.size());
    out += say.substr(at, open - at);
    if (open == say.size()) break;
    const std::size_t close = std::min(say.find('}', open), say.size() - 1);
    std::string name = say.substr(open + 1, close - open - 1);
    const bool of_other = name.starts_with("other.");
    if (of_other) name.erase(0, 6);
    const Record* from = of_other ? other : &record;
    const auto field = from == nullptr ? record.end() : from->find(name);
    out += from != nullptr && field != from->end() ? field->second.text : name;
    at = close + 1;
  }
  return out;
}

Finding finding_of(const Rule& rule, const std::string& prompt, const Record& record,
                   const std::string& field, const Record* other) {
  const auto named = record.find(field);
  const RecordText& place = named != record.end() ? named->second : record.begin()->second;
  Finding finding;
  finding.diagnostic.severity = rule.severity;
  finding.diagnostic.code = fmt::format("{}.{}", prompt, rule.id);
  finding.diagnostic.message = filled(rule.say, record, other);
  finding.diagnostic.primary = {place.span, {}};
  finding.pointer = place.pointer;
  finding.stated = place.text;
  if (other != nullptr) {
    const auto there = other->find(field);
    const RecordText& second = there != other->end() ? there->second : other->begin()->second;
    if (second.has_place)
      finding.diagnostic.secondary.push_back(
          {second.span, second.text.empty() || second.text.size() > longest_quoted
                            ? ""
                            : fmt::format("{} here", second.text)});
  }
  if (!rule.about.empty()) finding.diagnostic.remarks.push_back({"why", rule.about});
  return finding;
}

/// Rules of one prompt select the same things again and again.
class Selections {
 public:
  Selections(const document::Document& document, const Context& context)
      : document_(document), context_(context) {}

  const Selected& of(const prompt::Selector& selector) {
    for (const auto& [known, selected] : made_) {
      if (*known == selector) return selected;
    }
    made_.emplace_back(&selector, select_records(selector, document_, context_, columns_));
    return made_.back().second;
  }

 private:
  const document::Document& document_;
  const Context& context_;
  ColumnTexts columns_;
  std::deque<std::pair<const prompt::Selector*, Selected>> made_;
};

/// What a rule compares with, and how far it is known.
struct Others {
  std::vector<const Record*> records;
  bool is_whole = true;
  bool is_left_out = false;  ///< the answer has nothing of the kind: that is another matter
  bool is_guess = false;     ///< of an example of the prompt, or read out of a text
};

Others others_of(const Rule& rule, Selections& selections) {
  Others out;
  bool asks_the_answer = false;
  bool any = false;
  for (const prompt::Selector& selector : rule.others) {
    const Selected& more = selections.of(selector);
    const bool is_constant = !selector.values.empty() || !selector.variable.empty();
    asks_the_answer = asks_the_answer || (!is_constant && selector.type == "response");
    any = any || (!is_constant && !more.records.empty());
    out.is_whole = out.is_whole && more.is_whole;
    out.is_guess = out.is_guess || more.is_guess;
    for (const Record& record : more.records) out.records.push_back(&record);
  }
  out.is_left_out = out.records.empty() || (asks_the_answer && !any);
  return out;
}

/// Applies one rule to one document.
class Application {
 public:
  /// `has_room`: the answer may bring more than its one JSON object.
  Application(const Rule& rule, const std::string& prompt, const UnreadCode& unread, bool has_room)
      : rule_(rule), prompt_(prompt), unread_(unread), has_room_(has_room) {}

  std::vector<Finding> run(const std::vector<Record>& each, const Others& others) {
    switch (rule_.kind) {
      case Rule::Kind::among:
        find_strangers(each, others);
        break;
      case Rule::Kind::agree:
        find_disagreements(each, others);
        break;
      case Rule::Kind::needs:
        if (!others.records.empty() || may_be_unread() || !has_room_) break;
        for (const Record& record : each) add(record, {}, nullptr);
        break;
      case Rule::Kind::without:
        if (others.records.empty()) break;
        for (const Record& record : each) add(record, {}, others.records.front());
        break;
    }
    return std::move(out_);
  }

 private:
  void find_strangers(const std::vector<Record>& each, const Others& others) {
    // Where not all could be read, what was not found may be there.
    if (others.is_left_out || !others.is_whole) return;
    RecordLookup lookup(others.records);
    std::unordered_set<std::string> known;
    std::unordered_set<std::string> strange;
    for (const Record& record : each) {
      const std::string said = text_of(record);
      if (said.empty()) continue;
      if (lookup.holds(record)) {
        known.insert(said);
        continue;
      }
      if (is_unread(record)) continue;
      strange.insert(said);
      add(record, {}, nullptr);
    }
    // An example that the answer does not follow otherwise was not what it was asked about.
    if (others.is_guess && strange.size() >= known.size()) out_.clear();
  }

  /// Records that say something else about the same thing.
  void find_disagreements(const std::vector<Record>& each, const Others& others) {
    const RecordJoin join(others.records, rule_.join, rule_.agree);
    for (const Record& record : each) {
      const auto here = record.find(rule_.agree);
      if (here == record.end()) continue;
      for (const Record* other : join.with(record)) {
        const std::string& there = other->find(rule_.agree)->second.text;
        if (!agrees(here->second.text, there) && !both_are_said(here->second.text, there))
          add(record, rule_.agree, other);
      }
    }
  }

  /// "REST for queries, gRPC for commands": who says both is at one with who says either.
  [[nodiscard]] bool both_are_said(const std::string& here, const std::string& there) const {
    return says_one_of(there, rule_.each.saying) ||
           std::any_of(rule_.others.begin(), rule_.others.end(),
                       [&](const auto& other) { return says_one_of(here, other.saying); });
  }

  static std::string text_of(const Record& record) {
    std::string out;
    for (const auto& [name, text] : record) out += compared(text.text);
    return out;
  }

  [[nodiscard]] bool is_unread(const Record& record) const {
    const bool reads_code = std::any_of(rule_.others.begin(), rule_.others.end(), [](const auto& selector) {
      return selector.values.empty() && selector.variable.empty();
    });
    return reads_code && std::all_of(record.begin(), record.end(), [this](const auto& field) {
             return unread_.mentions(field.second.text);
           });
  }

  /// The kind of artefact that is wanted stands in code that could not be read.
  [[nodiscard]] bool may_be_unread() const {
    return std::any_of(rule_.others.begin(), rule_.others.end(), [this](const prompt::Selector& selector) {
      return !selector.name.empty() && unread_.mentions(selector.name);
    });
  }

  void add(const Record& record, const std::string& field, const Record* other) {
    if (!record.empty()) out_.push_back(finding_of(rule_, prompt_, record, field, other));
  }

  const Rule& rule_;
  const std::string& prompt_;
  const UnreadCode& unread_;
  bool has_room_;
  std::vector<Finding> out_;
};

/// A file that is one JSON answer can bring no manifest beside it.
bool is_answer_alone(const base::Sources& sources, const document::Document& document) {
  if (document.fragments.size() != 1) return false;
  const auto* artefact = std::get_if<document::Artefact>(&document.fragments.front());
  if (artefact == nullptr || artefact->type != "response") return false;
  return sources.text(document.source).find_first_not_of(" \t\r\n") == artefact->span.begin;
}

}  // namespace

std::vector<Finding> rule_findings(const Evidence& evidence, const document::Document& document) {
  std::vector<Finding> out;
  const prompt::Prompt* prompt = evidence.context.prompt;
  if (prompt == nullptr || prompt->rules.empty()) return out;
  const UnreadCode unread(document);
  Selections selections(document, evidence.context);
  const bool has_room = !is_answer_alone(evidence.sources, document);
  for (const Rule& rule : prompt->rules) {
    const std::vector<Record>& each = selections.of(rule.each).records;
    if (each.empty()) continue;
    const Others others = others_of(rule, selections);
    for (Finding& finding : Application(rule, prompt->id, unread, has_room).run(each, others))
      out.push_back(std::move(finding));
  }
  return few_of_each(std::move(out));
}

}  // namespace reckon::check
