/**
 * The desktop client's window in a process of its own, which takes orders by its standard input.
 *
 * <p>Three main classes: {@link org.lagroups.scenarios.bench.ui.host.StartHost} opens the client as
 * {@code lag ui} does, {@link org.lagroups.scenarios.bench.ui.host.ListHost} opens its search over
 * a node that is made up ({@link org.lagroups.scenarios.bench.ui.host.MadeUpResults}) and moves
 * through the results, {@link org.lagroups.scenarios.bench.ui.host.GraphHost} draws a graph in
 * motion.
 *
 * <p><b>Threads.</b> Orders are taken on the main thread, and done on JavaFX's.
 */
@NullMarked
package org.lagroups.scenarios.bench.ui.host;

import org.jspecify.annotations.NullMarked;
