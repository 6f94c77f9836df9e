/**
 * Opens the output that an address names, whatever it is. Start with {@link
 * org.lagroups.multicast.runtime.output.opening.Outputs}. Opening waits for disks and names: not on
 * the node's loop.
 */
@NullMarked
package org.lagroups.multicast.runtime.output.opening;

import org.jspecify.annotations.NullMarked;
