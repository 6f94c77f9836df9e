package org.lagroups.node.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.graph.AttestationEdge;

/** What counts as the capacity of an attestation when asking for flows. */
public enum CapacityKind {
  /** As the graph says: a file's own column; in a group the throughput, or 1 if not reported. */
  CAPACITY,
  /** The throughput, in bits per second. */
  THROUGHPUT,
  /** How long the attestee has been running, in seconds. */
  UPTIME,
  /** How long the attestee is expected to run until it fails, in seconds. */
  LIFETIME,
  /** The cost. */
  COST,
  /** 1 each: the flow is then the number of paths that share no attestation. */
  ONE;

  /**
   * What a word names.
   *
   * @throws IllegalArgumentException if it names none, saying what there is
   */
  public static CapacityKind of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.toString().equals(word))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("a capacity is one of " + List.of(values())));
  }

  /** Whether it takes an attestation's info, which a file does not have. */
  public boolean needsInfo() {
    return switch (this) {
      case THROUGHPUT, UPTIME, LIFETIME -> true;
      case CAPACITY, COST, ONE -> false;
    };
  }

  /**
   * The capacity of an attestation; 0 if its attester does not report what is asked for.
   *
   * @param info of the same attestation; {@link LinkInfo#NONE} will do unless {@link #needsInfo}
   */
  public double of(AttestationEdge<?> edge, LinkInfo info) {
    return switch (this) {
      case CAPACITY -> edge.capacity();
      case COST -> edge.cost();
      case ONE -> 1;
      case THROUGHPUT -> bounded(info.throughputBitsPerSecond());
      case UPTIME -> bounded(info.uptimeSeconds());
      case LIFETIME -> bounded(info.meanTimeToFailureSeconds());
    };
  }

  private static double bounded(OptionalLong reported) {
    return Math.min((double) reported.orElse(0), AttestationEdge.MAX_VALUE);
  }

  /** As people write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
