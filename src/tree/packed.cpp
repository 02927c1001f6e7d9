// SPDX-License-Identifier: MIT
// A node is a head, where it begins and ends, and what its head announces: another place of its text, a text
// that the source does not hold. Then come its items or members, each key in front of its value.
#include "tree/packed.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace reckon::tree {
namespace {

/// The bits of a head. What is left counts the items or members of a container.
constexpr std::uint32_t kind_bits = 0x7;
constexpr std::uint32_t is_verbatim = 0x8;
constexpr std::uint32_t has_text_span = 0x10;
constexpr std::uint32_t has_own_text = 0x20;
constexpr std::uint32_t count_shift = 6;

class Packer {
 public:
  std::vector<std::uint32_t> words;

  void node(const Node& node) {
    const std::size_t count = node.kind == Kind::mapping ? node.members.size() : node.items.size();
    const bool has_place = node.text_span != node.span;
    const bool has_text = node.is_scalar() && !node.verbatim;
    words.push_back(static_cast<std::uint32_t>(node.kind) | (node.verbatim ? is_verbatim : 0U) |
                    (has_place ? has_text_span : 0U) | (has_text ? has_own_text : 0U) |
                    static_cast<std::uint32_t>(count << count_shift));
    place(node.span);
    if (has_place) place(node.text_span);
    if (has_text) text(node.text);
    for (const Node& item : node.items) this->node(item);
    for (const Member& member : node.members) {
      place(member.key_span);
      text(member.key);
      this->node(member.value);
    }
  }

 private:
  void place(const base::Span& span) {
    words.push_back(span.begin);
    words.push_back(span.end);
  }

  /// Its length, then four bytes a word, the first one lowest.
  void text(std::string_view text) {
    words.push_back(static_cast<std::uint32_t>(text.size()));
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (i % 4 == 0) words.push_back(0);
      words.back() |= std::uint32_t{static_cast<unsigned char>(text[i])} << (8 * (i % 4));
    }
  }
};

class Unpacker {
 public:
  Unpacker(std::span<const std::uint32_t> words, std::string_view text, base::SourceId source)
      : words_(words), text_(text), source_(source) {}

  void node(Node& out) {
    const std::uint32_t head = next();
    const std::size_t count = head >> count_shift;
    out.kind = static_cast<Kind>(head & kind_bits);
    out.verbatim = (head & is_verbatim) != 0;
    out.span = place();
    out.text_span = (head & has_text_span) != 0 ? place() : out.span;
    if ((head & has_own_text) != 0) out.text = text();
    if (out.verbatim) out.text = text_.substr(out.text_span.begin, out.text_span.size());
    if (out.kind == Kind::sequence) {
      out.items.resize(count);
      for (Node& item : out.items) node(item);
    }
    if (out.kind == Kind::mapping) {
      out.members.resize(count);
      for (Member& member : out.members) {
        member.key_span = place();
        member.key = text();
        node(member.value);
      }
    }
  }

 private:
  std::uint32_t next() { return words_[at_++]; }

  base::Span place() {
    const std::uint32_t begin = next();
    return {source_, begin, next()};
  }

  std::string text() {
    std::string out(next(), '\0');
    for (std::size_t i = 0; i < out.size(); ++i)
      out[i] = static_cast<char>(words_[at_ + i / 4] >> (8 * (i % 4)) & 0xFFU);
    at_ += (out.size() + 3) / 4;
    return out;
  }

  std::span<const std::uint32_t> words_;
  std::string_view text_;
  base::SourceId source_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<std::uint32_t> pack(const Node& tree) {
  Packer packer;
  packer.node(tree);
  return std::move(packer.words);
}

Node unpack(std::span<const std::uint32_t> packed, const base::Sources& sources, base::SourceId source) {
  Node out;
  Unpacker(packed, sources.text(source), source).node(out);
  return out;
}

}  // namespace reckon::tree
