package org.lagroups.node.runtime.core;

import io.micrometer.core.instrument.FunctionCounter;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.group.endorse.Endorser;
import org.lagroups.core.group.spread.GroupStatistics;
import org.lagroups.core.monitor.Attestor;
import org.lagroups.core.transcript.exchange.TranscriptExchange;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.node.runtime.NodeLoop;
import org.lagroups.node.runtime.host.Links;
import org.lagroups.node.runtime.host.LoopWatch;
import org.lagroups.node.runtime.host.MachineHost;
import org.lagroups.node.runtime.host.NettyLoop;
import org.lagroups.node.runtime.monitor.MemberTests;
import org.lagroups.node.state.StateException;
import org.lagroups.node.state.config.NodeConfig;
import org.lagroups.node.state.tables.CoreTables;
import org.lagroups.node.state.tables.InvitationTable;
import org.lagroups.node.state.tables.RetryingWrites;
import org.lagroups.node.transport.SessionInfo;
import org.lagroups.node.transport.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running node: its machines, its modules and its sockets, on one event loop.
 *
 * <p>Made and closed by a thread that may block. Everything it answers is used on its loop, except
 * what says otherwise.
 */
public final class Node implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Node.class);

  /** How long closing waits for modules that take leave of other nodes. */
  private static final long LEAVE_MILLIS = 5_000;

  /** How long closing waits for the disk. */
  private static final long FLUSH_MILLIS = 3_000;

  private final NodeParts parts;
  private final NettyLoop loop;
  private final CoreTables tables;
  private final MachineHost machines;
  private final Modules modules;
  private final SigningThread signing;
  private final Running running;

  private Node(NodeParts parts) {
    this.parts = parts;
    this.loop = new NettyLoop(parts.loop());
    this.tables = CoreTables.load(parts.store(), loop);
    this.machines = new MachineHost(self(), parts.loop(), tables.addresses(), parts.meters());
    this.signing = new SigningThread(loop);
    this.modules = Modules.open(parts, loop, tables.writes());
    try {
      this.running = loop.call(this::begin);
    } catch (RuntimeException e) {
      modules.close();
      signing.close();
      loop.stop();
      throw e;
    }
  }

  /** What there is once the sockets are open. */
  private record Running(
      Transport transport,
      List<NodeAddress> addresses,
      CoreMachines core,
      Membership membership,
      CoreMeters meters) {}

  /**
   * Starts a node; waits until its machines have started.
   *
   * @throws StateException if its port is taken, its database cannot be read or a module does not
   *     open
   */
  public static Node start(NodeParts parts) {
    return new Node(parts);
  }

  private Running begin() {
    Predicate<NodeId> allowed = peer -> !parts.config().denied().contains(peer);
    Transport transport = OwnSockets.open(parts, tables.facts(), allowed, machines);
    try {
      tables.facts().rememberPort(transport.port());
      Links links = new Links(transport, tables.addresses(), allowed);
      Hosting hosting = new Hosting(machines, transport, links);
      CoreMachines core =
          CoreMachines.start(
              hosting,
              parts.withTests(battery -> parts.tests().apply(modules.testsWith(battery))),
              new Endorser(identity(), parts.bls(), signing),
              tables,
              loop);
      List<NodeAddress> addresses = OwnAddresses.of(parts.config(), transport.port());
      core.groups().describe(parts.config().name(), addresses);
      Membership membership =
          new Membership(
              core.groups(),
              core.attestor(),
              core.robust(),
              tables.invitations(),
              modules,
              new GroupNews(parts.events()));
      membership.resume();
      modules.start(hosting.servicesWith(core, membership, addresses, parts.bls()));
      new LoopWatch(loop, parts.meters()).start();
      core.tests().start(machines, core.router());
      CoreMeters meters = new CoreMeters(core, transport, parts.meters());
      FunctionCounter.builder(
              "lagroups_state_writes_given_up", tables.writes(), RetryingWrites::givenUp)
          .register(parts.meters());
      return new Running(transport, addresses, core, membership, meters);
    } catch (UnknownHostException e) {
      transport.close();
      throw OwnSockets.wrongListenAddress(parts, e);
    } catch (RuntimeException e) {
      machines.stop();
      transport.close();
      throw e;
    }
  }

  private Identity identity() {
    return parts.identity();
  }

  /** This node. From any thread. */
  public NodeId self() {
    return parts.identity().nodeId();
  }

  /** Its settings. From any thread. */
  public NodeConfig config() {
    return parts.config();
  }

  /** Where everything else is called. From any thread. */
  public NodeLoop loop() {
    return loop;
  }

  /** The port number, the same on UDP and TCP. From any thread. */
  public int port() {
    return running.transport.port();
  }

  /** Where others are told to reach this node. From any thread. */
  public List<NodeAddress> addresses() {
    return running.addresses;
  }

  /** The modules' part of the control API. From any thread. */
  public List<ApiRoute> moduleRoutes() {
    return modules.routes();
  }

  /** What somebody should look at in the modules. From any thread. */
  public List<String> moduleWarnings() {
    return modules.warnings();
  }

  public LaGroups groups() {
    return running.core.groups();
  }

  /** What the group protocol has done so far. On the event loop. */
  public GroupStatistics groupStatistics() {
    return running.core.groups().statistics();
  }

  public Attestor attestor() {
    return running.core.attestor();
  }

  public TranscriptExchange transcripts() {
    return running.core.transcripts();
  }

  /** What each of this node's tests says of another. */
  public MemberTests tests() {
    return running.core.tests();
  }

  public Membership membership() {
    return running.membership;
  }

  public InvitationTable invitations() {
    return tables.invitations();
  }

  /** Why the arithmetic of endorsements was not done last, if it was not. From any thread. */
  public Optional<String> signingTrouble() {
    return signing.trouble();
  }

  public List<SessionInfo> sessions() {
    return running.transport.sessions();
  }

  /**
   * Completed on the loop once all that has changed so far is on disk; fails if it cannot be. To be
   * asked for in the turn of the loop that has made the changes.
   */
  public CompletableFuture<Void> durable() {
    return tables.writes().durable();
  }

  /** Brings the counters of {@code /metrics} up to date. */
  public void refreshMeters() {
    running.meters.refresh();
  }

  /** Ends sessions, leaves no group, and waits for modules and the disk. Not on the loop. */
  @Override
  public void close() {
    loop.call(modules::leave).completeOnTimeout(null, LEAVE_MILLIS, TimeUnit.MILLISECONDS).join();
    CompletableFuture<Void> durable = loop.call(this::end);
    try {
      durable.get(FLUSH_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException | CompletionException e) {
      LOG.atError().setCause(e).log("the last changes are not on disk");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    loop.stop();
    signing.close();
    modules.close();
  }

  private CompletableFuture<Void> end() {
    modules.stop();
    machines.stop();
    running.transport.close();
    return durable();
  }
}
