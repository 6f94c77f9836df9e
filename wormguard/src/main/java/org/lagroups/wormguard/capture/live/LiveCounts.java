package org.lagroups.wormguard.capture.live;

/**
 * What the system counted since the capture began.
 *
 * @param received frames that came to the kernel's buffer
 * @param lost frames that found no room in it
 * @param lostByInterface frames that the interface or its driver lost
 */
public record LiveCounts(long received, long lost, long lostByInterface) {}
