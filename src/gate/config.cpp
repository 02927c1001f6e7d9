// SPDX-License-Identifier: MIT
#include "gate/config.hpp"

#include "base/suggest.hpp"
#include "gate/strict_file.hpp"
#include "tree/fields.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace reckon::gate {
namespace {

constexpr std::array<std::string_view, 4> severity_words{"error", "warning", "note", "off"};

class ConfigLoader {
 public:
  ConfigLoader(const KnownNames& known, std::vector<base::Diagnostic>& problems)
      : known_(known), problems_(problems) {}

  Config load(const tree::Node& root) {
    tree::Fields fields(root, "the configuration", problems_);
    Config out;
    if (const tree::Node* documents = fields.find("documents")) read_documents(*documents, out.documents);
    for (const std::string& pattern : fields.texts("exclude")) {
      const std::vector<IgnoreLine> lines = read_ignore(pattern);
      out.exclude.insert(out.exclude.end(), lines.begin(), lines.end());
    }
    if (const tree::Node* rules = fields.find("severities")) read_severities(*rules, out.policy);
    if (const tree::Node* rules = fields.find("evidence")) read_evidence(*rules, out.policy);
    if (const tree::Node* word = fields.find("fail_on")) read_fail_on(*word, out.policy);
    if (const auto bits = read(fields, "min_evidence", read_amount, "bits, such as 3.4"))
      out.policy.least_evidence = static_cast<float>(*bits);
    out.policy.least_ratio = read(fields, "min_ratio", read_amount, "a factor, such as 2");
    out.policy.least_coverage = read(fields, "min_coverage", read_share, "a share, such as 40 %");
    out.waivers = fields.text("waivers");
    out.baseline = fields.text("baseline");
    fields.finish();
    return out;
  }

 private:
  void complain(std::string code, std::string message, const base::Span& at, const std::string& help = {}) {
    base::Diagnostic problem = base::problem("config." + std::move(code), std::move(message), at);
    if (!help.empty()) problem.remarks.push_back({"help", help});
    problems_.push_back(std::move(problem));
  }

  std::optional<double> read(tree::Fields& fields, std::string_view key,
                             std::optional<double> (*reader)(std::string_view), std::string_view wanted) {
    const tree::Node* value = fields.find(key);
    if (value == nullptr) return std::nullopt;
    const auto number = value->is_scalar() ? reader(value->text) : std::nullopt;
    if (!number) complain("value", fmt::format("'{}' is {}", key, wanted), value->span);
    return number;
  }

  void read_documents(const tree::Node& list, std::vector<DocumentRule>& out) {
    if (list.kind != tree::Kind::sequence) {
      complain("wrong-kind", "'documents' is a list of entries with 'files'", list.span);
      return;
    }
    for (const tree::Node& item : list.items) {
      tree::Fields fields(item, "an entry of 'documents'", problems_);
      DocumentRule rule;
      (void)fields.require("files");
      rule.files = fields.texts("files");
      rule.prompt = fields.text("prompt");
      if (!rule.prompt.empty())
        look_up("prompt", rule.prompt, known_.prompts(), "see `reckon prompts`", item.find("prompt")->span);
      if (const tree::Node* settings = fields.find("settings")) read_settings(*settings, rule.settings);
      rule.together = fields.flag("together");
      rule.inline_waivers = fields.flag("inline_waivers");
      fields.finish();
      out.push_back(std::move(rule));
    }
  }

  void read_settings(const tree::Node& node, std::vector<DocumentRule::Setting>& out) {
    if (node.kind != tree::Kind::mapping) complain("wrong-kind", "'settings' holds name: value", node.span);
    for (const tree::Member& member : node.members) {
      if (member.value.is_scalar() && member.value.verbatim && !member.value.text.empty())
        out.push_back({member.key_span, member.value.text_span});
      else
        complain("value", "a value is one plain quantity or text, without escapes", member.value.span);
    }
  }

