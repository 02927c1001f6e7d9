// SPDX-License-Identifier: MIT
#include "tree/yaml_events.hpp"

#include "base/blank.hpp"
#include "tree/yaml_problem.hpp"

#include <yaml.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace reckon::tree {
namespace {

/// libyaml counts code points; spans are bytes. Every 64th code point's offset is kept as far as places were
/// asked for, the rest is walked.
class ByteOffsets {
 public:
  explicit ByteOffsets(std::string_view text) : text_(text) {}

  std::size_t operator()(std::size_t code_points) {
    while (starts_.size() <= code_points / stride && starts_.back() < text_.size())
      starts_.push_back(walk(starts_.back(), stride));
    if (starts_.size() <= code_points / stride) return text_.size();
    return walk(starts_[code_points / stride], code_points % stride);
  }

 private:
  static constexpr std::size_t stride = 64;

  [[nodiscard]] std::size_t walk(std::size_t at, std::size_t count) const {
    for (; count > 0 && at < text_.size(); --count) {
      ++at;
      while (at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xc0U) == 0x80U) ++at;
    }
    return at;
  }

  std::string_view text_;
  std::vector<std::size_t> starts_{0};
};

/// Owns libyaml's parser.
class Parser {
 public:
  explicit Parser(std::string_view text) : ready_(yaml_parser_initialize(&parser_) != 0) {
    if (!ready_) return;
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    // Bytes are bytes: libyaml wants them unsigned.
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() {
    if (ready_) yaml_parser_delete(&parser_);
  }

  [[nodiscard]] bool next(yaml_event_t& event) { return ready_ && yaml_parser_parse(&parser_, &event) != 0; }
  [[nodiscard]] const yaml_parser_t& state() const { return parser_; }

 private:
  yaml_parser_t parser_{};
  bool ready_;
};

std::string to_string(const yaml_char_t* text) {
  return text == nullptr ? std::string{} : std::string(reinterpret_cast<const char*>(text));
}

YamlEvent::Style style_of(yaml_scalar_style_t style) {
  if (style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE) return YamlEvent::Style::block;
  const bool quoted = style == YAML_SINGLE_QUOTED_SCALAR_STYLE || style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
  return quoted ? YamlEvent::Style::quoted : YamlEvent::Style::plain;
}

/// The beginning of a node behind its anchor and tag, which may be followed by line breaks and comments.
std::size_t skip_properties(std::string_view text, std::size_t at, std::size_t end) {
  std::size_t after = at;
  while (at < end) {
    if (base::is_blank(text[at])) {
      ++at;
    } else if (text[at] == '#') {
      at = std::min(text.find('\n', at), end);
    } else if (text[at] == '&' || text[at] == '!') {
      while (at < end && !base::is_blank(text[at])) ++at;
      after = at;
    } else {
      return at;
    }
  }
  return after;
}

class Collector {
 public:
  Collector(const Input& input, YamlEvents& out) : input_(input), offsets_(input.text), out_(out) {}

  /// False when reading is over.
  bool take(const yaml_event_t& event) {
    const std::size_t begin = offsets_(event.start_mark.index);
    const std::size_t end = std::max(begin, offsets_(event.end_mark.index));
    YamlEvent next;
    next.span = input_.span(begin, end);
    switch (event.type) {
      case YAML_NO_EVENT:
      case YAML_STREAM_START_EVENT:
      case YAML_DOCUMENT_END_EVENT:
        return true;
      case YAML_STREAM_END_EVENT:
        return false;
      case YAML_DOCUMENT_START_EVENT:
        next.type = YamlEvent::Type::document;
        break;
      case YAML_ALIAS_EVENT:
        next.type = YamlEvent::Type::alias;
        next.anchor = to_string(event.data.alias.anchor);
        break;
      case YAML_SCALAR_EVENT: {
        const auto& scalar = event.data.scalar;
        next.style = style_of(scalar.style);
        next.text.assign(reinterpret_cast<const char*>(scalar.value), scalar.length);
        mark_properties(next, scalar.anchor, scalar.tag, begin, end);
        break;
      }
      case YAML_SEQUENCE_START_EVENT: {
        const auto& sequence = event.data.sequence_start;
        const bool flow = sequence.style == YAML_FLOW_SEQUENCE_STYLE;
        next.type = YamlEvent::Type::sequence;
        next.style = flow ? YamlEvent::Style::flow : YamlEvent::Style::block;
        mark_properties(next, sequence.anchor, sequence.tag, begin, input_.text.size());
        break;
      }
      case YAML_MAPPING_START_EVENT: {
        const auto& mapping = event.data.mapping_start;
        const bool flow = mapping.style == YAML_FLOW_MAPPING_STYLE;
        next.type = YamlEvent::Type::mapping;
        next.style = flow ? YamlEvent::Style::flow : YamlEvent::Style::block;
        mark_properties(next, mapping.anchor, mapping.tag, begin, input_.text.size());
        break;
      }
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        next.type = YamlEvent::Type::end;
        --depth_;
        break;
    }
    const bool opens = next.type == YamlEvent::Type::sequence || next.type == YamlEvent::Type::mapping;
    if (opens && ++depth_ > max_depth) {
      out_.problem =
          base::problem("yaml.too-deep", "nested more than 64 levels deep",
                        input_.span(begin, std::min(begin + 1, input_.text.size())), "level 65 begins here");
      out_.stopped_at = begin;
      return false;
    }
    out_.events.push_back(std::move(next));
    return true;
  }

  void fail(const yaml_parser_t& parser) {
    YamlBreak what;
    what.problem = parser.problem == nullptr ? "" : parser.problem;
    what.context = parser.context == nullptr ? "" : parser.context;
    what.at = parser.error == YAML_READER_ERROR ? std::min(parser.problem_offset, input_.text.size())
                                                : offsets_(parser.problem_mark.index);
    what.context_at = parser.context == nullptr ? what.at : offsets_(parser.context_mark.index);
    out_.stopped_at = what.at;
    out_.problem = explain(input_, what);
  }

 private:
  void mark_properties(YamlEvent& event, const yaml_char_t* anchor, const yaml_char_t* tag, std::size_t begin,
                       std::size_t end) const {
    event.anchor = to_string(anchor);
    event.tagged = tag != nullptr;
    event.property = input_.span(begin, begin);
    if (anchor == nullptr && tag == nullptr) return;
    const std::size_t start = skip_properties(input_.text, begin, end);
    std::size_t last = start;
    while (last > begin && (input_.text[last - 1] == ' ' || input_.text[last - 1] == '\t')) --last;
    event.property = input_.span(begin, last);
    const std::size_t stop = std::max<std::size_t>(start, event.span.end - input_.offset);
    event.span = input_.span(start, stop);
  }

  const Input& input_;
  ByteOffsets offsets_;
  YamlEvents& out_;
  std::size_t depth_ = 0;
};

}  // namespace

YamlEvents read_yaml_events(const Input& input) {
  YamlEvents out;
  out.stopped_at = input.text.size();
  Collector collector(input, out);
  Parser parser(input.text);
  bool more = true;
  while (more) {
    yaml_event_t event;
    if (!parser.next(event)) {
      collector.fail(parser.state());
      break;
    }
    more = collector.take(event);
    yaml_event_delete(&event);
  }
  return out;
}

}  // namespace reckon::tree
