// SPDX-License-Identifier: MIT
// A response read into a document, and its fragments as lines that tests compare.
#pragma once

#include "base/source.hpp"
#include "document/document.hpp"
#include "document/read.hpp"
#include "tree/pointer.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace reckon::document {

struct Sample {
  base::Sources sources;
  Document document;

  [[nodiscard]] std::string source(const base::Span& span) const { return std::string(sources.text(span)); }

  /// One line for each fragment: `item1 [A / B] text`, `table 2x3`, `response`, `manifest Deployment`...
  [[nodiscard]] std::vector<std::string> outline() const {
    std::vector<std::string> out;
    for (const Fragment& fragment : document.fragments)
      out.push_back(std::visit([&](const auto& f) { return line(f); }, fragment));
    return out;
  }

  [[nodiscard]] std::string problems() const {
    std::string out;
    for (const auto& problem : document.problems) {
      const auto place = sources.place(problem.primary.span.source, problem.primary.span.begin);
      out += (out.empty() ? "" : " ") + std::string(base::name(problem.severity)) + ':' + problem.code + '@' +
             std::to_string(place.line) + ':' + std::to_string(place.column);
    }
    return out;
  }

  template <class Kind>
  [[nodiscard]] std::vector<const Kind*> all() const {
    std::vector<const Kind*> out;
    for (const Fragment& fragment : document.fragments) {
      if (const auto* found = std::get_if<Kind>(&fragment)) out.push_back(found);
    }
    return out;
  }

  /// The source of the node at a pointer of the n-th artefact.
  [[nodiscard]] std::string at(std::size_t artefact, std::string_view pointer) const {
    const auto artefacts = all<Artefact>();
    if (artefact >= artefacts.size()) return "(no artefact)";
    const tree::Node* node = tree::at(*artefacts[artefact]->tree, pointer);
    return node == nullptr ? "(no node)" : source(node->span);
  }

 private:
  static std::string section(const std::string& name) { return name.empty() ? "" : " [" + name + "]"; }
  static std::string line(const Artefact& a) {
    return a.type + (a.name.empty() ? "" : " " + a.name) + (a.truncated ? " truncated" : "") +
           section(a.section);
  }
  static std::string line(const Table& t) {
    std::string out = "table" + section(t.section);
    const auto row = [&out](std::span<const Cell> cells) {
      out += " |";
      for (const Cell& cell : cells) out += std::string(cell.text.view()) + '|';
    };
    row(t.header);
    for (const auto cells : t.rows) row(cells);
    return out;
  }
  static std::string line(const Passage& p) {
    const std::string kinds[] = {"heading" + std::to_string(p.depth), "paragraph",
                                 "item" + std::to_string(p.depth), "code"};
    return kinds[static_cast<std::size_t>(p.kind)] + section(p.section) + ' ' + std::string(p.text.view());
  }
};

inline Sample read_sample(std::string text, std::string name = "answer.md") {
  Sample sample;
  const auto id = sample.sources.add(std::move(name), std::move(text));
  sample.document = read(sample.sources, id);
  return sample;
}

/// Every span of a document lies in its source, and verbatim scalars are what they say.
inline bool spans_are_sound(const Sample& sample) {
  const std::size_t size = sample.sources.text(0).size();
  bool sound = true;
  const auto inside = [&](const base::Span& span) {
    sound = sound && span.source == 0 && span.begin <= span.end && span.end <= size;
  };
  const auto check = [&](const Text& text) {
    for (std::size_t i = 0; i <= text.view().size(); ++i) inside(text.span(i, i));
    for (std::size_t i = 0; i < text.view().size(); ++i) inside(text.span(i, i + 1));
    inside(text.span());
  };
  for (const Passage* passage : sample.all<Passage>()) check(passage->text);
  for (const Table* table : sample.all<Table>()) {
    for (const Cell& cell : table->header) check(cell.text);
    for (const Cell& cell : table->rows.cells()) check(cell.text);
  }
  for (const Artefact* artefact : sample.all<Artefact>()) {
    inside(artefact->span);
    std::string pointer;
    tree::walk(*artefact->tree, pointer, [&](const std::string&, const tree::Node& node) {
      inside(node.span);
      inside(node.text_span);
      if (node.verbatim && node.is_scalar()) sound = sound && sample.source(node.text_span) == node.text;
      for (const tree::Member& member : node.members) inside(member.key_span);
    });
  }
  for (const auto& problem : sample.document.problems) inside(problem.primary.span);
  return sound;
}

}  // namespace reckon::document
