package org.lagroups.core.transcript;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lagroups.core.crypto.bls.Bls;
import org.lagroups.core.crypto.bls.BlsPublicKey;
import org.lagroups.core.crypto.bls.BlsSignature;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.machine.NodeId;

/**
 * The BLS keys that may be added up, and sums of them.
 *
 * <p>Without a proof of possession, somebody could claim the difference of his own key and
 * another's, and sign for both (a rogue key). Proofs are checked once and remembered. Sums are
 * remembered too: one that differs from a known one by a few signers costs as many additions
 * (paper, section 2.2: "amortize subgroup computations").
 *
 * <p>Bounded: what was not used for longest is forgotten. For one thread.
 */
public final class KeyRing {

  /** The most keys. */
  public static final int MAX_KEYS = 4_096;

  /** The most sums. */
  public static final int MAX_SUMS = 128;

  private final Bls bls;
  private final Map<NodeId, ProvenKey> keys = new RecentlyUsed<>(MAX_KEYS);
  private final Map<Set<NodeId>, BlsPublicKey> sums = new RecentlyUsed<>(MAX_SUMS);

  public KeyRing(Bls bls) {
    this.bls = bls;
  }

  /** Who does the arithmetic. */
  public Bls bls() {
    return bls;
  }

  /**
   * The key of a node, if it is a point of the curve's subgroup and the proof is good, or was shown
   * before. Takes about 1.3 ms at the first time.
   *
   * @param owner a node and its proof, as they came
   */
  public Optional<ProvenKey> prove(Signer owner) {
    NodeId node = owner.identity().nodeId();
    Optional<ProvenKey> known = find(node);
    if (known.isPresent()) {
      return known;
    }
    Optional<BlsPublicKey> key = bls.decodeKey(owner.identity().bls());
    Optional<BlsSignature> proof = bls.decodeSignature(owner.possession());
    if (key.isEmpty() || proof.isEmpty() || !bls.verifyPossession(key.get(), proof.get())) {
      return Optional.empty();
    }
    ProvenKey proven = new ProvenKey(owner, key.get());
    keys.put(node, proven);
    return Optional.of(proven);
  }

  /** The key of a node that was proven before, and not forgotten since. Its ID certifies it. */
  public Optional<ProvenKey> find(NodeId node) {
    return Optional.ofNullable(keys.get(node));
  }

  /**
   * The sum of keys.
   *
   * @throws IllegalArgumentException if there are none, or a node comes twice
   */
  BlsPublicKey sum(Collection<ProvenKey> members) {
    Set<NodeId> nodes =
        members.stream().map(ProvenKey::node).collect(Collectors.toUnmodifiableSet());
    if (members.isEmpty() || nodes.size() != members.size()) {
      throw new IllegalArgumentException("a sum is of one or more keys of different nodes");
    }
    BlsPublicKey known = sums.get(nodes);
    if (known != null) {
      return known;
    }
    BlsPublicKey sum = cheapest(members, nodes);
    sums.put(nodes, sum);
    return sum;
  }

  /** Starts with the known sum from which the fewest steps are needed, if that is of any help. */
  private BlsPublicKey cheapest(Collection<ProvenKey> members, Set<NodeId> nodes) {
    return sums.keySet().stream()
        .filter(known -> steps(known, nodes) < nodes.size() - 1)
        .filter(known -> known.stream().allMatch(node -> nodes.contains(node) || isKept(node)))
        .min(Comparator.comparingInt(known -> steps(known, nodes)))
        .map(known -> changed(known, members, nodes))
        .orElseGet(() -> members.stream().map(ProvenKey::key).reduce(bls::add).orElseThrow());
  }

  private BlsPublicKey changed(
      Set<NodeId> known, Collection<ProvenKey> members, Set<NodeId> nodes) {
    BlsPublicKey sum = Optional.ofNullable(sums.get(known)).orElseThrow();
    for (ProvenKey member : members) {
      sum = known.contains(member.node()) ? sum : bls.add(sum, member.key());
    }
    for (NodeId node : known) {
      sum = nodes.contains(node) ? sum : bls.subtract(sum, find(node).orElseThrow().key());
    }
    return sum;
  }

  private boolean isKept(NodeId node) {
    return keys.containsKey(node);
  }

  /** In how many members two sets differ. */
  private static int steps(Set<NodeId> a, Set<NodeId> b) {
    int common = (int) a.stream().filter(b::contains).count();
    return a.size() + b.size() - 2 * common;
  }
}
