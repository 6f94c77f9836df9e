package org.lagroups.scenarios.sim.scenario;

import java.time.Duration;
import org.lagroups.simnet.link.Traffic;

/** What every run tells, whatever happens in it. */
public final class Totals {

  private Duration virtualTime = Duration.ZERO;
  private double nodeSeconds;
  private long nodes;
  private long events;
  private long sentBytes;
  private long sentMessages;
  private long signatureChecks;
  private long flaps;

  /** Virtual time of the island that took longest. */
  public Duration virtualTime() {
    return virtualTime;
  }

  /** Virtual seconds, summed over all nodes. */
  public double nodeSeconds() {
    return nodeSeconds;
  }

  public long nodes() {
    return nodes;
  }

  /** Events of the simulator: timers, arrivals, links. */
  public long events() {
    return events;
  }

  /** Bytes of the messages of all nodes, without the headers of a real transport. */
  public long sentBytes() {
    return sentBytes;
  }

  public long sentMessages() {
    return sentMessages;
  }

  /** Ed25519 signatures that nodes asked to be checked. */
  public long signatureChecks() {
    return signatureChecks;
  }

  /** Attestations between healthy nodes lost, and healthy nodes lost from the view of others. */
  public long flaps() {
    return flaps;
  }

  /** Takes down signature checks of nodes. */
  public void signatureChecks(long more) {
    signatureChecks += more;
  }

  /** Takes down flaps of healthy nodes. */
  public void flaps(long more) {
    flaps += more;
  }

  void played(Duration time, long fired) {
    virtualTime = time;
    events += fired;
  }

  void node(Duration time, Traffic traffic) {
    nodes++;
    nodeSeconds += time.toNanos() / 1e9;
    sentBytes += traffic.sentBytes();
    sentMessages += traffic.sentMessages();
  }

  void add(Totals other) {
    virtualTime = virtualTime.compareTo(other.virtualTime) < 0 ? other.virtualTime : virtualTime;
    nodeSeconds += other.nodeSeconds;
    nodes += other.nodes;
    events += other.events;
    sentBytes += other.sentBytes;
    sentMessages += other.sentMessages;
    signatureChecks += other.signatureChecks;
    flaps += other.flaps;
  }
}
