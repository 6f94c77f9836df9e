/**
 * A node inside a program of one's own, with no settings file, control API or command line:
 * docs/LIBRARY.md walks through it.
 *
 * <p>Start with {@link org.lagroups.node.embed.EmbeddedNode}.
 *
 * <p><b>Threads.</b> Its methods are for any thread but the node's own, and block until the node
 * has answered. What is handed to it runs on the node's thread, and must not block there.
 */
@NullMarked
package org.lagroups.node.embed;

import org.jspecify.annotations.NullMarked;
