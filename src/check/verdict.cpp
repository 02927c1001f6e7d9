// SPDX-License-Identifier: MIT
#include "check/verdict.hpp"

namespace reckon::check {

std::string_view name(Verdict verdict) {
  switch (verdict) {
    case Verdict::given:
      return "given";
    case Verdict::consistent:
      return "consistent";
    case Verdict::rounded:
      return "rounded";
    case Verdict::plausible:
      return "plausible";
    case Verdict::too_small:
      return "too-small";
    case Verdict::too_large:
      return "too-large";
    case Verdict::contradicted:
      return "contradicted";
    case Verdict::impossible:
      return "impossible";
    case Verdict::disagrees:
      return "disagrees";
    case Verdict::inherited:
      return "inherited";
    case Verdict::open:
      return "open";
    case Verdict::unreadable:
      return "unreadable";
    case Verdict::unbound:
      return "unbound";
  }
  return "";
}

bool is_wrong(Verdict verdict) {
  return verdict == Verdict::too_small || verdict == Verdict::too_large || verdict == Verdict::contradicted ||
         verdict == Verdict::impossible || verdict == Verdict::disagrees || verdict == Verdict::inherited;
}

}  // namespace reckon::check
