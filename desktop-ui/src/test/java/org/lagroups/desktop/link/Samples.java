package org.lagroups.desktop.link;

import java.util.List;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.NodeInfo;

/** Answers of nodes, for tests. */
public final class Samples {

  private Samples() {}

  /** A node's ID, another for each number. */
  public static NodeId id(int number) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) number;
    bytes[31] = (byte) (number >> 8);
    return new NodeId(Bytes.copyOf(bytes));
  }

  /** A node named Alice, without groups. */
  public static NodeInfo node() {
    return new NodeInfo(id(1), "Alice", List.of(), 4_711, 1, 90, 0, 0, List.of());
  }
}
