/**
 * Packets as they come and go at a network interface, by libpcap.
 *
 * <p>Start with {@link org.lagroups.wormguard.capture.live.LiveCapture}. Whoever polls it is its
 * one thread; any other may stop it. Frames are copied once, into memory that is used again for the
 * next, so whoever takes them keeps nothing of it.
 */
@NullMarked
package org.lagroups.wormguard.capture.live;

import org.jspecify.annotations.NullMarked;
