package org.lagroups.wormguard.enforce;

import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.rule.Rule;

/**
 * What was decided about one packet for which a rule held.
 *
 * @param nanos when the packet came, in nanoseconds since 1970
 * @param flow the number of its flow, as alerts have it; 0 if it is of none
 * @param sourceHigh the first half of the source's address, as in {@link Packet#sourceHigh()}
 * @param protocol the number of what IP carries
 */
public record Decision(
    long nanos,
    Rule rule,
    Outcome outcome,
    long flow,
    long sourceHigh,
    long sourceLow,
    int sourcePort,
    long destinationHigh,
    long destinationLow,
    int destinationPort,
    int protocol) {

  static Decision of(Rule rule, Outcome outcome, long flow, Packet packet) {
    return new Decision(
        packet.nanos(),
        rule,
        outcome,
        flow,
        packet.sourceHigh(),
        packet.sourceLow(),
        packet.sourcePort(),
        packet.destinationHigh(),
        packet.destinationLow(),
        packet.destinationPort(),
        packet.protocol());
  }
}
