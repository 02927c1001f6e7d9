// SPDX-License-Identifier: MIT
// A text read into a tree, with what the tests ask about it: the source under a span, the codes of the
// problems.
#pragma once

#include "base/source.hpp"
#include "tree/pointer.hpp"
#include "tree/read.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace reckon::tree {

struct Sample {
  base::Sources sources;
  Reading reading;

  [[nodiscard]] const Node* at(std::string_view pointer, std::size_t document = 0) const {
    return document < reading.documents.size() ? tree::at(reading.documents[document], pointer) : nullptr;
  }
  [[nodiscard]] std::string source(const base::Span& span) const { return std::string(sources.text(span)); }
  [[nodiscard]] std::string source(std::string_view pointer) const {
    const Node* node = at(pointer);
    return node == nullptr ? "(no node)" : source(node->span);
  }
  /// `code@line:column` of every problem, separated by spaces.
  [[nodiscard]] std::string problems() const {
    std::string out;
    for (const auto& problem : reading.problems) {
      const auto place = sources.place(problem.primary.span.source, problem.primary.span.begin);
      out += (out.empty() ? "" : " ") + problem.code + '@' + std::to_string(place.line) + ':' +
             std::to_string(place.column);
    }
    return out;
  }
};

inline Sample read_json_sample(std::string text) {
  Sample sample;
  const auto id = sample.sources.add("sample.json", std::move(text));
  sample.reading = read_json(sample.sources, sample.sources.whole(id));
  return sample;
}

inline Sample read_yaml_sample(std::string text, YamlDialect dialect = YamlDialect::response) {
  Sample sample;
  const auto id = sample.sources.add("sample.yaml", std::move(text));
  sample.reading = read_yaml(sample.sources, sample.sources.whole(id), dialect);
  return sample;
}

}  // namespace reckon::tree
