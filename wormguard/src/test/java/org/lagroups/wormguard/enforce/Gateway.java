package org.lagroups.wormguard.enforce;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.lagroups.wormguard.engine.RuleIndex;
import org.lagroups.wormguard.engine.Verdict;
import org.lagroups.wormguard.flow.FlowSettings;
import org.lagroups.wormguard.inspect.InspectSettings;
import org.lagroups.wormguard.inspect.Inspector;
import org.lagroups.wormguard.match.automaton.AutomatonMatcher;
import org.lagroups.wormguard.packet.LinkType;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.testing.PacketBytes;
import org.lagroups.wormguard.testing.RuleTexts;

/** A gate with an inspector before it, as in a gateway. */
final class Gateway implements AutoCloseable {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final byte[] NOTHING = {};
  private static final int IP_IN_IP = 4;
  private static final int SYN = 2;
  private static final int ACK = 16;

  private final List<Rule> alarms = new ArrayList<>();
  private final Gate gate;
  private final RuleIndex index;
  private final Inspector inspector;
  private long nanos = 1_000 * SECOND;
  private long sequence = 1_000;
  private boolean isConnected;
  private List<String> carriers = List.of();

  Gateway(GateSettings settings, String... rules) {
    this(settings, RuleTexts.parse(List.of(rules)));
  }

  Gateway(GateSettings settings, List<Rule> rules) {
    gate = new Gate(settings, alarms::add);
    index = RuleIndex.of(rules, AutomatonMatcher::compile);
    InspectSettings small =
        InspectSettings.DEFAULT
            .withFlows(FlowSettings.of(64, 100 * SECOND))
            .withWindows(8, 64)
            .withMarks(64);
    inspector = new Inspector(index, small, gate, new SplittableRandom(1), _ -> {});
  }

  Gate gate() {
    return gate;
  }

  List<Rule> alarms() {
    return alarms;
  }

  void elapse(long moreNanos) {
    nanos += moreNanos;
  }

  Treatment udp(String payload) {
    return take(
        PacketBytes.ethernet(
            PacketBytes.TYPE_IPV4,
            PacketBytes.ipv4(
                PacketBytes.A4,
                PacketBytes.B4,
                PacketBytes.UDP,
                PacketBytes.udp(1, 2, PacketBytes.text(payload)))));
  }

  /** From now on TCP comes within packets between these. */
  void tunnel(String client, String server) {
    carriers = List.of(client, server);
  }

  /** What comes next in the one TCP stream that there is; before the first, hands are shaken. */
  Treatment tcp(String payload) {
    if (!isConnected) {
      isConnected = true;
      take(fromClient(PacketBytes.tcp(1, 2, sequence - 1, 0, SYN, NOTHING)));
      take(fromServer(PacketBytes.tcp(2, 1, 499, sequence, SYN | ACK, NOTHING)));
    }
    byte[] segment = PacketBytes.tcp(1, 2, sequence, 500, ACK, PacketBytes.text(payload));
    sequence += payload.length();
    return take(fromClient(segment));
  }

  Treatment take(byte[] frame) {
    MemorySegment memory = Arena.ofAuto().allocateFrom(ValueLayout.JAVA_BYTE, frame);
    gate.begin(LinkType.ETHERNET, memory, 0, frame.length, nanos);
    Verdict verdict =
        inspector.inspect(memory, 0, frame.length, frame.length, LinkType.ETHERNET, nanos);
    return gate.decide(verdict, inspector.isSound());
  }

  @Override
  public void close() {
    inspector.close();
    index.close();
  }

  private byte[] fromClient(byte[] segment) {
    byte[] packet = PacketBytes.ipv4(PacketBytes.A4, PacketBytes.B4, PacketBytes.TCP, segment);
    return carriers.isEmpty()
        ? ethernet(packet)
        : ethernet(PacketBytes.ipv4(carriers.get(0), carriers.get(1), IP_IN_IP, packet));
  }

  private byte[] fromServer(byte[] segment) {
    byte[] packet = PacketBytes.ipv4(PacketBytes.B4, PacketBytes.A4, PacketBytes.TCP, segment);
    return carriers.isEmpty()
        ? ethernet(packet)
        : ethernet(PacketBytes.ipv4(carriers.get(1), carriers.get(0), IP_IN_IP, packet));
  }

  private static byte[] ethernet(byte[] packet) {
    return PacketBytes.ethernet(PacketBytes.TYPE_IPV4, packet);
  }
}
