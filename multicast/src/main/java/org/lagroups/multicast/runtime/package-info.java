/**
 * Multicast in a node: what streams need of groups, disks and threads.
 *
 * <p>What is read and written is in {@code runtime.input} and {@code runtime.output}.
 */
@NullMarked
package org.lagroups.multicast.runtime;

import org.jspecify.annotations.NullMarked;
