/**
 * What covers the window until its own node runs: progress, the passphrase, what went wrong, and,
 * where there was no node yet, the first run's steps. {@link
 * org.lagroups.desktop.firstrun.FirstRunScreen} shows it, {@link
 * org.lagroups.desktop.firstrun.OwnNode} is the node as seen from here.
 *
 * <p>On the JavaFX thread.
 */
@NullMarked
package org.lagroups.desktop.firstrun;

import org.jspecify.annotations.NullMarked;
