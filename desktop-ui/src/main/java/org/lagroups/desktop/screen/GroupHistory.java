package org.lagroups.desktop.screen;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import javafx.util.Subscription;
import org.lagroups.desktop.link.Api;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.GroupList;
import org.lagroups.node.control.api.GroupPast;
import org.lagroups.node.control.api.GroupView;
import org.lagroups.node.control.api.RobustView.RobustNode;

/**
 * What the groups looked like in the last hour, as far as the node was running: a moment for each
 * change, at most one each five seconds. Memory is bounded: of very large or busy groups the oldest
 * moments go first. On the JavaFX thread.
 */
public final class GroupHistory implements AutoCloseable {

  /** Between two looks. */
  public static final Duration EVERY = Duration.ofSeconds(5);

  /** How long moments are kept. */
  public static final Duration KEPT = Duration.ofHours(1);

  /** So many attestations and members are kept, of all moments of all groups together. */
  public static final int MOST_PARTS = 1_000_000;

  private static final int MOST_GROUPS = 16;

  /**
   * A group at some time.
   *
   * @param atMillis when, in milliseconds of wall-clock time since 1970
   * @param nodes its members
   * @param edges who attests to whom, as places among the nodes
   */
  public record Moment(long atMillis, List<Member> nodes, List<Link> edges) {

    public Moment {
      nodes = List.copyOf(nodes);
      edges = List.copyOf(edges);
    }
  }

  /**
   * A member then.
   *
   * @param name safe to show
   */
  public record Member(NodeId node, String name, boolean isOwn, boolean isRobust) {}

  /** An attestation then. */
  public record Link(int from, int to) {}

  private final Api api;
  private final LongSupplier wallMillis;
  private final Directory directory;
  private final int mostParts;
  private final Map<GroupId, ArrayDeque<Moment>> moments = new TreeMap<>();
  private final Map<Long, Link> links = new HashMap<>();
  private final Subscription hears;
  private Subscription next = Subscription.EMPTY;
  private boolean isChanged = true;
  private boolean isOpen = true;
  private long parts;

  /**
   * Begins to look.
   *
   * @param directory hears of each group whenever it was looked at
   */
  public GroupHistory(Api api, LongSupplier wallMillis, Directory directory) {
    this(api, wallMillis, directory, MOST_PARTS);
  }

  /** The same with another bound of attestations and members. */
  public GroupHistory(Api api, LongSupplier wallMillis, Directory directory, int mostParts) {
    this.directory = directory;
    this.api = api;
    this.wallMillis = wallMillis;
    this.mostParts = mostParts;
    hears = api.on("group.", _ -> isChanged = true);
    look();
  }

  /** What is known of a group, the eldest first. */
  public List<Moment> of(GroupId group) {
    return List.copyOf(moments.getOrDefault(group, new ArrayDeque<>()));
  }

  @Override
  public void close() {
    isOpen = false;
    hears.unsubscribe();
    next.unsubscribe();
  }

  private void look() {
    if (!isOpen) {
      return;
    }
    next = api.after(EVERY, this::look);
    if (isChanged && api.state().get().isUp()) {
      isChanged = false;
      api.get("/v1/groups", GroupList.class).then(this::look).otherwise(_ -> isChanged = true);
    }
  }

  private void look(GroupList list) {
    Set<GroupId> now =
        list.groups().stream()
            .limit(MOST_GROUPS)
            .map(GroupList.GroupSummary::group)
            .collect(Collectors.toSet());
    List.copyOf(moments.keySet()).stream()
        .filter(group -> !now.contains(group))
        .forEach(this::drop);
    for (GroupId group : now) {
      api.get("/v1/groups/" + group, GroupView.class)
          .then(this::keep)
          .otherwise(_ -> isChanged = true);
    }
  }

  private void keep(GroupView view) {
    if (!isOpen) {
      return;
    }
    directory.learn(view);
    boolean isFirst = !moments.containsKey(view.group());
    ArrayDeque<Moment> of = moments.computeIfAbsent(view.group(), _ -> new ArrayDeque<>());
    Moment moment = momentOf(view);
    if (isFirst) {
      api.get("/v1/groups/" + view.group() + "/past", GroupPast.class)
          .then(past -> keep(past, moment))
          .otherwise(_ -> {}); // then it begins here
    }
    Moment last = of.peekLast();
    if (last == null
        || !last.nodes().equals(moment.nodes())
        || !last.edges().equals(moment.edges())) {
      of.addLast(moment);
      parts += parts(moment);
    }
    forget(wallMillis.getAsLong() - KEPT.toMillis());
  }

  /** What the node has kept from before this window was there. */
  private void keep(GroupPast past, Moment first) {
    ArrayDeque<Moment> of = moments.get(past.group());
    if (!isOpen || of == null || !first.equals(of.peekFirst())) {
      return;
    }
    List<Moment> before = PastMoments.before(first, past, directory, mostParts - parts);
    for (Moment moment : before.reversed()) {
      of.addFirst(moment);
      parts += parts(moment);
    }
    forget(wallMillis.getAsLong() - KEPT.toMillis());
  }

  private Moment momentOf(GroupView view) {
    Set<NodeId> robust =
        view.robust().nodes().stream()
            .filter(RobustNode::member)
            .map(RobustNode::node)
            .collect(Collectors.toSet());
    Map<NodeId, Integer> places = new HashMap<>();
    List<Member> nodes = new ArrayList<>();
    for (GroupView.MemberView member : view.members()) {
      NodeId node = member.node();
      if (places.putIfAbsent(node, nodes.size()) == null) {
        String name = Shown.name(member.name(), node);
        nodes.add(new Member(node, name, node.equals(view.you()), robust.contains(node)));
      }
    }
    List<Link> all = new ArrayList<>();
    for (GroupView.AttestationView one : view.attestations()) {
      Integer from = places.get(one.attester());
      Integer to = places.get(one.attestee());
      if (from != null && to != null) {
        // Moments share them, or an hour of a large group would take a hundred times as much.
        all.add(links.computeIfAbsent(((long) from << 32) | to, _ -> new Link(from, to)));
      }
    }
    return new Moment(wallMillis.getAsLong(), nodes, all);
  }

  /** What is older goes, and more where there is no room; the last of each group stays. */
  private void forget(long beforeMillis) {
    for (ArrayDeque<Moment> of : moments.values()) {
      while (of.size() > 1 && (of.getFirst().atMillis() < beforeMillis || parts > mostParts)) {
        parts -= parts(of.removeFirst());
      }
    }
  }

  private static int parts(Moment moment) {
    return moment.nodes().size() + moment.edges().size();
  }

  private void drop(GroupId group) {
    ArrayDeque<Moment> gone = moments.remove(group);
    if (gone != null) {
      gone.forEach(moment -> parts -= parts(moment));
    }
  }
}
