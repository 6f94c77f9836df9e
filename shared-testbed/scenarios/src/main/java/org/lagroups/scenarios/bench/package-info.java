/**
 * Benchmarks: what is claimed about speed and cost is measured here and nowhere else.
 *
 * <p>Start with {@link org.lagroups.scenarios.bench.report.Benchmark}. Each prints ours beside our
 * peers and the bound, all measured in one run; {@code lag bench NAME} runs one.
 */
@NullMarked
package org.lagroups.scenarios.bench;

import org.jspecify.annotations.NullMarked;
