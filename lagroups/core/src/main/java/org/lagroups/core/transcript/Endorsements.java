package org.lagroups.core.transcript;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.lagroups.core.crypto.bls.Bls;
import org.lagroups.core.crypto.bls.BlsSignature;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;

/**
 * Adds up the shares of an endorsement, so that one check does for all.
 *
 * <p>If the sum is bad, some share is; halving finds whose, with about 2·b·log(n) checks for b bad
 * ones of n. Bad shares that cancel each other out are found by nobody, and do no harm: their sum
 * could only be made with both secrets.
 *
 * <p>For one thread, that of its key ring.
 */
public final class Endorsements {

  private final KeyRing ring;

  public Endorsements(KeyRing ring) {
    this.ring = ring;
  }

  /**
   * What shares add up to.
   *
   * @param signers whose shares are in the sum, in the order given, each with the proof that was
   *     found good: another may have come with its share
   * @param signature their multi-signature, {@link BlsSignature#LENGTH} bytes; empty if no share
   *     was good
   * @param bad whose shares were not good, or whose keys are not proven to be their own
   */
  public record Sum(List<Signer> signers, Optional<Bytes> signature, List<NodeId> bad) {

    /** Copies the lists. */
    public Sum {
      signers = List.copyOf(signers);
      bad = List.copyOf(bad);
    }
  }

  /**
   * Adds up.
   *
   * @param shares by signer, as they came
   */
  public Sum add(Endorsement endorsement, SequencedMap<Signer, Bytes> shares) {
    return add(endorsement.message(), shares);
  }

  /**
   * Adds up what was signed of anything else, such as what an application has its members vouch
   * for.
   *
   * @param message what everyone has signed, with the label of its {@link
   *     org.lagroups.core.crypto.Domain} in front
   * @param shares by signer, as they came
   */
  public Sum add(Bytes message, SequencedMap<Signer, Bytes> shares) {
    List<NodeId> bad = new ArrayList<>();
    List<Share> decoded = new ArrayList<>();
    for (Map.Entry<Signer, Bytes> share : shares.entrySet()) {
      Optional<BlsSignature> point = bls().decodeSignature(share.getValue());
      Optional<ProvenKey> key = ring.prove(share.getKey());
      if (point.isPresent() && key.isPresent()) {
        decoded.add(new Share(key.get(), point.get()));
      } else {
        bad.add(share.getKey().identity().nodeId());
      }
    }
    List<Share> good = new ArrayList<>();
    sort(message, decoded, good, bad);
    return new Sum(
        good.stream().map(share -> share.signer.owner()).toList(),
        good.isEmpty() ? Optional.empty() : Optional.of(signature(good).encoded()),
        bad);
  }

  /**
   * Whether these have signed a message together, each with a key that is proven to be its own.
   *
   * @param signers one or more, none twice
   * @param signature their multi-signature, as it came
   */
  public boolean isSignedBy(Bytes message, Collection<Signer> signers, Bytes signature) {
    List<ProvenKey> keys = signers.stream().map(ring::prove).flatMap(Optional::stream).toList();
    Optional<BlsSignature> point = bls().decodeSignature(signature);
    return keys.size() == signers.size()
        && point.isPresent()
        && bls().verify(ring.sum(keys), message, point.get());
  }

  private record Share(ProvenKey signer, BlsSignature signature) {}

  private void sort(Bytes message, List<Share> shares, List<Share> good, List<NodeId> bad) {
    if (shares.isEmpty()) {
      return;
    }
    if (isGood(message, shares)) {
      good.addAll(shares);
    } else if (shares.size() == 1) {
      bad.add(shares.getFirst().signer.node());
    } else {
      int half = shares.size() / 2;
      sort(message, shares.subList(0, half), good, bad);
      sort(message, shares.subList(half, shares.size()), good, bad);
    }
  }

  private boolean isGood(Bytes message, List<Share> shares) {
    List<ProvenKey> signers = shares.stream().map(Share::signer).toList();
    return bls().verify(ring.sum(signers), message, signature(shares));
  }

  private BlsSignature signature(List<Share> shares) {
    return shares.stream().map(Share::signature).reduce(bls()::add).orElseThrow();
  }

  private Bls bls() {
    return ring.bls();
  }
}
