// SPDX-License-Identifier: MIT
#include "check/address.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <variant>

namespace reckon::check {
namespace {

using document::Cell;
using document::Table;

std::optional<base::Span> first_text(std::span<const Cell> cells) {
  const auto at =
      std::find_if(cells.begin(), cells.end(), [](const Cell& cell) { return !cell.text.empty(); });
  return at == cells.end() ? std::nullopt : std::optional(at->text.span());
}

std::optional<base::Span> begin_of(const document::Fragment& fragment) {
  if (const auto* artefact = std::get_if<document::Artefact>(&fragment)) return artefact->span;
  if (const auto* passage = std::get_if<document::Passage>(&fragment)) {
    return passage->text.empty() ? std::nullopt : std::optional(passage->text.span());
  }
  const auto& table = std::get<Table>(fragment);
  const std::optional<base::Span> header = first_text(table.header);
  return header ? header : first_text(table.rows.cells());
}

std::string_view section_of(const document::Fragment& fragment) {
  return std::visit([](const auto& kind) { return std::string_view(kind.section); }, fragment);
}

/// Words apart by single blanks, however they were laid out.
std::string laid_out(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  std::string out;
  for (std::size_t at = text.find_first_not_of(blanks); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
    if (!out.empty()) out += ' ';
    out += text.substr(at, end - at);
    at = text.find_first_not_of(blanks, end);
  }
  return out;
}

/// "Capacity / Kafka" of "3 Capacity / 3.1 Kafka": sections are numbered anew when one is put in.
std::string without_numbers(const std::string& section) {
  constexpr std::string_view joint = " / ";
  std::string out;
  for (std::size_t at = 0; at <= section.size();) {
    const std::size_t end = std::min(section.find(joint, at), section.size());
    std::string_view part = std::string_view(section).substr(at, end - at);
    const std::size_t behind = part.find_first_not_of("0123456789.)");
    if (behind != 0 && behind != std::string_view::npos && part[behind] == ' ')
      part.remove_prefix(behind + 1);
    if (at != 0) out += joint;
    out += part;
    at = end + joint.size();
  }
  return out;
}

/// The first cell with a word: rows may be numbered, too.
std::string row_name(std::span<const Cell> cells) {
  const auto has_word = [](const Cell& cell) {
    return std::any_of(cell.text.view().begin(), cell.text.view().end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
    });
  };
  const auto named = std::find_if(cells.begin(), cells.end(), has_word);
  return laid_out((named == cells.end() ? cells.front() : *named).text.view());
}

/// The last row that begins in front of a place or there.
std::optional<std::size_t> row_at(const Table& table, const base::Span& span) {
  std::size_t low = 0;
  std::size_t high = table.rows.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::optional<base::Span> begin = first_text(table.rows[middle]);
    if (begin && *begin > span && !begin->contains(span)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low == 0 ? std::nullopt : std::optional(low - 1);
}

/// "Brokers/Disk": what the row is about, and the header above the cell.
std::string cell_name(const Table& table, const base::Span& span) {
  const std::optional<std::size_t> row = row_at(table, span);
  if (!row) return "header";
  const std::span<const Cell> cells = table.rows[*row];
  const auto cell = std::find_if(cells.begin(), cells.end(), [&](const Cell& candidate) {
    return !candidate.text.empty() && candidate.text.span().contains(span);
  });
  if (cell == cells.end()) return {};
  const auto column = static_cast<std::size_t>(cell - cells.begin());
  std::string name = column == 0 ? std::string{} : row_name(cells);
  name += '/';
  if (column < table.header.size()) name += laid_out(table.header[column].text.view());
  return name;
}

}  // namespace

Addresses::Addresses(const document::Document& document) {
  for (const document::Fragment& fragment : document.fragments) {
    if (const std::optional<base::Span> begin = begin_of(fragment))
      fragments_.emplace_back(*begin, &fragment);
  }
  std::stable_sort(fragments_.begin(), fragments_.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
}

const document::Fragment* Addresses::fragment_at(const base::Span& span) const {
  const auto behind = std::partition_point(fragments_.begin(), fragments_.end(), [&](const auto& entry) {
    return entry.first.source < span.source ||
           (entry.first.source == span.source && entry.first.begin <= span.begin);
  });
  if (behind == fragments_.begin() || std::prev(behind)->first.source != span.source) return nullptr;
  return std::prev(behind)->second;
}

std::string Addresses::of(const base::Span& span, const std::string& pointer) const {
  const document::Fragment* fragment = fragment_at(span);
  std::string out;
  if (fragment != nullptr) out = without_numbers(laid_out(section_of(*fragment)));
  const auto* table = fragment == nullptr ? nullptr : std::get_if<Table>(fragment);
  const std::string inner = table != nullptr ? cell_name(*table, span) : pointer;
  if (!inner.empty()) out += '#' + inner;
  return out;
}

}  // namespace reckon::check
