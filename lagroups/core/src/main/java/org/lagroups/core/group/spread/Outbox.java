package org.lagroups.core.group.spread;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.wire.GroupMessageCodec;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * Advertisements about to be sent, so that several within a few milliseconds go as one message. It
 * holds at most one of each attester and group for each peer: a newer one replaces an older.
 */
public final class Outbox {

  /** How long advertisements are gathered. */
  public static final long GATHER_MILLIS = 5;

  private final Sender sender;
  private final TreeMap<NodeId, SequencedMap<Origin, SignedAdvertisement>> waiting =
      new TreeMap<>();

  private record Origin(GroupId group, NodeId attester) {}

  public Outbox(Sender sender) {
    this.sender = sender;
  }

  public void add(NodeId to, SignedAdvertisement advertisement) {
    waiting
        .computeIfAbsent(to, peer -> new LinkedHashMap<>())
        .put(
            new Origin(advertisement.content().group(), advertisement.content().attesterId()),
            advertisement);
  }

  public boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Sends everything. */
  public void flush() {
    for (Map.Entry<NodeId, SequencedMap<Origin, SignedAdvertisement>> peer : waiting.entrySet()) {
      List<SignedAdvertisement> all = List.copyOf(peer.getValue().values());
      GroupMessageCodec.encodeAll(all).forEach(message -> sender.send(peer.getKey(), message));
    }
    waiting.clear();
  }
}
