// SPDX-License-Identifier: MIT
#include "report/fingerprint.hpp"

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid.hpp>
#include <fmt/format.h>

#include <cstdint>

namespace reckon::report {
namespace {

/// A value however its words are laid out: blanks tell nothing.
std::string without_blanks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view(" \t\r\n").find(c) == std::string_view::npos) out += c;
  }
  return out;
}

/// 128 bits of SHA-1.
std::string digest(const std::string& text) {
  // A name space of our own; any fixed value does.
  constexpr boost::uuids::uuid space{
      {0x72, 0x65, 0x63, 0x6b, 0x6f, 0x6e, 0x2d, 0x66, 0x69, 0x6e, 0x64, 0x69, 0x6e, 0x67, 0x2d, 0x31}};
  const boost::uuids::uuid id = boost::uuids::name_generator_sha1(space)(text);
  std::string out;
  for (const std::uint8_t byte : id) out += fmt::format("{:02x}", byte);
  return out;
}

}  // namespace

std::string Fingerprints::of(const check::Finding& finding, std::string_view path, std::string_view place) {
  std::string about = fmt::format("{}\n{}\n{}\n{}\n{}", finding.diagnostic.code, path, place,
                                  without_blanks(finding.stated), without_blanks(finding.recomputed));
  const std::size_t ordinal = seen_[about]++;
  return digest(fmt::format("{}\n{}", about, ordinal));
}

}  // namespace reckon::report
