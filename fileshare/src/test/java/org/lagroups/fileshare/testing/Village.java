package org.lagroups.fileshare.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.graph.DisjointPaths;
import org.lagroups.core.graph.GraphBuilder;
import org.lagroups.core.group.Member;
import org.lagroups.core.route.Responder;
import org.lagroups.core.route.Route;
import org.lagroups.core.route.RouteRefusal;
import org.lagroups.core.route.RoutedRequest;
import org.lagroups.fileshare.peer.PeerReply;
import org.lagroups.fileshare.peer.Peers;
import org.lagroups.fileshare.serve.FileServer;
import org.lagroups.fileshare.wire.Decoded;
import org.lagroups.fileshare.wire.FileReply;
import org.lagroups.fileshare.wire.FileRequest;
import org.lagroups.fileshare.wire.ReplyCodec;
import org.lagroups.fileshare.wire.RequestCodec;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * One group, seen from its first member, "me". Requests take a millisecond of the village's own
 * time and go through real codecs and real servers.
 */
public final class Village implements Peers {

  private static final Map<String, Identity> IDENTITIES = new HashMap<>();

  private final GroupId group = GroupId.random(new Random(3));
  private final Map<NodeId, String> names = new LinkedHashMap<>();
  private final Map<NodeId, MemoryFiles> files = new HashMap<>();
  private final Map<NodeId, FileServer> servers = new HashMap<>();
  private final AttestationGraph<NodeId> graph;
  private final Set<NodeId> silent = new HashSet<>();
  private final PriorityQueue<Delayed> queue = new PriorityQueue<>();
  private final Map<NodeId, BiFunction<Route, PeerReply, PeerReply>> tampering = new HashMap<>();
  private final Deque<FileRequest> asked = new ArrayDeque<>();
  private long nowMillis = 1_000;
  private long order;

  private record Delayed(long atMillis, long order, Runnable work) implements Comparable<Delayed> {
    @Override
    public int compareTo(Delayed other) {
      return atMillis != other.atMillis
          ? Long.compare(atMillis, other.atMillis)
          : Long.compare(order, other.order);
    }
  }

  /** With links such as {@code "me-ann ann-bob"}; each is used in both directions. */
  public Village(String links) {
    GraphBuilder<NodeId> builder = AttestationGraph.builder();
    builder.vertex(node("me"));
    for (String link : links.split(" ", -1)) {
      String[] ends = link.split("-", -1);
      builder.edge(node(ends[0]), node(ends[1])).edge(node(ends[1]), node(ends[0]));
    }
    graph = builder.build();
  }

  /** The identity of a villager, the same in every village. */
  public static Identity identity(String name) {
    return IDENTITIES.computeIfAbsent(
        name, n -> Identity.generate(new Random(n.hashCode() * 31L + n.length())));
  }

  public GroupId group() {
    return group;
  }

  /** A villager's ID. */
  public NodeId node(String name) {
    NodeId node = identity(name).nodeId();
    if (names.putIfAbsent(node, name) == null) {
      MemoryFiles shared = new MemoryFiles(group, identity(name));
      files.put(node, shared);
      servers.put(node, new FileServer(shared, () -> nowMillis * 1_000_000));
    }
    return node;
  }

  /** A villager's files. */
  public MemoryFiles files(String name) {
    return Objects.requireNonNull(files.get(node(name)));
  }

  /** From now on does not answer, and passes nothing on. */
  public void silence(String name) {
    silent.add(node(name));
  }

  /** Answers again. */
  public void wake(String name) {
    silent.remove(node(name));
  }

  /** Changes the replies that pass or come from a villager. */
  public void tamper(String name, BiFunction<Route, PeerReply, PeerReply> how) {
    tampering.put(node(name), how);
  }

  /** All requests made so far. */
  public List<FileRequest> asked() {
    return List.copyOf(asked);
  }

  public long nowMillis() {
    return nowMillis;
  }

  /** Runs for so long. */
  public void pass(long millis) {
    long until = nowMillis + millis;
    while (!queue.isEmpty() && queue.element().atMillis() <= until) {
      Delayed next = queue.remove();
      nowMillis = next.atMillis();
      next.work().run();
    }
    nowMillis = until;
  }

  /** Forgets all requests and replies under way, as if this node had crashed. */
  public void crash() {
    queue.clear();
  }

  /** Runs {@code work} later. */
  public void after(long millis, Runnable work) {
    queue.add(new Delayed(nowMillis + millis, order++, work));
  }

  @Override
  public NodeId self() {
    return node("me");
  }

  @Override
  public Set<GroupId> groups() {
    return Set.of(group);
  }

  @Override
  public List<NodeId> members(GroupId of) {
    return of.equals(group)
        ? graph.vertices().stream().filter(n -> !n.equals(self())).sorted().toList()
        : List.of();
  }

  @Override
  public Optional<Member> member(GroupId of, NodeId node) {
    String name = names.get(node);
    return of.equals(group) && name != null && graph.vertices().contains(node)
        ? Optional.of(new Member(identity(name).publicIdentity(), name, List.of()))
        : Optional.empty();
  }

  @Override
  public Optional<Route> nearest(GroupId of, NodeId node) {
    return disjoint(of, node, 1).stream().findFirst();
  }

  @Override
  public List<Route> disjoint(GroupId of, NodeId node, int most) {
    return new DisjointPaths<>(graph)
        .list(self(), node, most).stream().map(path -> new Route(of, path.vertices())).toList();
  }

  @Override
  public void ask(Route route, FileRequest request, long timeoutMillis, Consumer<PeerReply> done) {
    asked.add(request);
    if (route.nodes().stream().anyMatch(silent::contains)) {
      after(timeoutMillis, () -> done.accept(new PeerReply.Failed(PeerReply.Failure.TIMED_OUT)));
      return;
    }
    Bytes body = RequestCodec.encode(request);
    after(
        1,
        () ->
            Objects.requireNonNull(servers.get(route.target()))
                .onRequest(new RoutedRequest(route, body), new Reply(route, done)));
  }

  /** Brings a reply back along its route. */
  private final class Reply implements Responder {
    private final Route route;
    private final Consumer<PeerReply> done;

    Reply(Route route, Consumer<PeerReply> done) {
      this.route = route;
      this.done = done;
    }

    @Override
    public void answer(Bytes body) {
      switch (ReplyCodec.decode(body)) {
        case Decoded.Accepted<FileReply> accepted ->
            send(new PeerReply.Answered(accepted.message()));
        case Decoded.Refused<FileReply> refused ->
            send(new PeerReply.Failed(PeerReply.Failure.NOT_UNDERSTOOD));
      }
    }

    @Override
    public void refuse(RouteRefusal reason) {
      send(new PeerReply.Failed(PeerReply.Failure.BUSY));
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    private void send(PeerReply reply) {
      PeerReply arriving = reply;
      for (NodeId hop : route.nodes().reversed()) {
        BiFunction<Route, PeerReply, PeerReply> how = tampering.get(hop);
        arriving = how == null ? arriving : how.apply(route, arriving);
      }
      PeerReply arrived = arriving;
      after(1, () -> done.accept(arrived));
    }
  }
}
