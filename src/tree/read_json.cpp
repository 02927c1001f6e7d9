// SPDX-License-Identifier: MIT
// nlohmann_json judges the grammar and decodes strings through its SAX interface. It knows no places, so it
// reads through an iterator that counts what it hands out: the count is exact behind a string or a bracket. A
// token begins at the first byte that is no blank, comma or colon behind the token before, and a number ends
// with its own characters (the count is one past it, except at the end of the text).
#include "tree/input.hpp"
#include "tree/json_mend.hpp"
#include "tree/json_problem.hpp"
#include "tree/read.hpp"
#include "tree/scalar.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace reckon::tree {
namespace {

/// Curly quotes take three bytes; the mended straight one stands at the byte next to the text.
constexpr char last_of_opening = '\x9c';
constexpr char first_of_closing = '\xe2';

class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, std::size_t* count) : at_(at), count_(count) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    ++at_;
    ++*count_;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
  bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  std::size_t* count_;
};

/// Receives nlohmann's events (the names and signatures are its own) and grows the tree.
class Builder {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  /// `text` is what nlohmann reads; it may be a mended copy of the input's text.
  Builder(const Input& input, std::string_view text, Reading& reading)
      : input_(input), text_(text), reading_(reading) {}

  /// False when the text is no JSON; the tree then holds what came before.
  bool run() {
    const CountingIterator first(text_.data(), &count_);
    const CountingIterator last(text_.data() + text_.size(), nullptr);
    return nlohmann::json::sax_parse(first, last, this);
  }

  [[nodiscard]] bool has_root() const { return !path_.empty() || after_ == JsonBreak::After::value; }
  [[nodiscard]] bool is_too_deep() const { return too_deep_; }

  /// The tree; containers that were never closed end with their last child.
  Node take() {
    while (!path_.empty()) close(last_end_);
    return std::move(root_);
  }

  [[nodiscard]] JsonBreak place() const {
    JsonBreak out;
    out.last_end = last_end_;
    out.after = after_;
    if (!path_.empty()) {
      out.container_at = path_.back()->span.begin - input_.offset;
      out.container = text_[out.container_at];
    }
    return out;
  }

  bool null() { return literal(Kind::null, 4); }
  bool boolean(bool value) { return literal(Kind::boolean, value ? 4 : 5); }
  bool number_integer(number_integer_t) { return number(); }
  bool number_unsigned(number_unsigned_t) { return number(); }
  bool number_float(number_float_t, const string_t&) { return number(); }
  bool binary(binary_t&) { return false; }

  bool string(string_t& value) {
    Node out;
    out.kind = Kind::string;
    place_string(begin_of_token(), value, out.span, out.text_span, out.text);
    if (is_bare(out.span)) out.kind = plain_kind(out.text) == Kind::number ? Kind::number : Kind::string;
    out.verbatim = slice(out.text_span) == out.text;
    return add(std::move(out));
  }

  bool key(string_t& value) {
    Member member;
    base::Span span;
    place_string(begin_of_token(), value, span, member.key_span, member.key);
    last_end_ = span.end - input_.offset;
    after_ = JsonBreak::After::key;
    member.value.span = member.value.text_span = {span.source, span.end, span.end};
    member.value.verbatim = true;
    path_.back()->members.push_back(std::move(member));
    return true;
  }

