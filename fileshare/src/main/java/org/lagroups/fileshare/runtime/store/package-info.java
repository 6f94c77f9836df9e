/**
 * What file sharing keeps in the node's database.
 *
 * <p>Start with {@link org.lagroups.fileshare.runtime.store.ShareStore}: folders, the files in them
 * and their trees, and the signed records that follow from those. {@link
 * org.lagroups.fileshare.runtime.store.DecisionStore} keeps verdicts and downloads. Every change of
 * records is one transaction and counts up a generation, by which the index notices that it has
 * missed something.
 *
 * <p>Methods may be called from any thread, but decisions are changed on the event loop; work is
 * done on the database's own thread.
 */
@NullMarked
package org.lagroups.fileshare.runtime.store;

import org.jspecify.annotations.NullMarked;
