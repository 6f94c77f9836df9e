/**
 * A bridge between two interfaces on which every frame is judged before it goes on.
 *
 * <p>Start from {@link org.lagroups.wormguard.runtime.gate.Bridge}, a loop for one thread, which
 * asks a {@link org.lagroups.wormguard.runtime.gate.FrameJudge} about each frame. {@link
 * org.lagroups.wormguard.runtime.gate.Watchdog} ends the process when that thread makes no progress
 * any more, so that the network fails as configured and not in silence.
 */
@NullMarked
package org.lagroups.wormguard.runtime.gate;

import org.jspecify.annotations.NullMarked;
