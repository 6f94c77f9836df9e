/**
 * Virtual time.
 *
 * <p>Start with {@link org.lagroups.simnet.engine.Engine}: a clock and a queue of {@link
 * org.lagroups.simnet.engine.Event}s, fired one by one in the order of their times and, where these
 * are equal, in the order in which they were added. {@link org.lagroups.simnet.engine.Deadline} is
 * a time-out that can be moved cheaply; {@link org.lagroups.simnet.engine.SeedTree} derives
 * independent randomness for every purpose from one seed.
 *
 * <p><b>Threads.</b> One simulation is used by one thread; several may run side by side.
 */
@NullMarked
package org.lagroups.simnet.engine;

import org.jspecify.annotations.NullMarked;
