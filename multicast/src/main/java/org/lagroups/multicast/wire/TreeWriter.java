package org.lagroups.multicast.wire;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.function.Function;
import org.lagroups.core.group.Contact;
import org.lagroups.core.wire.TranscriptCodec;
import org.lagroups.machine.NodeAddress;
import org.lagroups.multicast.wire.TreeMessage.Purpose;
import org.lagroups.multicast.wire.TreeMessage.Why;
import org.lagroups.multicast.wire.place.Fallen;
import org.lagroups.multicast.wire.place.Option;
import org.lagroups.multicast.wire.place.Stand;
import org.lagroups.multicast.wire.place.Ward;
import org.lagroups.multicast.wire.proto.CastFrame;
import org.lagroups.multicast.wire.proto.ClimbMessage;
import org.lagroups.multicast.wire.proto.ContactProto;
import org.lagroups.multicast.wire.proto.FallenProto;
import org.lagroups.multicast.wire.proto.HouseholdMessage;
import org.lagroups.multicast.wire.proto.LineageMessage;
import org.lagroups.multicast.wire.proto.OptionProto;
import org.lagroups.multicast.wire.proto.PartMessage;
import org.lagroups.multicast.wire.proto.PlaceMessage;
import org.lagroups.multicast.wire.proto.PresenceMessage;
import org.lagroups.multicast.wire.proto.PulseMessage;
import org.lagroups.multicast.wire.proto.ReferMessage;
import org.lagroups.multicast.wire.proto.SeekMessage;
import org.lagroups.multicast.wire.proto.StandProto;
import org.lagroups.multicast.wire.proto.TakeMessage;
import org.lagroups.multicast.wire.proto.WardProto;
import org.lagroups.multicast.wire.proto.YieldMessage;

/** Puts {@link TreeMessage}s into frames. */
final class TreeWriter {

  private TreeWriter() {}

  static void write(TreeMessage message, CastFrame.Builder frame) {
    switch (message) {
      case TreeMessage.Seek seek -> frame.setSeek(toSeek(seek));
      case TreeMessage.Refer refer ->
          frame.setRefer(
              ReferMessage.newBuilder()
                  .setNumber(refer.number())
                  .addAllOptions(toAll(refer.options(), TreeWriter::toOption)));
      case TreeMessage.Place place ->
          frame.setPlace(
              PlaceMessage.newBuilder()
                  .setNumber(place.number())
                  .setGroup(Fields.wrap(place.group().bytes()))
                  .setToken(Fields.wrap(place.token()))
                  .setStand(toStand(place.stand())));
      case TreeMessage.Take take ->
          frame.setTake(
              TakeMessage.newBuilder()
                  .setToken(Fields.wrap(take.token()))
                  .setNextSequence(take.nextSequence()));
      case TreeMessage.Part part ->
          frame.setPart(PartMessage.newBuilder().setWhy(toWhy(part.why())));
      case TreeMessage.Yield yield ->
          frame.setYield(
              YieldMessage.newBuilder()
                  .addAllOptions(toAll(yield.options(), TreeWriter::toOption)));
      case TreeMessage.Climb climb ->
          frame.setClimb(
              ClimbMessage.newBuilder()
                  .setNumber(climb.number())
                  .addAllAddresses(toAll(climb.addresses(), NodeAddress::toString))
                  .setBitsPerSecond(climb.bitsPerSecond())
                  .setTranscript(Fields.wrap(TranscriptCodec.encode(climb.transcript()))));
      case TreeMessage.Pulse pulse ->
          frame.setPulse(
              PulseMessage.newBuilder()
                  .setStand(toStand(pulse.stand()))
                  .setSignature(Fields.wrap(pulse.proof().value()))
                  .setOpenDepth(pulse.openDepth())
                  .setBar(pulse.bar())
                  .setBarAbove(pulse.barAbove()));
      case TreeMessage.Lineage lineage ->
          frame.setLineage(
              LineageMessage.newBuilder()
                  .addAllAncestors(toAll(lineage.ancestors(), TreeWriter::toContact))
                  .addAllSiblings(toAll(lineage.siblings(), TreeWriter::toContact))
                  .addAllOthers(toAll(lineage.others(), TreeWriter::toContact))
                  .addAllFallen(toAll(lineage.fallen(), TreeWriter::toFallen)));
      case TreeMessage.Household household -> frame.setHousehold(toHousehold(household));
      case TreeMessage.Presence presence ->
          frame.setPresence(
              PresenceMessage.newBuilder()
                  .setOpenDepth(presence.openDepth())
                  .setBitsPerSecond(presence.bitsPerSecond()));
    }
  }

  private static SeekMessage toSeek(TreeMessage.Seek seek) {
    return SeekMessage.newBuilder()
        .setNumber(seek.number())
        .setPurpose(toPurpose(seek.purpose()))
        .setFormer(seek.former().map(node -> Fields.wrap(node.bytes())).orElse(ByteString.EMPTY))
        .addAllAddresses(toAll(seek.addresses(), NodeAddress::toString))
        .setBitsPerSecond(seek.bitsPerSecond())
        .setPass(seek.pass().map(pass -> Fields.wrap(pass.value())).orElse(ByteString.EMPTY))
        .build();
  }

  private static HouseholdMessage toHousehold(TreeMessage.Household household) {
    return HouseholdMessage.newBuilder()
        .setGroup(household.group().map(id -> Fields.wrap(id.bytes())).orElse(ByteString.EMPTY))
        .addAllWards(toAll(household.wards(), TreeWriter::toWard))
        .addAllFallen(toAll(household.fallen(), TreeWriter::toFallen))
        .build();
  }

  private static OptionProto toOption(Option option) {
    return OptionProto.newBuilder()
        .setContact(toContact(option.contact()))
        .setOpenDepth(option.openDepth())
        .build();
  }

  private static WardProto toWard(Ward ward) {
    return WardProto.newBuilder()
        .setContact(toContact(ward.contact()))
        .setUptimeMillis(ward.uptimeMillis())
        .setBitsPerSecond(ward.bitsPerSecond())
        .build();
  }

  private static ContactProto toContact(Contact contact) {
    return ContactProto.newBuilder()
        .setNode(Fields.wrap(contact.node().bytes()))
        .addAllAddresses(toAll(contact.addresses(), NodeAddress::toString))
        .build();
  }

  private static FallenProto toFallen(Fallen fallen) {
    return FallenProto.newBuilder()
        .setNode(Fields.wrap(fallen.node().bytes()))
        .setLeftMillis(fallen.leftMillis())
        .build();
  }

  private static StandProto toStand(Stand stand) {
    return StandProto.newBuilder().setEpoch(stand.epoch()).setDepth(stand.depth()).build();
  }

  private static <A, B> List<B> toAll(List<A> list, Function<A, B> one) {
    return list.stream().map(one).toList();
  }

  private static SeekMessage.Purpose toPurpose(Purpose purpose) {
    return switch (purpose) {
      case NEWCOMER -> SeekMessage.Purpose.NEWCOMER;
      case ORPHAN -> SeekMessage.Purpose.ORPHAN;
      case MOVING -> SeekMessage.Purpose.MOVING;
    };
  }

  private static PartMessage.Why toWhy(Why why) {
    return switch (why) {
      case LEAVING -> PartMessage.Why.LEAVING;
      case REFUSED -> PartMessage.Why.REFUSED;
      case DISMISSED -> PartMessage.Why.DISMISSED;
    };
  }
}
