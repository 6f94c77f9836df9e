/**
 * Streams: send a file or an input, receive one by its link, watch how it goes, and where this node
 * is in the tree of each.
 */
@NullMarked
package org.lagroups.desktop.streams;

import org.jspecify.annotations.NullMarked;
