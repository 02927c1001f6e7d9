// SPDX-License-Identifier: MIT
#include "arithmetic/suffixes.hpp"

#include <array>

namespace reckon::arithmetic {
namespace {

constexpr std::array suffixes{
    Suffix{"K", 1e3, "KB", "", Supposition::letter_as_unit},
    Suffix{"k", 1e3, "KB", "", Supposition::letter_as_unit},
    Suffix{"M", 1e6, "MB", "", Supposition::letter_as_unit},
    Suffix{"G", 1e9, "GB", "", Supposition::letter_as_unit},
    Suffix{"T", 1e12, "TB", "", Supposition::letter_as_unit},
    Suffix{"B", 1e9, "B", "", Supposition::letter_as_unit},
    Suffix{"b", 1e9, "B", "bit", Supposition::letter_as_unit},
    Suffix{"m", 1e6, "min", "m", Supposition::milli_as_minute},
    Suffix{"Ki", 0, "KiB", "", Supposition::letter_as_unit},
    Suffix{"Mi", 0, "MiB", "", Supposition::letter_as_unit},
    Suffix{"Gi", 0, "GiB", "", Supposition::letter_as_unit},
    Suffix{"Ti", 0, "TiB", "", Supposition::letter_as_unit},
    Suffix{"kb", 0, "KB", "kbit", Supposition::loose_bits},
    Suffix{"mb", 0, "MB", "Mbit", Supposition::loose_bits},
    Suffix{"gb", 0, "GB", "Gbit", Supposition::loose_bits},
    Suffix{"tb", 0, "TB", "Tbit", Supposition::loose_bits},
    Suffix{"pb", 0, "PB", "Pbit", Supposition::loose_bits},
    Suffix{"Kb", 0, "kbit", "KB", Supposition::bits_as_bytes},
    Suffix{"Mb", 0, "Mbit", "MB", Supposition::bits_as_bytes},
    Suffix{"Gb", 0, "Gbit", "GB", Supposition::bits_as_bytes},
    Suffix{"Tb", 0, "Tbit", "TB", Supposition::bits_as_bytes},
    Suffix{"mB", 0, "MB", "", Supposition::letter_as_unit},
    Suffix{"gB", 0, "GB", "", Supposition::letter_as_unit},
    Suffix{"mil", 1e6, "", "", Supposition::letter_as_unit},
    Suffix{"bil", 1e9, "", "", Supposition::letter_as_unit},
};

}  // namespace

std::span<const Suffix> suffix_table() {
  return suffixes;
}

double scale_of(const Suffix& row, const units::Unit* behind) {
  const bool counts_cores = behind != nullptr && behind->dimension == units::axis(units::Axis::core);
  return counts_cores && row.letters == "m" ? milli : row.scale;
}

}  // namespace reckon::arithmetic
