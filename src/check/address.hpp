// SPDX-License-Identifier: MIT
// Where something stands in a document, told without lines, so that edits elsewhere do not change it: the
// headings above, then the names of row and column. Data has its pointer for that.
#pragma once

#include "base/source.hpp"
#include "document/document.hpp"

#include <string>
#include <utility>
#include <vector>

namespace reckon::check {

/// Of one document, which must outlive it.
class Addresses {
 public:
  explicit Addresses(const document::Document& document);

  /// "Capacity / Kafka", behind a pointer into data "Capacity#/brokers/count", of a cell
  /// "Capacity#Brokers/Disk".
  [[nodiscard]] std::string of(const base::Span& span, const std::string& pointer) const;

 private:
  [[nodiscard]] const document::Fragment* fragment_at(const base::Span& span) const;

  std::vector<std::pair<base::Span, const document::Fragment*>> fragments_;  ///< by where they begin
};

}  // namespace reckon::check
