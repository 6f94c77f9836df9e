package org.lagroups.multicast.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.wire.RelayMessage.Progress;
import org.lagroups.multicast.wire.RelayMessage.Report;
import org.lagroups.multicast.wire.RelayMessage.Roster;
import org.lagroups.multicast.wire.RelayMessage.RosterEntry;
import org.lagroups.multicast.wire.RelayMessage.Sender;
import org.lagroups.multicast.wire.RelayMessage.Want;
import org.lagroups.multicast.wire.proto.CastFrame;
import org.lagroups.multicast.wire.proto.ProgressMessage;
import org.lagroups.multicast.wire.proto.ReportMessage;
import org.lagroups.multicast.wire.proto.RosterEntryMessage;
import org.lagroups.multicast.wire.proto.RosterMessage;
import org.lagroups.multicast.wire.proto.SenderMessage;
import org.lagroups.multicast.wire.proto.WantMessage;

class RelayMessagesTest {

  private static final StreamId STREAM = new StreamId(Bytes.wrapOwned(new byte[StreamId.LENGTH]));
  private static final Held HELD = new Held(70, 80, Bytes.copyOf((byte) 0x81, (byte) 0x10));

  static List<CastMessage> messages() {
    return List.of(
        new Roster(STREAM, 0, 0, List.of()),
        new Roster(STREAM, 7, 1L << 62, List.of(entry(0, 0), entry(5, 7), entry(62, 3))),
        new Report(STREAM, 0, Held.NOTHING, 0, 0, 0, 0, 0, 0, List.of()),
        new Report(
            STREAM, 7, HELD, 3, 5, 1, 4, 2, 3, List.of(new Sender(0, 9, 0), new Sender(63, 0, 4))),
        new Want(STREAM, 0, 0),
        new Want(STREAM, 1L << 40, -1),
        new Progress(STREAM, 12, 1_000_000));
  }

  @Test
  void theLongestRosterAndReportFitIntoAMessage() {
    List<RosterEntry> entries = new ArrayList<>();
    List<Sender> senders = new ArrayList<>();
    for (int number = 0; number < Route.MAX_MEMBERS; number++) {
      entries.add(entry(number, Integer.MAX_VALUE));
      senders.add(new Sender(number, Long.MAX_VALUE, Long.MAX_VALUE));
    }
    byte[] bits = new byte[Held.MAX_BITS / 8];
    bits[bits.length - 1] = 1;
    Held held = new Held(1L << 48, 1L << 49, Bytes.wrapOwned(bits));
    assertThat(CastCodec.encode(new Roster(STREAM, Integer.MAX_VALUE, 0, entries)).length())
        .isLessThan(Environment.MAX_MESSAGE_BYTES);
    assertThat(CastCodec.encode(new Report(STREAM, 0, held, 0, 0, 0, 0, 0, 0, senders)).length())
        .isLessThan(4_096);
  }

  @Test
  void refusesRostersOutOfBounds() {
    refusedRoster(m -> m.setEpoch(-1));
    refusedRoster(m -> m.setApart(2));
    refusedRoster(m -> m.setEntries(0, entryMessage(63, 0, 1)));
    refusedRoster(m -> m.setEntries(0, entryMessage(-1, 0, 1)));
    refusedRoster(m -> m.setEntries(0, entryMessage(0, 2, 1)));
    refusedRoster(m -> m.setEntries(0, entryMessage(0, -1, 1)));
    refusedRoster(m -> m.setEntries(0, entryMessage(0, 0, 1).setNode(zeros(31))));
    refusedRoster(m -> m.addEntries(entryMessage(0, 0, 2)));
    refusedRoster(m -> m.addEntries(entryMessage(1, 0, 1)));
    refusedRoster(m -> {
      for (int number = 1; number <= Route.MAX_MEMBERS; number++) {
        m.addEntries(entryMessage(number, 0, number + 1));
      }
      return m;
    });
  }

