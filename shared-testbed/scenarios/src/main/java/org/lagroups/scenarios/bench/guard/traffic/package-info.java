/**
 * A capture that is made up from a seed: thousands of conversations at a time, whose TCP is sound.
 *
 * <p>Start with {@link org.lagroups.scenarios.bench.guard.traffic.CaptureMaker}. A {@link
 * org.lagroups.scenarios.bench.guard.traffic.Conversation} gives its packets one after another, a
 * {@link org.lagroups.scenarios.bench.guard.traffic.FrameComposer} puts headers and checksums
 * around them, a {@link org.lagroups.scenarios.bench.guard.traffic.Planter} puts what rules look
 * for into some, and {@link org.lagroups.scenarios.bench.guard.traffic.CaptureFacts} says what came
 * of it, so that a benchmark can tell what must be found. The bytes are drawn, and nothing in them
 * can be run. One thread.
 */
@NullMarked
package org.lagroups.scenarios.bench.guard.traffic;

import org.jspecify.annotations.NullMarked;
