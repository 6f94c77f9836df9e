/** Tests of the benchmark of groups. */
@NullMarked
package org.lagroups.scenarios.bench.group;

import org.jspecify.annotations.NullMarked;
