package org.lagroups.core.transcript.exchange;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.core.transcript.snapshot.Snapshot;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** The transcripts of a group's members while they come in, until each has given its own or not. */
final class Collection {

  private final GroupId group;
  private final Set<NodeId> members;
  private final Set<NodeId> expected;
  private final Map<NodeId, Transcript> found = new TreeMap<>();
  private final Consumer<Optional<Snapshot>> done;

  /** Of these members. */
  Collection(GroupId group, Set<NodeId> members, Consumer<Optional<Snapshot>> done) {
    this.group = group;
    this.members = Set.copyOf(members);
    this.expected = new TreeSet<>(members);
    this.done = done;
  }

  /** Asks for each. */
  void begin(BiConsumer<NodeId, Consumer<Optional<Transcript>>> ask) {
    for (NodeId member : List.copyOf(expected)) {
      ask.accept(member, transcript -> came(member, transcript));
    }
  }

  /**
   * What has come so far. Should there be more signers than fit, because somebody's transcript is
   * signed by nodes that are no members, that one comes last.
   */
  Optional<Snapshot> soFar() {
    List<Transcript> membersFirst =
        found.values().stream().sorted(Comparator.comparingLong(this::strangers)).toList();
    return Snapshot.of(group, membersFirst);
  }

  private void came(NodeId member, Optional<Transcript> transcript) {
    if (expected.remove(member)) {
      transcript.ifPresent(one -> found.put(member, one));
      if (expected.isEmpty()) {
        done.accept(soFar());
      }
    }
  }

  private long strangers(Transcript transcript) {
    return transcript.signers().stream()
        .map(Signer::identity)
        .filter(identity -> !members.contains(identity.nodeId()))
        .count();
  }
}
