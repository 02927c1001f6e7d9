// SPDX-License-Identifier: MIT
// `.reckon.yaml`: what it may say, and that everything else is told at its place.
#include "gate/config.hpp"

#include <catch2/catch.hpp>

namespace reckon::gate {
namespace {

struct Loaded {
  std::optional<Config> config;
  std::vector<base::Diagnostic> problems;
  base::Sources sources;
};

Loaded load(const std::string& text) {
  Loaded out;
  const base::SourceId source = out.sources.add(".reckon.yaml", text);
  const KnownNames known{
      [] {
        return std::vector<std::string>{"agreement.disagrees", "equation.contradicted", "sizing.too-large"};
      },
      [] { return std::vector<std::string>{"payment-gateway"}; }};
  out.config = load_config(out.sources, source, known, out.problems);
  return out;
}

TEST_CASE("a configuration says which documents, which rules and what fails") {
  const Loaded loaded = load(
      "documents:\n"
      "  - {files: [docs/*.md, notes/**], prompt: payment-gateway, settings: {peakTPS: 80k/s}, together: "
      "true}\n"
      "  - {files: '*.md', inline_waivers: true}\n"
      "exclude: [old/, '!old/keep.md']\n"
      "severities: {sizing.too-large: warning, agreement.disagrees: off}\n"
      "evidence: {equation.contradicted: 12}\n"
      "fail_on: warning\nmin_evidence: 4\nmin_ratio: 2\nmin_coverage: 40 %\n"
      "waivers: gate/waivers.yaml\nbaseline: gate/baseline.json\n");
  REQUIRE(loaded.config.has_value());
  const Config& config = *loaded.config;
  REQUIRE(config.documents.size() == 2);
  CHECK(config.documents[0].settings.size() == 1);
  CHECK(rule_for(config, "docs/plan.md") == &config.documents[0]);
  CHECK(rule_for(config, "docs/old/plan.md") == &config.documents[1]);
  CHECK(rule_for(config, "plan.yaml") == nullptr);
  CHECK(config.exclude.size() == 2);
  CHECK(config.policy.fail_on == FailOn::warning);
  CHECK(config.policy.least_ratio == 2.0);
  CHECK(config.policy.least_coverage == 0.4);
  CHECK(config.policy.rules.at("agreement.disagrees").is_off);
  CHECK(config.policy.rules.at("sizing.too-large").severity == base::Severity::warning);
  CHECK(config.policy.rules.at("equation.contradicted").least_evidence == 12.0F);
  CHECK(config.waivers == "gate/waivers.yaml");
}

TEST_CASE("a configuration that says nothing is one") {
  CHECK(load("").config.has_value());
  CHECK(load("# nothing yet\n").config.has_value());
  CHECK(load("{}").config.has_value());
}

TEST_CASE("whatever a configuration gets wrong is told at its place") {
  struct Row {
    const char* text;
    const char* code;
    const char* at;    ///< the text that the caret is under
    const char* help;  ///< of the first remark, or ""
  };
  const Row rows[] = {
      {"fail-on: error\n", "config.unknown-key", "fail-on", "did you mean 'fail_on'?"},
      {"fail_on: warn\n", "config.value", "warn", ""},
      {"severities: {sizing.too-big: off}\n", "config.unknown-name", "sizing.too-big",
       "a finding has its rule in brackets"},
      {"severities: {equation.contradict: off}\n", "config.unknown-name", "equation.contradict",
       "did you mean 'equation.contradicted'?"},
      {"severities: {sizing.too-large: fatal}\n", "config.value", "fatal", ""},
      {"severities: [sizing.too-large]\n", "config.wrong-kind", "[sizing.too-large]", ""},
      {"evidence: {sizing.too-large: much}\n", "config.value", "much", ""},
      {"documents: docs/*.md\n", "config.wrong-kind", "docs/*.md", ""},
      {"documents:\n  - prompt: payment-gateway\n", "config.missing-key", "", ""},
      {"documents:\n  - {files: a.md, prompt: payment-gatway}\n", "config.unknown-name", "payment-gatway",
       "did you mean 'payment-gateway'?"},
      {"documents:\n  - {files: a.md, setting: {a: 1}}\n", "config.unknown-key", "setting",
       "did you mean 'settings'?"},
      {"documents:\n  - {files: a.md, together: yes}\n", "config.wrong-kind", "yes", ""},
      {"min_coverage: 40\n", "config.value", "40", ""},
      {"min_ratio: twice\n", "config.value", "twice", ""},
      {"fail_on: error\nfail_on: note\n", "yaml.duplicate-key", "fail_on", ""},
      {"- a list\n", "config.wrong-kind", "- a list", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const Loaded loaded = load(row.text);
    CHECK_FALSE(loaded.config.has_value());
    REQUIRE_FALSE(loaded.problems.empty());
    const base::Diagnostic& first = loaded.problems.front();
    CHECK(first.code == row.code);
    CHECK(std::string(loaded.sources.text(first.primary.span)).starts_with(row.at));
    CHECK((first.remarks.empty() ? "" : first.remarks.front().text) == row.help);
  }
}

TEST_CASE("a share is a part of the whole, and says so") {
  CHECK(read_share("40 %") == 0.4);
  CHECK(read_share("40%") == 0.4);
  CHECK(read_share("0.4") == 0.4);
  CHECK(read_share("1") == 1.0);
  for (const char* text : {"40", "-1 %", "140 %", "much", "", "%"}) CHECK_FALSE(read_share(text).has_value());
}

}  // namespace
}  // namespace reckon::gate
