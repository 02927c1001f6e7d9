// SPDX-License-Identifier: MIT
#include "corpus/checked.hpp"

#include "check/detect.hpp"
#include "document/decode.hpp"
#include "document/read.hpp"
#include "model/library.hpp"
#include "prompt/library.hpp"

#include <algorithm>
#include <utility>

namespace reckon::corpus {
namespace {

/// Of documents that answer no prompt.
constexpr const char* model_without_prompt = "any-design";

struct Catalogue {
  base::Sources sources;
  model::Library models{sources, {}};
  prompt::Library prompts{sources, {}};
};

Catalogue& catalogue() {
  static Catalogue loaded;
  return loaded;
}

check::Context context_of(const document::Document& document, const std::string& id) {
  Catalogue& all = catalogue();
  const prompt::Prompt* prompt =
      id.empty() ? check::detect_prompt(all.prompts, document) : all.prompts.find(id);
  const model::Model* model = all.models.find(prompt == nullptr ? model_without_prompt : prompt->model);
  return check::make_context(*model, prompt);
}

bool is_refused(const document::Document& document) {
  return document.fragments.empty() &&
         std::any_of(document.problems.begin(), document.problems.end(), [](const base::Diagnostic& problem) {
           return problem.severity == base::Severity::error;
         });
}

}  // namespace

bool is_prompt(std::string_view id) {
  static const std::vector<std::string> known = catalogue().prompts.ids();
  return std::find(known.begin(), known.end(), id) != known.end();
}

Checked check_text(const std::string& name, std::string text, const std::string& prompt) {
  Checked out;
  auto decoded = document::decode(std::move(text));
  if (!decoded) return out;
  base::Sources sources;
  const base::SourceId source = sources.add(name, std::move(decoded->text));
  const document::Document document = document::read(sources, source);
  if (is_refused(document)) return out;
  std::vector<check::Review> reviews;
  reviews.push_back(check::review(sources, document, context_of(document, prompt)));
  for (const check::NumberFate& number : reviews.front().numbers) {
    out.numbers.push_back(
        {number.span.begin, number.span.end, number.fate, number.evidence, number.generator});
  }
  out.report = report::build(sources, reviews, "0.0.0");
  return out;
}

bool is_loud(const report::FindingRow& finding) {
  return finding.finding.diagnostic.severity != base::Severity::note && !finding.waived;
}

}  // namespace reckon::corpus
