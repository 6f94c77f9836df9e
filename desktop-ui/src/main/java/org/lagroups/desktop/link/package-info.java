/**
 * The way to the node: {@link org.lagroups.desktop.link.Api} asks its control API and hears its
 * events, without blocking, and {@link org.lagroups.desktop.link.Live} keeps one answer up to date
 * while a screen shows it. {@link org.lagroups.desktop.link.NodeLink} is the real one; it comes
 * back by itself when the node does.
 *
 * <p><b>Threads.</b> All of it is called, and answers, on the JavaFX thread.
 */
@NullMarked
package org.lagroups.desktop.link;

import org.jspecify.annotations.NullMarked;
