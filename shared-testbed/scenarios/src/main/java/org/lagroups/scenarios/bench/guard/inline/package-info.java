/**
 * What goes through a gateway in a second, and how long it takes: {@code lag guard run --mode
 * inline} between two hosts, beside a bridge of the kernel between two others, by turns.
 *
 * <p>Start with {@link org.lagroups.scenarios.bench.guard.inline.InlineTrial}. Hosts and gateways
 * are network namespaces of one machine, joined by pairs of veth.
 */
@NullMarked
package org.lagroups.scenarios.bench.guard.inline;

import org.jspecify.annotations.NullMarked;
