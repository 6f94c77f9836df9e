package org.lagroups.node.transport;

/**
 * What a transport has done over one carrier.
 *
 * @param wireBytesOut bytes of UDP or TCP payload sent, everything included
 * @param wireBytesIn bytes of UDP or TCP payload received, everything included
 * @param linksUp connections that became part of a session
 * @param linksLost connections that sessions have lost, other than by ending themselves
 */
public record CarrierCounters(long wireBytesOut, long wireBytesIn, long linksUp, long linksLost) {}
