/**
 * The sub-command {@code cast} of {@code lag}. Start with {@link
 * org.lagroups.multicast.cli.CastCommands}, which names what there is. {@link
 * org.lagroups.multicast.cli.CapacityFile} is the format of the file that {@code lag cast plan}
 * reads. A command that sends or receives uses a {@link org.lagroups.multicast.cli.CommandNode} and
 * follows its stream by a {@link org.lagroups.multicast.cli.CastWatch}.
 */
@NullMarked
package org.lagroups.multicast.cli;

import org.jspecify.annotations.NullMarked;
