package org.lagroups.core.transcript.snapshot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.graph.GraphBuilder;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * Who attests to whom in a group, proven: the transcripts of its members, with each signer's keys
 * once. Each signer of a transcript attests to its attestee until its expiry. Nothing is checked
 * until a {@link SnapshotVerifier} has looked at it.
 *
 * @param transcripts of {@code group}, in the order of attestees, each once, 1 to {@link
 *     #MAX_MEMBERS}; the signers of each in the order of IDs, each once, and of all together at
 *     most {@link #MAX_MEMBERS}
 */
public record Snapshot(GroupId group, List<Transcript> transcripts) {

  /** The most members that are endorsed, and the most that sign. */
  public static final int MAX_MEMBERS = GroupSettings.HARD_MAX_MEMBERS;

  private static final Comparator<Signer> BY_ID =
      Comparator.comparing(signer -> signer.identity().nodeId());

  /** Copies {@code transcripts}. */
  public Snapshot {
    transcripts = List.copyOf(transcripts);
    if (transcripts.isEmpty() || transcripts.size() > MAX_MEMBERS) {
      throw new IllegalArgumentException("1 to 64 transcripts, not " + transcripts.size());
    }
    NodeId previous = null;
    for (Transcript transcript : transcripts) {
      NodeId attestee = transcript.endorsement().attestee();
      if (!transcript.endorsement().group().equals(group)) {
        throw new IllegalArgumentException("one is about another group");
      }
      if (previous != null && previous.compareTo(attestee) >= 0) {
        throw new IllegalArgumentException("one for each attestee, in the order of their IDs");
      }
      requireOrder(transcript.signers());
      previous = attestee;
    }
    if (signersOf(transcripts).size() > MAX_MEMBERS) {
      throw new IllegalArgumentException("more than 64 sign");
    }
  }

  /**
   * As many of these transcripts of a group as one snapshot holds, which are all of them if 64
   * sign, or fewer; empty if there are none.
   *
   * @param transcripts at most one for each attestee, those that matter most first; no signer comes
   *     with two different proofs
   */
  public static Optional<Snapshot> of(GroupId group, Collection<Transcript> transcripts) {
    TreeMap<NodeId, Signer> signers = new TreeMap<>();
    TreeMap<NodeId, Transcript> fitting = new TreeMap<>();
    for (Transcript transcript : transcripts) {
      TreeMap<NodeId, Signer> more = new TreeMap<>(signers);
      more.putAll(signersOf(List.of(transcript)));
      if (more.size() <= MAX_MEMBERS && fitting.size() < MAX_MEMBERS) {
        signers = more;
        fitting.put(transcript.endorsement().attestee(), ordered(transcript));
      }
    }
    return fitting.isEmpty()
        ? Optional.empty()
        : Optional.of(new Snapshot(group, new ArrayList<>(fitting.values())));
  }

  /** All who sign, with their keys. */
  public SortedMap<NodeId, Signer> signers() {
    return Collections.unmodifiableSortedMap(signersOf(transcripts));
  }

  /** The graph that it proves: an edge from each signer to the attestee of its transcript. */
  public AttestationGraph<NodeId> graph() {
    GraphBuilder<NodeId> graph = AttestationGraph.builder();
    for (Transcript transcript : transcripts) {
      NodeId attestee = transcript.endorsement().attestee();
      transcript.signers().forEach(signer -> graph.edge(signer.identity().nodeId(), attestee));
    }
    return graph.build();
  }

  /** How many attestations it proves. */
  public int attestations() {
    return transcripts.stream().mapToInt(transcript -> transcript.signers().size()).sum();
  }

  private static Transcript ordered(Transcript transcript) {
    return new Transcript(
        transcript.endorsement(),
        transcript.signers().stream().sorted(BY_ID).toList(),
        transcript.signature());
  }

  private static void requireOrder(List<Signer> signers) {
    for (int i = 1; i < signers.size(); i++) {
      if (BY_ID.compare(signers.get(i - 1), signers.get(i)) >= 0) {
        throw new IllegalArgumentException("signers come in the order of their IDs, each once");
      }
    }
  }

  private static TreeMap<NodeId, Signer> signersOf(List<Transcript> transcripts) {
    TreeMap<NodeId, Signer> signers = new TreeMap<>();
    for (Transcript transcript : transcripts) {
      for (Signer signer : transcript.signers()) {
        Signer other = signers.putIfAbsent(signer.identity().nodeId(), signer);
        if (other != null && !other.equals(signer)) {
          throw new IllegalArgumentException("a signer comes with two different proofs");
        }
      }
    }
    return signers;
  }
}
