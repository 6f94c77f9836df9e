/**
 * The sub-command {@code cast} of {@code lag}. Start with {@link
 * org.lagroups.multicast.cli.CastCommands}, which names what there is. {@link
 * org.lagroups.multicast.cli.CapacityFile} is the format of the file that {@code lag cast plan}
 * reads.
 */
@NullMarked
package org.lagroups.multicast.cli;

import org.jspecify.annotations.NullMarked;
