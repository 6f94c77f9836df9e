/**
 * What is distributed, and what a node has of it.
 *
 * <p>Start with {@link org.lagroups.scenarios.bench.cast.content.SharedFile}; a node keeps it in a
 * {@link org.lagroups.scenarios.bench.cast.content.Holding}, which any thread may use.
 */
@NullMarked
package org.lagroups.scenarios.bench.cast.content;

import org.jspecify.annotations.NullMarked;
