/** Tests of what benchmarks say. */
@NullMarked
package org.lagroups.scenarios.bench;

import org.jspecify.annotations.NullMarked;
