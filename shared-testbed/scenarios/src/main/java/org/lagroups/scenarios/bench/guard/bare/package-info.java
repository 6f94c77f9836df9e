/**
 * The program in C that {@code lag guard scan} is measured beside: {@code bare.c}, a resource of
 * this package, which the benchmark compiles with the system's compiler.
 *
 * <p>Start with {@link org.lagroups.scenarios.bench.guard.bare.BareProgram}. It uses the system's
 * libpcap, and the shared library of Hyperscan that comes with our program: the very one that ours
 * has loaded.
 */
@NullMarked
package org.lagroups.scenarios.bench.guard.bare;

import org.jspecify.annotations.NullMarked;
