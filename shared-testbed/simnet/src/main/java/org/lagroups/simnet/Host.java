package org.lagroups.simnet;

import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.lagroups.machine.Environment;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;

/** One life of a node, to a {@link NodeProgram}. */
public interface Host {

  /** Which node it is. */
  NodeId self();

  /** Its name in traces. */
  String name();

  /** Where it can be reached. */
  NodeAddress address();

  /** What survives when the node is killed. */
  SimStorage storage();

  /** Randomness for the program itself; it differs from life to life. */
  RandomGenerator random();

  /**
   * Installs the machine of a protocol. Link events go to all machines of a node, in the order of
   * their installation.
   *
   * @param factory builds the machine on its environment
   * @return the machine, so that others of this node can be built on it
   * @throws IllegalArgumentException if the protocol has a machine already
   */
  <T extends Enum<T>, M extends Machine<T>> M install(
      ProtocolId protocol, Function<Environment<T>, M> factory);
}
