package org.lagroups.multicast.wire;

import java.util.Optional;
import org.lagroups.core.crypto.Signature;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.stream.DecodedHeader;
import org.lagroups.multicast.stream.HeaderCodec;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.stream.StreamLink;
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