  @Test
  void refusesReportsOutOfBounds() {
    refusedReport(m -> m.setEpoch(-1));
    refusedReport(m -> m.setHeldBelow(-1));
    refusedReport(m -> m.setHeldBelow(1));
    refusedReport(m -> m.setHeldBase(Long.MAX_VALUE));
    refusedReport(m -> m.setHeldBits(zeros(1)));
    refusedReport(
        m -> m.setHeldBits(zeros(Held.MAX_BITS / 8).concat(ByteString.copyFrom(new byte[] {1}))));
    refusedReport(m -> m.setLowest(-1));
    refusedReport(m -> m.setLinked(Long.MIN_VALUE));
    refusedReport(m -> m.setUplinkBytesPerSecond(-1));
    refusedReport(m -> m.setCapBytesPerSecond(-1));
    refusedReport(m -> m.setSentBytesPerSecond(-1));
    refusedReport(m -> m.setWaitingBytes(-1));
    refusedReport(m -> m.addSenders(SenderMessage.newBuilder().setNumber(64)));
    refusedReport(m -> m.addSenders(SenderMessage.newBuilder().setNumber(-1)));
    refusedReport(m -> m.addSenders(SenderMessage.newBuilder().setBytesPerSecond(-1)));
    refusedReport(m -> m.addSenders(SenderMessage.newBuilder().setRefused(-1)));
    refusedReport(
        m -> m.addSenders(SenderMessage.newBuilder()).addSenders(SenderMessage.newBuilder()));
  }

  @Test
  void refusesChunksThatNoStreamHas() {
    refused(frame().setWant(WantMessage.newBuilder().setFirst(-1)), WireRefusal.BAD_CHUNK);
    refused(
        frame().setWant(WantMessage.newBuilder().setFirst(Long.MAX_VALUE)), WireRefusal.BAD_CHUNK);
    refused(frame().setProgress(ProgressMessage.newBuilder().setLatest(-1)), WireRefusal.BAD_CHUNK);
    refused(
        frame().setProgress(ProgressMessage.newBuilder().setAtNanos(-1)), WireRefusal.BAD_CHUNK);
    refused(
        frame().setProgress(ProgressMessage.newBuilder().setAtNanos(Progress.MAX_NANOS + 1)),
        WireRefusal.BAD_CHUNK);
  }

  @Test
  void tellsWhatIsHeld() {
    assertThat(HELD.has(69)).isTrue();
    assertThat(HELD.has(70)).isFalse();
    assertThat(HELD.has(79)).isFalse();
    assertThat(HELD.has(80)).isTrue();
    assertThat(HELD.has(81)).isFalse();
    assertThat(HELD.has(87)).isTrue();
    assertThat(HELD.has(92)).isTrue();
    assertThat(HELD.has(93)).isFalse();
    assertThat(HELD.has(1_000)).isFalse();
    assertThat(HELD.end()).isEqualTo(93);
    assertThat(Held.NOTHING.end()).isZero();
  }

  private static void refusedRoster(UnaryOperator<RosterMessage.Builder> change) {
    RosterMessage.Builder sound = RosterMessage.newBuilder().setEpoch(1);
    sound.addEntries(entryMessage(0, 0, 1));
    refused(frame().setRoster(change.apply(sound)), WireRefusal.BAD_ROSTER);
  }

  private static void refusedReport(UnaryOperator<ReportMessage.Builder> change) {
    refused(frame().setReport(change.apply(ReportMessage.newBuilder())), WireRefusal.BAD_REPORT);
  }

  private static void refused(CastFrame.Builder frame, WireRefusal reason) {
    assertThat(CastCodec.decode(Bytes.wrapOwned(frame.build().toByteArray())))
        .isEqualTo(new Decoded.Refused(reason));
  }

  private static CastFrame.Builder frame() {
    return CastFrame.newBuilder().setStream(Fields.wrap(STREAM.bytes()));
  }

  private static RosterEntryMessage.Builder entryMessage(int number, int since, int node) {
    return RosterEntryMessage.newBuilder()
        .setNumber(number)
        .setSince(since)
        .setNode(Fields.wrap(node(node).bytes()));
  }

  private static RosterEntry entry(int number, int since) {
    return new RosterEntry(number, since, node(number));
  }

  private static NodeId node(int number) {
    byte[] id = new byte[NodeId.LENGTH];
    id[0] = (byte) number;
    return new NodeId(Bytes.wrapOwned(id));
  }

  private static ByteString zeros(int length) {
    return ByteString.copyFrom(new byte[length]);
  }
}
