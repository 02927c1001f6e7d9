// SPDX-License-Identifier: MIT
// The relations that a prompt demands inside one response.
#include "check/findings.hpp"
#include "check/labels.hpp"
#include "check/records.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reckon::check {
namespace {

using prompt::Rule;

/// A longer text is marked and not repeated.
constexpr std::size_t longest_quoted = 40;

bool same_text(const std::string& a, const std::string& b) {
  return plain_label(a) == plain_label(b);
}

/// Equal in every field that both have, and they have one.
bool matches(const Record& a, const Record& b) {
  bool any = false;
  for (const auto& [name, text] : a) {
    const auto other = b.find(name);
    if (other == b.end()) continue;
    if (!same_text(text.text, other->second.text)) return false;
    any = true;
  }
  return any;
}

bool joined(const Rule& rule, const Record& a, const Record& b) {
  return std::all_of(rule.join.begin(), rule.join.end(), [&](const std::string& name) {
    const auto x = a.find(name);
    const auto y = b.find(name);
    return x != a.end() && y != b.end() && same_text(x->second.text, y->second.text);
  });
}

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

std::vector<Record> others_of(const Rule& rule, const document::Document& document, const Context& context) {
  std::vector<Record> out;
  for (const prompt::Selector& selector : rule.others) {
    std::vector<Record> more = select_records(selector, document, context);
    std::move(more.begin(), more.end(), std::back_inserter(out));
  }
  return out;
}

/// Records that say something else about the same thing.
void find_disagreements(const Rule& rule, const std::string& prompt, const Record& record,
                        const std::vector<Record>& others, std::vector<Finding>& out) {
  for (const Record& other : others) {
    const auto here = record.find(rule.agree);
    const auto there = other.find(rule.agree);
    if (here == record.end() || there == other.end() || !joined(rule, record, other)) continue;
    if (!agrees(here->second.text, there->second.text))
      out.push_back(finding_of(rule, prompt, record, rule.agree, &other));
  }
}

void apply(const Rule& rule, const std::string& prompt, const Record& record,
           const std::vector<Record>& others, std::vector<Finding>& out) {
  switch (rule.kind) {
    case Rule::Kind::among: {
      const bool known = std::any_of(others.begin(), others.end(),
                                     [&](const Record& other) { return matches(record, other); });
      // Nothing to compare with: the answer left that part out, which is another matter.
      if (!known && !others.empty()) out.push_back(finding_of(rule, prompt, record, {}, nullptr));
      break;
    }
    case Rule::Kind::agree:
      find_disagreements(rule, prompt, record, others, out);
      break;
    case Rule::Kind::needs:
      if (others.empty()) out.push_back(finding_of(rule, prompt, record, {}, nullptr));
      break;
    case Rule::Kind::without:
      if (!others.empty()) out.push_back(finding_of(rule, prompt, record, {}, &others.front()));
      break;
  }
}

}  // namespace

std::vector<Finding> rule_findings(const Evidence& evidence, const document::Document& document) {
  std::vector<Finding> out;
  const prompt::Prompt* prompt = evidence.context.prompt;
  if (prompt == nullptr) return out;
  for (const Rule& rule : prompt->rules) {
    const std::vector<Record> each = select_records(rule.each, document, evidence.context);
    if (each.empty()) continue;
    const std::vector<Record> others = others_of(rule, document, evidence.context);
    for (const Record& record : each) {
      if (!record.empty()) apply(rule, prompt->id, record, others, out);
    }
  }
  return out;
}

}  // namespace reckon::check
