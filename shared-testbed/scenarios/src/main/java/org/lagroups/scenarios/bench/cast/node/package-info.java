/**
 * A real node that takes part in a stream, as a process.
 *
 * <p>Start with {@link org.lagroups.scenarios.bench.cast.node.CastHost}. On demand the node drops
 * or alters what it should pass on: {@link org.lagroups.scenarios.bench.cast.node.MeddledModule}
 * puts that around its streams, which know nothing of it. Used from the thread that takes orders;
 * {@link org.lagroups.scenarios.bench.cast.node.Progress} has one of its own.
 */
@NullMarked
package org.lagroups.scenarios.bench.cast.node;

import org.jspecify.annotations.NullMarked;
