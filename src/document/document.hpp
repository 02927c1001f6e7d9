// SPDX-License-Identifier: MIT
// What a response is made of, in document order. Nothing here is judged.
#pragma once

#include "base/boxed.hpp"
#include "base/by_index.hpp"
#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "document/text.hpp"
#include "tree/node.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace reckon::document {

/// A recognised piece: a JSON answer, a manifest, a command. All become trees. A command's tree has one
/// member for each option, and `arguments` and `environment` (shell_command.hpp says how words are taken).
struct Artefact {
  std::string
      type;  ///< "response" (a JSON object), "manifest", "command", "yaml" (a mapping that is no manifest)
  std::string name;  ///< the manifest's kind ("Deployment"), the command's program ("kafka-topics.sh"), or ""
  base::Boxed<tree::Node> tree;  ///< few fragments have one
  base::Span span;
  std::string section;
  bool truncated = false;   ///< reading broke off inside it, or it ends where more must follow
  bool is_partial = false;  ///< parts of it could not be read
};

struct Cell {
  Text text;
};

/// Rows of cells in one piece of memory: a table can have a million of them.
class Rows {
 public:
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] bool empty() const { return ends_.empty(); }
  [[nodiscard]] std::span<const Cell> operator[](std::size_t row) const {
    const std::uint32_t begin = row == 0 ? 0 : ends_[row - 1];
    return std::span(cells_).subspan(begin, ends_[row] - begin);
  }
  [[nodiscard]] base::ByIndex<Rows> begin() const { return {*this, 0}; }
  [[nodiscard]] base::ByIndex<Rows> end() const { return {*this, size()}; }
  /// Of all rows.
  [[nodiscard]] std::span<const Cell> cells() const { return cells_; }

  /// An empty row, which the next cells belong to.
  void add_row() { ends_.push_back(static_cast<std::uint32_t>(cells_.size())); }
  void add(Cell cell) {
    cells_.push_back(std::move(cell));
    ++ends_.back();
  }

 private:
  std::vector<Cell> cells_;
  std::vector<std::uint32_t> ends_;  ///< of each row; it begins where the one before ends
};

struct Table {
  std::vector<Cell> header;
  Rows rows;
  std::string section;
};

/// A run of text in which sentences and equations stand. Each paragraph of a list item is a passage of kind
/// item.
struct Passage {
  enum class Kind { heading, paragraph, item, code };
  Kind kind = Kind::paragraph;
  Text text;  ///< one line for code and lines that go on with "= ...", otherwise the whole block, breaks as
              ///< single spaces
  int depth = 0;        ///< heading level; nesting of an item
  std::string section;  ///< the headings above, "Capacity / Kafka"
  /// False only where no digit stands in the text: most prose, which nobody then has to look through for
  /// numbers.
  bool may_state = true;
};

using Fragment = std::variant<Artefact, Table, Passage>;

struct Document {
  base::SourceId source = 0;
  std::vector<Fragment> fragments;
  /// What looked like data and could not be read: `document.unreadable-json`, `document.irregular-yaml`,
  /// `document.duplicate-key`... Errors in a data file, notes inside prose.
  std::vector<base::Diagnostic> problems;
};

}  // namespace reckon::document
