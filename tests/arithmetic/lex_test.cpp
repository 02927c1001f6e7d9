// SPDX-License-Identifier: MIT
// Plain text as tokens.
#include "arithmetic/sample.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

namespace reckon::arithmetic {
namespace {

std::string_view show(Kind kind) {
  constexpr std::string_view names[] = {"n", "w", "*", "/", "+", "-", "^", "(",
                                        ")", "=", ",", ":", ";", ".", "?"};
  return names[static_cast<std::size_t>(kind)];
}

/// A letter or sign for each token, without the last stop: "n * n = n".
std::string kinds(const Sample& sample) {
  std::string out;
  for (std::size_t i = 0; i + 1 < sample.tokens.tokens.size(); ++i)
    out += (i == 0 ? "" : " ") + std::string(show(sample.tokens.tokens[i].kind));
  return out;
}

TEST_CASE("a text is numbers, words, operators, relations and marks") {
  struct Row {
    const char* text;
    const char* kinds;
  };
  const Row rows[] = {
      {"12 × 4 = 48", "n * n = n"},
      {"12 x 4 = 48", "n * n = n"},
      {"nodes x 4", "w * n"},
      {"5 / 0.7 → 8 cores", "n / n = n"},
      {"(5 + 3)^2", "( n + n ) ^ n"},
      {"busy cores: 5, idle; done.", "w w : n , w ; w ."},
      {"5 GB - 3 GB", "n - n"},
      {"i += 1", "w ? n"},
      {"https://a.example/?q=5*3", "w"},
      {"15 GB*, more", "n ? , w"},
      {"RFC 8463", "w n"},
      // look-alikes and numbers inside names are words
      {"2024-03-09", "w"},
      {"3rd 2FA", "w w"},
      {"us-east-1", "w"},
      {"p99", "w"},
      // a phrase of the lexicon is one word
      {"is equal to at least 5", "w w n"},
      {"so-called", "w"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(kinds(Sample(row.text)) == row.kinds);
  }
}

TEST_CASE("relations say what they mean") {
  struct Row {
    const char* text;
    Sign sign;
  };
  const Row rows[] = {{"a = b", Sign::equals},   {"a := b", Sign::equals},  {"a == b", Sign::equals},
                      {"a ≈ b", Sign::about},    {"a ~ b", Sign::tilde},    {"a → b", Sign::arrow},
                      {"a => b", Sign::arrow},   {"a ≥ b", Sign::at_least}, {"a > b", Sign::at_least},
                      {"a <= b", Sign::at_most}, {"a ≠ b", Sign::unequal}};
  for (const Row& row : rows) {
    INFO(row.text);
    const Sample sample(row.text);
    REQUIRE(sample.tokens.tokens.size() == 4);
    CHECK(sample.tokens.tokens[1].kind == Kind::relation);
    CHECK(sample.tokens.tokens[1].sign == row.sign);
  }
}

TEST_CASE("words of the lexicon have their role") {
  const Sample sample("brokers roughly divided by three, so at least it");
  const auto role = [&](std::size_t token) { return sample.tokens.tokens[token].role; };
  CHECK(role(0) == Role::content);
  CHECK(role(1) == Role::about);
  CHECK(role(2) == Role::over);
  CHECK(sample.tokens.tokens[3].kind == Kind::number);
  CHECK(role(5) == Role::leap);
  CHECK(role(6) == Role::at_least);
  CHECK(role(7) == Role::pronoun);
}

TEST_CASE("a dash at once between two numbers makes a range that shares its unit") {
  struct Row {
    const char* text;
    const char* figures;
  };
  const Row rows[] = {
      {"400-450 GB", "400..450 GB"}, {"1K-2K", "1000..2000"}, {"5–10 ms", "5..10 ms"}, {"10-5", "10 5"},
      {"5 - 10 GB", "5 10 GB"},      {"3*16-40", "3 16 40"},  {"8-3=5", "8 3 5"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const Sample sample(row.text);
    std::string figures;
    for (const Token& token : sample.tokens.tokens) {
      if (token.kind != Kind::number) continue;
      figures += figures.empty() ? "" : " ";
      figures += arithmetic::show(sample.tokens.figures[token.index],
                                  std::string_view(sample.plain.text).substr(token.begin));
    }
    CHECK(figures == row.figures);
  }
}

TEST_CASE("a bare number behind a name belongs to it") {
  const auto is_name = [](const char* text) { return Sample(text).tokens.figures.at(0).name; };
  CHECK(is_name("see RFC 8463"));
  CHECK(is_name("with TLS 1.3"));
  CHECK(is_name("port 587"));
  CHECK(is_name("section 4"));
  CHECK_FALSE(is_name("Peak 587"));
  CHECK_FALSE(is_name("the Kafka 3 brokers"));
  CHECK_FALSE(is_name("run 5"));
  CHECK_FALSE(is_name("about RFC 8 GB"));
}

TEST_CASE("a line ends with a stop, whatever stands in it") {
  const Sample sample("5\n6");
  REQUIRE(sample.tokens.tokens.size() == 4);
  CHECK(sample.tokens.tokens[1].is_line_end);
  CHECK(sample.tokens.tokens[3].is_line_end);
  const Sample empty("");
  CHECK(empty.tokens.tokens.size() == 1);
}

TEST_CASE("tokens stand in order, apart and inside the text") {
  const bool holds = rc::check("tokens", [](const std::string& text) {
    const Sample sample(text + " 5 × 3");
    std::size_t last = 0;
    for (const Token& token : sample.tokens.tokens) {
      RC_ASSERT(last <= token.begin);
      RC_ASSERT(token.begin <= token.end);
      RC_ASSERT(token.end <= sample.plain.text.size());
      last = token.end;
    }
  });
  CHECK(holds);
}

TEST_CASE("a glued x between two numbers multiplies") {
  CHECK(kinds(Sample("40x3 = 120")) == "n * n = n");
}

}  // namespace
}  // namespace reckon::arithmetic
