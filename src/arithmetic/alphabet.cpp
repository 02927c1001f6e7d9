// SPDX-License-Identifier: MIT
#include "arithmetic/alphabet.hpp"

#include <algorithm>
#include <array>

namespace reckon::arithmetic {
namespace {

/// A character and its one spelling.
struct Spelling {
  char32_t written;
  std::string_view plain;
};

constexpr std::array spellings{
    Spelling{0x00ad, ""},      Spelling{0x00b2, "^2"}, Spelling{0x00b3, "^3"},     Spelling{0x00b7, "*"},
    Spelling{0x00b9, "^1"},    Spelling{0x00d7, "*"},  Spelling{0x00f7, "/"},      Spelling{0x2010, "-"},
    Spelling{0x2011, "-"},     Spelling{0x2012, "-"},  Spelling{0x2013, "-"},      Spelling{0x2014, ", "},
    Spelling{0x2015, ", "},    Spelling{0x2022, ";"},  Spelling{0x2044, "/"},      Spelling{0x2070, "^0"},
    Spelling{0x2074, "^4"},    Spelling{0x2075, "^5"}, Spelling{0x2076, "^6"},     Spelling{0x2077, "^7"},
    Spelling{0x2078, "^8"},    Spelling{0x2079, "^9"}, Spelling{0x207b, "^-"},     Spelling{0x2192, "->"},
    Spelling{0x21d2, "->"},    Spelling{0x21e8, "->"}, Spelling{0x2212, "-"},      Spelling{0x2215, "/"},
    Spelling{0x2217, "*"},     Spelling{0x2219, "*"},  Spelling{0x223c, "~"},      Spelling{0x2243, "~="},
    Spelling{0x2245, "~="},    Spelling{0x2248, "~="}, Spelling{0x2252, "~="},     Spelling{0x2259, "="},
    Spelling{0x2260, "!="},    Spelling{0x2264, "<="}, Spelling{0x2265, ">="},     Spelling{0x22c5, "*"},
    Spelling{0x2308, "ceil("}, Spelling{0x2309, ")"},  Spelling{0x230a, "floor("}, Spelling{0x230b, ")"},
    Spelling{0x2715, "*"},     Spelling{0x2716, "*"},  Spelling{0x2794, "->"},     Spelling{0x2797, "/"},
    Spelling{0x279c, "->"},    Spelling{0x27a1, "->"}, Spelling{0x27f6, "->"},     Spelling{0x27f9, "->"},
    Spelling{0x2a2f, "*"},     Spelling{0x2a7d, "<="}, Spelling{0x2a7e, ">="},     Spelling{0x3001, ", "},
    Spelling{0x3002, ". "},    Spelling{0xfeff, ""},   Spelling{0xff08, "("},      Spelling{0xff09, ")"},
    Spelling{0xff0c, ", "},    Spelling{0xff1a, ": "}, Spelling{0xff1b, "; "},     Spelling{0xff1d, "="},
    Spelling{0xff5e, "~"},
};

static_assert(std::is_sorted(spellings.begin(), spellings.end(),
                             [](const Spelling& a, const Spelling& b) { return a.written < b.written; }));

constexpr std::array commands{
    Command{"times", "*"},
    Command{"cdot", "*"},
    Command{"ast", "*"},
    Command{"div", "/"},
    Command{"approx", "~="},
    Command{"sim", "~"},
    Command{"simeq", "~="},
    Command{"cong", "~="},
    Command{"rightarrow", "->"},
    Command{"Rightarrow", "->"},
    Command{"implies", "->"},
    Command{"to", "->"},
    Command{"longrightarrow", "->"},
    Command{"geq", ">="},
    Command{"ge", ">="},
    Command{"leq", "<="},
    Command{"le", "<="},
    Command{"space", " "},
    Command{"quad", " "},
    Command{"qquad", " "},
    Command{"text", ""},
    Command{"mathrm", ""},
    Command{"mathbf", ""},
    Command{"mathit", ""},
    Command{"textbf", ""},
    Command{"operatorname", ""},
    Command{"left", ""},
    Command{"right", ""},
    Command{"sqrt", "sqrt"},
    Command{"max", "max"},
    Command{"min", "min"},
    Command{"lceil", "ceil("},
    Command{"rceil", ")"},
    Command{"lfloor", "floor("},
    Command{"rfloor", ")"},
    Command{"mu", "\xc2\xb5"},
    Command{"frac", ""},
    Command{"dfrac", ""},
    Command{"tfrac", ""},
};

}  // namespace

const Command* find_command(std::string_view name) {
  const auto* const found =
      std::find_if(commands.begin(), commands.end(), [name](const Command& c) { return c.name == name; });
  return found == commands.end() ? nullptr : found;
}

std::optional<std::string_view> plain_spelling(char32_t character) {
  const auto* const row =
      std::lower_bound(spellings.begin(), spellings.end(), character,
                       [](const Spelling& s, char32_t value) { return s.written < value; });
  if (row == spellings.end() || row->written != character) return std::nullopt;
  return row->plain;
}

}  // namespace reckon::arithmetic
