/**
 * The control API: HTTP and JSON on the loopback interface, by which commands and the desktop
 * client speak to a running node.
 *
 * <p>A module adds its part as {@link org.lagroups.node.control.ApiRoute}s, refuses by an {@link
 * org.lagroups.node.control.ApiException}, and tells of changes through the {@link
 * org.lagroups.node.control.EventFeed}. What is said in either direction are records, which JSON
 * fields are named after.
 *
 * <p><b>Threads.</b> Every request has a virtual thread of its own, so handlers may block.
 */
@NullMarked
package org.lagroups.node.control;

import org.jspecify.annotations.NullMarked;
