/**
 * A node as a process: everything that {@code lag run} brings together and takes apart again, in
 * the right order. Start with {@link org.lagroups.node.process.NodeProcess}.
 *
 * <p><b>Threads.</b> Started and closed by one thread, which blocks meanwhile. Several may run in
 * one Java process, each at a home of its own.
 */
@NullMarked
package org.lagroups.node.process;

import org.jspecify.annotations.NullMarked;
