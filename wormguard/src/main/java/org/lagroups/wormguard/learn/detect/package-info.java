/**
 * Finds content that is both prevalent and widely spread, and has signatures made of it (Singh,
 * Estan, Varghese and Savage, "Automated worm fingerprinting", OSDI 2004: EarlyBird).
 *
 * <p>Start from {@link org.lagroups.wormguard.learn.detect.Detector}, which takes packets with what
 * is known of their flows, or from {@link org.lagroups.wormguard.learn.detect.FrameDetector}, which
 * takes frames and finds out. What comes of it goes to a {@link
 * org.lagroups.wormguard.learn.detect.DetectorSink}.
 *
 * <p>Of each payload, windows are chosen by their fingerprint. One that was seen often enough is
 * let through by a {@code MultistageFilter} to the {@code ContentTable}, which counts who sends it
 * and to whom. Halfway to the thresholds it becomes a {@code Suspect}, of which samples are kept;
 * beyond them, a signature is made of these. What nothing is held against is ordinary: an {@code
 * OrdinarySampler} chooses a few payloads of it, for tests.
 *
 * <p>Deterministic: time is that of the packets, keys are drawn from a generator that is given.
 * Memory is taken at the start, but for samples, whose number is bounded. One thread.
 */
@NullMarked
package org.lagroups.wormguard.learn.detect;

import org.jspecify.annotations.NullMarked;
