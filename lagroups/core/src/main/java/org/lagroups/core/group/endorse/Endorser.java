package org.lagroups.core.group.endorse;

import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.bls.Bls;
import org.lagroups.core.transcript.Endorsement;
import org.lagroups.core.transcript.Endorsements;
import org.lagroups.core.transcript.KeyRing;
import org.lagroups.core.transcript.RecentlyUsed;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.core.transcript.TranscriptPolicy;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;

/**
 * Signs endorsements with a node's BLS key and adds up those of others; the arithmetic is done
 * wherever {@link Offload} says.
 */
public final class Endorser {

  /** Of so many nodes the proof of possession is remembered, as it comes only once over a link. */
  static final int MAX_POSSESSIONS = 2 * KeyRing.MAX_KEYS;

  private final Identity identity;
  private final Bls bls;
  private final Offload offload;
  private final Bytes possession;

  /** By node, its proof, as it came. */
  private final Map<NodeId, Bytes> possessions = new RecentlyUsed<>(MAX_POSSESSIONS);

  /** Used by offloaded work alone. */
  private final Endorsements endorsements;

  /** Likewise. */
  private final Examiner examiner;

  /** Signs once: 0.5 ms with the native library. */
  public Endorser(Identity identity, Bls bls, Offload offload) {
    this.identity = identity;
    this.bls = bls;
    this.offload = offload;
    KeyRing ring = new KeyRing(bls);
    this.endorsements = new Endorsements(ring);
    this.examiner = new Examiner(ring);
    this.possession = bls.provePossession(identity.blsSecret()).encoded();
  }

  /** The proof that this node knows the secret of its BLS key. */
  Bytes possession() {
    return possession;
  }

  /** The proof that a node gave, not checked; empty if it gave none, or long ago. */
  Bytes possessionOf(NodeId node) {
    return possessions.getOrDefault(node, Bytes.EMPTY);
  }

  /** Remembers the proof of a node. */
  void remember(NodeId node, Bytes proof) {
    possessions.put(node, proof);
  }

  /** Makes this node's share; without one, if that fails, the attestee waits for the next. */
  void sign(Endorsement endorsement, Consumer<Bytes> then) {
    offload.run(
        () -> bls.sign(identity.blsSecret(), endorsement.message()).encoded(), then, () -> {});
  }

  /** Adds shares up, or says that this failed. */
  void add(
      Endorsement endorsement,
      SequencedMap<Signer, Bytes> shares,
      Consumer<Endorsements.Sum> then,
      Runnable failed) {
    offload.run(() -> endorsements.add(endorsement, shares), then, failed);
  }

  /**
   * Checks the transcript of another node.
   *
   * @param then given the same transcript, with the proofs of possession that were checked when
   *     each key was first seen; or nothing, if it does not meet the policy or could not be checked
   */
  public void check(
      Transcript transcript,
      TranscriptPolicy policy,
      long nowMillis,
      Consumer<Optional<Transcript>> then) {
    offload.run(
        () -> examiner.examine(transcript, policy, nowMillis),
        then,
        () -> then.accept(Optional.empty()));
  }
}
