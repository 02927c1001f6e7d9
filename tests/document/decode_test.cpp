// SPDX-License-Identifier: MIT
// What the bytes of a file are: text, text in another encoding, or none.
#include "document/decode.hpp"

#include "base/unicode.hpp"
#include "document/file_kind.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include <set>

namespace reckon::document {
namespace {

using namespace std::string_literals;

std::string utf16(const std::u16string& text, bool is_little) {
  std::string out;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(static_cast<unsigned char>(unit & 0xffU));
    const char high = static_cast<char>(static_cast<unsigned char>(unit >> 8U));
    out += is_little ? low : high;
    out += is_little ? high : low;
  }
  return out;
}

void check_refused(const std::string& bytes, const std::string& rule, const std::string& says) {
  INFO(says);
  const auto decoded = decode(bytes);
  REQUIRE_FALSE(decoded.has_value());
  CHECK(decoded.error().rule == rule);
  CHECK((decoded.error().message + "; " + decoded.error().help).find(says) != std::string::npos);
  CHECK_FALSE(decoded.error().help.empty());
}

TEST_CASE("UTF-8 is taken as it is") {
  for (const std::string& text : {""s, "4 TB × 2 = 8 TB\n"s, "\xef\xbb\xbf# Plan\n"s,
                                  "\x1b[31mred\x1b[0m\r\n\x07"s, "1234567\xe2\x89"s /* cut off */}) {
    const auto decoded = decode(text);
    REQUIRE(decoded.has_value());
    CHECK(decoded->text == text);
    CHECK(decoded->note.empty());
  }
}

TEST_CASE("UTF-16 with a byte order mark is decoded, and it is told") {
  const std::u16string text = u"\ufeff4 TB × 2 = 8 TB ≈ 😀\r\n";
  for (const bool is_little : {true, false}) {
    const auto decoded = decode(utf16(text, is_little));
    REQUIRE(decoded.has_value());
    CHECK(decoded->text == "4 TB × 2 = 8 TB ≈ 😀\r\n");
    CHECK(decoded->note.find("UTF-16") == 0);
    CHECK_FALSE(decoded->is_damaged);
  }
  CHECK(decode("\xff\xfe")->text.empty());
  CHECK(decode("\xff\xfe"
               "5\0x"s)
            ->text == "5\xef\xbf\xbd");  // an odd byte
  CHECK(decode("\xff\xfe"
               "\x00\xd8"
               "5\0"s)
            ->text ==
        "\xef\xbf\xbd"
        "5");  // half a pair
  CHECK(decode("\xff\xfe"
               "\x00\xdc"
               "5\0"s)
            ->text ==
        "\xef\xbf\xbd"
        "5");  // the other half
}

TEST_CASE("other encodings are refused under their names") {
  check_refused(utf16(u"4 TB × 2 = 8 TB\n", true), "input.encoding", "iconv -f UTF-16LE");
  check_refused(utf16(u"4 TB × 2 = 8 TB\n", false), "input.encoding", "iconv -f UTF-16BE");
  check_refused(
      "\xff\xfe\0\0"
      "4\0\0\0"s,
      "input.encoding", "UTF-32");
  check_refused(
      "\0\0\xfe\xff\0\0\0"
      "4"s,
      "input.encoding", "UTF-32");
  check_refused("one\ntwo: 4 TB \xd7 2 = 8 TB\n", "input.encoding", "byte 0xD7 in line 2");
  check_refused("4 TB \xd7 2 = 8 TB\n", "input.encoding", "Latin-1 or Windows-1252");
  check_refused("\x83\x8a\x83\x8b\x83\x67 5", "input.encoding", "is not UTF-8 (byte 0x83 in line 1); save");
}

TEST_CASE("a few stray bytes in UTF-8 do not hide the rest") {
  const auto decoded = decode("50 µs \xff and 3 × 2 = 6\n");
  REQUIRE(decoded.has_value());
  CHECK(decoded->is_damaged);
  CHECK(decoded->note.find("byte 0xFF in line 1") != std::string::npos);
  CHECK(decode("50 µs\n\xff\n")->is_damaged);
  CHECK(decode("50 µs\n\xe2\n")->is_damaged);
}

TEST_CASE("what is no text is refused, whatever it is called") {
  const std::string zip = "PK\x03\x04\x14\0\x08\0\x08\0"s;
  check_refused(zip + "[Content_Types].xml word/document.xml", "input.not-text",
                "a Word document is not read");
  check_refused(zip + "xl/workbook.xml", "input.not-text", "an Excel workbook");
  check_refused(zip + "ppt/presentation.xml", "input.not-text", "a PowerPoint presentation");
  check_refused(zip + "mimetypeapplication/vnd.oasis.opendocument.text", "input.not-text",
                "an OpenDocument text");
  check_refused(zip + "a.md", "input.not-text", "a ZIP archive");
  check_refused("%PDF-1.7\n4 TB = 5 TB\n", "input.not-text", "pdftotext");
  check_refused("{\\rtf1\\ansi 4 TB}", "input.not-text", "a Rich Text document");
  check_refused("\x89PNG\r\n\x1a\n\0\0\0"s, "input.not-text", "a PNG image");
  check_refused("\xff\xd8\xff\xe0JFIF\0"s, "input.not-text", "a JPEG image");
  check_refused("RIFF\x10\0\0\0WEBPVP8 "s, "input.not-text", "a WebP image");
  check_refused("\x1f\x8b\x08\0abc"s, "input.not-text", "a gzip archive");
  check_refused("BZh91AY&SY\x12\x34", "input.not-text", "a bzip2 archive");
  check_refused(
      "\x7f"
      "ELF\x02\x01\x01\0"s,
      "input.not-text", "a program");
  check_refused("MZ\x90\0\x03\0"s, "input.not-text", "a program");
  check_refused(
      "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
      "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"s,
      "input.not-text", "a Word document of the old format");
  check_refused("SQLite format 3\0"s, "input.not-text", "an SQLite database");
  check_refused(std::string(257, 'a') + "ustar\0"s, "input.not-text", "a tar archive");
  check_refused("4 TB\0 = 5 TB"s, "input.not-text", "a binary file");
  check_refused("\x01\x02\x03\x04\x05\x06\x0e\x0f\x10 4 TB", "input.not-text", "a binary file");
  check_refused("\xff\xfe\0\0\x05"s + std::string(8, '\0'), "input.encoding", "UTF-32");
}

TEST_CASE("text that only begins like something else is text") {
  for (const char* text :
       {"MZ is the mark of a program\n", "BM: 4 TB\n", "GIF89a is 35 years old\n", "PAR1 = 4 TB\n",
        "# PDF\n%PDF-1.7\n", "7z and Rar! files\n", "PK: id\n", "RIFF\n"}) {
    INFO(text);
    CHECK(decode(text).has_value());
  }
}

TEST_CASE("each kind of file has a name, a help, and bytes that it is told by") {
  std::set<std::string> seen;
  for (const FileKind& kind : file_kind_table()) {
    INFO(kind.name);
    CHECK((kind.name.starts_with("a ") || kind.name.starts_with("an ")));
    CHECK_FALSE(kind.help.empty());
    CHECK(kind.begins.size() >= 2);
    CHECK(seen.insert(std::string(kind.begins) + '/' + std::string(kind.holds)).second);
  }
}

TEST_CASE("laws of decoding") {
  rc::prop("any bytes are decoded or refused", [](const std::string& bytes) {
    const auto decoded = decode(bytes);
    if (decoded) {
      RC_ASSERT(decoded->text.find('\0') == std::string::npos);
    } else {
      RC_ASSERT(!decoded.error().help.empty());
    }
  });
  rc::prop("UTF-16 gives valid text", [](const std::string& bytes) {
    for (const char* mark : {"\xff\xfe", "\xfe\xff"}) {
      const auto decoded = decode(mark + bytes);
      if (decoded) RC_ASSERT(base::is_valid_utf8(decoded->text));
    }
  });
}

}  // namespace
}  // namespace reckon::document
