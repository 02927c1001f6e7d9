// SPDX-License-Identifier: MIT
#include "document/file_kind.hpp"

#include <algorithm>
#include <array>

namespace reckon::document {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view as_markdown = "save it as Markdown, for example with pandoc -t gfm";
constexpr std::string_view as_table = "copy its tables into Markdown";
constexpr std::string_view as_text = "take its text, for example with pdftotext -layout";
constexpr std::string_view unpack = "unpack it and name the files in it";
constexpr std::string_view in_words = "write the numbers of a picture down as text";
constexpr std::string_view name_the_text = "name the text that it was made from";

constexpr std::string_view zip = "PK\x03\x04";
constexpr std::string_view ole = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

constexpr std::array kind_rows{
    FileKind{"a PDF document", as_text, "%PDF-"},
    FileKind{"a PostScript document", as_text, "%!PS"},
    FileKind{"a Rich Text document", as_markdown, "{\\rtf"},
    FileKind{"a Word document", as_markdown, zip, "word/document"},
    FileKind{"an Excel workbook", as_table, zip, "xl/workbook"},
    FileKind{"a PowerPoint presentation", as_markdown, zip, "ppt/presentation"},
    FileKind{"an OpenDocument text", as_markdown, zip, "application/vnd.oasis.opendocument.text"},
    FileKind{"an OpenDocument spreadsheet", as_table, zip, "application/vnd.oasis.opendocument.spreadsheet"},
    FileKind{"an OpenDocument presentation", as_markdown, zip,
             "application/vnd.oasis.opendocument.presentation"},
    FileKind{"an EPUB book", as_markdown, zip, "application/epub+zip"},
    FileKind{"a Java archive", name_the_text, zip, "META-INF/MANIFEST.MF"},
    FileKind{"a ZIP archive", unpack, zip},
    FileKind{"a ZIP archive", unpack, "PK\x05\x06"},
    FileKind{"a Word document of the old format", as_markdown, ole, "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"sv},
    FileKind{"an Excel workbook of the old format", as_table, ole, "W\0o\0r\0k\0b\0o\0o\0k\0"sv},
    FileKind{"an Office document of the old format", as_markdown, ole},
    FileKind{"a gzip archive", unpack, "\x1f\x8b\x08"},
    FileKind{"a bzip2 archive", unpack, "1AY&SY", "BZh", 4},
    FileKind{"an xz archive", unpack, "\xfd\x37zXZ\0"sv},
    FileKind{"a Zstandard archive", unpack, "\x28\xb5\x2f\xfd"},
    FileKind{"a 7-Zip archive", unpack, "7z\xbc\xaf\x27\x1c"},
    FileKind{"a RAR archive", unpack, "Rar!\x1a\x07"},
    FileKind{"a tar archive", unpack, "ustar", {}, 257, false},
    FileKind{"a PNG image", in_words, "\x89PNG\r\n\x1a\n"},
    FileKind{"a JPEG image", in_words, "\xff\xd8\xff"},
    FileKind{"a GIF image", in_words, "GIF87a", {}, 0, false},
    FileKind{"a GIF image", in_words, "GIF89a", {}, 0, false},
    FileKind{"a WebP image", in_words, "WEBP", "RIFF", 8},
    FileKind{"a TIFF image", in_words, "II*\0"sv},
    FileKind{"a TIFF image", in_words, "MM\0*"sv},
    FileKind{"a bitmap image", in_words, "BM", {}, 0, false},
    FileKind{"an icon", in_words, "\0\0\x01\0"sv},
    FileKind{"a video", in_words, "ftyp", {}, 4, false},
    FileKind{"a program", name_the_text,
             "\x7f"
             "ELF"},
    FileKind{"a program", name_the_text, "MZ", {}, 0, false},
    FileKind{"a program", name_the_text, "\xcf\xfa\xed\xfe"},
    FileKind{"a compiled Java class", name_the_text, "\xca\xfe\xba\xbe"},
    FileKind{"a WebAssembly module", name_the_text, "\0asm"sv},
    FileKind{"an SQLite database", as_table, "SQLite format 3\0"sv},
    FileKind{"a Parquet file", as_table, "PAR1", {}, 0, false},
};

}  // namespace

std::span<const FileKind> file_kind_table() {
  return kind_rows;
}

const FileKind* recognise(std::string_view bytes, bool is_binary) {
  const auto fits = [=](const FileKind& kind) {
    return (kind.is_sure || is_binary) && bytes.size() > kind.at &&
           bytes.substr(kind.at, kind.begins.size()) == kind.begins &&
           (kind.holds.empty() || bytes.find(kind.holds) != std::string_view::npos);
  };
  const auto* const at = std::find_if(kind_rows.begin(), kind_rows.end(), fits);
  return at == kind_rows.end() ? nullptr : at;
}

}  // namespace reckon::document
