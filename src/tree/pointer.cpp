// SPDX-License-Identifier: MIT
#include "tree/pointer.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace reckon::tree {

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

namespace {

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

/// A segment of a pattern: a key, an index or `*`, and what a node behind it must hold.
struct Step {
  struct Filter {
    std::string key;
    std::string value;
  };
  std::string_view key;
  std::vector<Filter> filters;
};

/// `*[name=Price][type=NUMERIC]` taken apart; nothing when a filter is no `[key=value]`.
std::optional<Step> step_of(std::string_view segment) {
  Step out;
  const bool is_filtered = !segment.empty() && segment.back() == ']';
  const std::size_t first = is_filtered ? std::min(segment.find('['), segment.size()) : segment.size();
  out.key = segment.substr(0, first);
  segment.remove_prefix(first);
  while (!segment.empty()) {
    const std::size_t close = segment.find(']');
    const std::size_t equals = segment.substr(0, close).find('=');
    if (segment.front() != '[' || equals == std::string_view::npos || equals < 2) return std::nullopt;
    out.filters.push_back(
        {unescape(segment.substr(1, equals - 1)), unescape(segment.substr(equals + 1, close - equals - 1))});
    segment.remove_prefix(close + 1);
  }
  return out;
}

/// The steps of a pattern. The first is about the root, which has no key.
std::optional<std::vector<Step>> steps_of(std::string_view pattern) {
  const std::size_t slash = std::min(pattern.find('/'), pattern.size());
  const auto root = step_of(pattern.substr(0, slash));
  const auto below = segments(pattern.substr(slash));
  if (!root || !below || !root->key.empty()) return std::nullopt;
  std::vector<Step> out{*root};
  for (const std::string_view segment : *below) {
    auto step = step_of(segment);
    if (!step) return std::nullopt;
    out.push_back(std::move(*step));
  }
  return out;
}

bool same_letters(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower(x) == lower(y); });
}

bool passes(const Node& node, const Step& step) {
  return std::all_of(step.filters.begin(), step.filters.end(), [&](const Step::Filter& filter) {
    const Node* held = node.find(filter.key);
    return held != nullptr && held->is_scalar() && same_letters(held->text, filter.value);
  });
}

/// Adds what one step reaches from one node.
void advance(const Match& from, const Step& step, std::vector<Match>& out) {
  const auto add = [&](std::string_view segment, const Node& node) {
    if (passes(node, step)) out.push_back({from.pointer + '/' + std::string(segment), &node});
  };
  if (step.key != "*") {
    const Node* node = child(*from.node, step.key);
    if (node != nullptr) add(step.key, *node);
    return;
  }
  for (std::size_t i = 0; i < from.node->items.size(); ++i) add(std::to_string(i), from.node->items[i]);
  for (const Member& member : from.node->members) add(escape(member.key), member.value);
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

bool is_pattern(std::string_view text) {
  return steps_of(text).has_value();
}

std::vector<Match> select(const Node& root, std::string_view pattern) {
  const auto steps = steps_of(pattern);
  if (!steps || !passes(root, steps->front())) return {};
  std::vector<Match> matches{{"", &root}};
  for (std::size_t i = 1; i < steps->size(); ++i) {
    std::vector<Match> next;
    for (const Match& match : matches) advance(match, (*steps)[i], next);
    matches = std::move(next);
  }
  return matches;
}

bool fits(const Node& root, std::string_view pattern) {
  const auto steps = steps_of(pattern);
  if (!steps) return false;
  std::vector<Match> matches{{"", &root}};
  bool is_listed = false;
  for (std::size_t i = 1; i < steps->size(); ++i) {
    const Step& step = (*steps)[i];
    std::vector<Match> next;
    for (const Match& match : matches) {
      if (match.node->kind == Kind::null) continue;
      const std::size_t before = next.size();
      advance(match, step, next);
      const bool may_be_empty = !match.node->is_scalar() && (!is_listed || step.key == "*");
      if (next.size() == before && step.filters.empty() && !may_be_empty) return false;
    }
    is_listed = is_listed || step.key == "*";
    matches = std::move(next);
  }
  return true;
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
