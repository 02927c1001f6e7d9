// SPDX-License-Identifier: MIT
// Columns that an answer gives as texts: "CustomerID INT REFERENCES Customers(CustomerID)".
#pragma once

#include "check/record.hpp"
#include "tree/pointer.hpp"

#include <string_view>

namespace reckon::check {

/// One record for each column below a table, with the fields of `of_table` and `column`; of a column in SQL
/// also `type`, `to_table`, `to_column` and `on_delete`, "" where it does not say them. What is no SQL may
/// name its column anywhere: each of its words counts as one.
void add_columns(const tree::Match& table, std::string_view columns, const Record& of_table, Selected& out);

}  // namespace reckon::check
