/**
 * What the core keeps in the database, a class a table: groups, members admitted, invitations,
 * addresses.
 *
 * <p>Each loads what is there when it is made, and from then on answers from memory; what changes
 * goes through {@link org.lagroups.node.state.tables.RetryingWrites}, which never gives up. {@link
 * org.lagroups.node.state.tables.CoreTables} is the place to start from.
 *
 * <p><b>Threads.</b> Made before the node runs, used on its event loop.
 */
@NullMarked
package org.lagroups.node.state.tables;

import org.jspecify.annotations.NullMarked;
