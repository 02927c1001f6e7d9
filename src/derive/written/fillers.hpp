// SPDX-License-Identifier: MIT
// What can stand for an operand that is missing ("× 3 copies = ...") or named ("QPS × 3"): numbers said just
// before, and numbers under that name.
#pragma once

#include "derive/page/words.hpp"

#include <vector>

namespace reckon::derive {

struct Filler {
  MentionId mention = nowhere;
  float price = 0.0F;
};

class Fillers {
 public:
  Fillers(const Page& page, const Naming& naming) : page_(page), naming_(naming) {}

  /// For a side with one gap or name, the likeliest first; empty when it has several.
  [[nodiscard]] std::vector<Filler> of(LineId line, const arithmetic::Side& side,
                                       const std::vector<arithmetic::Node>& nodes) const;

 private:
  [[nodiscard]] bool is_operand_behind(MentionId id) const;
  [[nodiscard]] std::vector<Filler> before(LineId line, std::uint32_t token) const;
  [[nodiscard]] std::vector<Filler> named(LineId line, std::uint32_t begin, std::uint32_t end) const;

  const Page& page_;
  const Naming& naming_;
};

}  // namespace reckon::derive
