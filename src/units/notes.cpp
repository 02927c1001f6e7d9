// SPDX-License-Identifier: MIT
#include "units/notes.hpp"

#include <array>

namespace reckon::units {
namespace {

constexpr std::array note_rows{
    NoteRow{notes::approximate, "marked as approximate: comparisons allow for more"},
    NoteRow{notes::short_scale, "mn and bn are taken as million and billion"},
    NoteRow{notes::from_slot, "a bare number takes the counted unit that is expected here"},
    NoteRow{notes::bare_rate, "a bare rate takes the counted unit that is expected here"},
    NoteRow{notes::kilobyte, "KB is 1000 bytes; some mean 1024, which is KiB"},
    NoteRow{notes::bytes, "B behind a whole number above a dozen is bytes, not billions"},
    NoteRow{notes::bits, "a small b stands for bits; bytes would be kB, MB or GB"},
    NoteRow{notes::lower_case_bits,
            "a lower-case m or g in front of bits is taken as mega or giga, never milli"},
    NoteRow{notes::link_speed, "the speed of an Ethernet link, in bits per second"},
    NoteRow{notes::binary_count, "no size is expected here, so Ki, Mi and Gi stand for powers of 1024"},
    NoteRow{notes::month, "a month is 30 days"},
    NoteRow{notes::year, "a year is 365 days"},
    NoteRow{notes::tps, "TPS is transactions per second; where tokens are meant write tokens/s"},
    NoteRow{notes::qps, "QPS is queries per second; a query counts as a request"},
    NoteRow{notes::rpm, "rpm is requests per minute, never revolutions"},
    NoteRow{notes::vcpu, "a vCPU counts as a core"},
    NoteRow{notes::dollar, "a bare $ is the US dollar"},
    NoteRow{notes::divided_then_multiplied, "a/b*c is read from the left, as (a/b)*c; write a*c/b"},
};

}  // namespace

std::span<const NoteRow> note_table() {
  return note_rows;
}

std::string_view note_text(std::string_view code) {
  for (const NoteRow& row : note_rows) {
    if (row.code == code) return row.text;
  }
  return {};
}

}  // namespace reckon::units
