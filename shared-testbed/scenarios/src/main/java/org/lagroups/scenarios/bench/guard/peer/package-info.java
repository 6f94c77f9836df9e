/**
 * What is measured beside {@code lag guard scan} in Java: published libraries, and its own matcher,
 * which look for the same literals in the same payloads and do nothing else.
 *
 * <p>Start with {@link org.lagroups.scenarios.bench.guard.peer.LiteralSearch}; {@link
 * org.lagroups.scenarios.bench.guard.peer.BarePayloads} finds the payloads, as the program in C
 * does. One thread.
 */
@NullMarked
package org.lagroups.scenarios.bench.guard.peer;

import org.jspecify.annotations.NullMarked;
