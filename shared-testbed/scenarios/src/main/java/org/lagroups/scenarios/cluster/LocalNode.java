package org.lagroups.scenarios.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.group.spread.GroupStatistics;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.CreateGroup;
import org.lagroups.node.control.api.CreateInvitation;
import org.lagroups.node.control.api.GroupCreated;
import org.lagroups.node.control.api.GroupJoined;
import org.lagroups.node.control.api.InvitationCreated;
import org.lagroups.node.control.api.JoinGroup;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.process.NodeOptions;
import org.lagroups.node.process.NodeProcess;
import org.lagroups.node.runtime.TransportFactory;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.node.transport.Transport;
import org.lagroups.node.transport.TransportCounters;

/** One node of a {@link LocalCluster}, with its own home, sockets and control API. */
public final class LocalNode implements AutoCloseable {

  private final HomeFolder home;
  private final NodeProcess process;
  private final AtomicReference<Transport> transport;

  private LocalNode(HomeFolder home, NodeProcess process, AtomicReference<Transport> transport) {
    this.home = home;
    this.process = process;
    this.transport = transport;
  }

  static LocalNode start(Path folder, String name, String address, NodeOptions options) {
    HomeFolder home = HomeFolder.at(folder);
    AtomicReference<Transport> opened = new AtomicReference<>();
    TransportFactory remembering =
        (loop, identity, bind, allowed, listener) -> {
          Transport transport = options.transport().open(loop, identity, bind, allowed, listener);
          opened.set(transport);
          return transport;
        };
    NodeProcess process =
        NodeProcess.start(
            home,
            options
                .withTransport(remembering)
                .withConfig(config -> config.withName(name).withListen(address, 0)));
    return new LocalNode(home, process, opened);
  }

  /** Its ID. */
  public NodeId id() {
    return process.self();
  }

  /** Its control API. */
  public ControlClient control() {
    return ControlClient.of(home);
  }

  /** Makes a group. */
  public GroupId createGroup(long validityMillis) {
    return control()
        .post("/v1/groups", new CreateGroup(validityMillis, null), GroupCreated.class)
        .group();
  }

  /** A link by which one other node can join. */
  public String invite(GroupId group) {
    return control()
        .post(
            "/v1/groups/" + group + "/invitations",
            new CreateInvitation(null),
            InvitationCreated.class)
        .link();
  }

  /** Joins by a link; waits until a member attests to this node. */
  public void join(String link) {
    GroupJoined joined = control().post("/v1/join", new JoinGroup(link, null), GroupJoined.class);
    if (joined.attester().equals(id())) {
      throw new IllegalStateException("a node cannot vouch for itself");
    }
  }

  /** The nodes in its view, itself among them. */
  public List<NodeId> view(GroupId group) {
    return onLoop(groups -> groups.attestations(group).vertices());
  }

  /** How many nodes are in its view, itself among them. */
  public int viewSize(GroupId group) {
    return onLoop(groups -> groups.attestations(group).vertexCount());
  }

  /** How many attestations are in its view. */
  public int attestations(GroupId group) {
    return onLoop(groups -> groups.attestations(group).edgeCount());
  }

  /** Whether it vouches for a node. */
  public boolean attests(GroupId group, NodeId node) {
    return onLoop(groups -> groups.attestations(group).hasEdge(id(), node));
  }

  /** Vouches for a node, without a test of its own. */
  public void attest(GroupId group, NodeId node) {
    process
        .node()
        .loop()
        .run(() -> process.node().groups().startAttest(group, node, LinkInfo.NONE));
  }

  /** No longer vouches for a node. */
  public void withdraw(GroupId group, NodeId node, Reason reason) {
    process.node().loop().run(() -> process.node().groups().stopAttest(group, node, reason));
  }

  /** Tells what happens in a group's view from now on, on the node's loop. */
  public void onEvent(GroupId group, Consumer<GroupEvent> listener) {
    if (onLoop(groups -> groups.attestsChange(group, listener)) == null) {
      throw new IllegalStateException("not subscribed");
    }
  }

  /** What its sockets have done so far. */
  public TransportCounters counters() {
    return process
        .node()
        .loop()
        .call(() -> java.util.Objects.requireNonNull(transport.get()).counters());
  }

  /** What the group protocol has done so far. */
  public GroupStatistics statistics() {
    return process.node().loop().call(() -> process.node().groupStatistics());
  }

  /** Its groups, as far as its control API knows. */
  public List<GroupId> groups() {
    return onLoop(groups -> List.copyOf(groups.groups()));
  }

  @Override
  public void close() {
    process.close();
  }

  private <T> T onLoop(Function<LaGroups, T> question) {
    return process.node().loop().call(() -> question.apply(process.node().groups()));
  }
}
