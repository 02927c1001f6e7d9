// SPDX-License-Identifier: MIT
// The rows of a sweep as a table, as CSV (RFC 4180) or as JSON, each written as soon as it is there. Numbers
// stand in the unit of their column's head. Charts are drawn elsewhere (report/chart.hpp).
#pragma once

#include "report/write.hpp"
#include "whatif/sweep.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace reckon::report {

struct SweepColumn {
  std::string name;
  std::string unit;  ///< "1" for none
  double factor = 1.0;
};

struct SweepHead {
  std::string version;
  std::string model;
  std::string title;
  std::vector<SweepColumn> inputs;
  std::vector<SweepColumn> outputs;
};

SweepHead sweep_head(const check::Context& context, const whatif::Grid& grid,
                     const std::vector<model::SlotId>& outputs, std::string version);

/// Columns are as wide as the first rows need; a later row that needs more moves its own line.
class SweepTable {
 public:
  SweepTable(const SweepHead& head, Write write);
  void row(const whatif::Row& row);
  void end(const whatif::Swept& swept);

 private:
  using Line = std::vector<std::string>;
  void flush();
  void print(const Line& cells, const std::string& remark);

  SweepHead head_;
  Write write_;
  std::vector<std::size_t> widths_;
  std::vector<std::pair<Line, std::string>> waiting_;  ///< rows until the widths are known
  bool knows_widths_ = false;
  std::uint64_t failed_ = 0;
};

/// name [unit] in the head; the last column says why a value is missing.
class SweepCsv {
 public:
  SweepCsv(const SweepHead& head, Write write);
  void row(const whatif::Row& row);
  void end(const whatif::Swept& swept);

 private:
  SweepHead head_;
  Write write_;
};

/// An object whose `rows` stand one on a line.
class SweepJson {
 public:
  SweepJson(const SweepHead& head, Write write);
  void row(const whatif::Row& row);
  void end(const whatif::Swept& swept);

 private:
  SweepHead head_;
  Write write_;
  bool is_first_ = true;
};

using SweepWriter = std::variant<SweepTable, SweepCsv, SweepJson>;

}  // namespace reckon::report
