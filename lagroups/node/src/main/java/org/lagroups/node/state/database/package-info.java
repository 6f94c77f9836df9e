/**
 * The SQLite database behind {@link org.lagroups.node.state.StateStore}, and the copy that takes
 * its place when it is damaged.
 *
 * <p>Start with {@link org.lagroups.node.state.database.DatabaseFile}, which opens it; {@link
 * org.lagroups.node.state.database.DatabaseCopier} keeps the copy while the node runs. What an old
 * copy must not bring back is up to each {@link org.lagroups.node.state.Schema}.
 *
 * <p><b>Threads.</b> One for all reading and writing of the database, and one for the copy.
 */
@NullMarked
package org.lagroups.node.state.database;

import org.jspecify.annotations.NullMarked;
