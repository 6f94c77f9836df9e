/**
 * The leaf of the house: what needs everything else. The demo, end-to-end runs on real sockets,
 * benchmarks, and failures in simulated groups.
 */
@NullMarked
package org.lagroups.scenarios;

import org.jspecify.annotations.NullMarked;
