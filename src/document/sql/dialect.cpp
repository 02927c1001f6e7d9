// SPDX-License-Identifier: MIT
#include "document/sql/dialect.hpp"

#include <algorithm>

namespace reckon::document {
namespace {

class Translation {
 public:
  Translation(std::string_view statement, std::span<const SqlToken> tokens)
      : view_(statement), tokens_(tokens), out_(statement) {}

  std::string run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (is_sign(i, '?')) {
        number(i, i);
      } else if (is_sign(i, '`')) {
        out_[tokens_[i].begin] = '"';
      } else if (is_name_behind(i) && is_placeholder(i)) {
        number(i, i + 1);
      }
    }
    for (std::size_t i = 0; i + 3 < tokens_.size(); ++i) {
      if (is_limit(i) && is_sign(i + 2, ',')) blank(i + 1, i + 2);
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view written(std::size_t i) const {
    return view_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  }
  [[nodiscard]] bool is_sign(std::size_t i, char sign) const {
    return tokens_[i].kind == SqlToken::Kind::sign && view_[tokens_[i].begin] == sign;
  }
  /// A word without a blank in front of it.
  [[nodiscard]] bool is_name_behind(std::size_t i) const {
    return i + 1 < tokens_.size() && tokens_[i + 1].kind == SqlToken::Kind::word &&
           tokens_[i + 1].begin == tokens_[i].end;
  }
  /// `:name` and `%s`, which stand for a value; `a::b` is a cast.
  [[nodiscard]] bool is_placeholder(std::size_t i) const {
    if (is_sign(i, ':')) return i == 0 || !is_sign(i - 1, ':');
    return is_sign(i, '%') && written(i + 1) == "s";
  }
  [[nodiscard]] bool is_limit(std::size_t i) const {
    constexpr std::string_view word = "limit";
    const std::string_view text = written(i);
    return std::equal(text.begin(), text.end(), word.begin(), word.end(), [](char a, char b) {
      return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
    });
  }

  void blank(std::size_t first, std::size_t last) {
    std::fill(out_.begin() + static_cast<std::ptrdiff_t>(tokens_[first].begin),
              out_.begin() + static_cast<std::ptrdiff_t>(tokens_[last].end), ' ');
  }
  void number(std::size_t first, std::size_t last) {
    blank(first, last);
    out_[tokens_[first].begin] = '0';
  }

  std::string_view view_;
  std::span<const SqlToken> tokens_;
  std::string out_;
};

}  // namespace

std::string as_postgres(std::string_view statement, std::span<const SqlToken> tokens) {
  return Translation(statement, tokens).run();
}

}  // namespace reckon::document
