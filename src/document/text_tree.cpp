// SPDX-License-Identifier: MIT
#include "document/text_tree.hpp"

#include "tree/read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace reckon::document {
namespace {

/// Last parts of codes after which the reader went on.
constexpr std::array<std::string_view, 11> read_over{
    "trailing-comma", "extra-comma",       "missing-comma", "comment",   "elided",     "bare-word",
    "quotes",         "control-character", "alias",         "alias-cap", "complex-key"};

std::string_view last_part(std::string_view code) {
  return code.substr(code.rfind('.') + 1);
}

bool is_duplicate(const base::Diagnostic& problem) {
  return last_part(problem.code) == "duplicate-key";
}

bool breaks_off(const base::Diagnostic& problem) {
  const std::string_view last = last_part(problem.code);
  return problem.severity == base::Severity::error && !is_duplicate(problem) &&
         std::find(read_over.begin(), read_over.end(), last) == read_over.end();
}

/// Leads spans of a scratch source, which holds the text's bytes, back to where they stand.
class Relocation {
 public:
  Relocation(const base::Sources& sources, const Text& text) : sources_(sources), text_(text) {}

  void move(base::Span& span) const { span = text_.span(span.begin, span.end); }

  void move(tree::Node& node) const {
    move(node.span);
    move(node.text_span);
    node.verbatim = node.verbatim && sources_.text(node.text_span) == node.text;
    for (tree::Node& item : node.items) move(item);
    for (tree::Member& member : node.members) {
      move(member.key_span);
      move(member.value);
    }
  }

  void move(base::Diagnostic& problem) const {
    move(problem.primary.span);
    for (base::Label& label : problem.secondary) move(label.span);
  }

 private:
  const base::Sources& sources_;
  const Text& text_;
};

template <class Read>
tree::Reading read_anywhere(const base::Sources& sources, const Text& text, const Read& read) {
  if (const auto part = text.contiguous()) return read(sources, *part);
  base::Sources scratch;
  const base::SourceId id = scratch.add("", std::string(text.view()));
  tree::Reading reading = read(scratch, scratch.whole(id));
  const Relocation relocation(sources, text);
  for (tree::Node& document : reading.documents) relocation.move(document);
  for (base::Diagnostic& problem : reading.problems) relocation.move(problem);
  return reading;
}

TextTrees finish(tree::Reading reading, std::string_view language) {
  TextTrees out;
  for (tree::Node& root : reading.documents) out.documents.push_back({std::move(root), false});
  for (base::Diagnostic& problem : reading.problems) {
    const bool broken = breaks_off(problem);
    if (broken) {
      // The break belongs to the last document that begins before it.
      for (auto document = out.documents.rbegin(); document != out.documents.rend(); ++document) {
        if (document->root.span.begin > problem.primary.span.begin) continue;
        document->truncated = true;
        break;
      }
    }
    problem.code = is_duplicate(problem)
                       ? "document.duplicate-key"
                       : fmt::format("document.{}-{}", broken ? "unreadable" : "irregular", language);
    out.problems.push_back(std::move(problem));
  }
  return out;
}

}  // namespace

TextTrees read_json_text(const base::Sources& sources, const Text& text) {
  return finish(read_anywhere(sources, text,
                              [](const base::Sources& from, const base::Span& part) {
                                return tree::read_json(from, part);
                              }),
                "json");
}

TextTrees read_yaml_text(const base::Sources& sources, const Text& text) {
  return finish(read_anywhere(sources, text,
                              [](const base::Sources& from, const base::Span& part) {
                                return tree::read_yaml(from, part, tree::YamlDialect::response);
                              }),
                "yaml");
}

}  // namespace reckon::document
