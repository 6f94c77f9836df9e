/**
 * How an application takes part in a running node, which is one event loop that hosts the machines
 * of all protocols.
 *
 * <p>Start with {@link org.lagroups.node.runtime.NodeModule}, found through {@link
 * java.util.ServiceLoader}: it brings its machines, its part of the control API, its tables and its
 * metrics. The node itself is in {@code core}, the running of machines in {@code host}.
 *
 * <p><b>Threads.</b> All machines of a node, and all that they call, run on its {@link
 * org.lagroups.node.runtime.NodeLoop}. The control API's handlers run on virtual threads and ask
 * the loop.
 */
@NullMarked
package org.lagroups.node.runtime;

import org.jspecify.annotations.NullMarked;
