package org.lagroups.core.group.spread;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lagroups.core.group.view.AdvertisementDatabase;
import org.lagroups.core.group.view.KnownAdvertisement;
import org.lagroups.core.group.view.View;
import org.lagroups.core.wire.GroupMessage.Digest;
import org.lagroups.core.wire.GroupMessage.Summary;
import org.lagroups.core.wire.GroupMessage.Version;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * Finds out, in one group, what another member has and this node has not. Two members compare a
 * hash of all versions first, the versions themselves only if the hashes differ, and each then asks
 * for what it lacks; nothing is sent unasked, so nothing is sent twice.
 */
public final class DigestRepair {

  /** What was asked of one peer is not asked of another before this has passed. */
  public static final long PATIENCE_NANOS = 1_000_000_000L;

  private final GroupId group;
  private final NodeId self;
  private final AdvertisementDatabase database;
  private final Map<NodeId, Asked> asked = new HashMap<>();

  private record Asked(long sequence, long untilNanos) {}

  public DigestRepair(GroupId group, NodeId self, AdvertisementDatabase database) {
    this.group = group;
    this.self = self;
    this.database = database;
  }

  /**
   * The hash of all that this node has.
   *
   * @param ownSequence of this node's own latest advertisement, 0 if there is none
   */
  public Summary summary(View view, long ownSequence) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      for (Version version : versions(view, ownSequence)) {
        hash.update(version.attester().bytes().asReadOnlyBuffer());
        hash.update(ByteBuffer.allocate(Long.BYTES).putLong(version.sequence()).flip());
      }
      return new Summary(group, ByteBuffer.wrap(hash.digest()).getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** All that this node has. */
  public Digest digest(View view, long ownSequence, boolean answer) {
    return new Digest(group, versions(view, ownSequence), answer);
  }

  /**
   * Whose advertisements the sender of a digest has in a later version than this node, except what
   * is on its way already.
   */
  public List<NodeId> lacking(Digest theirs, long ownSequence, long nowNanos) {
    asked.values().removeIf(before -> before.untilNanos() <= nowNanos);
    List<NodeId> lacking = new ArrayList<>();
    for (Version version : theirs.versions()) {
      NodeId attester = version.attester();
      Asked before = asked.get(attester);
      if (version.sequence() > sequenceOf(attester, ownSequence)
          && (before == null || before.sequence() < version.sequence())) {
        lacking.add(attester);
        asked.put(attester, new Asked(version.sequence(), nowNanos + PATIENCE_NANOS));
      }
    }
    return lacking;
  }

  /**
   * Whether to ask a peer for an attester's advertisement of which it has said that there is one.
   * What was asked for a moment ago, of whomever, is on its way.
   */
  public boolean takeTurnToAsk(NodeId attester, long sequence, long nowNanos) {
    asked.values().removeIf(before -> before.untilNanos() <= nowNanos);
    return asked.putIfAbsent(attester, new Asked(sequence, nowNanos + PATIENCE_NANOS)) == null;
  }

  /** Whether this node has something that the sender of a digest has not. */
  public boolean hasNewsFor(Digest theirs, View view, long ownSequence) {
    Map<NodeId, Long> sequences = new HashMap<>();
    theirs.versions().forEach(version -> sequences.put(version.attester(), version.sequence()));
    return versions(view, ownSequence).stream()
        .anyMatch(own -> own.sequence() > sequences.getOrDefault(own.attester(), 0L));
  }

  private long sequenceOf(NodeId attester, long ownSequence) {
    return attester.equals(self)
        ? ownSequence
        : database.find(attester).map(known -> known.content().sequence()).orElse(0L);
  }

  private List<Version> versions(View view, long ownSequence) {
    TreeMap<NodeId, Long> sequences = new TreeMap<>();
    for (KnownAdvertisement known : database.all()) {
      if (view.contains(known.content().attesterId())) {
        sequences.put(known.content().attesterId(), known.content().sequence());
      }
    }
    if (ownSequence > 0) {
      sequences.put(self, ownSequence);
    }
    List<Version> versions = new ArrayList<>();
    sequences.forEach((attester, sequence) -> versions.add(new Version(attester, sequence)));
    return versions;
  }
}
