// SPDX-License-Identifier: MIT
// Whether two sides belong together: dimensions and counted nouns tell an equation from two claims that stand
// side by side. Values are not looked at; whether a step holds is not asked here.
#pragma once

#include "document/equation_expression.hpp"
#include "document/equation_relation.hpp"

namespace reckon::document {

bool has_operator(const formula::Formula& formula);

/// A lone share from 90 % up, which beside a time is an availability.
bool is_availability(const formula::Formula& formula);
/// One of them is an availability, the other the downtime that it leaves.
bool is_downtime_of(const formula::Formula& a, const formula::Formula& b);
/// "36M a day" and "417/s": one rate, told by the day and by the second.
bool is_rate_over_another_period(const Expression& left, const Expression& right);

/// Two quantities of the same strict dimension, which is not plain.
bool is_conversion(const Expression& left, const Expression& right);

/// Whether `right` goes on what `left` says. A sign is always believed; "so" and an arrow only when the
/// dimension stays and the same things are counted.
bool may_follow(const Tokens& tokens, const Expression& left, const Joint& joint, const Expression& right,
                bool is_first);

/// A quantity in front whose dimension the next side does not have: "3 years = 14 * 365 * 3 = 15 TB".
bool names_subject(const Tokens& tokens, const Expression& first, const Expression& second);

/// Whether a parenthesis derives the result before it. One that has another dimension, or counts other
/// things, describes: "10 servers (32 cores × 2)".
bool derives(const Tokens& tokens, const Expression& result, const Expression& side);

}  // namespace reckon::document
