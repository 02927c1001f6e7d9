// SPDX-License-Identifier: MIT
#include "check/unread_reason.hpp"

#include <array>
#include <cstddef>

namespace reckon::check {
namespace {

using Reason = UnreadReason;

constexpr std::array reasons{
    UnreadReasonRow{Reason::date, "date", false, "looks like a date"},
    UnreadReasonRow{Reason::pair, "pair", false,
                    "looks like a time of day, a ratio or a pair: two numbers glued together"},
    UnreadReasonRow{Reason::version, "version", false,
                    "looks like a version or an address: numbers joined by points"},
    UnreadReasonRow{Reason::code_number, "code-number", false,
                    "starts with a zero, as codes do and quantities do not"},
    UnreadReasonRow{Reason::word, "word", false, "is part of a word or a name"},
    UnreadReasonRow{Reason::address, "address", false, "is part of an address"},
    UnreadReasonRow{Reason::list_number, "list-number", false, "numbers an item of a list"},
    UnreadReasonRow{Reason::key, "key", false, "is part of the key '{}'"},
    UnreadReasonRow{Reason::markup, "markup", false,
                    "belongs to the mark-up: the target of a link, a tag, the label of a fence"},
    UnreadReasonRow{Reason::heading, "heading", true,
                    "stands in a heading, of which only calculations are read"},
    UnreadReasonRow{Reason::column_name, "column-name", true, "stands in the name of a column"},
    UnreadReasonRow{Reason::row_name, "row-name", true, "stands in the cell that names its row"},
    UnreadReasonRow{Reason::place, "place", true, "{} reads nothing at {}"},
    UnreadReasonRow{Reason::code, "code", true, "stands in code of which no reader takes this part"},
    UnreadReasonRow{Reason::variable, "variable", true,
                    "belongs to the variable '{}', and feeds no quantity of {}"},
    UnreadReasonRow{Reason::unknown_name, "unknown-name", true, "no quantity of {} is called '{}'"},
    UnreadReasonRow{Reason::several_names, "several-names", true, "'{}' may be {}"},
    UnreadReasonRow{Reason::other_dimension, "other-dimension", true, "'{}' would be {}, which this is not"},
    UnreadReasonRow{Reason::change, "change", true,
                    "is a change or a multiple of '{}', and does not say how much there is"},
    UnreadReasonRow{Reason::longer_name, "longer-name", true, "'{}' says more than the name of {}"},
    UnreadReasonRow{Reason::computed_name, "computed-name", true,
                    "stands under an assumption, and {} is computed"},
    UnreadReasonRow{Reason::two_values, "two-values", true,
                    "its row gives two values to '{}', which speak of two situations"},
    UnreadReasonRow{Reason::unreadable, "unreadable", true, "cannot be read at its place: {}"},
    UnreadReasonRow{Reason::long_label, "long-label", true,
                    "what stands in front of the sign is too long for a label"},
    UnreadReasonRow{Reason::second_label, "second-label", true, "only the first label of a line is read"},
    UnreadReasonRow{Reason::beside_calculation, "beside-calculation", true,
                    "its line calculates, and of such a line only the calculation is read"},
    UnreadReasonRow{Reason::no_row_name, "no-row-name", true, "no cell names its row"},
    UnreadReasonRow{Reason::not_first, "not-first", true,
                    "its cell begins with something else, and a row states what a cell begins with"},
    UnreadReasonRow{Reason::alone, "alone", true,
                    "stands alone: no label names it and nothing is calculated from it"},
    UnreadReasonRow{Reason::no_result, "no-result", true,
                    "is calculated with, and no result stands beside it"},
    UnreadReasonRow{Reason::unknown_operand, "unknown-operand", true,
                    "is calculated with '{}', which is no number"},
    UnreadReasonRow{Reason::unknown_side, "unknown-side", true, "is set against '{}', which is no number"},
    UnreadReasonRow{Reason::two_numbers, "two-numbers", true,
                    "stands right beside another number, with no sign between them"},
    UnreadReasonRow{Reason::range, "range", true, "may be the end of a range as well as a difference"},
    UnreadReasonRow{Reason::limit, "limit", true,
                    "is a limit, and nothing is calculated that has to keep it"},
    UnreadReasonRow{Reason::before_after, "before-after", true,
                    "is one of two values with an arrow between them: before and after"},
    UnreadReasonRow{Reason::other_kind, "other-kind", true,
                    "stands beside something of another kind, from which it does not follow"},
    UnreadReasonRow{Reason::no_conversion, "no-conversion", true,
                    "is set against another number, and neither is calculated or converted"},
    UnreadReasonRow{Reason::remainder, "remainder", true,
                    "its passage speaks of a remainder, which is not read"},
    UnreadReasonRow{Reason::quoted, "quoted", true, "stands behind '{}', where no calculation begins"},
    UnreadReasonRow{Reason::unclosed, "unclosed", true,
                    "its parenthesis is not closed, or lies too deep in others"},
    UnreadReasonRow{Reason::phrase, "phrase", true, "the words around it make it part of something else"},
    UnreadReasonRow{Reason::too_many, "too-many", true,
                    "stands behind too many other numbers of one passage"},
};

constexpr bool is_in_order() {
  for (std::size_t i = 0; i < reasons.size(); ++i) {
    if (static_cast<std::size_t>(reasons[i].reason) != i) return false;
  }
  return reasons.size() == static_cast<std::size_t>(Reason::too_many) + 1;
}
static_assert(is_in_order());

}  // namespace

std::span<const UnreadReasonRow> unread_reason_table() {
  return reasons;
}

std::string_view name(UnreadReason reason) {
  return reasons[static_cast<std::size_t>(reason)].id;
}

bool may_be_quantity(UnreadReason reason) {
  return reasons[static_cast<std::size_t>(reason)].may_be_quantity;
}

std::string say(UnreadReason reason, const std::vector<std::string>& details) {
  std::string_view rest = reasons[static_cast<std::size_t>(reason)].sentence;
  std::string out;
  for (const std::string& detail : details) {
    const std::size_t gap = rest.find("{}");
    if (gap == std::string_view::npos) break;
    out += rest.substr(0, gap);
    out += detail;
    rest.remove_prefix(gap + 2);
  }
  return out += rest;
}

}  // namespace reckon::check
