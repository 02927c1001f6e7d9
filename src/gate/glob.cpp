// SPDX-License-Identifier: MIT
#include "gate/glob.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace reckon::gate {
namespace {

/// One piece of a pattern. Those that repeat may stand for nothing.
struct Piece {
  enum class Kind : std::uint8_t {
    literal,
    any_of_step,   ///< `?`
    one_of,        ///< `[...]`
    many_of_step,  ///< `*`
    many,          ///< `**` at the end
    steps,         ///< `**/`
  };
  Kind kind = Kind::literal;
  char letter = '\0';
  std::string_view letters = {};  ///< of a class, without its brackets

  [[nodiscard]] bool repeats() const { return kind >= Kind::many_of_step; }
};

/// `[]` around "!a-z_": the closing bracket may be the first letter.
std::size_t end_of_class(std::string_view pattern, std::size_t open) {
  std::size_t first = open + 1;
  if (first < pattern.size() && (pattern[first] == '!' || pattern[first] == '^')) ++first;
  return pattern.find(']', first + 1);
}

bool is_in_class(std::string_view letters, char c) {
  const bool is_negated = letters.starts_with('!') || letters.starts_with('^');
  if (is_negated) letters.remove_prefix(1);
  bool is_in = false;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const bool is_range = i + 2 < letters.size() && letters[i + 1] == '-';
    is_in = is_in || (is_range ? letters[i] <= c && c <= letters[i + 2] : letters[i] == c);
    if (is_range) i += 2;
  }
  return is_in != is_negated;
}

std::vector<Piece> pieces_of(std::string_view pattern) {
  using Kind = Piece::Kind;
  std::vector<Piece> out;
  std::size_t at = 0;
  while (at < pattern.size()) {
    const bool begins_step = at == 0 || pattern[at - 1] == '/';
    const std::size_t close = pattern[at] == '[' ? end_of_class(pattern, at) : pattern.npos;
    if (begins_step && pattern.substr(at).starts_with("**/")) {
      out.push_back({Kind::steps});
      at += 3;
    } else if (begins_step && pattern.substr(at) == "**") {
      out.push_back({Kind::many});
      at += 2;
    } else if (pattern[at] == '*') {
      if (out.empty() || out.back().kind != Kind::many_of_step) out.push_back({Kind::many_of_step});
      ++at;
    } else if (pattern[at] == '?') {
      out.push_back({Kind::any_of_step});
      ++at;
    } else if (close != pattern.npos) {
      out.push_back({Kind::one_of, '\0', pattern.substr(at + 1, close - at - 1)});
      at = close + 1;
    } else {
      if (pattern[at] == '\\' && at + 1 < pattern.size()) ++at;
      out.push_back({Kind::literal, pattern[at]});
      ++at;
    }
  }
  return out;
}

bool takes(const Piece& piece, char c) {
  switch (piece.kind) {
    case Piece::Kind::literal:
      return c == piece.letter;
    case Piece::Kind::any_of_step:
    case Piece::Kind::many_of_step:
      return c != '/';
    case Piece::Kind::one_of:
      return c != '/' && is_in_class(piece.letters, c);
    case Piece::Kind::many:
    case Piece::Kind::steps:
      return true;
  }
  return false;
}

/// Which pieces may come next, all ways of reading at once.
using NextPieces = std::vector<bool>;

/// What may stand for nothing is passed over.
void pass_over(const std::vector<Piece>& pieces, NextPieces& places, bool begins_step) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const bool may_be_left = pieces[i].repeats() && (pieces[i].kind != Piece::Kind::steps || begins_step);
    if (places[i] && may_be_left) places[i + 1] = true;
  }
}

bool fits_whole(const std::vector<Piece>& pieces, std::string_view path) {
  NextPieces places(pieces.size() + 1, false);
  places[0] = true;
  pass_over(pieces, places, true);
  for (const char c : path) {
    NextPieces next(places.size(), false);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (!places[i] || !takes(pieces[i], c)) continue;
      next[pieces[i].repeats() ? i : i + 1] = true;
    }
    places = std::move(next);
    pass_over(pieces, places, c == '/');
  }
  return places.back();
}

}  // namespace

bool glob_fits(std::string_view pattern, std::string_view path) {
  if (pattern.find('/') == pattern.npos) {
    path.remove_prefix(path.rfind('/') + 1);  // none: the whole
  } else if (pattern.starts_with('/')) {
    pattern.remove_prefix(1);
  }
  return fits_whole(pieces_of(pattern), path);
}

bool is_glob(std::string_view word) {
  return word.find_first_of("*?[") != word.npos;
}

std::vector<IgnoreLine> read_ignore(std::string_view text) {
  std::vector<IgnoreLine> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    while (line.ends_with('\r') || (line.ends_with(' ') && !line.ends_with("\\ "))) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    IgnoreLine row;
    row.is_negated = line.starts_with('!');
    if (row.is_negated) line.remove_prefix(1);
    row.is_folder = line.ends_with('/');
    if (row.is_folder) line.remove_suffix(1);
    row.pattern = line;
    if (!line.empty()) out.push_back(std::move(row));
  }
  return out;
}

std::optional<bool> is_ignored(const std::vector<IgnoreLine>& lines, std::string_view path, bool is_folder) {
  const auto last = std::find_if(lines.rbegin(), lines.rend(), [&](const IgnoreLine& line) {
    return (is_folder || !line.is_folder) && glob_fits(line.pattern, path);
  });
  return last == lines.rend() ? std::nullopt : std::optional(!last->is_negated);
}

bool is_left_out(const std::vector<IgnoreLine>& lines, std::string_view path, bool is_folder) {
  for (std::size_t step = path.find('/', 1); step != path.npos; step = path.find('/', step + 1)) {
    if (is_ignored(lines, path.substr(0, step), true) == true) return true;
  }
  return is_ignored(lines, path, is_folder) == true;
}

}  // namespace reckon::gate
