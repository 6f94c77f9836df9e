/**
 * The place of what one shares: {@link org.lagroups.desktop.library.LibraryScreen} over {@code
 * LibraryModel}, which follows the folders while the node takes them in.
 *
 * <p>On the JavaFX thread.
 */
@NullMarked
package org.lagroups.desktop.library;

import org.jspecify.annotations.NullMarked;
