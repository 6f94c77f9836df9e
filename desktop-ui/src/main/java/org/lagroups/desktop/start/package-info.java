/**
 * Opens the window: finds the node or starts one, and remembers how the window was left. The only
 * part of the client that knows a node's own classes, since it may run one.
 */
@NullMarked
package org.lagroups.desktop.start;

import org.jspecify.annotations.NullMarked;
