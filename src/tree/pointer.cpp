// SPDX-License-Identifier: MIT
#include "tree/pointer.hpp"

#include <charconv>
#include <optional>

namespace reckon::tree {
namespace {

/// `~1` and `~0` undone; a stray `~` stands for itself.
std::string unescape(std::string_view segment) {
  std::string out;
  for (std::size_t i = 0; i < segment.size(); ++i) {
    const bool pair = segment[i] == '~' && i + 1 < segment.size();
    if (pair && (segment[i + 1] == '0' || segment[i + 1] == '1')) {
      out.push_back(segment[++i] == '0' ? '~' : '/');
    } else {
      out.push_back(segment[i]);
    }
  }
  return out;
}

/// The segments of a pointer, still escaped; nothing when it does not start with `/`.
std::optional<std::vector<std::string_view>> segments(std::string_view pointer) {
  std::vector<std::string_view> out;
  if (pointer.empty()) return out;
  if (pointer.front() != '/') return std::nullopt;
  std::size_t begin = 1;
  while (true) {
    const std::size_t end = std::min(pointer.find('/', begin), pointer.size());
    out.push_back(pointer.substr(begin, end - begin));
    if (end == pointer.size()) return out;
    begin = end + 1;
  }
}

const Node* child(const Node& node, std::string_view segment) {
  if (node.kind == Kind::mapping) return node.find(unescape(segment));
  if (node.kind != Kind::sequence || segment.empty()) return nullptr;
  if (segment.size() > 1 && segment.front() == '0') return nullptr;
  std::size_t index = 0;
  const char* last = segment.data() + segment.size();
  const auto [end, error] = std::from_chars(segment.data(), last, index);
  return error == std::errc{} && end == last && index < node.items.size() ? &node.items[index] : nullptr;
}

}  // namespace

const Node* at(const Node& root, std::string_view pointer) {
  const auto path = segments(pointer);
  if (!path) return nullptr;
  const Node* node = &root;
  for (const std::string_view segment : *path) {
    node = child(*node, segment);
    if (node == nullptr) return nullptr;
  }
  return node;
}

std::optional<base::Span> key_span(const Node& root, std::string_view pointer) {
  const std::size_t slash = pointer.rfind('/');
  const Node* parent = slash == std::string_view::npos ? nullptr : at(root, pointer.substr(0, slash));
  if (parent == nullptr) return std::nullopt;
  const std::string key = unescape(pointer.substr(slash + 1));
  for (const Member& member : parent->members) {
    if (member.key == key) return member.key_span;
  }
  return std::nullopt;
}

std::vector<Match> select(const Node& root, std::string_view pattern) {
  const auto path = segments(pattern);
  if (!path) return {};
  std::vector<Match> matches{{"", &root}};
  for (const std::string_view segment : *path) {
    std::vector<Match> next;
    for (const Match& match : matches) {
      if (segment != "*") {
        const Node* node = child(*match.node, segment);
        if (node != nullptr) next.push_back({match.pointer + '/' + std::string(segment), node});
        continue;
      }
      for (std::size_t i = 0; i < match.node->items.size(); ++i)
        next.push_back({match.pointer + '/' + std::to_string(i), &match.node->items[i]});
      for (const Member& member : match.node->members)
        next.push_back({match.pointer + '/' + escape(member.key), &member.value});
    }
    matches = std::move(next);
  }
  return matches;
}

std::string escape(std::string_view segment) {
  std::string out;
  for (const char c : segment) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out.push_back(c);
    }
  }
  return out;
}

}  // namespace reckon::tree
