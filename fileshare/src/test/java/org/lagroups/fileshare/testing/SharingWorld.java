package org.lagroups.fileshare.testing;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.graph.GraphBuilder;
import org.lagroups.core.route.Router;
import org.lagroups.fileshare.peer.RoutedPeers;
import org.lagroups.fileshare.protocol.FileshareMachine;
import org.lagroups.fileshare.protocol.Ports;
import org.lagroups.fileshare.transfer.DownloadEntry;
import org.lagroups.fileshare.transfer.DownloadStore;
import org.lagroups.fileshare.transfer.Downloads;
import org.lagroups.fileshare.transfer.Phase;
import org.lagroups.fileshare.verdict.KeptVerdict;
import org.lagroups.fileshare.verdict.Standing;
import org.lagroups.fileshare.verdict.Verdict;
import org.lagroups.fileshare.verdict.VerdictStore;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.Host;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;

/**
 * Members that share files, on simulated links: real routers and real file sharing, in a group
 * whose graph is the links.
 */
public final class SharingWorld {

  /** The clock and the network. */
  public final Simulation sim;

  /** The group. */
  public final GroupId group;

  private final Map<String, Identity> identities = new LinkedHashMap<>();
  private final Map<String, SimNode<FileshareMachine>> nodes = new HashMap<>();
  private final Map<String, MemoryFiles> files = new HashMap<>();
  private final Map<String, MemoryDisk> disks = new HashMap<>();
  private final Map<String, DownloadTable> downloads = new HashMap<>();

  /** With links such as {@code "ann-bob bob-cy"}. */
  public SharingWorld(long seed, String links) {
    sim = new Simulation(seed);
    group = GroupId.random(sim.random("group"));
    String[][] pairs =
        links
            .lines()
            .flatMap(line -> Stream.of(line.split(" ", -1)))
            .map(link -> link.split("-", -1))
            .toArray(String[][]::new);
    for (String[] pair : pairs) {
      for (String name : pair) {
        identities.computeIfAbsent(name, n -> Identity.generate(sim.random("identity " + n)));
      }
    }
    AttestationGraph<NodeId> graph = graph(pairs);
    identities.keySet().forEach(name -> add(name, graph));
    for (String[] pair : pairs) {
      node(pair[0]).keepLink(node(pair[1]));
    }
    sim.runFor(Duration.ofSeconds(3));
  }

  /** A member. */
  public SimNode<FileshareMachine> node(String name) {
    return Objects.requireNonNull(nodes.get(name));
  }

  /** A member's machine, in its present life. */
  public FileshareMachine machine(String name) {
    return node(name).app();
  }

  /** A member's shared files. */
  public MemoryFiles files(String name) {
    return Objects.requireNonNull(files.get(name));
  }

  /** A member's disk, for what it fetches. */
  public MemoryDisk disk(String name) {
    return Objects.requireNonNull(disks.get(name));
  }

  private AttestationGraph<NodeId> graph(String[][] pairs) {
    GraphBuilder<NodeId> builder = AttestationGraph.builder();
    for (String[] pair : pairs) {
      NodeId one = id(pair[0]);
      NodeId other = id(pair[1]);
      builder.edge(one, other).edge(other, one);
    }
    return builder.build();
  }

  private NodeId id(String name) {
    return Objects.requireNonNull(identities.get(name)).nodeId();
  }

  private void add(String name, AttestationGraph<NodeId> graph) {
    Identity identity = Objects.requireNonNull(identities.get(name));
    files.put(name, new MemoryFiles(group, identity));
    disks.put(name, new MemoryDisk());
    downloads.put(name, new DownloadTable());
    nodes.put(
        name, sim.addNode(name, identity.nodeId(), host -> install(host, name, identity, graph)));
  }

  private FileshareMachine install(
      Host host, String name, Identity identity, AttestationGraph<NodeId> graph) {
    Map<NodeId, PublicIdentity> keys = new HashMap<>();
    identities.values().forEach(one -> keys.put(one.nodeId(), one.publicIdentity()));
    StaticGroups groups = new StaticGroups(group, graph, keys);
    Router router =
        host.install(Router.PROTOCOL, environment -> new Router(environment, identity, groups));
    DownloadTable table = Objects.requireNonNull(downloads.get(name));
    Ports ports =
        new Ports(
            files(name),
            disk(name),
            table,
            new Forgetful(),
            new Indifferent(),
            List.of(),
            table.kept());
    RoutedPeers peers = new RoutedPeers(identity.nodeId(), groups, _ -> true, router);
    FileshareMachine machine =
        host.install(
            RoutedPeers.SERVICE,
            environment -> new FileshareMachine(environment, peers, ports, () -> {}));
    router.serve(RoutedPeers.SERVICE, machine.handler());
    return machine;
  }

  /** Survives the node's crashes. */
  private static final class DownloadTable implements DownloadStore {
    private final Map<Long, Downloads.Kept> rows = new TreeMap<>();

    @Override
    public void save(DownloadEntry entry, Phase phase, String path) {
      rows.put(entry.id(), new Downloads.Kept(entry, phase, path));
    }

    @Override
    public void remove(long id) {
      rows.remove(id);
    }

    List<Downloads.Kept> kept() {
      return List.copyOf(rows.values());
    }
  }

  private static final class Forgetful implements VerdictStore {
    @Override
    public void save(KeptVerdict kept) {}

    @Override
    public void remove(Verdict verdict) {}
  }

  private static final class Indifferent implements Standing {
    @Override
    public boolean isBanned(GroupId in, NodeId node) {
      return false;
    }

    @Override
    public boolean withdraw(GroupId in, NodeId node, Reason reason) {
      return true;
    }

    @Override
    public void restore(GroupId in, NodeId node) {}
  }
}
