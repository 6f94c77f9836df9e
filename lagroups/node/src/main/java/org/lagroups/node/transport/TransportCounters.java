package org.lagroups.node.transport;

/**
 * What a transport has done since it was opened.
 *
 * @param wireBytesOut bytes of UDP payload sent, everything included
 * @param wireBytesIn bytes of UDP payload received, everything included
 * @param sessionsOpened sessions that came up
 * @param dialsFailed attempts that ended without a session
 * @param refusedPeers connections refused because of their certificate or by the node's deny list
 * @param refusedMessages messages refused as malformed or too long
 * @param droppedSends messages not taken because a queue was full
 */
public record TransportCounters(
    long wireBytesOut,
    long wireBytesIn,
    long sessionsOpened,
    long dialsFailed,
    long refusedPeers,
    long refusedMessages,
    long droppedSends) {}
