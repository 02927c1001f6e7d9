// SPDX-License-Identifier: MIT
#include "document/located_node.hpp"

#include "tree/scalar.hpp"

#include <utility>

namespace reckon::document {
namespace {

using tree::Kind;
using tree::Node;

Node scalar(const Text& text, std::size_t begin, std::size_t end, Kind kind, std::string meaning) {
  Node out;
  out.kind = kind;
  out.span = out.text_span = text.span(begin, end);
  out.verbatim = text.view().substr(begin, end - begin) == meaning &&
                 (meaning.empty() || text.slice(begin, end).contiguous().has_value());
  out.text = std::move(meaning);
  return out;
}

std::string written(const Text& text, std::size_t begin, std::size_t end) {
  return std::string(text.view().substr(begin, end - begin));
}

}  // namespace

Node plain_node(const Text& text, std::size_t begin, std::size_t end) {
  const Kind kind = tree::plain_kind(text.view().substr(begin, end - begin));
  return scalar(text, begin, end, begin == end ? Kind::string : kind, written(text, begin, end));
}

Node word_node(const Text& text, std::size_t begin, std::size_t end) {
  return scalar(text, begin, end, Kind::string, written(text, begin, end));
}

Node quoted_node(const Text& text, std::size_t begin, std::size_t end, std::string decoded) {
  const std::size_t last = end > begin + 1 ? end - 1 : end;
  Node out = scalar(text, std::min(begin + 1, last), last, Kind::string, std::move(decoded));
  out.span = text.span(begin, end);
  return out;
}

Node said_node(const Text& text, std::size_t begin, std::size_t end, std::string meaning) {
  const Kind kind = tree::plain_kind(meaning);
  return scalar(text, begin, end, kind, std::move(meaning));
}

Node missing_node(const Text& text, std::size_t at) {
  return scalar(text, at, at, Kind::null, {});
}

Node container_node(const Text& text, Kind kind, std::size_t begin, std::size_t end) {
  Node out;
  out.kind = kind;
  out.span = out.text_span = text.span(begin, end);
  return out;
}

void Members::add(std::string key, std::size_t key_begin, std::size_t key_end, Node value,
                  bool always_sequence) {
  const auto [known, is_new] = index_.try_emplace(key, members_.size());
  if (is_new) {
    members_.push_back({std::move(key), text_->span(key_begin, key_end), {}});
    is_repeated_.push_back(false);
  }
  Node& held = members_[known->second].value;
  if (is_new && !always_sequence) {
    held = std::move(value);
    return;
  }
  if (!is_repeated_[known->second]) {
    Node list;
    list.kind = Kind::sequence;
    list.span = list.text_span = is_new ? value.span : held.span;
    if (!is_new) list.items.push_back(std::move(held));
    held = std::move(list);
    is_repeated_[known->second] = true;
  }
  held.span = held.text_span = base::join(held.span, value.span);
  held.items.push_back(std::move(value));
}

Node Members::finish(std::size_t begin, std::size_t end) {
  Node out = container_node(*text_, Kind::mapping, begin, end);
  out.members = std::move(members_);
  return out;
}

}  // namespace reckon::document
