/**
 * The node put together: the core's machines, the modules, and what holds them together.
 *
 * <p>Start with {@link org.lagroups.node.runtime.core.Node}, which is made of {@link
 * org.lagroups.node.runtime.core.NodeParts} and runs until it is closed.
 *
 * <p><b>Threads.</b> Made and closed by a thread that may block; used on its loop.
 */
@NullMarked
package org.lagroups.node.runtime.core;

import org.jspecify.annotations.NullMarked;
