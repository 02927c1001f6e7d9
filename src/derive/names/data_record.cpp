// SPDX-License-Identifier: MIT
#include "derive/names/data_record.hpp"

#include <algorithm>
#include <cmath>

namespace reckon::derive {

void DataRecord::add_told(std::uint32_t block) {
  ++blocks_[block].told;
  ++all_.told;
}

void DataRecord::add_untold(std::uint32_t block, bool is_open) {
  ++untold_;
  if (!is_open) return;
  ++blocks_[block].open;
  ++all_.open;
}

bool DataRecord::repeats_text(std::size_t contradicted) const {
  constexpr std::size_t fewest_told = 4;
  constexpr std::size_t told_for_each = 3;
  /// In documents whose examples differ from their text it is less than half.
  constexpr float least_share_told = 0.6F;
  return all_.told >= fewest_told && all_.told >= told_for_each * contradicted &&
         static_cast<float>(all_.told) >= least_share_told * static_cast<float>(all_.told + untold_);
}

float DataRecord::bits(std::uint32_t block, bool is_counted) const {
  // A block of fewer values says less than all data together.
  constexpr std::size_t fewest_in_block = 4;
  constexpr float most = 5.0F;
  const auto own = blocks_.find(block);
  const bool is_own = own != blocks_.end() && own->second.told >= fewest_in_block;
  const Count& count = is_own ? own->second : all_;
  const std::size_t others = count.open - (is_counted && count.open > 0 ? 1 : 0);
  const float odds = (static_cast<float>(count.told) + 1.0F) / (static_cast<float>(others) + 0.5F);
  return std::clamp(std::log2(odds), 0.0F, most);
}

}  // namespace reckon::derive
