// SPDX-License-Identifier: MIT
#include "formula/codes.hpp"

namespace reckon::formula {
namespace {

constexpr CodeRow code_rows[] = {
    {codes::empty, "There is no formula where one is needed."},
    {codes::syntax, "The text breaks the grammar of formulas at the place that is marked."},
    {codes::too_long, "A formula may be 64 KiB long."},
    {codes::too_deep, "Parentheses, calls, signs and powers may nest 64 deep."},
    {codes::ambiguous_comma, "Between the arguments of a call, `1,234` can be one number or two."},
    {codes::chained_comparison, "A comparison compares two sides; join two comparisons with `and`."},
    {codes::unknown_name, "A word is neither a name in scope nor a unit."},
    {codes::unknown_function, "A word in front of a parenthesis is not in the table of functions."},
    {codes::argument_count, "A function was given too few or too many arguments."},
    {codes::argument_dimension, "An argument does not have the dimension that the function takes."},
    {codes::rounding_unit, "ceil, floor and round take a count; for anything else they need a unit."},
    {codes::dimensions_differ, "Only quantities of one dimension can be added, subtracted or compared."},
    {codes::exponent, "An exponent must be a number, and a whole one when the base has a dimension."},
    {codes::truth_needed, "and, or, not and the condition of if work on comparisons."},
    {codes::quantity_needed, "A comparison stands where a quantity is needed."},
    {codes::wrong_result, "The formula yields something else than what was declared for it."},
    {codes::display_unit, "The unit after `in` cannot express the result."},
    {codes::counts_let_through,
     "Counted axes (request, core, node...) differ; in prose and in calc that is let through."},
};

}  // namespace

std::span<const CodeRow> code_table() {
  return code_rows;
}

}  // namespace reckon::formula
