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
}

TEST_CASE("laws of text") {
  rc::prop("printable text is valid, of equal count, and stays as it is", [](const std::string& bytes) {
    const std::string shown = printable(bytes);
    RC_ASSERT(is_valid_utf8(shown));
    RC_ASSERT(count_code_points(shown) == count_code_points(bytes));
    RC_ASSERT(printable(shown) == shown);
  });
  rc::prop("stepping over any bytes ends at their end", [](const std::string& bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) at += code_point_at(bytes, at).length;
    RC_ASSERT(at == bytes.size());
  });
}

}  // namespace
}  // namespace reckon::base
