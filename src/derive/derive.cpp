// SPDX-License-Identifier: MIT
#include "derive/derive.hpp"

#include "derive/availability.hpp"
#include "derive/elided.hpp"
#include "derive/nearby.hpp"
#include "derive/read_page.hpp"
#include "derive/rows.hpp"
#include "derive/slipped.hpp"
#include "derive/spoken.hpp"
#include "derive/totals.hpp"

#include <algorithm>

namespace reckon::derive {
namespace {

/// Which mentions something yields so far.
std::vector<bool> results(const Derived& derived) {
  std::vector<bool> out(derived.page.mentions.size(), false);
  for (const Derivation& derivation : derived.derivations) {
    if (derivation.target != nowhere && derivation.holds()) out[derivation.target] = true;
  }
  return out;
}

/// Mentions of which nobody says what yields them: neither results, nor what a calculation starts from. An
/// operand would be explained by its own result, turned round.
std::vector<bool> open_mentions(const Derived& derived) {
  std::vector<bool> out = results(derived);
  out.flip();
  // A list of very many numbers is a list: any of them would be the sum or the product of some others.
  constexpr MentionId longest_list = 60;
  for (const Sentence& sentence : derived.page.sentences) {
    if (sentence.end_mention - sentence.first_mention <= longest_list) continue;
    for (MentionId id = sentence.first_mention; id < sentence.end_mention; ++id) out[id] = false;
  }
  for (const Derivation& derivation : derived.derivations) {
    const bool is_written = derivation.generator == Generator::written ||
                            derivation.generator == Generator::continued ||
                            derivation.generator == Generator::row;
    if (!is_written || derivation.chained) continue;
    for (const MentionId operand : operands_of(derived.page, derivation)) out[operand] = false;
  }
  return out;
}

/// Bits of the best that yields each mention; -1 for none.
std::vector<float> evidence_of(const Derived& derived) {
  std::vector<float> out(derived.page.mentions.size(), -1.0F);
  for (const Derivation& derivation : derived.derivations) {
    if (derivation.target == nowhere || !derivation.holds()) continue;
    // What is written out and holds needs no further proof.
    constexpr float written = 6.0F;
    const bool is_written = derivation.is_cued && derivation.generator != Generator::elided;
    const float bits = is_written ? std::max(derivation.evidence(), written) : derivation.evidence();
    out[derivation.target] = std::max(out[derivation.target], bits);
  }
  return out;
}

}  // namespace

Derived derive(const base::Sources& sources, const document::Document& document) {
  Derived out;
  out.page = read_page(sources, document);
  out.chains = read_written(out.page);
  const Naming naming = name_mentions(out.page);
  written(out.page, naming, out.chains, out.derivations);
  rows(out.page, out.chains, out.derivations);
  availability(out.page, out.derivations);
  elided(out.page, out.derivations);
  const std::vector<bool> is_result = results(out);
  totals(out.page, is_result, out.derivations);
  const std::vector<bool> open = open_mentions(out);
  const Windows windows(out.page, naming, is_result);
  spoken(out.page, windows, open, out.derivations);
  nearby(out.page, windows, open, out.derivations);
  slipped(out.page, windows, open, evidence_of(out), out.derivations);
  out.judged = judge(out.page, sources, out.derivations);
  return out;
}

}  // namespace reckon::derive
