package org.lagroups.multicast.wire;

import java.util.Optional;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.crypto.Signature;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.stream.DecodedHeader;
import org.lagroups.multicast.stream.HeaderCodec;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.stream.StreamLink;
import org.lagroups.multicast.wire.proto.AdmissionMessage;
import org.lagroups.multicast.wire.proto.DenialMessage;
import org.lagroups.multicast.wire.proto.FarewellMessage;
import org.lagroups.multicast.wire.proto.HeaderAnswerMessage;
import org.lagroups.multicast.wire.proto.HeaderAskMessage;

/** The bodies of messages about headers. */
final class StreamMessages {

  private StreamMessages() {}

  static HeaderAskMessage toMessage(StreamMessage.HeaderAsk ask) {
    return HeaderAskMessage.newBuilder()
        .setToken(Fields.wrap(ask.token().orElse(Bytes.EMPTY)))
        .build();
  }

  static HeaderAnswerMessage toMessage(StreamMessage.HeaderAnswer answer) {
    return HeaderAnswerMessage.newBuilder()
        .setHeader(Fields.wrap(answer.header().encoded()))
        .setSignature(Fields.wrap(answer.header().signature().value()))
        .build();
  }

  static AdmissionMessage toMessage(StreamMessage.Admission admission) {
    GroupSettings settings = admission.settings();
    return AdmissionMessage.newBuilder()
        .setMostChildren(admission.mostChildren())
        .setValidityMillis(settings.validityMillis())
        .setMaxMembers(settings.maxMembers())
        .setClockSkewMillis(settings.clockSkewMillis())
        .setPass(Fields.wrap(admission.pass().value()))
        .build();
  }

  static DenialMessage toMessage(StreamMessage.Denial denial) {
    return DenialMessage.newBuilder().setWhyValue(denial.why().number()).build();
  }

  static FarewellMessage toMessage(StreamMessage.Farewell farewell) {
    return FarewellMessage.newBuilder()
        .setSignature(Fields.wrap(farewell.signature().value()))
        .build();
  }

  static StreamMessage readFarewell(StreamId stream, FarewellMessage message) throws Unreadable {
    return new StreamMessage.Farewell(stream, Fields.signature(message.getSignature()));
  }

  static StreamMessage readAdmission(StreamId stream, AdmissionMessage message) throws Unreadable {
    Signature pass = Fields.signature(message.getPass());
    try {
      GroupSettings settings =
          new GroupSettings(
              message.getValidityMillis(), message.getMaxMembers(), message.getClockSkewMillis());
      return new StreamMessage.Admission(stream, settings, message.getMostChildren(), pass);
    } catch (IllegalArgumentException e) {
      throw new Unreadable(WireRefusal.BAD_ADMISSION);
    }
  }

  static StreamMessage readDenial(StreamId stream, DenialMessage message) throws Unreadable {
    for (StreamMessage.Denial.Why why : StreamMessage.Denial.Why.values()) {
      if (why.number() == message.getWhyValue()) {
        return new StreamMessage.Denial(stream, why);
      }
    }
    throw new Unreadable(WireRefusal.BAD_ADMISSION);
  }

  static StreamMessage readAsk(StreamId stream, HeaderAskMessage message) throws Unreadable {
    int length = message.getToken().size();
    Fields.check(length == 0 || length == StreamLink.TOKEN_BYTES, WireRefusal.BAD_TOKEN);
    return new StreamMessage.HeaderAsk(
        stream, length == 0 ? Optional.empty() : Optional.of(Fields.bytes(message.getToken())));
  }

  static StreamMessage readAnswer(StreamId stream, HeaderAnswerMessage message) throws Unreadable {
    Fields.check(message.getHeader().size() <= HeaderCodec.MAX_BYTES, WireRefusal.BAD_HEADER);
    Bytes encoded = Fields.bytes(message.getHeader());
    Signature signature = Fields.signature(message.getSignature());
    return switch (HeaderCodec.decode(encoded)) {
      case DecodedHeader.Accepted accepted ->
          new StreamMessage.HeaderAnswer(
              stream, new SignedHeader(accepted.header(), encoded, signature));
      case DecodedHeader.Refused _ -> throw new Unreadable(WireRefusal.BAD_HEADER);
    };
  }
}
