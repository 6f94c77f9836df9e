/**
 * The window around the screens: the list of places, what is told about the node at the bottom,
 * notices, dialogues, light and dark. {@link org.lagroups.desktop.shell.Window} is it; {@link
 * org.lagroups.desktop.shell.Screens} names the screens.
 *
 * <p>On the JavaFX thread.
 */
@NullMarked
package org.lagroups.desktop.shell;

import org.jspecify.annotations.NullMarked;
