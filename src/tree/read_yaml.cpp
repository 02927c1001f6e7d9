// SPDX-License-Identifier: MIT
// Events -> trees: aliases expanded, keys checked, spans of containers closed. Syntax is yaml_events'
// business.
#include "tree/input.hpp"
#include "tree/read.hpp"
#include "tree/scalar.hpp"
#include "tree/yaml_events.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace reckon::tree {
namespace {

constexpr std::size_t most_alias_nodes = 10000;
/// Times that reading is taken up again behind a broken document.
constexpr int most_restarts = 100;

using Type = YamlEvent::Type;

class Composer {
 public:
  Composer(const Input& input, const std::vector<YamlEvent>& events, YamlDialect dialect, Reading& reading)
      : input_(input), events_(events), dialect_(dialect), reading_(reading) {}

  void run() {
    std::size_t count = 0;
    std::size_t at = 0;
    while (at < events_.size()) {
      const YamlEvent& start = events_[at++];
      if (++count > 1 && dialect_ == YamlDialect::catalogue) {
        add_problem(reading_, base::problem("yaml.several-documents", "a second document begins here",
                                            start.span, "one file holds one document"));
        return;
      }
      anchors_.clear();
      if (at == events_.size()) return;
      if (is_nothing(events_[at])) {
        ++at;
        continue;
      }
      reading_.documents.push_back(node(at, 0));
    }
  }

 private:
  /// An empty document between two `---`.
  [[nodiscard]] bool is_nothing(const YamlEvent& event) const {
    return event.type == Type::scalar && event.span.empty() && event.property.empty();
  }

  Node node(std::size_t& at, std::size_t depth) {
    const std::size_t index = at;
    const YamlEvent& event = events_[at++];
    if (expanding_ > 0 && ++alias_nodes_ > most_alias_nodes) return stop_expanding(event, index, at);
    refuse_properties(event);
    Node out;
    switch (event.type) {
      case Type::alias:
        return expand(event, depth);
      case Type::sequence:
        out = sequence(event, at, depth);
        break;
      case Type::mapping:
        out = mapping(event, at, depth);
        break;
      case Type::scalar:
        out = scalar(event);
        break;
      case Type::document:
      case Type::end:
        out.span = out.text_span = event.span;
        break;
    }
    if (!event.anchor.empty() && expanding_ == 0) anchors_[event.anchor] = index;
    return out;
  }

  Node sequence(const YamlEvent& event, std::size_t& at, std::size_t depth) {
    Node out;
    out.kind = Kind::sequence;
    out.span = event.span;
    last_end_ = event.span.begin;
    while (at < events_.size() && !is_closing(events_[at])) out.items.push_back(node(at, depth + 1));
    close(out, event, at);
    return out;
  }

  Node mapping(const YamlEvent& event, std::size_t& at, std::size_t depth) {
    Node out;
    out.kind = Kind::mapping;
    out.span = event.span;
    last_end_ = event.span.begin;
    while (at < events_.size() && !is_closing(events_[at])) {
      Member member = key(at, depth);
      if (at < events_.size() && !is_closing(events_[at])) {
        member.value = node(at, depth + 1);
      } else {
        // Broken off behind the key: nothing stands there.
        member.value.span = member.value.text_span = {input_.source, last_end_, last_end_};
        member.value.verbatim = true;
      }
      out.members.push_back(std::move(member));
    }
    close(out, event, at);
    if (expanding_ == 0) report_duplicate_keys(out, "yaml", reading_);
    return out;
  }

  Member key(std::size_t& at, std::size_t depth) {
    const Node read = node(at, depth + 1);
    Member member;
    if (read.is_scalar()) {
      member.key = read.text;
      member.key_span = read.text_span;
      return member;
    }
    add_problem(reading_, base::problem("yaml.complex-key", "a key must be a plain word or a quoted string",
                                        read.span, "this is a sequence or a mapping"));
    const std::size_t begin = read.span.begin - input_.offset;
    member.key = std::string(input_.text.substr(begin, read.span.size()));
    member.key_span = read.span;
    return member;
  }

  Node scalar(const YamlEvent& event) {
    Node out;
    out.text = event.text;
    out.span = out.text_span = event.span;
    out.kind = event.style == YamlEvent::Style::plain ? plain_kind(event.text) : Kind::string;
    if (event.style == YamlEvent::Style::quoted && event.span.size() >= 2) {
      ++out.text_span.begin;
      --out.text_span.end;
    }
    if (event.style == YamlEvent::Style::block) place_block_scalar(out);
    out.verbatim = source(out.text_span) == out.text;
    last_end_ = out.span.end;
    return out;
  }

  /// Cuts the blank lines after a literal or folded scalar off its span and finds its first character.
  void place_block_scalar(Node& out) const {
    const std::string_view text = source(out.span);
    const std::size_t last = text.find_last_not_of(" \t\r\n");
    std::size_t end = last == std::string_view::npos ? 0 : last + 1;
    const std::size_t header = std::min(text.find('\n'), text.size());
    std::size_t begin = std::min(text.find_first_not_of(" \r\n", header), end);
    if (begin < end && out.text.substr(0, 1) == " ") begin = header;  // indentation that belongs to the text
    out.span.end = out.span.begin + static_cast<std::uint32_t>(end);
    const bool keeps_break = !out.text.empty() && out.text.back() == '\n';
    if (keeps_break && begin < end && end < text.size() && text[end] == '\n') ++end;
    out.text_span = {out.span.source, out.span.begin + static_cast<std::uint32_t>(begin),
                     out.span.begin + static_cast<std::uint32_t>(std::max(begin, end))};
  }

