/** Tests of what benchmarks say. */
@NullMarked
package org.lagroups.scenarios.bench.report;

import org.jspecify.annotations.NullMarked;
