package org.lagroups.multicast.tree.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.crypto.bls.BlsSignature;
import org.lagroups.core.group.Contact;
import org.lagroups.core.transcript.Endorsement;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.tree.port.TranscriptJudge;
import org.lagroups.multicast.tree.port.TreeGroups;

/** Who attests to whom, known to all. Its transcripts are true by looking them up. */
public final class Ledger {

  private static final Bytes NO_SIGNATURE = Bytes.wrapOwned(new byte[BlsSignature.LENGTH]);
  private static final long VALIDITY_MILLIS = 60_000;

  private final LongSupplier wallMillis;
  private final Map<NodeId, PublicIdentity> identities = new HashMap<>();
  private final Map<GroupId, Map<NodeId, Set<NodeId>>> attesters = new HashMap<>();
  private long groups;

  /** Empty, with a clock. */
  public Ledger(LongSupplier wallMillis) {
    this.wallMillis = wallMillis;
  }

  /** The groups as a node uses them. */
  public TreeGroups of(PublicIdentity identity) {
    identities.put(identity.nodeId(), identity);
    return new Pages(identity.nodeId());
  }

  /** A node is gone: what it attested ends. */
  public void gone(NodeId node) {
    attesters.values().forEach(group -> group.values().forEach(all -> all.remove(node)));
    identities.remove(node);
  }

  /** Who attests to a node in a group; in the order of IDs. */
  public Set<NodeId> attestersOf(GroupId group, NodeId node) {
    return attesters.getOrDefault(group, Map.of()).getOrDefault(node, Set.of());
  }

  /** Believes a transcript if it says what the ledger says now. */
  public TranscriptJudge judge() {
    return (transcript, group, member, known, least, now) -> {
      Endorsement endorsement = transcript.endorsement();
      long genuine =
          transcript.signers().stream()
              .map(signer -> signer.identity().nodeId())
              .distinct()
              .filter(known::contains)
              .filter(attestersOf(group, member)::contains)
              .count();
      return endorsement.group().equals(group)
          && endorsement.attestee().equals(member)
          && endorsement.expiryMillis() > now
          && genuine >= least;
    };
  }

  private final class Pages implements TreeGroups {

    private final NodeId self;

    Pages(NodeId self) {
      this.self = self;
    }

    @Override
    public Optional<GroupId> lead() {
      byte[] id = new byte[GroupId.LENGTH];
      groups++;
      for (int i = 0; i < Long.BYTES; i++) {
        id[i] = (byte) (groups >>> (8 * i));
      }
      return Optional.of(new GroupId(Bytes.wrapOwned(id)));
    }

    @Override
    public void join(GroupId group, Contact parent, Bytes token) {
      attesters.computeIfAbsent(group, g -> new TreeMap<>());
    }

    @Override
    public void leave(GroupId group) {
      Map<NodeId, Set<NodeId>> left = attesters.getOrDefault(group, Map.of());
      left.values().forEach(all -> all.remove(self));
      left.remove(self);
    }

    @Override
    public void attest(GroupId group, NodeId node, LinkInfo info) {
      attesters
          .computeIfAbsent(group, g -> new TreeMap<>())
          .computeIfAbsent(node, n -> new TreeSet<>())
          .add(self);
    }

    @Override
    public void stopAttest(GroupId group, NodeId node, Reason reason) {
      Map<NodeId, Set<NodeId>> stopped = attesters.getOrDefault(group, Map.of());
      if (stopped.containsKey(node)) {
        stopped.get(node).remove(self);
        if (stopped.get(node).isEmpty()) {
          stopped.remove(node);
        }
      }
    }

    @Override
    public void transcript(GroupId group, int leastSigners, Consumer<Optional<Transcript>> done) {
      List<Signer> signers =
          attestersOf(group, self).stream()
              .flatMap(node -> Optional.ofNullable(identities.get(node)).stream())
              .limit(Transcript.MAX_SIGNERS)
              .map(identity -> new Signer(identity, NO_SIGNATURE))
              .toList();
      long expiry = wallMillis.getAsLong() + VALIDITY_MILLIS;
      done.accept(
          signers.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new Transcript(new Endorsement(group, self, expiry), signers, NO_SIGNATURE)));
    }
  }
}
