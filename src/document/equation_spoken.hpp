// SPDX-License-Identifier: MIT
// Multiplication without a sign: "4 TB with 3x replication", "1,200 requests per second at 50 ms each".
#pragma once

#include "document/equation_expression.hpp"

#include <cstddef>
#include <optional>

namespace reckon::document {

/// The token of the factor when the words at `from` replicate what stands before them.
std::optional<std::size_t> replication_factor(const Prepared& prepared, std::size_t from);
/// "12 TB, add 30% headroom": the token of the percentage.
std::optional<std::size_t> surcharge_in_words(const Prepared& prepared, std::size_t from);

/// "99.9% over 28 days = 40 minutes": what is missing to the share, times the time.
std::optional<Expression> downtime_over(const Prepared& prepared, const Expression& left);

/// "4 × the average of 700/s": the operand behind words that only introduce it; `from` when there is none.
std::size_t behind_filling_words(const Prepared& prepared, std::size_t from);

/// Behind the words and the parenthesis that belong to a factor of replication, which ends before `from`.
std::size_t behind_replication(const Prepared& prepared, std::size_t from);

/// "At 1,200 requests per second and 50 ms each, that's 60 at once": the two quantities as a product. Only
/// when a relation and a quantity of the product's dimension follow, since words alone prove nothing.
std::optional<Expression> spoken_product(const Prepared& prepared, const Expression& left);

}  // namespace reckon::document
