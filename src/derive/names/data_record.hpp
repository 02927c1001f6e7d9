// SPDX-License-Identifier: MIT
// How much of a document's data its text says too, block by block. Where nine values of ten are told, the
// tenth should be; an example has numbers of its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>

namespace reckon::derive {

class DataRecord {
 public:
  /// A value whose digits say something and that the text says, too.
  void add_told(std::uint32_t block);
  /// One that it does not say; `is_open`: and that nothing yields.
  void add_untold(std::uint32_t block, bool is_open);
  /// Whether the data repeats its text, so that what differs may be a slip; `contradicted`: how many differ.
  [[nodiscard]] bool repeats_text(std::size_t contradicted) const;
  /// Bits that one more value of the block should be told; `is_counted`: among those that are not.
  [[nodiscard]] float bits(std::uint32_t block, bool is_counted) const;

 private:
  struct Count {
    std::size_t told = 0;
    std::size_t open = 0;  ///< neither told nor yielded
  };
  std::map<std::uint32_t, Count> blocks_;
  Count all_;
  std::size_t untold_ = 0;
};

}  // namespace reckon::derive
