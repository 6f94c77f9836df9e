/** Tests of what the graph benchmark measures with. */
@NullMarked
package org.lagroups.scenarios.bench.graph;

import org.jspecify.annotations.NullMarked;
