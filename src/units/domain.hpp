// SPDX-License-Identifier: MIT
// The domain in Boost.Units: base dimensions, one base unit each, the coherent system, and the static types
// that formula kernels are written with. A trait turns any of these types into the dimension that is used at
// run time.
#pragma once

#include "units/dimension.hpp"

#include <boost/units/base_dimension.hpp>
#include <boost/units/base_unit.hpp>
#include <boost/units/derived_dimension.hpp>
#include <boost/units/get_dimension.hpp>
#include <boost/units/make_system.hpp>
#include <boost/units/quantity.hpp>
#include <boost/units/static_rational.hpp>
#include <boost/units/unit.hpp>

#include <cstdint>

namespace reckon::units {

namespace domain {

namespace bu = boost::units;

// All base dimensions stand in this header: equal ordinals in two translation units would link silently.
template <Axis Which>
struct Base : bu::base_dimension<Base<Which>, static_cast<long>(Which) + 1> {
  static constexpr Axis axis = Which;
};

template <Axis Which>
struct BaseUnit
    : bu::base_unit<BaseUnit<Which>, typename Base<Which>::dimension_type, static_cast<long>(Which) + 1> {};

/// Second, byte, US dollar, metre, and one of everything counted.
using System =
    bu::make_system<BaseUnit<Axis::time>, BaseUnit<Axis::data>, BaseUnit<Axis::money>, BaseUnit<Axis::length>,
                    BaseUnit<Axis::request>, BaseUnit<Axis::message>, BaseUnit<Axis::user>,
                    BaseUnit<Axis::node>, BaseUnit<Axis::core>, BaseUnit<Axis::partition>>::type;

template <class Dimension>
using Q = bu::quantity<bu::unit<Dimension, System>, double>;

template <Axis Which>
using Of = Q<typename Base<Which>::dimension_type>;

using Plain = Q<bu::dimensionless_type>;
using Time = Of<Axis::time>;
using Data = Of<Axis::data>;
using Money = Of<Axis::money>;
using Length = Of<Axis::length>;
using Requests = Of<Axis::request>;
using Messages = Of<Axis::message>;
using Users = Of<Axis::user>;
using Nodes = Of<Axis::node>;
using Cores = Of<Axis::core>;
using Partitions = Of<Axis::partition>;
using Frequency = Q<bu::derived_dimension<Base<Axis::time>, -1>::type>;
using Bandwidth = Q<bu::derived_dimension<Base<Axis::data>, 1, Base<Axis::time>, -1>::type>;
using RequestRate = Q<bu::derived_dimension<Base<Axis::request>, 1, Base<Axis::time>, -1>::type>;
using MessageRate = Q<bu::derived_dimension<Base<Axis::message>, 1, Base<Axis::time>, -1>::type>;
using Speed = Q<bu::derived_dimension<Base<Axis::length>, 1, Base<Axis::time>, -1>::type>;
using CoreTimePerRequest =
    Q<bu::derived_dimension<Base<Axis::core>, 1, Base<Axis::time>, 1, Base<Axis::request>, -1>::type>;
using RequestRatePerNode =
    Q<bu::derived_dimension<Base<Axis::request>, 1, Base<Axis::time>, -1, Base<Axis::node>, -1>::type>;

/// Walks the type list of a dimension. A tag without an axis, or a fractional exponent, does not compile.
template <class List>
struct Exponents {
  static constexpr void write(Dimension& into) {
    using Item = typename List::item;
    static_assert(Item::value_type::Denominator == 1, "exponents are whole");
    into.exponents[static_cast<std::size_t>(Item::tag_type::axis)] =
        static_cast<std::int8_t>(Item::value_type::Numerator);
    Exponents<typename List::next>::write(into);
  }
};

template <>
struct Exponents<bu::dimensionless_type> {
  static constexpr void write(Dimension&) {}
};

template <class Unit>
constexpr Dimension read_exponents() {
  Dimension out;
  Exponents<typename bu::get_dimension<Unit>::type>::write(out);
  return out;
}

}  // namespace domain

/// The run-time dimension of a static unit or quantity.
template <class Unit>
inline constexpr Dimension dimension_of = domain::read_exponents<Unit>();

}  // namespace reckon::units
