#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The work of `reckon size payment-gateway --vary` with ten inputs and five outputs, written with numpy as one would
who knows the model by heart: the same distributions, formulas and quantiles. Used by vary_bench; prints the quantiles."""
import sys

import numpy as np

samples = int(sys.argv[1])
rng = np.random.Generator(np.random.Philox(1))


def lognormal(low, high):
    location = (np.log(low) + np.log(high)) / 2
    spread = (np.log(high) - np.log(low)) / (2 * 1.6448536269514722)
    return rng.lognormal(location, spread, samples)


peak = lognormal(50e3, 200e3)
cpu_time = lognormal(0.5e-3, 3e-3)
utilisation = rng.uniform(0.5, 0.8, samples)
regions = rng.integers(2, 5, samples, endpoint=True).astype(float)
events = lognormal(1, 4)
payload = lognormal(500, 4000)
memory_per_core = lognormal(1e9, 4e9)
latency = lognormal(40e-3, 80e-3)
retention = lognormal(3 * 86400, 14 * 86400)
partition_limit = lognormal(5e6, 20e6)

ingress = peak * events * payload
region_cores = np.ceil(peak / np.maximum(regions - 1, 1) * cpu_time / utilisation)
outputs = {
    "installed_cores": regions * region_cores,
    "fleet.memory": np.ceil(peak * cpu_time / utilisation) * memory_per_core,
    "log.partitions_needed": np.ceil(ingress / partition_limit),
    "log.stored_once": ingress * retention,
    "fleet.in_flight": peak * latency,
}
for name, values in outputs.items():
    print(name, *np.quantile(values, [0.05, 0.5, 0.95, 0.99], method="inverted_cdf"))
