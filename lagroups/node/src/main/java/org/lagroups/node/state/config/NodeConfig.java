package org.lagroups.node.state.config;

import java.util.List;
import java.util.Set;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.machine.NodeId;

/**
 * The settings of a node.
 *
 * @param name what the node calls itself towards others; may be empty
 * @param listenHost the local address to listen on
 * @param port of UDP and TCP; 0 for the one used last, or any free one
 * @param advertised where others are told to reach the node, most preferred first; empty for the
 *     addresses of this machine
 * @param denied nodes that this one has no sessions with
 * @param controlPort the control API's port on the loopback interface; 0 for any free one
 * @param validityMillis T_a of groups that are created here
 * @param verifyPaths how many vertex-disjoint paths have to confirm what a stranger publishes,
 *     until it counts as verified, 1 or more
 * @param uplinkBitsPerSecond the most that is sent for all streams together; 0 for no cap
 * @param tests by which tests the node decides whom to vouch for
 * @param logLevel how much is logged
 */
public record NodeConfig(
    String name,
    String listenHost,
    int port,
    List<Advertised> advertised,
    Set<NodeId> denied,
    int controlPort,
    long validityMillis,
    int verifyPaths,
    long uplinkBitsPerSecond,
    TestConfig tests,
    LogLevel logLevel) {

  /** What holds where the file says nothing. */
  public static final NodeConfig DEFAULT =
      new NodeConfig(
          "",
          "0.0.0.0",
          0,
          List.of(),
          Set.of(),
          0,
          GroupSettings.DEFAULT.validityMillis(),
          2,
          0,
          TestConfig.DEFAULT,
          LogLevel.INFO);

  public NodeConfig {
    advertised = List.copyOf(advertised);
    denied = Set.copyOf(denied);
  }

  /** The same with another name. */
  public NodeConfig withName(String other) {
    return new NodeConfig(
        other,
        listenHost,
        port,
        advertised,
        denied,
        controlPort,
        validityMillis,
        verifyPaths,
        uplinkBitsPerSecond,
        tests,
        logLevel);
  }

  /** The same with another address and port to listen on. */
  public NodeConfig withListen(String otherHost, int otherPort) {
    return new NodeConfig(
        name,
        otherHost,
        otherPort,
        advertised,
        denied,
        controlPort,
        validityMillis,
        verifyPaths,
        uplinkBitsPerSecond,
        tests,
        logLevel);
  }

  /** The same with another log level. */
  public NodeConfig withLogLevel(LogLevel other) {
    return new NodeConfig(
        name,
        listenHost,
        port,
        advertised,
        denied,
        controlPort,
        validityMillis,
        verifyPaths,
        uplinkBitsPerSecond,
        tests,
        other);
  }

  /** The same with other tests. */
  public NodeConfig withTests(TestConfig other) {
    return new NodeConfig(
        name,
        listenHost,
        port,
        advertised,
        denied,
        controlPort,
        validityMillis,
        verifyPaths,
        uplinkBitsPerSecond,
        other,
        logLevel);
  }
}
