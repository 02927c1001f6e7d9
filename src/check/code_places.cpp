// SPDX-License-Identifier: MIT
#include "check/code_places.hpp"

#include "document/artefact.hpp"
#include "document/code_block.hpp"
#include "document/node_text.hpp"
#include "document/sql/columns.hpp"
#include "tree/pointer.hpp"

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

namespace reckon::check {
namespace {

using document::Artefact;
using prompt::CodePlace;

/// A table whose columns are texts of SQL: the tree of CREATE TABLE under the name that the answer gives it.
void add_table(const Artefact& response, const tree::Node& entry, const CodePlace& place,
               document::Document& into) {
  std::vector<const tree::Node*> texts;
  for (const tree::Match& match : tree::select(entry, place.columns)) texts.push_back(match.node);
  document::SqlColumns read = document::read_sql_columns(texts);
  std::optional<tree::Node>& table = read.table;
  const tree::Node* name = tree::at(entry, place.table);
  if (!table || name == nullptr || !name->is_scalar()) return;
  const auto named = std::find_if(table->members.begin(), table->members.end(),
                                  [](const tree::Member& member) { return member.key == "name"; });
  if (named == table->members.end()) return;
  named->value = *name;
  table->span = entry.span;
  document::add_artefact("table", {}, std::move(*table), false, response.section, into);
  std::get<Artefact>(into.fragments.back()).is_partial = !read.unread.empty();
}

void add_code(const base::Sources& sources, const Artefact& response, const CodePlace& place,
              document::Document& into) {
  for (const tree::Match& match : tree::select(*response.tree, place.pattern)) {
    if (!place.table.empty()) {
      add_table(response, *match.node, place, into);
    } else if (match.node->kind == tree::Kind::string) {
      document::read_code_block(sources, document::text_of(sources, *match.node), place.language,
                                response.section, into);
    }
  }
}

}  // namespace

std::optional<document::Document> with_code(const base::Sources& sources, const document::Document& document,
                                            const prompt::Prompt& prompt) {
  const auto is_response = [](const document::Fragment& fragment) {
    const auto* artefact = std::get_if<Artefact>(&fragment);
    return artefact != nullptr && artefact->type == "response";
  };
  if (prompt.code.empty() || std::none_of(document.fragments.begin(), document.fragments.end(), is_response))
    return std::nullopt;
  document::Document out;
  out.source = document.source;
  out.problems = document.problems;
  for (const document::Fragment& fragment : document.fragments) {
    out.fragments.push_back(fragment);
    if (!is_response(fragment)) continue;
    for (const CodePlace& place : prompt.code) add_code(sources, std::get<Artefact>(fragment), place, out);
  }
  return out;
}

std::set<const tree::Node*> code_in(const Artefact& response, const prompt::Prompt& prompt) {
  std::set<const tree::Node*> out;
  for (const CodePlace& place : prompt.code) {
    for (const tree::Match& match : tree::select(*response.tree, place.pattern)) {
      if (place.table.empty()) {
        out.insert(match.node);
        continue;
      }
      for (const tree::Match& column : tree::select(*match.node, place.columns)) out.insert(column.node);
    }
  }
  return out;
}

}  // namespace reckon::check
