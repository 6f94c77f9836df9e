package org.lagroups.node.runtime;

import java.util.List;
import java.util.function.Function;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.monitor.Attestor;
import org.lagroups.core.monitor.link.Arrivals;
import org.lagroups.core.monitor.link.Demands;
import org.lagroups.core.route.Router;
import org.lagroups.core.transcript.TranscriptVerifier;
import org.lagroups.core.transcript.exchange.TranscriptExchange;
import org.lagroups.machine.Environment;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.ProtocolId;

/** What a module can do once its node runs. Used on the event loop only. */
public interface NodeServices {

  /** The node's groups. */
  LaGroups groups();

  /** Tests members and attests to those that pass; bans those that an application finds bad. */
  Attestor attestor();

  /** Makes, joins and leaves groups. */
  Belonging belonging();

  /** Where others are told to reach this node. */
  List<NodeAddress> addresses();

  /** Signed requests to members along explicit routes. */
  Router router();

  /** Proofs of who is a member: transcripts of this node and others, and snapshots of groups. */
  TranscriptExchange transcripts();

  /** Checks the proofs that others show, and remembers the keys that it has seen proven. */
  TranscriptVerifier transcriptVerifier();

  /**
   * Where a module says what it wants of nodes over a direct link, and what they deliver, for the
   * test of their throughput.
   */
  Demands demands();

  /**
   * Where a module says that a message which has come just now was asked for, so that nobody is
   * taken for a flooder who delivers. Answers to routed requests count as asked for anyway.
   */
  Arrivals arrivals();

  /**
   * Runs a machine of the module: makes it, and starts it before any message arrives. From then on
   * the messages of {@code protocol} are its own. A machine that throws is logged and counted, and
   * goes on.
   *
   * @param protocol a number of 16 or more that no other machine has
   * @param factory given the machine's environment
   * @return the machine
   */
  <T extends Enum<T>, M extends Machine<T>> M host(
      ProtocolId protocol, Function<Environment<T>, M> factory);
}
