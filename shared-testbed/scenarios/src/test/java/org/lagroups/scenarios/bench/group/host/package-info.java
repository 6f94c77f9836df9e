/** Tests of the benchmark's member processes. */
@org.jspecify.annotations.NullMarked
package org.lagroups.scenarios.bench.group.host;
