package org.lagroups.core.testing;

import java.util.Random;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.monitor.Subject;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** Nodes to test, of one group. */
public final class TestSubjects {

  public static final GroupId GROUP = GroupId.random(new Random(1));

  private TestSubjects() {}

  /** Node number {@code number}, 0 to 255. */
  public static NodeId node(int number) {
    byte[] value = new byte[NodeId.LENGTH];
    value[0] = (byte) number;
    return new NodeId(Bytes.wrapOwned(value));
  }

  /** As the subject of a test. */
  public static Subject subject(int number) {
    return new Subject(GROUP, GroupSettings.DEFAULT, node(number));
  }
}
