// SPDX-License-Identifier: MIT
#include "document/code_value.hpp"

#include "document/located_node.hpp"
#include "tree/read.hpp"

#include <fmt/format.h>

#include <charconv>
#include <string>
#include <utility>

namespace reckon::document {
namespace {

using tree::Kind;
using tree::Node;

/// Parts of names and numbers besides letters and digits: `db.users`, `$near`, `-73.97`, `us-east-1`.
constexpr std::string_view word_bytes = ".$-";
/// Up to here a double counts in ones.
constexpr double largest_whole = 9007199254740992.0;

/// The value of `a * b * c` when all are plain whole or decimal numbers.
std::optional<double> product(std::string_view text) {
  double out = 1.0;
  std::size_t factors = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('*', at), text.size());
    std::string_view factor = text.substr(at, end - at);
    const std::size_t first = factor.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return std::nullopt;
    factor = factor.substr(first, factor.find_last_not_of(" \t\r\n") + 1 - first);
    double value = 0.0;
    const char* last = factor.data() + factor.size();
    const auto [rest, error] = std::from_chars(factor.data(), last, value);
    if (error != std::errc{} || rest != last) return std::nullopt;
    out *= value;
    ++factors;
    at = end + 1;
  }
  const bool whole =
      out >= 0.0 && out < largest_whole && out == static_cast<double>(static_cast<long long>(out));
  return factors > 1 && whole ? std::optional(out) : std::nullopt;
}

}  // namespace

bool CodeValues::ends_value(bool lines) {
  lines ? cursor_.skip_in_line() : cursor_.skip();
  const char c = cursor_.peek();
  return cursor_.at_end() || c == ',' || c == ']' || c == '}' || c == ')' || c == ';' || c == '\n';
}

std::optional<Node> CodeValues::value(std::size_t depth, bool lines) {
  lines ? cursor_.skip_in_line() : cursor_.skip();
  const std::size_t begin = cursor_.at();
  if (depth > tree::max_depth) {
    if (ends_value(lines)) return std::nullopt;
    return expression(begin, lines);
  }
  std::optional<Node> out = operand(depth);
  if (!rules_.expressions) return out;
  const std::size_t end = cursor_.at();
  if (ends_value(lines)) {
    if (out) cursor_.go_to(end);
    return out;
  }
  return expression(begin, lines);
}

std::optional<Node> CodeValues::operand(std::size_t depth) {
  const char c = cursor_.peek();
  if (c == '[') return sequence(depth, ']');
  if (c == '{') return mapping(depth);
  if (auto quoted = cursor_.take_quoted())
    return quoted_node(text_, quoted->begin, quoted->end, std::move(quoted->text));
  return word(depth);
}

std::optional<Node> CodeValues::word(std::size_t depth) {
  std::size_t begin = cursor_.at();
  std::string_view name = cursor_.take_word(word_bytes);
  if (name == "new") {
    cursor_.skip();
    begin = cursor_.at();
    name = cursor_.take_word(word_bytes);
  }
  if (name.empty()) return std::nullopt;
  const std::size_t end = cursor_.at();
  if (cursor_.peek() != '(') return plain_node(text_, begin, end);
  Members call(text_);
  Node arguments = sequence(depth + 1, ')');
  call.add(std::string(name), begin, end, std::move(arguments));
  return call.finish(begin, cursor_.at());
}

bool CodeValues::next_entry(char close) {
  do {
    cursor_.skip();
  } while (!cursor_.at_end() && cursor_.take(','));
  if (cursor_.at_end()) broken_ = true;
  return !cursor_.at_end() && !cursor_.take(close);
}

Node CodeValues::sequence(std::size_t depth, char close) {
  Node out = container_node(text_, Kind::sequence, cursor_.at(), cursor_.at() + 1);
  const std::size_t begin = cursor_.at();
  cursor_.advance();
  while (next_entry(close)) {
    const std::size_t before = cursor_.at();
    if (auto item = value(depth + 1, false)) out.items.push_back(std::move(*item));
    if (cursor_.at() == before) cursor_.advance();
  }
  out.span = out.text_span = text_.span(begin, cursor_.at());
  return out;
}

Node CodeValues::mapping(std::size_t depth) {
  const std::size_t begin = cursor_.at();
  Members members(text_);
  cursor_.advance();
  while (next_entry('}')) {
    std::size_t key_begin = cursor_.at();
    std::size_t key_end = key_begin;
    std::string key;
    if (auto quoted = cursor_.take_quoted()) {
      key = std::move(quoted->text);
      key_end = quoted->end - 1;
      ++key_begin;
    } else {
      key = cursor_.take_word(word_bytes);
      key_end = cursor_.at();
    }
    if (key_end == key_begin) {
      cursor_.advance();
      continue;
    }
    cursor_.skip();
    std::optional<Node> held;
    if (cursor_.take(':') || cursor_.take('=')) held = value(depth + 1, rules_.newline_ends);
    members.add(std::move(key), key_begin, key_end,
                held ? std::move(*held) : missing_node(text_, cursor_.at()));
  }
  return members.finish(begin, cursor_.at());
}

/// Everything up to the end of the value, brackets and quotes as one piece.
Node CodeValues::expression(std::size_t begin, bool lines) {
  cursor_.go_to(begin);
  std::size_t end = begin;
  while (!ends_value(lines)) {
    const char c = cursor_.peek();
    if (c == '(' || c == '[' || c == '{') {
      if (!cursor_.skip_brackets()) broken_ = true;
    } else if (!cursor_.take_quoted()) {
      cursor_.advance();
    }
    end = cursor_.at();
  }
  cursor_.go_to(end);
  const std::string_view written = cursor_.since(begin);
  if (const auto folded = product(written))
    return said_node(text_, begin, end, fmt::format("{:.0f}", *folded));
  Members said(text_);
  said.add("expression", begin, begin, word_node(text_, begin, end));
  return said.finish(begin, end);
}

}  // namespace reckon::document
