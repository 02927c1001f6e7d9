// SPDX-License-Identifier: MIT
#include "check/rules.hpp"

#include <algorithm>
#include <array>

namespace reckon::check {
namespace {

/// What readers of data tell: the place where they stopped, or what they read over.
constexpr std::string_view of_readers =
    "A reader of data stopped here, or read over something that a strict one refuses. What stands behind it "
    "may be "
    "unread.";

constexpr std::array table{
    RuleRow{
        "agreement.disagrees", "one quantity is stated with two values",
        "The same name stands twice in a design, in text, tables, data or artefacts, with values that no "
        "reading of their digits brings together. Keep one; where the two are different things, give them "
        "different names."},
    RuleRow{
        "claim.unreadable", "a quantity is wanted where none can be read",
        "A place that the prompt or an artefact keeps for a quantity holds something else. Write digits and "
        "a unit."},
    RuleRow{"context.contradicted", "the design takes another value than it was given",
            "A value that was set by --set, the configuration or the prompt is stated differently. Calculate "
            "with what was asked, or say that it is another case."},
    RuleRow{"document.breaks-off", "the text ends in the middle of an artefact",
            "A manifest, a command or a JSON object is cut off, so what follows was never read."},
    RuleRow{"document.duplicate-key", "a key is given twice",
            "Readers of JSON and YAML take the first or the last of them. Keep one."},
    RuleRow{"document.irregular-json", "JSON that only a lenient reader takes",
            "Comments, trailing commas and the like were read over. Mend them before a strict reader meets "
            "them."},
    RuleRow{
        "equation.contradicted", "a stated number does not follow from the numbers that it is made of",
        "What a sentence, a list, a table or an equation calculates is recomputed. It speaks where a mistake "
        "is clearly likelier than every other reading: an error from 95 per cent on, a warning from 85. "
        "The slip, where one fits, says how the number came about.",
        "12 nodes × 64 GB = 960 GB", "12 nodes × 64 GB = 768 GB"},
    RuleRow{"json.bare-word", "a word without quotes", of_readers},
    RuleRow{"json.comment", "a comment", of_readers},
    RuleRow{"json.control-character", "a control character inside of a text", of_readers},
    RuleRow{"json.duplicate-key", "a key is given twice", of_readers},
    RuleRow{"json.elided", "dots stand for what was left out", of_readers},
    RuleRow{"json.empty", "no value at all", of_readers},
    RuleRow{"json.encoding", "a byte that is no UTF-8", of_readers},
    RuleRow{"json.extra-comma", "a comma too many", of_readers},
    RuleRow{"json.missing-comma", "a comma is missing", of_readers},
    RuleRow{"json.quotes", "quotes that JSON does not know", of_readers},
    RuleRow{"json.syntax", "no JSON", of_readers},
    RuleRow{"json.too-deep", "nested more than 64 times", of_readers},
    RuleRow{"json.trailing-comma", "a comma behind the last value", of_readers},
    RuleRow{"json.truncated", "JSON that breaks off", of_readers},
    RuleRow{"response.key-missing", "a key that the prompt asks for is missing",
            "The answer's JSON lacks a required key of the prompt's schema."},
    RuleRow{"response.key-unknown", "a key that the prompt does not know",
            "The answer's JSON has a key that the prompt's schema does not allow."},
    RuleRow{"response.not-allowed", "a value that the prompt does not allow",
            "The prompt's schema lists the values of this place, and this is none of them."},
    RuleRow{
        "response.of-another-prompt", "the answer seems to be one to another prompt",
        "Most keys are those of another prompt. Name the right one with --prompt or in the configuration."},
    RuleRow{"response.wrong-type", "a value of another type than the prompt asks for",
            "The prompt's schema wants a list, a text, a number or an object here."},
    RuleRow{
        "sizing.contradicted", "a stated result is not what the model gives",
        "The model recomputes the result from the design's own numbers; it must agree in both directions."},
    RuleRow{"sizing.inherited", "a result follows from numbers that are wrong themselves",
            "Nothing is wrong in this step: mend the numbers before it."},
    RuleRow{"sizing.open", "a result cannot be recomputed, since an input is not known",
            "State the input, or give it with --set or the configuration."},
    RuleRow{"sizing.plausible", "a result lies in the band of what is plausible",
            "More than is needed is a matter of taste until it is one of factors; the note says what it "
            "implies."},
    RuleRow{
        "sizing.too-large", "far more is planned than is needed",
        "The stated need lies above everything that plausible values of what is not stated give: a warning "
        "up to ten times, then an error."},
    RuleRow{"sizing.too-small", "less is planned than is needed",
            "The stated need lies below everything that plausible values of what is not stated give."},
    RuleRow{"tree.more-problems", "more problems than are listed", of_readers},
    RuleRow{"yaml.alias", "an alias where none is allowed", of_readers},
    RuleRow{"yaml.alias-cap", "aliases that grow without end", of_readers},
    RuleRow{"yaml.anchor", "an anchor where none is allowed", of_readers},
    RuleRow{"yaml.complex-key", "a key that is no text", of_readers},
    RuleRow{"yaml.duplicate-key", "a key is given twice", of_readers},
    RuleRow{"yaml.empty", "no value at all", of_readers},
    RuleRow{"yaml.encoding", "a byte that is no UTF-8", of_readers},
    RuleRow{"yaml.missing-space", "a blank is missing behind a colon", of_readers},
    RuleRow{"yaml.several-documents", "more than one document", of_readers},
    RuleRow{"yaml.syntax", "no YAML", of_readers},
    RuleRow{"yaml.tab", "a tab where blanks are wanted", of_readers},
    RuleRow{"yaml.tag", "a tag where none is allowed", of_readers},
    RuleRow{"yaml.too-deep", "nested more than 64 times", of_readers},
    RuleRow{"yaml.truncated", "YAML that breaks off", of_readers},
};

}  // namespace

std::span<const RuleRow> rule_table() {
  return table;
}

const RuleRow* find_rule(std::string_view id) {
  const auto* const at =
      std::find_if(table.begin(), table.end(), [id](const RuleRow& row) { return row.id == id; });
  return at == table.end() ? nullptr : at;
}

}  // namespace reckon::check
