// SPDX-License-Identifier: MIT
// Records found by their texts: as many questions as a document can ask, each at the cost of a hash.
#pragma once

#include "check/record.hpp"

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace reckon::check {

/// How texts of records compare: by their letters and digits, whatever stands between words.
std::string compared(std::string_view text);

/// Answers whether one of some records equals another in every field that both have.
class RecordLookup {
 public:
  explicit RecordLookup(const std::vector<const Record*>& others);

  bool holds(const Record& record);

 private:
  using Fields = std::vector<std::string_view>;
  /// Records with the same fields, and their texts in those that were asked for.
  struct Group {
    std::vector<const Record*> records;
    std::map<Fields, std::unordered_set<std::string>> texts;
  };
  std::map<Fields, Group> groups_;
};

/// Finds records by the fields that two of them are joined by, and of those with the same statement one.
class RecordJoin {
 public:
  RecordJoin(const std::vector<const Record*>& others, const std::vector<std::string>& join,
             const std::string& field);

  /// Few at most: a name that has many statements is no name.
  [[nodiscard]] const std::vector<const Record*>& with(const Record& record) const;

 private:
  const std::vector<std::string>& join_;
  std::unordered_map<std::string, std::vector<const Record*>> by_text_;
  std::vector<const Record*> none_;
};

}  // namespace reckon::check
