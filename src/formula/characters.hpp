// SPDX-License-Identifier: MIT
// The characters of formula text: what starts and continues a word, blanks, and digits in superscript.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace reckon::formula {

bool is_digit(char c);
/// A letter of ASCII or an underscore.
bool is_letter(char c);

/// Where a blank run that starts at `at` ends; blanks are ASCII white space and no-break, thin and narrow
/// spaces.
std::size_t skip_blanks(std::string_view text, std::size_t at);

/// Where the word that starts at `at` ends (`at` when there is none): letters, digits, underscores, the micro
/// sign, and dots between two of its parts.
std::size_t word_end(std::string_view text, std::size_t at);

/// Where a run of superscript digits, sign included, ends; `digits` gets it in ASCII.
std::size_t superscript_end(std::string_view text, std::size_t at, std::string& digits);

}  // namespace reckon::formula
