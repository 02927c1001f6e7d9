// SPDX-License-Identifier: MIT
// One JSON value: a manifest, or a response. A text without a usable value stays as lines. Requests of a
// console, `PUT /path` and a body below it, are as many values as they have bodies.
#include "document/artefact.hpp"
#include "document/code_lines.hpp"
#include "document/comment.hpp"
#include "document/envelope.hpp"
#include "document/node_text.hpp"
#include "document/read.hpp"
#include "document/readers.hpp"
#include "document/text_tree.hpp"
#include "document/tree_artefacts.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace reckon::document {
namespace {

constexpr std::array<std::string_view, 6> methods{"GET ", "PUT ", "POST ", "DELETE ", "PATCH ", "HEAD "};

/// Where lines begin that are a method and a path.
std::vector<std::size_t> requests_in(std::string_view text) {
  std::vector<std::size_t> out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const bool is_request = std::any_of(methods.begin(), methods.end(),
                                        [line](std::string_view method) { return line.starts_with(method); });
    const bool is_blank = line.find_first_not_of(" \t\r") == std::string_view::npos;
    if (is_request) out.push_back(begin);
    if (out.empty() && !is_blank) return {};
    begin = end + 1;
  }
  return out;
}

/// Each part of an answer as what it is: a text is read like a file of its own.
void read_answer(const base::Sources& sources, const Answer& answer, bool truncated, std::string_view section,
                 Document& into) {
  for (const tree::Node* part : answer) {
    if (part->is_scalar()) {
      const Text text = text_of(sources, *part);
      reader_of(text.view()).read(sources, text, section, into);
    } else {
      add_artefacts({*part, truncated}, "response", section, into);
    }
  }
}

/// The value of a text; false when there is none.
bool read_value(const base::Sources& sources, const Text& text, std::string_view otherwise,
                std::string_view section, bool is_strict, Document& into) {
  TextTrees trees = read_json_text(sources, text);
  if (!is_strict)
    std::erase_if(trees.problems,
                  [](const base::Diagnostic& problem) { return problem.code == "document.irregular-json"; });
  add_problems(std::move(trees.problems), into);
  if (trees.documents.empty() || trees.documents.front().root.is_scalar()) return false;
  if (const auto answer = answer_in(trees.documents.front().root)) {
    read_answer(sources, *answer, trees.documents.front().truncated, section, into);
    return true;
  }
  const std::size_t first = into.fragments.size();
  add_artefacts(std::move(trees.documents.front()), otherwise, section, into);
  add_comments(text, first, find_comments(text, into, first, "//"), section, into);
  return true;
}

void read_requests(const base::Sources& sources, const Text& text, const std::vector<std::size_t>& requests,
                   std::string_view section, Document& into) {
  for (std::size_t i = 0; i < requests.size(); ++i) {
    const std::size_t end = i + 1 < requests.size() ? requests[i + 1] : text.view().size();
    const std::size_t body = std::min(text.view().find('\n', requests[i]), end);
    add_code_lines(text.slice(requests[i], body), section, into);
    const Text said = text.slice(body, end).trimmed();
    if (!said.empty() && !read_value(sources, said, "yaml", section, true, into))
      add_code_lines(said, section, into);
  }
}

void read(const base::Sources& sources, const Text& text, std::string_view section, bool is_strict,
          Document& into) {
  if (const auto requests = requests_in(text.view()); !requests.empty())
    return read_requests(sources, text, requests, section, into);
  if (!read_value(sources, text, "response", section, is_strict, into)) add_code_lines(text, section, into);
}

}  // namespace

void read_json(const base::Sources& sources, const Text& text, std::string_view section, Document& into) {
  read(sources, text, section, true, into);
}

void read_jsonc(const base::Sources& sources, const Text& text, std::string_view section, Document& into) {
  read(sources, text, section, false, into);
}

}  // namespace reckon::document
