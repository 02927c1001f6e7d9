// SPDX-License-Identifier: MIT
// Columns that an answer gives as texts: "CustomerID INT REFERENCES Customers(CustomerID)".
#pragma once

#include "check/record.hpp"
#include "document/sql/columns.hpp"
#include "tree/pointer.hpp"

#include <map>
#include <string_view>
#include <vector>

namespace reckon::check {

/// Texts read as the columns of a table: rules of one prompt ask for the same again and again.
class ColumnTexts {
 public:
  /// Valid until the next.
  const document::SqlColumns& of(const std::vector<const tree::Node*>& texts);

 private:
  std::map<std::vector<const tree::Node*>, document::SqlColumns> known_;
  document::SqlColumns last_;
};

/// One record for each column below a table, with the fields of `of_table` and `column`; of a column in SQL
/// also `type`, `to_table`, `to_column` and `on_delete`, "" where it does not say them. What is no SQL may
/// name its column anywhere: each of its words counts as one.
void add_columns(const tree::Match& table, std::string_view columns, const Record& of_table,
                 ColumnTexts& known, Selected& out);

}  // namespace reckon::check
