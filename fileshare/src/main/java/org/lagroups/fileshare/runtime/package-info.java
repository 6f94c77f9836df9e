/**
 * File sharing in a real node: what stands behind the machine's ports.
 *
 * <p>Start with {@link org.lagroups.fileshare.runtime.FileshareModule}, by which the node finds
 * this application. {@link org.lagroups.fileshare.runtime.routes.Fileshare} holds together what is
 * open: the database's tables, the index, the folders' keeper, the threads that read and write
 * files, and the machine.
 *
 * <p><b>Threads.</b> The machine is on the node's loop. Scanning, searching, reading and writing
 * have a thread each.
 */
@NullMarked
package org.lagroups.fileshare.runtime;

import org.jspecify.annotations.NullMarked;
