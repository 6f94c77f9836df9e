package org.lagroups.multicast.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.Collections;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lagroups.core.wire.TranscriptCodec;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.stream.Streams;
import org.lagroups.multicast.wire.place.Stand;
import org.lagroups.multicast.wire.proto.CastFrame;
import org.lagroups.multicast.wire.proto.ContactProto;
import org.lagroups.multicast.wire.proto.FallenProto;
import org.lagroups.multicast.wire.proto.OptionProto;
import org.lagroups.multicast.wire.proto.PartMessage;
import org.lagroups.multicast.wire.proto.SeekMessage;
import org.lagroups.multicast.wire.proto.StandProto;
import org.lagroups.multicast.wire.proto.WardProto;

class TreeMessagesTest {

  private static final StreamId STREAM = Streams.live(7).id();

  @Test
  void theLongestListsFitIntoAMessage() {
    assertThat(TreeSamples.of(STREAM))
        .allMatch(message -> CastCodec.encode(message).length() < Environment.MAX_MESSAGE_BYTES);
  }

  @Test
  void aStandIsBetterByEpochAndThenByDepth() {
    assertThat(new Stand(2, 9).isBetterThan(new Stand(1, 0))).isTrue();
    assertThat(new Stand(2, 3).isBetterThan(new Stand(2, 4))).isTrue();
    assertThat(new Stand(2, 4).isBetterThan(new Stand(2, 4))).isFalse();
    assertThat(new Stand(1, 0).isBetterThan(Stand.NONE)).isTrue();
  }

  @Test
  void refusesNodesAndAddressesThatAreNone() {
    ContactProto sound = contact().build();
    refused(
        f -> f.getReferBuilder().addOptions(option(contact().setNode(zeros(31)))),
        WireRefusal.BAD_CONTACT);
    refused(
        f -> f.getReferBuilder().addOptions(option(contact().addAddresses("no address"))),
        WireRefusal.BAD_CONTACT);
    refused(
        f ->
            f.getReferBuilder()
                .addOptions(
                    option(contact().addAllAddresses(Collections.nCopies(5, "10.0.0.1:1")))),
        WireRefusal.BAD_CONTACT);
    refused(
        f -> f.getLineageBuilder().addAllOthers(Collections.nCopies(64, sound)),
        WireRefusal.BAD_CONTACT);
    refused(
        f ->
            f.getHouseholdBuilder()
                .addAllWards(
                    Collections.nCopies(64, WardProto.newBuilder().setContact(sound).build())),
        WireRefusal.BAD_CONTACT);
    refused(
        f -> f.getSeekBuilder().setPurpose(SeekMessage.Purpose.MOVING).setFormer(zeros(5)),
        WireRefusal.BAD_CONTACT);
  }

  @Test
  void refusesPlacesOutOfBounds() {
    refused(f -> f.getSeekBuilder(), WireRefusal.BAD_PLACE);
    refused(f -> f.getSeekBuilder().setPurposeValue(9), WireRefusal.BAD_PLACE);
    refused(f -> f.getReferBuilder().setNumber(-1), WireRefusal.BAD_PLACE);
    refused(
        f -> f.getReferBuilder().addOptions(option(contact()).setOpenDepth(66)),
        WireRefusal.BAD_PLACE);
    refused(f -> f.getPlaceBuilder().setGroup(zeros(19)), WireRefusal.BAD_PLACE);
    refused(
        f -> f.getPlaceBuilder().setGroup(zeros(20)).setToken(zeros(15)), WireRefusal.BAD_PLACE);
    refused(
        f ->
            f.getPlaceBuilder()
                .setGroup(zeros(20))
                .setToken(zeros(16))
                .setStand(StandProto.newBuilder().setDepth(65)),
        WireRefusal.BAD_PLACE);
    refused(f -> f.getTakeBuilder().setToken(zeros(17)), WireRefusal.BAD_PLACE);
    refused(f -> f.getTakeBuilder().setToken(zeros(16)).setNextSequence(-1), WireRefusal.BAD_PLACE);
    refused(f -> f.setPart(PartMessage.getDefaultInstance()), WireRefusal.BAD_PLACE);
    refused(f -> f.getPresenceBuilder().setBitsPerSecond(-1), WireRefusal.BAD_PLACE);
    refused(f -> f.getPulseBuilder().setSignature(zeros(64)).setBar(-1), WireRefusal.BAD_PLACE);
    refused(f -> f.getPulseBuilder().setSignature(zeros(63)), WireRefusal.BAD_PROOF);
    refused(
        f ->
            f.getLineageBuilder()
                .addFallen(
                    FallenProto.newBuilder().setNode(zeros(NodeId.LENGTH)).setLeftMillis(-1)),
        WireRefusal.BAD_PLACE);
  }

  @Test
  void refusesWhatIsNoTranscript() {
    refused(f -> f.getClimbBuilder().setTranscript(zeros(10)), WireRefusal.BAD_TRANSCRIPT);
    ByteString sound = Fields.wrap(TranscriptCodec.encode(TreeSamples.TRANSCRIPT));
    refused(
        f -> f.getClimbBuilder().setTranscript(sound).setBitsPerSecond(-1), WireRefusal.BAD_PLACE);
  }

  private static ContactProto.Builder contact() {
    return ContactProto.newBuilder().setNode(zeros(NodeId.LENGTH));
  }

  private static OptionProto.Builder option(ContactProto.Builder contact) {
    return OptionProto.newBuilder().setContact(contact);
  }

  private static ByteString zeros(int count) {
    return ByteString.copyFrom(new byte[count]);
  }

  private static void refused(Consumer<CastFrame.Builder> change, WireRefusal reason) {
    CastFrame.Builder frame = CastFrame.newBuilder().setStream(Fields.wrap(STREAM.bytes()));
    change.accept(frame);
    assertThat(CastCodec.decode(Bytes.wrapOwned(frame.build().toByteArray())))
        .isEqualTo(new Decoded.Refused(reason));
  }
}
