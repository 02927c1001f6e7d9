// SPDX-License-Identifier: MIT
// All claims of a document, with their verdicts. Few are about something that the model knows: those are kept
// whole. Of the many others it is only kept where they stand, and they are put together when somebody asks.
#pragma once

#include "base/by_index.hpp"
#include "check/claim.hpp"
#include "check/verdict.hpp"
#include "derive/derive.hpp"
#include "document/document.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace reckon::check {

class Claims {
 public:
  Claims() = default;
  /// All must outlive it.
  Claims(const base::Sources& sources, const document::Document& document, const derive::Derived& derived)
      : sources_(&sources), document_(&document), derived_(&derived) {}

  /// A claim that is kept whole.
  void push_back(Claim claim);
  /// A number of a cell, in a row that the cell of another column names.
  void add_cell(derive::MentionId number, std::uint32_t label_column, Role role);
  /// A number behind the words that name it, tokens [begin, end) of its line.
  void add_labelled(derive::MentionId number, std::uint32_t begin, std::uint32_t end, Role role);
  /// What was derived: a claim for each number that something yields, and for each accusation.
  void add_derived();

  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] bool empty() const { return entries_.empty(); }
  [[nodiscard]] Claim operator[](std::size_t index) const;
  [[nodiscard]] Claim front() const { return (*this)[0]; }
  [[nodiscard]] base::ByIndex<Claims> begin() const { return {*this, 0}; }
  [[nodiscard]] base::ByIndex<Claims> end() const { return {*this, size()}; }
  [[nodiscard]] Judgement judgement(std::size_t index) const;

  // What is asked of all claims, without putting them together.
  [[nodiscard]] base::Span span(std::size_t index) const;
  [[nodiscard]] std::string label(std::size_t index) const;
  [[nodiscard]] Verdict verdict(std::size_t index) const;
  [[nodiscard]] bool is_recomputed(std::size_t index) const;
  /// Of what was derived: the derivation.
  [[nodiscard]] std::optional<std::uint32_t> derivation(std::size_t index) const;

  /// A claim that is kept whole, as every one is that has a name; null for the others.
  [[nodiscard]] const Claim* whole(std::size_t index) const;
  /// From then on it is kept whole.
  Claim& edit(std::size_t index) { return make_whole(index).claim; }
  Judgement& judge(std::size_t index) { return make_whole(index).judgement; }

 private:
  enum class Kind : std::uint8_t { whole, cell, labelled, derived, accused };
  struct Entry {
    std::uint32_t a = 0;  ///< the whole claim, the number, or the derivation
    std::uint32_t b = 0;  ///< the label's column or first token, the number of a story, or the accusation
    std::uint32_t c = 0;  ///< behind the label's last token
    Kind kind = Kind::whole;
    Role role = Role::given;
  };
  struct Whole {
    Claim claim;
    Judgement judgement;
  };

  Whole& make_whole(std::size_t index);
  [[nodiscard]] Claim of_number(derive::MentionId number) const;
  [[nodiscard]] const document::Text& label_cell(const Entry& entry) const;
  [[nodiscard]] base::Span label_span(const Entry& entry) const;
  [[nodiscard]] derive::Story story(const Entry& entry) const;

  const base::Sources* sources_ = nullptr;
  const document::Document* document_ = nullptr;
  const derive::Derived* derived_ = nullptr;
  std::vector<Entry> entries_;
  std::deque<Whole> whole_;
};

}  // namespace reckon::check
