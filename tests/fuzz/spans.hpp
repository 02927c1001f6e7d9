// SPDX-License-Identifier: MIT
// What must hold for every span that a reader gives out; a breach aborts, which a fuzzer reports as a crash.
#pragma once

#include "base/source.hpp"
#include "document/document.hpp"
#include "document/read.hpp"
#include "tree/node.hpp"

#include <cstdlib>
#include <variant>

namespace reckon::fuzz {

inline void require(bool condition) {
  if (!condition) std::abort();
}

inline void check_span(const base::Sources& sources, const base::Span& span) {
  require(span.source == 0 && span.begin <= span.end && span.end <= sources.text(0).size());
}

inline void check_tree(const base::Sources& sources, const tree::Node& node, bool nested) {
  check_span(sources, node.span);
  check_span(sources, node.text_span);
  if (node.is_scalar() && node.verbatim) require(sources.text(node.text_span) == node.text);
  for (const tree::Node& item : node.items) {
    if (nested) require(node.span.contains(item.span));
    check_tree(sources, item, nested);
  }
  for (const tree::Member& member : node.members) {
    check_span(sources, member.key_span);
    if (nested) require(node.span.contains(member.value.span));
    check_tree(sources, member.value, nested);
  }
}

inline void check_text(const base::Sources& sources, const document::Text& text) {
  for (std::size_t i = 0; i < text.view().size(); ++i) check_span(sources, text.span(i, i + 1));
  check_span(sources, text.span());
}

inline void check_document(const base::Sources& sources, const document::Document& document) {
  for (const document::Fragment& fragment : document.fragments) {
    if (const auto* artefact = std::get_if<document::Artefact>(&fragment)) {
      check_span(sources, artefact->span);
      check_tree(sources, *artefact->tree, false);
    } else if (const auto* passage = std::get_if<document::Passage>(&fragment)) {
      check_text(sources, passage->text);
    } else if (const auto* table = std::get_if<document::Table>(&fragment)) {
      for (const auto& cell : table->header) check_text(sources, cell.text);
      for (const auto& cell : table->rows.cells()) check_text(sources, cell.text);
    }
  }
  for (const auto& problem : document.problems) check_span(sources, problem.primary.span);
}

}  // namespace reckon::fuzz
