package org.lagroups.core.group.spread;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.group.view.AdvertisementDatabase;
import org.lagroups.core.group.view.KnownAdvertisement;
import org.lagroups.core.group.view.View;
import org.lagroups.core.wire.GroupMessage.Digest;
import org.lagroups.core.wire.GroupMessage.Summary;
import org.lagroups.core.wire.GroupMessage.Version;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * Finds out, in one group, what another member has and this node has not. Two members compare a
 * hash of all versions first, the versions themselves only if the hashes differ, and each then asks
 * for what it lacks; nothing is sent unasked, so nothing is sent twice. Of an equivocator to whom
 * somebody in the view still attests, the proof is what one has or lacks.
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
   * @param own this node's own latest advertisement, if there is one
   */
  public Summary summary(View view, Optional<SignedAdvertisement> own) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      for (Version version : versions(view, own)) {
        version.attester().bytes().addTo(hash);
        hash.update(ByteBuffer.allocate(Long.BYTES).putLong(version.sequence()).flip());
        version.fingerprint().addTo(hash);
      }
      return new Summary(group, Bytes.wrapOwned(Arrays.copyOf(hash.digest(), Summary.HASH_BYTES)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** All that this node has. */
  public Digest digest(View view, Optional<SignedAdvertisement> own, boolean answer) {
    return new Digest(group, versions(view, own), answer);
  }

  /**
   * Whose advertisements the sender of a digest has in a later version than this node, or in
   * another, or against whom it has a proof; except what is on its way already.
   *
   * @param lastOwnSequence the last that this node knows to be used by itself
   */
  public List<NodeId> lacking(
      Digest theirs,
      View view,
      Optional<SignedAdvertisement> own,
      long lastOwnSequence,
      long nowNanos) {
    asked.values().removeIf(before -> before.untilNanos() <= nowNanos);
    List<NodeId> lacking = new ArrayList<>();
    for (Version version : theirs.versions()) {
      NodeId attester = version.attester();
      Asked before = asked.get(attester);
      boolean isNews =
          attester.equals(self)
              ? isNewsOfSelf(version, own, lastOwnSequence)
              : isNewsOfOther(version, view);
      if (isNews && (before == null || before.sequence() < version.sequence())) {
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
  public boolean hasNewsFor(Digest theirs, View view, Optional<SignedAdvertisement> own) {
    Map<NodeId, Long> sequences = new HashMap<>();
    theirs.versions().forEach(version -> sequences.put(version.attester(), version.sequence()));
    return versions(view, own).stream()
        .anyMatch(ours -> ours.sequence() > sequences.getOrDefault(ours.attester(), 0L));
  }

  private boolean isNewsOfOther(Version version, View view) {
    NodeId attester = version.attester();
    if (version.isProof()) {
      return view.contains(attester);
    }
    return !database.equivocators().contains(attester)
        && database.find(attester).map(ours -> isOther(version, ours)).orElse(true);
  }

  private static boolean isOther(Version version, KnownAdvertisement ours) {
    long sequence = ours.content().sequence();
    return version.sequence() > sequence
        || (version.sequence() == sequence && !version.fingerprint().equals(ours.fingerprint()));
  }

  private boolean isNewsOfSelf(
      Version version, Optional<SignedAdvertisement> own, long lastSequence) {
    if (version.isProof()) {
      return !database.equivocators().contains(self);
    }
    boolean isLatest =
        own.filter(latest -> latest.content().sequence() == version.sequence()).isPresent();
    return isLatest
        ? !own.map(SignedAdvertisement::fingerprint).equals(Optional.of(version.fingerprint()))
        : version.sequence() > lastSequence;
  }

  private List<Version> versions(View view, Optional<SignedAdvertisement> own) {
    TreeMap<NodeId, Version> versions = new TreeMap<>();
    for (KnownAdvertisement known : database.all()) {
      NodeId attester = known.content().attesterId();
      if (view.contains(attester)) {
        versions.put(
            attester, new Version(attester, known.content().sequence(), known.fingerprint()));
        if (!database.equivocators().isEmpty()) {
          known.attestees().keySet().stream()
              .filter(database.equivocators()::contains)
              .forEach(attestee -> versions.put(attestee, Version.proven(attestee)));
        }
      }
    }
    own.ifPresent(latest ->
        versions.put(self, new Version(self, latest.content().sequence(), latest.fingerprint())));
    return List.copyOf(versions.values());
  }
}
