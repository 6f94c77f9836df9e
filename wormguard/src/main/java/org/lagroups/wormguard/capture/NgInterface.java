package org.lagroups.wormguard.capture;

import org.lagroups.wormguard.packet.LinkType;

/**
 * An interface that a section of a pcapng file describes.
 *
 * @param link what its frames begin with
 * @param snapBytes the most bytes of a frame that were kept; 0 for all
 * @param resolution how it counts time
 */
record NgInterface(LinkType link, long snapBytes, Resolution resolution) {}
