package org.lagroups.simnet;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;

/**
 * Counts over each link, beginning with 0 when it comes up, and checks what the contract promises:
 * up and down take turns, nothing arrives without a link, and ordered messages have no gaps.
 */
final class Counting implements Machine<Counting.Timer> {

  enum Timer {
    COUNT
  }

  static final ProtocolId PROTOCOL = new ProtocolId(3);

  private static final long INTERVAL_MILLIS = 500;

  private final Environment<Timer> environment;
  private final Map<NodeId, Count> counts = new LinkedHashMap<>();
  private int received;

  private static final class Count {
    private long link;
    private int next;
    private long peerLink = -1;
    private int expected;
  }

  private Counting(Environment<Timer> environment) {
    this.environment = environment;
  }

  static Counting install(Host host) {
    return host.install(PROTOCOL, Counting::new);
  }

  int received() {
    return received;
  }

  @Override
  public void start() {
    environment.setTimer(Timer.COUNT, 0);
  }

  @Override
  public void onMessage(NodeId from, Bytes message) {
    Count count = counts.get(from);
    require(count != null && environment.isLinked(from), "a message without a link");
    ByteBuffer fields = message.asReadOnlyBuffer();
    long link = fields.getLong();
    int number = fields.getInt();
    if (count != null) {
      if (link != count.peerLink) {
        count.peerLink = link;
        count.expected = 0;
      }
      require(number == count.expected, "expected %d, got %d".formatted(count.expected, number));
      count.expected++;
      received++;
    }
  }

  @Override
  public void onTimer(Timer timer) {
    counts.forEach((peer, count) -> {
      ByteBuffer message = ByteBuffer.allocate(12).putLong(count.link).putInt(count.next);
      if (environment.send(peer, Delivery.ORDERED, Bytes.copyOf(message.array()))) {
        count.next++;
      }
    });
    environment.setTimer(Timer.COUNT, INTERVAL_MILLIS);
  }

  @Override
  public void onLinkUp(NodeId peer) {
    Count count = new Count();
    count.link = environment.random().nextLong();
    require(counts.put(peer, count) == null, "up twice");
    require(environment.isLinked(peer), "up, but not linked");
  }

  @Override
  public void onLinkDown(NodeId peer) {
    require(counts.remove(peer) != null, "down without having been up");
    require(!environment.isLinked(peer), "down, but still linked");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }
}
