package org.lagroups.node.transport.link;

/**
 * What a link knows of whether it still works.
 *
 * @param unansweredNanos for how long something sent has been waiting for any answer, be it an
 *     acknowledgement by the peer's system; 0 if nothing is, or if the carrier cannot tell
 * @param silentNanos how long ago the peer's process gave a sign of life on the link
 * @param roundTripNanos as measured by the carrier; 0 if it does not know
 */
public record SignsOfLife(long unansweredNanos, long silentNanos, long roundTripNanos) {}