  /// A block container ends with its last child; a flow container with its bracket.
  void close(Node& out, const YamlEvent& event, std::size_t& at) {
    const bool closed = at < events_.size() && events_[at].type == Type::end;
    if (event.style == YamlEvent::Style::flow && closed) last_end_ = events_[at].span.end;
    if (closed) ++at;
    out.span.end = std::max(out.span.begin, last_end_);
    out.text_span = out.span;
  }

  Node expand(const YamlEvent& event, std::size_t depth) {
    Node out;
    out.span = out.text_span = event.span;
    out.text = '*' + event.anchor;
    out.kind = Kind::string;
    out.verbatim = true;
    const auto anchor = anchors_.find(event.anchor);
    if (dialect_ == YamlDialect::catalogue) {
      base::Diagnostic problem =
          base::problem("yaml.alias", "aliases are not allowed in catalogue files", event.span);
      problem.remarks.push_back({"help", "write the value out, or put text that starts with '*' in quotes"});
      add_problem(reading_, std::move(problem));
    } else if (anchor == anchors_.end()) {
      add_problem(reading_, base::problem("yaml.alias", "this alias names no anchor that is finished above",
                                          event.span, "used here"));
    } else if (depth + 1 > max_depth || expanding_ > max_depth) {
      add_problem(reading_,
                  base::problem("yaml.too-deep", "aliases nest more than 64 levels deep", event.span));
    } else {
      ++expanding_;
      std::size_t at = anchor->second;
      out = node(at, depth);
      --expanding_;
    }
    last_end_ = event.span.end;
    return out;
  }

  /// Steps over a node that the cap on aliases forbids.
  Node stop_expanding(const YamlEvent& event, std::size_t index, std::size_t& at) {
    if (!capped_) {
      add_problem(reading_, base::problem("yaml.alias-cap", "aliases stand for more than 10,000 nodes",
                                          event.span, "expanding stops here"));
    }
    capped_ = true;
    at = index;
    std::size_t open = 0;
    do {
      const Type type = events_[at].type;
      if (type == Type::sequence || type == Type::mapping) ++open;
      if (type == Type::end) --open;
      ++at;
    } while (open > 0 && at < events_.size());
    Node out;
    out.span = out.text_span = event.span;
    return out;
  }

  void refuse_properties(const YamlEvent& event) {
    if (dialect_ == YamlDialect::response || event.property.empty()) return;
    if (!event.anchor.empty() && event.type != Type::alias) {
      add_problem(reading_, base::problem("yaml.anchor", "anchors are not allowed in catalogue files",
                                          event.property, "remove it"));
    }
    if (event.tagged) {
      add_problem(reading_, base::problem("yaml.tag", "tags are not allowed in catalogue files",
                                          event.property, "remove it"));
    }
  }

  [[nodiscard]] static bool is_closing(const YamlEvent& event) {
    return event.type == Type::end || event.type == Type::document;
  }

  [[nodiscard]] std::string_view source(const base::Span& span) const {
    return input_.text.substr(span.begin - input_.offset, span.size());
  }

  const Input& input_;
  const std::vector<YamlEvent>& events_;
  YamlDialect dialect_;
  Reading& reading_;
  std::map<std::string, std::size_t, std::less<>> anchors_;  ///< name -> its node's event
  std::size_t expanding_ = 0;                                ///< aliases that are open
  std::size_t alias_nodes_ = 0;
  bool capped_ = false;
  std::uint32_t last_end_ = 0;  ///< where the node read last ends
};

/// Offset of the next line `---` behind `from`, where a stream of documents can be taken up again.
std::optional<std::size_t> next_document(std::string_view text, std::size_t from) {
  const std::size_t found = text.find("\n---", from == 0 ? 0 : from - 1);
  return found == std::string_view::npos ? std::nullopt : std::optional(found + 1);
}

}  // namespace

Reading read_yaml(const base::Sources& sources, const base::Span& part, YamlDialect dialect) {
  Reading reading;
  Input input = open_input(sources, part, "yaml", reading);
  for (int restarts = 0;; ++restarts) {
    YamlEvents read = read_yaml_events(input);
    Composer(input, read.events, dialect, reading).run();
    if (!read.problem) break;
    // Where the text was cut, what is open stays open for a reason already given.
    const bool known = input.cut && read.stopped_at == input.text.size();
    if (!known) add_problem(reading, std::move(*read.problem));
    const bool goes_on = dialect == YamlDialect::response && restarts < most_restarts;
    const auto next = goes_on ? next_document(input.text, read.stopped_at) : std::nullopt;
    if (!next) break;
    input.text.remove_prefix(*next);
    input.offset += *next;
  }
  std::stable_sort(reading.problems.begin(), reading.problems.end(),
                   [](const auto& a, const auto& b) { return a.primary.span.begin < b.primary.span.begin; });
  if (dialect == YamlDialect::catalogue && reading.documents.empty() && reading.problems.empty())
    add_problem(reading, base::problem("yaml.empty", "the file holds no document", part));
  return reading;
}

}  // namespace reckon::tree
