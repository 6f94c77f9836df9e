/**
 * What every screen is made with: {@link org.lagroups.desktop.screen.Screen} is one, {@link
 * org.lagroups.desktop.screen.Desk} is what it may use, {@link org.lagroups.desktop.screen.Texts}
 * are its words, {@link org.lagroups.desktop.screen.Parts} the small pieces that look the same
 * everywhere.
 *
 * <p>Texts that others wrote go through {@link org.lagroups.desktop.screen.Shown}. On the JavaFX
 * thread.
 */
@NullMarked
package org.lagroups.desktop.screen;

import org.jspecify.annotations.NullMarked;
