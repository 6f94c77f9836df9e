/**
 * Many real nodes in one Java process, on loopback.
 *
 * <p>Start with {@link org.lagroups.scenarios.cluster.LocalCluster}. Used from one thread.
 */
@NullMarked
package org.lagroups.scenarios.cluster;

import org.jspecify.annotations.NullMarked;
