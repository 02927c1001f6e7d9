// SPDX-License-Identifier: MIT
// A document checked as an answer to a prompt of the catalogue, for tests.
#pragma once

#include "check/review.hpp"
#include "document/read.hpp"
#include "model/library.hpp"
#include "prompt/library.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace reckon::check {

inline std::string read_file(const std::string& path) {
  std::ifstream in(std::string(RECKON_ROOT "/") + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The catalogue, loaded once for a test program.
struct Catalogue {
  base::Sources sources;
  model::Library models{sources, {}};
  prompt::Library prompts{sources, {}};
};

inline Catalogue& catalogue() {
  static Catalogue loaded;
  return loaded;
}

/// A review together with the text that its spans point into.
struct Sample {
  base::Sources sources;
  document::Document document;
  Review review;

  explicit Sample(std::string text, const std::string& name = "answer.md",
                  const std::vector<std::string>& settings = {},
                  const std::string& prompt_id = "payment-gateway") {
    const prompt::Prompt* prompt = catalogue().prompts.find(prompt_id);
    Context context = make_context(*catalogue().models.find(prompt->model), prompt);
    const base::SourceId source = sources.add(name, std::move(text));
    for (const std::string& setting : settings) {
      base::Sources line;
      const base::SourceId at = line.add("setting", setting);
      if (!set(context, line, at)) throw std::runtime_error("setting refused: " + setting);
    }
    document = document::read(sources, source);
    review = check::review(sources, document, std::move(context));
  }

  [[nodiscard]] std::string text(const base::Span& span) const { return std::string(sources.text(span)); }

  /// Rules of the findings above note, in document order.
  [[nodiscard]] std::vector<std::string> rules() const {
    std::vector<std::string> out;
    for (const Finding& finding : review.findings) {
      if (finding.diagnostic.severity != base::Severity::note) out.push_back(finding.diagnostic.code);
    }
    return out;
  }

  /// One line for each finding above note, for messages of tests.
  [[nodiscard]] std::string complaints() const {
    std::string out;
    for (const Finding& finding : review.findings) {
      if (finding.diagnostic.severity == base::Severity::note) continue;
      const base::Span& span = finding.diagnostic.primary.span;
      out += '\n' + std::to_string(sources.place(span.source, span.begin).line) + ": " +
             finding.diagnostic.code + ": " + finding.diagnostic.message + " | " + text(span);
    }
    return out;
  }

  [[nodiscard]] std::string slot_name(const Claim& claim) const {
    return claim.slot ? review.context.model->slot(*claim.slot).name : std::string{};
  }

  /// Verdict of the first claim about a name; `unbound` when there is none.
  [[nodiscard]] Verdict verdict(const std::string& slot, std::size_t skip = 0) const {
    for (std::size_t i = 0; i < review.claims.size(); ++i) {
      const bool about = review.claims[i].role != Role::equation && slot_name(review.claims[i]) == slot;
      if (about && skip-- == 0) return review.claims.judgement(i).verdict;
    }
    return Verdict::unbound;
  }

  /// A value in force; nothing when the input is open.
  [[nodiscard]] const model::Given* in_force(const std::string& slot) const {
    const auto id = model::find_slot(*review.context.model, slot);
    return id && review.context.scenario[*id] ? &*review.context.scenario[*id] : nullptr;
  }

  [[nodiscard]] const Finding* find(const std::string& rule, std::size_t skip = 0) const {
    for (const Finding& finding : review.findings) {
      if (finding.diagnostic.code == rule && skip-- == 0) return &finding;
    }
    return nullptr;
  }
};

/// A document that answers no prompt, as `reckon check FILE` takes it.
struct Unprompted {
  base::Sources sources;
  document::Document document;
  Review review;

  explicit Unprompted(std::string text) {
    const base::SourceId source = sources.add("plan.md", std::move(text));
    document = document::read(sources, source);
    review = check::review(sources, document, make_context(*catalogue().models.find("any-design"), nullptr));
  }
};

inline bool above_note(const Finding& finding) {
  return finding.diagnostic.severity != base::Severity::note;
}

inline bool overlaps(const base::Span& a, const base::Span& b) {
  return a.begin < b.end && b.begin < a.end;
}

}  // namespace reckon::check
