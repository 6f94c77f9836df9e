package org.lagroups.multicast.runtime.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.api.CastCounters;
import org.lagroups.multicast.api.CastPlace;
import org.lagroups.multicast.protocol.ReceivedStream;
import org.lagroups.multicast.protocol.SentStream;
import org.lagroups.multicast.relay.child.Member;
import org.lagroups.multicast.relay.parent.Distributor;
import org.lagroups.multicast.relay.parent.MemberState;
import org.lagroups.multicast.tree.Tree;
import org.lagroups.multicast.tree.place.Child;
import org.lagroups.multicast.tree.place.Parent;

/** What a node knows of the trees of its streams. */
final class Places {

  private Places() {}

  /** Of a stream that {@code self} publishes. */
  static CastPlace of(NodeId self, SentStream stream) {
    return place(
        self, stream.header().id().toString(), 0, stream.tree(), stream.distributor(), List.of());
  }

  /** Of one that it receives. */
  static CastPlace of(NodeId self, ReceivedStream stream) {
    String id = stream.link().stream().toString();
    Optional<Tree> tree = stream.tree();
    Optional<Distributor> distributor = stream.distributor();
    if (tree.isEmpty() || distributor.isEmpty()) {
      return nowhere(id);
    }
    Integer level = tree.get().parent().isPresent() ? (Integer) tree.get().stand().depth() : null;
    return place(self, id, level, tree.get(), distributor.get(), from(stream.member()));
  }

  /** Of one that is none any more, or not yet. */
  static CastPlace nowhere(String id) {
    return new CastPlace(
        id, null, List.of(), List.of(), List.of(), 0, 0, List.of(), CastCounters.NONE);
  }

  private static CastPlace place(
      NodeId self,
      String id,
      @Nullable Integer level,
      Tree tree,
      Distributor distributor,
      List<CastPlace.Flow> from) {
    Map<NodeId, MemberState> members =
        distributor.members().stream()
            .collect(Collectors.toMap(MemberState::node, Function.identity()));
    double slowest =
        members.values().stream()
            .filter(member -> !member.isApart())
            .mapToDouble(MemberState::receivedBytesPerSecond)
            .min()
            .orElse(0);
    return new CastPlace(
        id,
        level,
        tree.parent().map(Places::above).orElse(List.of()),
        from,
        tree.children().stream().map(child -> child(child, members.get(child.node()))).toList(),
        Numbers.mbps(members.isEmpty() ? 0 : distributor.boundBytesPerSecond()),
        Numbers.mbps(slowest),
        Numbers.trees(self, distributor),
        Numbers.counters(distributor.statistics()));
  }

  private static List<NodeId> above(Parent parent) {
    List<NodeId> above = new ArrayList<>();
    above.add(parent.node());
    parent.ancestors().stream().map(Contact::node).forEach(above::add);
    return above;
  }

  private static List<CastPlace.Flow> from(@Nullable Member member) {
    return member == null
        ? List.of()
        : member.receivedBytesPerSecond().entrySet().stream()
            .map(flow -> new CastPlace.Flow(flow.getKey(), Numbers.mbps(flow.getValue())))
            .toList();
  }

  private static CastPlace.Child child(Child child, @Nullable MemberState state) {
    return new CastPlace.Child(
        child.node(),
        state == null ? 0 : Numbers.mbps(state.receivedBytesPerSecond()),
        state == null ? 0 : Numbers.mbps(state.uplinkBytesPerSecond()),
        state != null && state.isApart(),
        child.wards().stream().map(ward -> ward.contact().node()).toList());
  }
}