  void look_up(std::string_view what, const std::string& name, const std::vector<std::string>& known,
               std::string_view where, const base::Span& at) {
    if (std::find(known.begin(), known.end(), name) != known.end()) return;
    std::string hint = base::did_you_mean(name, known);
    if (hint.empty()) hint = where;
    complain("unknown-name", fmt::format("there is no {} '{}'", what, name), at, hint);
  }

  /// The rules of a mapping, each with its value.
  template <class Read>
  void for_rules(const tree::Node& node, std::string_view key, const Read& read_value) {
    if (node.kind != tree::Kind::mapping)
      complain("wrong-kind", fmt::format("'{}' holds rule: value", key), node.span);
    const std::vector<std::string> rules = node.members.empty() ? std::vector<std::string>{} : known_.rules();
    for (const tree::Member& member : node.members) {
      look_up("rule", member.key, rules, "a finding has its rule in brackets", member.key_span);
      read_value(member);
    }
  }

  void read_severities(const tree::Node& node, Policy& policy) {
    for_rules(node, "severities", [&](const tree::Member& member) {
      const auto* const word = std::find(severity_words.begin(), severity_words.end(), member.value.text);
      if (word == severity_words.end()) {
        complain("value", fmt::format("a severity is one of {}", fmt::join(severity_words, ", ")),
                 member.value.span);
        return;
      }
      RuleSetting& setting = policy.rules[member.key];
      setting.is_off = *word == "off";
      if (*word == "error") setting.severity = base::Severity::error;
      if (*word == "warning") setting.severity = base::Severity::warning;
      if (*word == "note") setting.severity = base::Severity::note;
    });
  }

  void read_evidence(const tree::Node& node, Policy& policy) {
    for_rules(node, "evidence", [&](const tree::Member& member) {
      const auto bits = read_amount(member.value.text);
      if (bits)
        policy.rules[member.key].least_evidence = static_cast<float>(*bits);
      else
        complain("value", "evidence is told in bits, such as 6", member.value.span);
    });
  }

  void read_fail_on(const tree::Node& node, Policy& policy) {
    policy.fail_on = fail_on(node.text);
    if (!policy.fail_on)
      complain("value", fmt::format("'fail_on' is one of {}", fmt::join(fail_on_words(), ", ")), node.span);
  }

  const KnownNames& known_;
  std::vector<base::Diagnostic>& problems_;
};

}  // namespace

std::optional<Config> load_config(const base::Sources& sources, base::SourceId source,
                                  const KnownNames& known, std::vector<base::Diagnostic>& problems) {
  const std::optional<tree::Node> root = read_strictly(sources, source, problems);
  if (!root) return std::nullopt;
  Config out = ConfigLoader(known, problems).load(*root);
  if (!finish_strictly(problems)) return std::nullopt;
  return out;
}

const DocumentRule* rule_for(const Config& config, std::string_view path) {
  const auto at =
      std::find_if(config.documents.begin(), config.documents.end(), [path](const DocumentRule& rule) {
        return std::any_of(rule.files.begin(), rule.files.end(),
                           [path](const std::string& pattern) { return glob_fits(pattern, path); });
      });
  return at == config.documents.end() ? nullptr : &*at;
}

std::optional<double> read_number(std::string_view text) {
  double value = 0.0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<double> read_amount(std::string_view text) {
  const auto value = read_number(text);
  return value && *value >= 0.0 ? value : std::nullopt;
}

std::optional<double> read_share(std::string_view text) {
  constexpr double whole = 100.0;
  const bool is_percent = text.ends_with('%');
  if (is_percent) text.remove_suffix(1);
  while (is_percent && text.ends_with(' ')) text.remove_suffix(1);
  const auto number = read_amount(text);
  const double share = number.value_or(-1.0) / (is_percent ? whole : 1.0);
  // "40" may mean either: it is asked for again.
  return number && share <= 1.0 ? std::optional(share) : std::nullopt;
}

}  // namespace reckon::gate
