/**
 * What a benchmark says: measurements beside those of peers and their bounds, as a table and as
 * JSON.
 *
 * <p>Start with {@link org.lagroups.scenarios.bench.report.Benchmark}, which gives {@link
 * org.lagroups.scenarios.bench.report.Measurement}s; {@link
 * org.lagroups.scenarios.bench.report.BenchReport} makes a report of them. {@link
 * org.lagroups.scenarios.bench.report.Failures} keeps what could not be measured. Used from one
 * thread.
 */
@NullMarked
package org.lagroups.scenarios.bench.report;

import org.jspecify.annotations.NullMarked;
