// SPDX-License-Identifier: MIT
#include "check/declared.hpp"

#include "check/record_lookup.hpp"
#include "document/find_any.hpp"
#include "prompt/variables.hpp"

#include <algorithm>
#include <variant>

namespace reckon::check {
namespace {

/// A label that is farther to the right is a sentence.
constexpr std::size_t longest_label = 200;

class Entries {
 public:
  explicit Entries(std::string_view variable) : name_(compared(variable)) {}

  void from(const document::Passage& passage) {
    const std::string_view view = passage.text.view();
    for (std::size_t begin = 0; begin < view.size();) {
      const std::size_t end = std::min(view.find('\n', begin), view.size());
      line(view.substr(begin, end - begin));
      begin = end + 1;
    }
  }

  void from(const document::Table& table) {
    for (std::size_t column = 0; column < table.header.size(); ++column) {
      if (!is_named_one(table.header[column].text.view())) continue;
      for (const auto row : table.rows) {
        if (column < row.size()) list(row[column].text.view());
      }
    }
    for (const auto row : table.rows) {
      if (row.size() > 1 && is_named(row.front().text.view())) list(row[1].text.view());
    }
  }

  void from(const tree::Node& node) {
    for (const tree::Node& item : node.items) from(item);
    for (const tree::Member& member : node.members) {
      if (is_named(member.key)) value(member.value);
      from(member.value);
    }
  }

  std::vector<std::string> take() { return std::move(out_); }

 private:
  [[nodiscard]] bool is_named(std::string_view label) const { return compared(label) == name_; }
  /// "Role" above a column of roles.
  [[nodiscard]] bool is_named_one(std::string_view header) const {
    const std::string written = compared(header);
    return written == name_ || (!written.empty() && written + 's' == name_);
  }

  /// `Context: tenancyModel = shared, roles = Owner, Member, tenants = 500`
  void line(std::string_view line) {
    for (std::size_t sign = document::find_any<':', '='>(line, 0); sign < longest_label;
         sign = document::find_any<':', '='>(line, sign + 1)) {
      const std::string_view before = line.substr(0, sign);
      const std::size_t mark = before.find_last_of(":,;=");
      if (!is_named(mark == std::string_view::npos ? before : before.substr(mark + 1))) continue;
      return list(prompt::declared_value(line.substr(sign + 1)));
    }
  }

  void value(const tree::Node& node) {
    if (node.is_scalar()) return list(node.text);
    for (const tree::Node& item : node.items) {
      if (item.is_scalar()) add(item.text);
      for (const tree::Member& member : item.members) {
        if (member.value.kind == tree::Kind::string) add(member.value.text);
      }
    }
    for (const tree::Member& member : node.members) add(member.key);
  }

  void list(std::string_view text) {
    for (const std::string_view entry : prompt::entries_of(text)) add(entry);
  }

  void add(std::string_view entry) {
    if (!compared(entry).empty()) out_.emplace_back(entry);
  }

  std::string name_;
  std::vector<std::string> out_;
};

}  // namespace

std::vector<std::string> declared_entries(std::string_view variable, const document::Document& document) {
  Entries out(variable);
  for (const document::Fragment& fragment : document.fragments) {
    if (const auto* artefact = std::get_if<document::Artefact>(&fragment)) {
      out.from(*artefact->tree);
    } else if (const auto* table = std::get_if<document::Table>(&fragment)) {
      out.from(*table);
    } else if (const auto& passage = std::get<document::Passage>(fragment);
               passage.kind != document::Passage::Kind::code) {
      out.from(passage);
    }
  }
  return out.take();
}

}  // namespace reckon::check
