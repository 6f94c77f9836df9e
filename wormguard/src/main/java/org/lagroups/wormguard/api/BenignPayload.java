package org.lagroups.wormguard.api;

/**
 * A payload of ordinary traffic.
 *
 * @param ipVersion 4 or 6
 * @param protocol tcp or udp
 * @param direction to-server, to-client or unknown
 * @param isEstablished whether its flow was established
 * @param payload 1 to 2,048 bytes in hexadecimal
 */
public record BenignPayload(
    int ipVersion,
    String protocol,
    int sourcePort,
    int destinationPort,
    String direction,
    boolean isEstablished,
    String payload) {}
