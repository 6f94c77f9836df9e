package org.lagroups.desktop.link;

import java.util.List;
import org.lagroups.fileshare.api.DownloadView;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
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

  /** A download of 10,000 bytes at 1,000 a second. */
  public static DownloadView download(long id, String name, String phase) {
    return new DownloadView(
        id, group(1), id(2), "Bob", "r" + id, name, 10_000, 5_000, 1_000, 5, phase, 2, List.of(),
        null, null, null, null);
  }

  /** A group's ID, another for each number. */
  public static GroupId group(int number) {
    byte[] bytes = new byte[GroupId.LENGTH];
    bytes[0] = (byte) number;
    return new GroupId(Bytes.copyOf(bytes));
  }
}
