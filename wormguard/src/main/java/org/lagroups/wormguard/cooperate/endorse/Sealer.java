package org.lagroups.wormguard.cooperate.endorse;

import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.bls.Bls;
import org.lagroups.core.group.endorse.Offload;
import org.lagroups.core.transcript.Endorsements;
import org.lagroups.core.transcript.KeyRing;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.machine.Bytes;

/**
 * Signs endorsements with a node's BLS key and adds up those of others; the arithmetic is done
 * wherever {@link Offload} says.
 */
public final class Sealer {

  private final Identity identity;
  private final Bls bls;
  private final Offload offload;
  private final Bytes possession;

  /** Used by offloaded work alone. */
  private final Endorsements endorsements;

  /** Used by offloaded work alone. */
  private final SetVerifier verifier;

  /** Signs once: 0.5 ms with the native library. */
  public Sealer(Identity identity, Bls bls, Offload offload) {
    this.identity = identity;
    this.bls = bls;
    this.offload = offload;
    KeyRing ring = new KeyRing(bls);
    this.endorsements = new Endorsements(ring);
    this.verifier = new SetVerifier(ring);
    this.possession = bls.provePossession(identity.blsSecret()).encoded();
  }

  /** This node with the proof that it knows the secret of its BLS key. */
  public Signer self() {
    return new Signer(identity.publicIdentity(), possession);
  }

  /** The node's keys, for what is signed by Ed25519. */
  public Identity identity() {
    return identity;
  }

  /**
   * Makes this node's share.
   *
   * @param undone called instead if that fails
   */
  public void sign(
      SignatureEndorsement endorsement, Consumer<EndorsementShare> then, Runnable undone) {
    offload.run(
        () ->
            new EndorsementShare(
                endorsement,
                identity.nodeId(),
                possession,
                bls.sign(identity.blsSecret(), endorsement.message()).encoded()),
        then,
        undone);
  }

  /** Adds shares up and finds the bad ones, or says that this failed. */
  public void add(
      SignatureEndorsement endorsement,
      SequencedMap<Signer, Bytes> shares,
      Consumer<Endorsements.Sum> then,
      Runnable undone) {
    offload.run(() -> endorsements.add(endorsement.message(), shares), then, undone);
  }

  /**
   * Checks a set that may have ended: see {@link SetVerifier#problemOfAnyTime}.
   *
   * @param then is given what is wrong with it
   */
  public void verify(
      EndorsementSet set,
      SetVerifier.Expected expected,
      long nowMillis,
      Consumer<Optional<String>> then,
      Runnable undone) {
    offload.run(() -> verifier.problemOfAnyTime(set, expected, nowMillis), then, undone);
  }
}
