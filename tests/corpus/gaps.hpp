// SPDX-License-Identifier: MIT
// What is known to be misread, in as few lines as say exactly that: spellings that fail together are told
// together.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace reckon::corpus {

class Gaps {
 public:
  /// The values of each axis.
  Gaps(std::string name, std::vector<std::string> rows, std::vector<std::string> columns,
       std::vector<std::string> seats)
      : name_(std::move(name)),
        rows_(std::move(rows)),
        columns_(std::move(columns)),
        seats_(std::move(seats)) {}

  void add(const std::string& failure, const std::string& row, const std::string& column,
           const std::string& seat);

  /// "name: failure | rows | columns | seats" for each group, `*` for all of an axis. In order.
  [[nodiscard]] std::string print() const;
  [[nodiscard]] long count() const { return count_; }

 private:
  using Names = std::set<std::string>;

  std::string name_;
  std::vector<std::string> rows_;
  std::vector<std::string> columns_;
  std::vector<std::string> seats_;
  long count_ = 0;
  /// Of each failure and row: the seats of each column.
  std::map<std::string, std::map<std::string, std::map<std::string, Names>>> failures_;
};

}  // namespace reckon::corpus
