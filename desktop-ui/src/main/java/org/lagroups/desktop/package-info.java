/**
 * The desktop client over all the programs: one window over friends, files, streams and signatures.
 *
 * <p>What it knows comes from a node's control API, by {@link org.lagroups.desktop.link.Api}, never
 * from a node's own classes. A screen is a pair: a view model, which asks the API and holds what is
 * to be seen in properties, and touches no control; and a view, which shows the model and decides
 * nothing. The packages of screens know {@code link} and {@code screen}, not each other; {@link
 * org.lagroups.desktop.shell} is the window around them, {@link org.lagroups.desktop.start} finds
 * or starts the node and opens the window.
 *
 * <p><b>Threads.</b> Models and views live on the JavaFX thread. The API waits elsewhere and
 * answers there. Nothing else blocks it.
 */
@NullMarked
package org.lagroups.desktop;

import org.jspecify.annotations.NullMarked;
