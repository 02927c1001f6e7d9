// SPDX-License-Identifier: MIT
// From the C++ signature of a kernel over Boost.Units quantities to a row of the function table: the run-time
// rule and a call on plain numbers in base units. A wrong unit inside a kernel does not compile; outside it
// is a diagnostic.
#pragma once

#include "formula/signature.hpp"
#include "units/domain.hpp"

#include <boost/units/conversion.hpp>
#include <boost/units/quantity.hpp>
#include <tl/expected.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace reckon::formula {

/// A plain number or a number of anything counted.
struct Count {
  double value = 0.0;
};

/// A kernel's value, or what is wrong with its arguments.
template <class Quantity>
using Answer = tl::expected<Quantity, std::string_view>;

using Refusal = tl::unexpected<std::string_view>;

/// How one C++ type appears at run time.
template <class Type>
struct AtRunTime;

template <>
struct AtRunTime<Count> {
  static constexpr Parameter parameter{{}, true};
  static constexpr Count read(double value) { return {value}; }
};

template <class Unit>
struct AtRunTime<boost::units::quantity<Unit, double>> {
  using Quantity = boost::units::quantity<Unit, double>;
  static constexpr Parameter parameter{units::dimension_of<Unit>, false};
  static constexpr Quantity read(double value) { return Quantity::from_value(value); }
};

template <auto Function>
struct TypedKernel;

template <class Result, class... Arguments, Answer<Result> (*Kernel)(Arguments...)>
struct TypedKernel<Kernel> {
  static constexpr std::array<Parameter, sizeof...(Arguments)> parameters{AtRunTime<Arguments>::parameter...};
  static constexpr Signature signature{parameters, AtRunTime<Result>::parameter.dimension};

  /// Arguments left out at the end are zero.
  static std::optional<double> call(std::span<const double> arguments, std::string& why) {
    return call(arguments, why, std::index_sequence_for<Arguments...>{});
  }

 private:
  template <std::size_t... Index>
  static std::optional<double> call(std::span<const double> arguments, std::string& why,
                                    std::index_sequence<Index...>) {
    const Answer<Result> answer =
        Kernel(AtRunTime<Arguments>::read(Index < arguments.size() ? arguments[Index] : 0.0)...);
    if (answer) return answer->value();
    why = std::string(answer.error());
    return std::nullopt;
  }
};

}  // namespace reckon::formula