  bool start_object(std::size_t) { return open(Kind::mapping); }
  bool start_array(std::size_t) { return open(Kind::sequence); }
  bool end_object() { return end(); }
  bool end_array() { return end(); }

  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) { return false; }

 private:
  [[nodiscard]] std::size_t begin_of_token() const {
    std::size_t at = last_end_;
    if (after_ == JsonBreak::After::start && text_.substr(0, 3) == "\xef\xbb\xbf") at = 3;
    return std::min(text_.find_first_not_of(" \t\r\n,:", at), text_.size());
  }

  [[nodiscard]] std::string_view slice(const base::Span& span) const {
    return input_.text.substr(span.begin - input_.offset, span.size());
  }

  /// A bare word that was mended into a string: neither does it stand in straight quotes, nor do the quotes
  /// that it stands in hold what nlohmann read.
  [[nodiscard]] bool is_bare(const base::Span& span) const {
    const std::string_view written = slice(span);
    if (written.front() == '"') return false;
    const bool single = written.front() == '\'' && written.back() == '\'';
    const bool curly = written.front() == last_of_opening && written.back() == first_of_closing;
    const std::string_view read = text_.substr(span.begin - input_.offset, span.size());
    return !(single || curly) || written.substr(1, written.size() - 2) != read.substr(1, read.size() - 2);
  }

  /// Spans and text of a string that ends at the count.
  void place_string(std::size_t begin, string_t& value, base::Span& span, base::Span& text_span,
                    std::string& text) const {
    span = text_span = input_.span(begin, count_);
    if (is_bare(span)) {
      text = std::string(slice(span));
      return;
    }
    ++text_span.begin;
    --text_span.end;
    if (slice(span).front() == last_of_opening) {
      span.begin -= 2;
      span.end += 2;
    }
    text = std::move(value);
  }

  bool literal(Kind kind, std::size_t length) {
    const std::size_t begin = begin_of_token();
    return scalar(kind, begin, begin + length);
  }

  bool number() {
    const std::size_t begin = begin_of_token();
    const std::size_t end = std::min(text_.find_first_not_of("+-.0123456789eE", begin), text_.size());
    return scalar(Kind::number, begin, end);
  }

  bool scalar(Kind kind, std::size_t begin, std::size_t end) {
    Node out;
    out.kind = kind;
    out.span = out.text_span = input_.span(begin, end);
    out.text = std::string(slice(out.span));
    out.verbatim = true;
    return add(std::move(out));
  }

  Node* insert(Node node) {
    if (path_.empty()) {
      root_ = std::move(node);
      return &root_;
    }
    Node& parent = *path_.back();
    if (parent.kind == Kind::mapping) {
      parent.members.back().value = std::move(node);
      return &parent.members.back().value;
    }
    parent.items.push_back(std::move(node));
    return &parent.items.back();
  }

  bool add(Node node) {
    last_end_ = node.span.end - input_.offset;
    after_ = JsonBreak::After::value;
    insert(std::move(node));
    return true;
  }

  bool open(Kind kind) {
    const std::size_t begin = begin_of_token();
    if (path_.size() == max_depth) {
      too_deep_ = true;
      add_problem(reading_, base::problem("json.too-deep", "nested more than 64 levels deep",
                                          input_.span(begin, begin + 1), "level 65 begins here"));
      return false;
    }
    Node out;
    out.kind = kind;
    out.span = input_.span(begin, begin + 1);
    // A parent's children do not move while one of them is open: only the last can be.
    path_.push_back(insert(std::move(out)));
    last_end_ = begin + 1;
    after_ = JsonBreak::After::open;
    return true;
  }

  bool end() {
    close(count_);
    last_end_ = count_;
    after_ = JsonBreak::After::value;
    return true;
  }

  void close(std::size_t end) {
    Node& node = *path_.back();
    node.span.end = input_.span(end, end).end;
    node.text_span = node.span;
    if (node.kind == Kind::mapping) report_duplicate_keys(node, "json", reading_);
    path_.pop_back();
  }

  const Input& input_;
  std::string_view text_;
  Reading& reading_;
  Node root_;
  std::vector<Node*> path_;  ///< open containers, outermost first
  std::size_t count_ = 0;    ///< bytes that nlohmann has taken
  std::size_t last_end_ = 0;
  JsonBreak::After after_ = JsonBreak::After::start;
  bool too_deep_ = false;
};

/// One judgement of a text. Says whether reading is over: the text is sound, or nothing can be mended.
bool judge(const Input& input, std::string_view text, bool mended, Reading& into) {
  Reading reading;
  Builder builder(input, text, reading);
  // nlohmann takes a zero byte for the end of the text.
  const bool sound = builder.run() && text.find('\0') == std::string_view::npos;
  if (!sound && !mended && !builder.is_too_deep()) return false;
  // Where the text was cut, what is open stays open for a reason already given.
  if (!sound && !builder.is_too_deep() && !input.cut)
    add_problem(reading, explain(input, text, builder.place()));
  if (builder.has_root()) into.documents.push_back(builder.take());
  for (base::Diagnostic& problem : reading.problems) add_problem(into, std::move(problem));
  return true;
}

}  // namespace

Reading read_json(const base::Sources& sources, const base::Span& part) {
  Reading reading;
  const Input input = open_input(sources, part, "json", reading);
  if (!judge(input, input.text, false, reading)) {
    const std::string mended = mend_json(input, reading);
    judge(input, mended, true, reading);
  }
  std::stable_sort(reading.problems.begin(), reading.problems.end(),
                   [](const auto& a, const auto& b) { return a.primary.span.begin < b.primary.span.begin; });
  return reading;
}

}  // namespace reckon::tree
