/**
 * What applications share that let a file grow on disk, part by part, until it is whole.
 *
 * <p>Start with {@link org.lagroups.node.disk.EntryMap}, the notes beside a growing file that say
 * which parts are there; {@link org.lagroups.node.disk.FinalPlace} gives it its name in the end,
 * and {@link org.lagroups.node.disk.DiskProblems} says for people what went wrong, as a {@link
 * org.lagroups.node.disk.DiskProblem}.
 *
 * <p>Everything here blocks: use it on a thread of your own, never on the node's loop.
 */
@NullMarked
package org.lagroups.node.disk;

import org.jspecify.annotations.NullMarked;
