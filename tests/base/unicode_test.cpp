// SPDX-License-Identifier: MIT
#include "base/unicode.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

namespace reckon::base {
namespace {

using namespace std::string_literals;

TEST_CASE("code points are read with their length") {
  struct Row {
    std::string text;
    char32_t value;
    std::size_t length;
  };
  const auto check = [](const Row& row) {
    INFO(row.text);
    const CodePoint point = code_point_at(row.text, 0);
    CHECK(point.value == row.value);
    CHECK(point.length == row.length);
  };
  check({"a", U'a', 1});
  check({"µ", U'µ', 2});
  check({"×", U'×', 2});
  check({"≈", U'≈', 3});
  check({"😀", U'😀', 4});
  check({"\xef\xbf\xbd", 0xfffd, 3});  // written out, not a stand-in
}

TEST_CASE("bytes that are not UTF-8 are read one at a time") {
  const auto check = [](const std::string& text) {
    INFO(text);
    const CodePoint point = code_point_at(text, 0);
    CHECK(point.value == 0xfffd);
    CHECK(point.length == 1);
    CHECK_FALSE(is_valid_utf8(text));
  };
  check("\x80");              // a continuation without a lead
  check("\xc2");              // cut off
  check("\xe2\x89");          // cut off
  check("\xc0\xaf");          // overlong slash
  check("\xe0\x80\xaf");      // overlong slash
  check("\xf0\x80\x80\xaf");  // overlong slash
  check("\xed\xa0\x80");      // a surrogate
  check("\xf4\x90\x80\x80");  // past the last code point
  check("\xff");
  check(
      "\xc2"
      "a");  // a lead before a letter
}

TEST_CASE("counting takes every stray byte for one") {
  CHECK(count_code_points("") == 0);
  CHECK(count_code_points("50 µs") == 5);
  CHECK(count_code_points("a\xff\xfe"
                          "b") == 4);
}

TEST_CASE("what is appended is read back") {
  const char32_t value =
      GENERATE(char32_t{0x0}, 0x41, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff);
  std::string text = "x";
  append_utf8(text, value);
  CHECK(is_valid_utf8(text));
  CHECK(code_point_at(text, 1).value == value);
  CHECK(code_point_at(text, 1).length == text.size() - 1);
}

TEST_CASE("width is what a terminal uses") {
  CHECK(display_width("reckon") == 6);
  CHECK(display_width("50 µs × 3") == 9);
  CHECK(display_width("容量") == 4);
  CHECK(display_width("😀") == 2);
  CHECK(display_width("e\xcc\x81") == 1);  // e and a combining accent
  CHECK(display_width("a\xe2\x80\x8b"
                      "b") == 2);  // a zero-width space
  CHECK(display_width("\x1b\n") == 0);
}

TEST_CASE("nothing in foreign text reaches the terminal as a command") {
  const std::string stand_in = "\xef\xbf\xbd";
  const auto check = [](const std::string& text, const std::string& shown) {
    INFO(text);
    CHECK(printable(text) == shown);
  };
  check("5 cores ≈ 4.9", "5 cores ≈ 4.9");
  check("a\tb", "a b");
  check("\x1b[31mred", stand_in + "[31mred");
  check("one\r\ntwo", "one" + stand_in + stand_in + "two");
  check("nul\0!"s, "nul" + stand_in + "!");
  check(
      "\xc2\x9b"
      "31m",
      stand_in + "31m");  // the 8-bit form of escape and bracket
  check(
      "5\xe2\x80\xae"
      "01",
      "5" + stand_in + "01");       // right-to-left override
  check("\xe2\x81\xa6", stand_in);  // an isolate
  check("\xff", stand_in);
  check("\x7f", stand_in);
}

TEST_CASE("what nobody sees is shown as something") {
  const std::string stand_in = "\xef\xbf\xbd";
  const char32_t hidden =
      GENERATE(char32_t{0xad}, 0x34f, 0x61c, 0x115f, 0x17b4, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f,
               0x2028, 0x2029, 0x202a, 0x202e, 0x2060, 0x2063, 0x2066, 0x2069, 0x206f, 0x3164, 0xfe00, 0xfeff,
               0xffa0, 0xfff9, 0xfffb, 0x1d173, 0xe0000, 0xe0001, 0xe0041, 0xe007f, 0xe0100, 0xe01ef);
  INFO(static_cast<std::uint32_t>(hidden));
  std::string text = "5";
  append_utf8(text, hidden);
  CHECK(printable(text + "0") == "5" + stand_in + "0");
  CHECK(printable_lines(text + "0\n") == "5" + stand_in + "0\n");
}

TEST_CASE("signs that people see stay") {
  for (const std::string text :
       {"50 µs ≈ 5×10⁻⁵ s", "⚠️ 3 of 5", "❤︎", "容量 😀", "é e\xcc\x81", "a\xc2\xa0x", "１２"}) {
    INFO(text);
    CHECK(printable(text) == text);
  }
  const std::string selector = "\xef\xb8\x8f";
  CHECK(printable(selector) == "\xef\xbf\xbd");  // nothing stands before it
  CHECK(printable("⚠" + selector + selector) == "⚠" + selector + "\xef\xbf\xbd");
}

TEST_CASE("a page keeps its lines and the sequences that it uses itself") {
  const std::string stand_in = "\xef\xbf\xbd";
  constexpr std::string_view own[] = {"\x1b[1m", "\x1b[0m"};
  CHECK(printable_lines("a\tb\nc\r\nd\n") == "a\tb\nc\r\nd\n");
  CHECK(printable_lines("a\rb") == "a" + stand_in + "b");
  CHECK(printable_lines("\x1b[1mbold\x1b[0m", own) == "\x1b[1mbold\x1b[0m");
  CHECK(printable_lines("\x1b[8mhidden\x1b[0m", own) == stand_in + "[8mhidden\x1b[0m");
  CHECK(printable_lines("\x1b[1mbold") == stand_in + "[1mbold");
}

TEST_CASE("JSON loses nothing of what cannot be shown") {
  CHECK(escaped_json("{\"a\": \"µ\"}\n") == "{\"a\": \"µ\"}\n");
  CHECK(escaped_json("\"5\xe2\x80\xae\x7f\"") == "\"5\\u202e\\u007f\"");
  CHECK(escaped_json("\"\xf3\xa0\x81\x81\"") == "\"\\udb40\\udc41\"");
  CHECK(escaped_json("\"\xff\"") == "\"\xef\xbf\xbd\"");
}

TEST_CASE("of an endless word its ends are left") {
  const std::string word = std::string(70, 'a') + std::string(1000, 'b') + std::string(40, 'c');
  const std::string cut = shortened("no '" + word + "' here");
  CHECK(cut.size() < 120);
  CHECK(cut.starts_with("no 'aaaa"));
  CHECK(cut.ends_with("cccc' here"));
  CHECK(cut.find("a...c") != std::string::npos);
  CHECK(shortened(std::string(longest_token, 'x')) == std::string(longest_token, 'x'));
  CHECK(shortened("one two three", 7) == "one two...");
  const std::string wide = shortened([] {
    std::string out;
    for (int i = 0; i < 500; ++i) out += "×";
    return out;
  }());
  CHECK(is_valid_utf8(wide));
}

TEST_CASE("laws of text") {
  rc::prop("printable text is valid, of equal count, and stays as it is", [](const std::string& bytes) {
    const std::string shown = printable(bytes);
    RC_ASSERT(is_valid_utf8(shown));
    RC_ASSERT(count_code_points(shown) == count_code_points(bytes));
    RC_ASSERT(printable(shown) == shown);
    RC_ASSERT(printable_lines(shown) == shown);
    RC_ASSERT(is_valid_utf8(shortened(shown)));
  });
  rc::prop("stepping over any bytes ends at their end", [](const std::string& bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) at += code_point_at(bytes, at).length;
    RC_ASSERT(at == bytes.size());
  });
}

}  // namespace
TEST_CASE("what would be a command in the log of a job is none") {
  const std::string stand_in = "\xef\xbf\xbd";
  CHECK(printable("a ##[error]b") == "a ##" + stand_in + "error]b");
  CHECK(printable_lines("##vso[task.complete]\n") == "##vso" + stand_in + "task.complete]\n");
  CHECK(escaped_json("\"##[x]\"") == "\"##\\u005bx]\"");
  CHECK(printable("## [x] #[y] [z]") == "## [x] #[y] [z]");
}

}  // namespace reckon::base
