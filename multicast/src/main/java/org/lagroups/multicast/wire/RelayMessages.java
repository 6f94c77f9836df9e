package org.lagroups.multicast.wire;

import java.util.ArrayList;
import java.util.List;
import org.lagroups.machine.Bytes;
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

/** The bodies of {@link RelayMessage}s. */
final class RelayMessages {

  private RelayMessages() {}

  static void write(RelayMessage message, CastFrame.Builder frame) {
    switch (message) {
      case Roster roster -> frame.setRoster(toMessage(roster));
      case Report report -> frame.setReport(toMessage(report));
      case Want want ->
          frame.setWant(WantMessage.newBuilder().setFirst(want.first()).setOthers(want.others()));
      case Progress progress ->
          frame.setProgress(
              ProgressMessage.newBuilder()
                  .setLatest(progress.latest())
                  .setAtNanos(progress.atNanos()));
    }
  }

  static Roster readRoster(StreamId stream, RosterMessage message) throws Unreadable {
    Fields.check(message.getEntriesCount() <= Route.MAX_MEMBERS, WireRefusal.BAD_ROSTER);
    List<RosterEntry> entries = new ArrayList<>();
    for (RosterEntryMessage entry : message.getEntriesList()) {
      Fields.check(entry.getNode().size() == NodeId.LENGTH, WireRefusal.BAD_ROSTER);
      NodeId node = new NodeId(Fields.bytes(entry.getNode()));
      entries.add(new RosterEntry(entry.getNumber(), entry.getSince(), node));
    }
    Fields.check(
        Roster.isPossible(message.getEpoch(), message.getApart(), entries), WireRefusal.BAD_ROSTER);
    return new Roster(stream, message.getEpoch(), message.getApart(), entries);
  }

  static Report readReport(StreamId stream, ReportMessage message) throws Unreadable {
    Fields.check(message.getSendersCount() <= Report.MAX_SENDERS, WireRefusal.BAD_REPORT);
    List<Sender> senders = new ArrayList<>();
    for (SenderMessage sender : message.getSendersList()) {
      senders.add(new Sender(sender.getNumber(), sender.getBytesPerSecond(), sender.getRefused()));
    }
    Bytes bits = Fields.bytes(message.getHeldBits());
    Fields.check(
        Held.isPossible(message.getHeldBelow(), message.getHeldBase(), bits)
            && Report.isPossible(
                message.getEpoch(),
                message.getLowest(),
                message.getLinked(),
                message.getUplinkBytesPerSecond(),
                message.getCapBytesPerSecond(),
                message.getSentBytesPerSecond(),
                message.getWaitingBytes(),
                senders),
        WireRefusal.BAD_REPORT);
    return new Report(
        stream,
        message.getEpoch(),
        new Held(message.getHeldBelow(), message.getHeldBase(), bits),
        message.getLowest(),
        message.getLinked(),
        message.getUplinkBytesPerSecond(),
        message.getCapBytesPerSecond(),
        message.getSentBytesPerSecond(),
        message.getWaitingBytes(),
        senders);
  }

  static Want readWant(StreamId stream, WantMessage message) throws Unreadable {
    Fields.check(Want.isPossible(message.getFirst()), WireRefusal.BAD_CHUNK);
    return new Want(stream, message.getFirst(), message.getOthers());
  }

  static Progress readProgress(StreamId stream, ProgressMessage message) throws Unreadable {
    Fields.check(
        Progress.isPossible(message.getLatest(), message.getAtNanos()), WireRefusal.BAD_CHUNK);
    return new Progress(stream, message.getLatest(), message.getAtNanos());
  }

  private static RosterMessage toMessage(Roster roster) {
    RosterMessage.Builder message =
        RosterMessage.newBuilder().setEpoch(roster.epoch()).setApart(roster.apart());
    for (RosterEntry entry : roster.entries()) {
      message.addEntries(
          RosterEntryMessage.newBuilder()
              .setNumber(entry.number())
              .setSince(entry.since())
              .setNode(Fields.wrap(entry.node().bytes())));
    }
    return message.build();
  }

  private static ReportMessage toMessage(Report report) {
    ReportMessage.Builder message =
        ReportMessage.newBuilder()
            .setEpoch(report.epoch())
            .setHeldBelow(report.held().below())
            .setHeldBase(report.held().base())
            .setHeldBits(Fields.wrap(report.held().bits()))
            .setLowest(report.lowest())
            .setLinked(report.linked())
            .setUplinkBytesPerSecond(report.uplinkBytesPerSecond())
            .setCapBytesPerSecond(report.capBytesPerSecond())
            .setSentBytesPerSecond(report.sentBytesPerSecond())
            .setWaitingBytes(report.waitingBytes());
    for (Sender sender : report.senders()) {
      message.addSenders(
          SenderMessage.newBuilder()
              .setNumber(sender.number())
              .setBytesPerSecond(sender.bytesPerSecond())
              .setRefused(sender.refused()));
    }
    return message.build();
  }
}
