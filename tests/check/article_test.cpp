// SPDX-License-Identifier: MIT
// An article that holds the answers to all prompts, each under its heading: every answer is read by itself
// and gives what it gives in a file of its own.
#include "check/detect.hpp"
#include "check/flattened.hpp"
#include "check/sample.hpp"
#include "document/read.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace reckon::check {
namespace {

/// The rules of what is told above a note, in order of their names.
std::vector<std::string> sorted_rules(const std::vector<Finding>& findings) {
  std::vector<std::string> out;
  for (const Finding& finding : findings) {
    if (finding.diagnostic.severity != base::Severity::note) out.push_back(finding.diagnostic.code);
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::string heading_of(const std::string& id, std::size_t number) {
  return fmt::format("\n## {}. {}\n\n", number, catalogue().prompts.find(id)->title);
}

struct OfAnswer {
  std::string prompt;
  std::vector<std::string> rules;
  bool operator==(const OfAnswer& other) const { return prompt == other.prompt && rules == other.rules; }
};

std::ostream& operator<<(std::ostream& out, const OfAnswer& of) {
  out << of.prompt << ':';
  for (const std::string& rule : of.rules) out << ' ' << rule;
  return out;
}

std::vector<OfAnswer> of_answers(const std::string& name, std::string text) {
  base::Sources sources;
  const base::SourceId source = sources.add(name, std::move(text));
  std::vector<OfAnswer> out;
  for (Answer& answer : answers_in(catalogue().prompts, document::read(sources, source))) {
    if (answer.prompt == nullptr) return {};
    const model::Model& model = *catalogue().models.find(answer.prompt->model);
    const Review part = review(sources, std::move(answer.document), make_context(model, answer.prompt));
    out.push_back({answer.prompt->id, sorted_rules(part.findings)});
  }
  return out;
}

/// What the answers of an article should give: what each gives in a file of its own.
std::vector<OfAnswer> apart(const std::string& file) {
  std::vector<OfAnswer> out;
  for (const std::string& id : catalogue().prompts.ids()) {
    const Sample alone(read_file("prompts/" + id + "/" + file), file, {}, id);
    out.push_back({id, sorted_rules(alone.review.findings)});
  }
  return out;
}

std::string article(const std::string& file) {
  std::string out = "# Designs by prompt\n";
  std::size_t number = 0;
  for (const std::string& id : catalogue().prompts.ids())
    out += heading_of(id, ++number) + read_file("prompts/" + id + "/" + file);
  return out;
}

TEST_CASE("an article of many answers gives what each of them gives alone") {
  for (const char* file : {"source.md", "consistent.md"}) {
    INFO(file);
    CHECK(of_answers("article.md", article(file)) == apart(file));
  }
}

TEST_CASE("so does an article whose marks of Markdown are lost") {
  for (const char* file : {"source.md", "consistent.md"}) {
    INFO(file);
    CHECK(of_answers("article.txt", flattened(article(file), '\t')) == apart(file));
  }
}

}  // namespace
}  // namespace reckon::check
