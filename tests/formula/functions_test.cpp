// SPDX-License-Identifier: MIT
#include "formula/functions.hpp"

#include "formula/queueing.hpp"
#include "support.hpp"

#include <set>

namespace reckon::formula {
namespace {

using test::Bench;

}  // namespace

TEST_CASE("the example of every function gives what its row says") {
  Bench bench;
  for (const Function& function : function_table()) {
    CAPTURE(function.name);
    CHECK(function.example.find(std::string(function.name) + '(') != std::string_view::npos);
    CHECK(bench.dimension(function.example) == bench.dimension(function.example_is));
    CHECK(bench.value(function.example) == Approx(bench.value(function.example_is)).epsilon(1e-3));
  }
}

TEST_CASE("every row of the function table is complete and stands once") {
  std::set<std::string_view> names;
  for (const Function& function : function_table()) {
    CAPTURE(function.name);
    CHECK(names.insert(function.name).second);
    CHECK(find_function(function.name) == &function);
    CHECK_FALSE(function.about.empty());
    CHECK(function.about.back() == '.');
    CHECK(function.kernel != nullptr);
    CHECK((function.rule == Rule::typed) == (function.signature != nullptr));
    CHECK(function.least_arguments <= function.most_arguments);
    if (function.signature != nullptr)
      CHECK(function.signature->parameters.size() == function.most_arguments);
  }
  CHECK(find_function("ciel") == nullptr);
}

TEST_CASE("parameters are named by place and the last one repeats") {
  const Function& most = *find_function("max");
  CHECK(parameter_name(most, 0) == "a");
  CHECK(parameter_name(most, 1) == "b");
  CHECK(parameter_name(most, 7) == "b");
  CHECK(parameter_name(*find_function("ceil"), 1) == "unit");
}

TEST_CASE("published values of the queueing formulas") {
  CHECK(erlang_b_share(5, 8) == Approx(0.0700).epsilon(1e-2));
  CHECK(erlang_b_share(100, 117) == Approx(0.00979).epsilon(1e-3));
  CHECK(erlang_c_share(5, 8) == Approx(0.1673).epsilon(1e-3));
  CHECK(erlang_c_share(5, 6) == Approx(0.5875).epsilon(1e-3));
  CHECK(erlang_c_share(100, 118) == Approx(0.0516).epsilon(1e-2));
}

TEST_CASE("the sum for Erlang B agrees with the recursion over servers") {
  for (const double offered : {0.1, 1.0, 5.0, 99.5, 1000.0}) {
    double share = 1.0;
    for (int servers = 1; servers <= 1500; ++servers) {
      share = offered * share / (servers + offered * share);
      if (share < 1e-280) break;
      CAPTURE(offered, servers);
      REQUIRE(erlang_b_share(offered, servers) == Approx(share).epsilon(1e-9));
    }
  }
}

TEST_CASE("large systems are computed in bounded time") {
  CHECK(erlang_b_share(1e7, 1e7) == Approx(0.00025228).epsilon(1e-3));
  CHECK(erlang_b_share(1e7, 1.0118e7) >= 0.0);
  CHECK(erlang_b_share(1.0, 1e7) == 0.0);
  CHECK(erlang_b_share(1e300, 1e7) == Approx(1.0));
  CHECK(at_least_working(5e6, 1e7, 0.5) == Approx(0.5).epsilon(1e-3));
  CHECK(at_least_working(1e7, 1e7, 1e-9) == 0.0);
}

TEST_CASE("published values of k of n") {
  CHECK(at_least_working(3, 4, 0.995) == Approx(0.99985).epsilon(1e-5));
  CHECK(at_least_working(2, 3, 0.99) == Approx(0.999702).epsilon(1e-7));
  CHECK(at_least_working(3, 5, 0.99) == Approx(0.99999).epsilon(1e-6));
  CHECK(at_least_working(1, 2, 0.9995) == Approx(0.99999975).epsilon(1e-9));
  CHECK(at_least_working(0, 5, 0.1) == 1.0);
  CHECK(at_least_working(6, 5, 0.9) == 0.0);
  CHECK(at_least_working(5, 5, 0.9) == Approx(0.59049));
}

TEST_CASE("arguments outside a function's domain are failures") {
  Bench bench;
  struct Row {
    std::string_view text;
    std::string_view message;
  };
  for (const Row& row :
       {Row{"downtime(120 %, 30 days)", "downtime: an availability lies between 0 and 1"},
        Row{"erlang_b(5, 10^18)", "erlang_b: more than 10 million servers"},
        Row{"erlang_b(5, 2.5)", "erlang_b: the number of servers must be whole and not negative"},
        Row{"erlang_c_wait(100 request/s, 1 s*core/request, 100 core)",
            "erlang_c_wait: the servers are saturated, the queue grows without end"},
        Row{"at_least_k_of_n(3, 10^18, 99 %)", "at_least_k_of_n: more than 10 million parts"},
        Row{"plan_cost_floor(-(5 rows))", "plan_cost_floor: a plan has no negative numbers"}}) {
    CAPTURE(row.text);
    const Value value = evaluate(bench.sound(row.text), {});
    REQUIRE(value.failure);
    CHECK(value.failure->message == row.message);
  }
}

}  // namespace reckon::formula
