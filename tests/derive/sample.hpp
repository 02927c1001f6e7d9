// SPDX-License-Identifier: MIT
// A document whose numbers were read and judged, for tests; and what came out as a line of text.
#pragma once

#include "derive/derive.hpp"
#include "derive/judge/written_out.hpp"
#include "document/read.hpp"
#include "units/print.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace reckon::derive {

struct Sample {
  explicit Sample(std::string text, std::string name = "plan.md") {
    const auto id = sources.add(std::move(name), std::move(text));
    document = document::read(sources, id);
    derived = derive(sources, document);
  }
  Sample(const Sample&) = delete;
  Sample& operator=(const Sample&) = delete;

  [[nodiscard]] const Page& page() const { return derived.page; }
  [[nodiscard]] const Judged& judged() const { return derived.judged; }

  /// The accusations that are told.
  [[nodiscard]] std::vector<std::reference_wrapper<const Accusation>> told() const {
    std::vector<std::reference_wrapper<const Accusation>> out;
    std::copy_if(judged().weighed.begin(), judged().weighed.end(), std::back_inserter(out),
                 [](const Accusation& accusation) { return accusation.is_told; });
    return out;
  }
  /// As written in the source.
  [[nodiscard]] std::string text(MentionId id) const { return std::string(sources.text(page().span(id))); }
  /// The first mention that is written so; `nowhere` for none.
  [[nodiscard]] MentionId find(std::string_view written) const {
    for (MentionId id = 0; id < page().mentions.size(); ++id) {
      if (text(id) == written) return id;
    }
    return nowhere;
  }
  [[nodiscard]] std::string calculation(const Derivation& derivation) const {
    return calculation_text(page(), sources, derivation);
  }

  base::Sources sources;
  document::Document document;
  Derived derived;
};

/// What yields a mention and how: "written: 12 × 4", "input" where nothing does.
inline std::string story(const Sample& sample, std::string_view written) {
  const MentionId id = sample.find(written);
  if (id == nowhere) return "(no such number)";
  const Story& told = sample.judged().stories[id];
  if (told.by == nowhere) return std::string(name(told.fate));
  const Derivation& by = sample.derived.derivations[told.by];
  std::string out(told.fate == Fate::explained ? "" : std::string(name(told.fate)) + ", ");
  return out + std::string(name(by.generator)) + ": " + sample.calculation(by);
}

/// The numbers that are accused and what should stand there: "58, not 48".
inline std::vector<std::string> accused(const Sample& sample) {
  std::vector<std::string> out;
  for (const Accusation& accusation : sample.told()) {
    const Derivation& wrong = sample.derived.derivations[accusation.derivation];
    const std::string stated = wrong.target == nowhere
                                   ? std::string(sample.sources.text(sample.page().span(
                                         wrong.line, wrong.stated_begin, wrong.stated_end)))
                                   : sample.text(wrong.target);
    out.push_back(stated + ", not " + units::print_rounded(wrong.comparison.right));
  }
  return out;
}

/// "contradicted" where something is accused, "recomputed" where a calculation that is written, or a rule or
/// total of a table, yields a number, and "silent" otherwise.
inline std::string_view verdict(const Sample& sample) {
  if (!sample.told().empty()) return "contradicted";
  const bool recomputes =
      std::any_of(sample.judged().stories.begin(), sample.judged().stories.end(), [&](const Story& told) {
        return told.fate == Fate::explained && sample.derived.derivations[told.by].is_cued;
      });
  return recomputes ? "recomputed" : "silent";
}

}  // namespace reckon::derive
