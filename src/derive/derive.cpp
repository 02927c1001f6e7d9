// SPDX-License-Identifier: MIT
#include "derive/derive.hpp"

#include "derive/names/remarked.hpp"
#include "derive/names/repeated.hpp"
#include "derive/names/respelled.hpp"
#include "derive/page/read_page.hpp"
#include "derive/search/nearby.hpp"
#include "derive/sentences/anaphora.hpp"
#include "derive/sentences/apposed.hpp"
#include "derive/sentences/availability.hpp"
#include "derive/sentences/balanced.hpp"
#include "derive/sentences/compounded.hpp"
#include "derive/sentences/copied.hpp"
#include "derive/sentences/growth.hpp"
#include "derive/sentences/listed.hpp"
#include "derive/sentences/parted.hpp"
#include "derive/sentences/rounded.hpp"
#include "derive/sentences/rounding_custom.hpp"
#include "derive/sentences/scaled.hpp"
#include "derive/sentences/shared.hpp"
#include "derive/sentences/sized.hpp"
#include "derive/sentences/spoken.hpp"
#include "derive/sentences/totals.hpp"
#include "derive/sentences/utilised.hpp"
#include "derive/tables/column_sums_told.hpp"
#include "derive/tables/rows.hpp"
#include "derive/written/elided.hpp"

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

/// Mentions of which nobody says what yields them.
std::vector<bool> without_source(const Derived& derived) {
  std::vector<bool> out = results(derived);
  out.flip();
  // A list of very many numbers is a list: any of them would be the sum or the product of some others.
  constexpr MentionId longest_list = 60;
  for (const Sentence& sentence : derived.page.sentences) {
    if (sentence.end_mention - sentence.first_mention <= longest_list) continue;
    for (MentionId id = sentence.first_mention; id < sentence.end_mention; ++id) out[id] = false;
  }
  return out;
}

/// And which no calculation starts from: words would turn it round.
std::vector<bool> open_mentions(const Derived& derived) {
  std::vector<bool> out = without_source(derived);
  for (const Derivation& derivation : derived.derivations) {
    const bool is_written = derivation.generator == Generator::written ||
                            derivation.generator == Generator::continued ||
                            derivation.generator == Generator::row;
    if (!is_written || derivation.chained) continue;
    for (const MentionId operand : operands_of(derived.page, derivation)) out[operand] = false;
  }
  return out;
}

/// What something yields is no more in question.
std::vector<bool> still_open(const Derived& derived, std::vector<bool> open) {
  for (const Derivation& derivation : derived.derivations) {
    if (derivation.target != nowhere && derivation.holds() && derivation.evidence() > 0.0F)
      open[derivation.target] = false;
  }
  return open;
}

/// What signs and tables say. The chains are let go behind it: they are large.
void generate_written(const Naming& naming, Derived& out) {
  base::Arena arena;
  const std::vector<WrittenChain> chains = read_written(out.page, arena);
  written(out.page, naming, chains, out.derivations);
  rows(out.page, chains, out.derivations);
  availability(out.page, out.derivations);
  rounded(out.page, out.derivations);
  elided(out.page, 0, out.derivations);
  totals(out.page, naming, results(out), out.derivations);
  column_sums_told(out.page, chains, out.derivations);
  out.calculations = calculations_of(out.page, chains);
}

/// All generators, in the order in which they build on each other.
void generate(const base::Sources& sources, const document::Document& document, Derived& out) {
  out.derivations.reserve(out.page.mentions.size());
  Naming naming = name_mentions(out.page);
  generate_written(naming, out);
  const std::vector<bool> open = open_mentions(out);
  const std::size_t said = out.derivations.size();
  apposed(out.page, naming, open, out.derivations);
  shared(out.page, open, out.derivations);
  utilised(out.page, naming, open, out.derivations);
  spoken(out.page, naming, open, out.derivations);
  copied(out.page, out.derivations);
  growth(out.page, open, out.derivations);
  compounded(out.page, naming, open, out.derivations);
  sized(out.page, naming, open, out.derivations);
  anaphora(out.page, open, out.derivations);
  listed(out.page, naming, open, out.derivations);
  elided(out.page, said, out.derivations);
  const std::vector<bool> is_result = results(out);
  const Windows windows(out.page, naming, is_result);
  nearby(out.page, windows, without_source(out), out.derivations);
  balanced(out.page, naming, still_open(out, open), out.derivations);
  parted(out.page, naming, still_open(out, open), out.derivations);
  scaled(out.page, naming, still_open(out, open), out.derivations);
  const Names names(out.page, document, naming);
  remarked(sources, out.page, names, out.derivations);
  repeated(out.page, document, names, out.derivations);
  respelled(out.page, naming, out.derivations);
  against_custom(out.page, naming, out.derivations);
}

}  // namespace

Derived derive(const base::Sources& sources, const document::Document& document,
               std::optional<float> least_evidence) {
  Derived out;
  out.page = read_page(sources, document);
  generate(sources, document, out);
  out.judged = judge(out.page, sources, out.derivations, least_evidence);
  return out;
}

}  // namespace reckon::derive
